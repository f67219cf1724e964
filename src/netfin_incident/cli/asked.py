"""Parameters that several commands share, and the options that every command takes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from netfin_incident.cli.parameters import Arg, Opt, Parameter, parameters_of
from netfin_incident.wording import command_parameters as words

if TYPE_CHECKING:
    from netfin_incident.config import Given

INCIDENT: TypeAlias = Annotated[str, Arg("ID", words.INCIDENT)]
TEXT: TypeAlias = Annotated[str, Arg("TEXT", words.TEXT, prose=True)]
REASON: TypeAlias = Annotated[str, Opt("--reason", words.REASON, "TEXT", prose=True)]
NOTE: TypeAlias = Annotated[str, Opt("--note", words.NOTE, "TEXT", prose=True)]
ROLE: TypeAlias = Annotated[str, Arg("ROLE", words.ROLE)]
OUT: TypeAlias = Annotated[str | None, Opt("--out", words.OUT, "FILE")]
FORCE: TypeAlias = Annotated[bool, Opt("--force", words.FORCE)]


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The options that every command takes, before its name or after it."""

    db: Annotated[str | None, Opt("--db", words.DATABASE, "PATH")] = None
    config: Annotated[str | None, Opt("--config", words.CONFIG, "PATH")] = None
    lang: Annotated[str | None, Opt("--lang", words.LANGUAGE, "LANG")] = None
    zone: Annotated[str | None, Opt("--zone", words.ZONE, "ZONE")] = None
    playbooks: Annotated[str | None, Opt("--playbooks", words.PLAYBOOKS, "PATH")] = None
    services: Annotated[str | None, Opt("--services", words.SERVICES, "PATH")] = None
    roster: Annotated[str | None, Opt("--roster", words.ROSTER, "PATH")] = None
    clocks: Annotated[str | None, Opt("--clocks", words.CLOCKS, "PATH")] = None
    severity_file: Annotated[str | None, Opt("--severity-file", words.SEVERITY_FILE, "PATH")] = None
    commands: Annotated[str | None, Opt("--commands", words.COMMANDS, "PATH")] = None
    channels: Annotated[str | None, Opt("--channels", words.CHANNELS, "PATH")] = None
    escalation: Annotated[str | None, Opt("--escalation", words.ESCALATION, "PATH")] = None
    entity_file: Annotated[str | None, Opt("--entity-file", words.ENTITY, "PATH")] = None
    contacts: Annotated[str | None, Opt("--contacts", words.CONTACTS, "PATH")] = None
    indicators: Annotated[str | None, Opt("--indicators", words.INDICATORS, "PATH")] = None
    json: Annotated[bool, Opt("--json", words.JSON)] = False

    @property
    def given(self) -> "Given":
        """The settings among them."""
        from netfin_incident.config import Given

        return Given(
            config=self.config,
            database=self.db,
            zone=self.zone,
            language=self.lang,
            playbooks=self.playbooks,
            services=self.services,
            roster=self.roster,
            clocks=self.clocks,
            severity=self.severity_file,
            commands=self.commands,
            channels=self.channels,
            escalation=self.escalation,
            entity=self.entity_file,
            contacts=self.contacts,
            indicators=self.indicators,
        )


@dataclass(frozen=True, slots=True)
class Who:
    """The options of every command that writes: who acts, for whom, and when it happened."""

    at: Annotated[str | None, Opt("--at", words.AT, "TIME")] = None
    as_person: Annotated[str | None, Opt("--as", words.AS_PERSON, "PERSON")] = None
    behalf_of: Annotated[str | None, Opt("--behalf-of", words.BEHALF_OF, "PERSON")] = None
    basis: Annotated[str | None, Opt("--basis", words.BASIS, "BASIS")] = None
    break_glass: Annotated[
        str | None, Opt("--break-glass", words.BREAK_GLASS, "REASON", prose=True)
    ] = None
    keep_raw: Annotated[bool, Opt("--keep-raw", words.KEEP_RAW)] = False


EVERYWHERE: Final[tuple[Parameter, ...]] = parameters_of(Everywhere)
ACTING: Final[tuple[Parameter, ...]] = parameters_of(Who)
WHO: Final = next(one for one in ACTING if one.name == "as_person")
"""The one of these that the terminal takes too."""


def picked(values: dict[str, Any], parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    """Those of `values` that belong to `parameters`, taken out."""
    return {one.name: values.pop(one.name) for one in parameters}
