"""Works out what holds for this run: option, then variable, then file, then default."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from netfin_incident.config.source import Source, Sourced, SourceKind
from netfin_incident.config.toml_file import ConfigFile, read_config_file
from netfin_incident.config.values import (
    config_places,
    default_database,
    default_file,
    parse_database,
    parse_path,
    system_language,
    system_zone,
)
from netfin_incident.domain.text import clean_line
from netfin_incident.domain.zones import check_zone
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.wording.language import Language, parse_language
from netfin_incident.wording.usage import USAGE

T = TypeVar("T")

OPTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "config": ("--config", "NETFIN_CONFIG"),
    "database": ("--db", "NETFIN_DB"),
    "zone": ("--zone", "NETFIN_ZONE"),
    "language": ("--lang", "NETFIN_LANG"),
    "playbooks": ("--playbooks", "NETFIN_PLAYBOOKS"),
    "services": ("--services", "NETFIN_SERVICES"),
    "roster": ("--roster", "NETFIN_ROSTER"),
    "clocks": ("--clocks", "NETFIN_CLOCKS"),
    "severity": ("--severity-file", "NETFIN_SEVERITY"),
    "commands": ("--commands", "NETFIN_COMMANDS"),
    "channels": ("--channels", "NETFIN_CHANNELS"),
    "escalation": ("--escalation", "NETFIN_ESCALATION"),
    "entity": ("--entity-file", "NETFIN_ENTITY"),
    "contacts": ("--contacts", "NETFIN_CONTACTS"),
    "indicators": ("--indicators", "NETFIN_INDICATORS"),
}
"""Setting → the option and the environment variable that give it."""


@dataclass(frozen=True, slots=True)
class Given:
    """The settings typed on the command line, as typed; None where an option was not used."""

    config: str | None = None
    database: str | None = None
    zone: str | None = None
    language: str | None = None
    playbooks: str | None = None
    services: str | None = None
    roster: str | None = None
    clocks: str | None = None
    severity: str | None = None
    commands: str | None = None
    channels: str | None = None
    escalation: str | None = None
    entity: str | None = None
    contacts: str | None = None
    indicators: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """The settings that hold for this run."""

    file: Sourced[Path | None]
    """The configuration file that was read."""
    database: Sourced[Path]
    """The SQLite file with the journal; in the user's data folder by default."""
    zone: Sourced[str]
    """The time zone in which times are typed and shown; that of the machine by default."""
    language: Sourced[Language]
    """The language of screens, messages and reports; that of the locale by default."""
    playbooks: Sourced[Path | None]
    """The firm's own folder of playbooks, looked at before the shipped ones."""
    services: Sourced[Path]
    """The file of the firm's services; beside the configuration file by default."""
    roster: Sourced[Path]
    """The roster; beside the configuration file by default."""
    clocks: Sourced[Path | None]
    """The firm's own folder of clocks and calendars, which go before the shipped ones."""
    severity: Sourced[Path]
    """The firm's criteria of severity; beside the configuration file by default."""
    commands: Sourced[Path]
    """The list of commands that steps may run; beside the configuration file by default."""
    channels: Sourced[Path]
    """How pages leave the house; beside the configuration file by default."""
    escalation: Sourced[Path]
    """The escalation policies; beside the configuration file by default."""
    entity: Sourced[Path]
    """What the firm is to the rules; beside the configuration file by default."""
    contacts: Sourced[Path]
    """The contacts outside the firm; beside the configuration file by default."""
    indicators: Sourced[Path]
    """The indicators that raise warnings; beside the configuration file by default."""
    people: Sourced[Mapping[int, str]]
    """Who is who: operating-system user id → person id."""
    names: Sourced[Mapping[str, str]]
    """Person id → the name that is shown."""

    def person(self, uid: int) -> str | None:
        """The person that the operating-system user `uid` is."""
        return self.people.value.get(uid)

    def name_of(self, person: str) -> str:
        """The name to show for a person id; the id itself where none is set."""
        return self.names.value.get(person, person)


def load_config(given: Given | None = None) -> Config:
    """Read the settings for this run.

    Raises:
        UsageError: an option or a variable cannot be used.
        DefinitionError: the configuration file cannot be used.
    """
    settings = _Settings(given or Given(), os.environ)
    file = settings.file
    people = settings.table("people")
    return Config(
        file=Sourced(file.path if file else None, settings.file_source),
        database=settings.get("database", parse_database) or Sourced(default_database()),
        zone=settings.get("zone", _zone) or system_zone(os.environ),
        language=settings.get("language", _language) or system_language(os.environ),
        playbooks=settings.get("playbooks", _folder) or Sourced(None),
        services=settings.definitions("services"),
        roster=settings.definitions("roster"),
        clocks=settings.get("clocks", _folder) or Sourced(None),
        severity=settings.definitions("severity"),
        commands=settings.definitions("commands"),
        channels=settings.definitions("channels"),
        escalation=settings.definitions("escalation"),
        entity=settings.definitions("entity"),
        contacts=settings.definitions("contacts"),
        indicators=settings.definitions("indicators"),
        people=Sourced({int(uid): who for uid, who in people.value.items()}, people.source),
        names=settings.table("names"),
    )


_CURRENT_FOLDER: Final = Path()


class _Settings:
    """Looks a setting up in each place it may come from."""

    def __init__(self, given: Given, environ: Mapping[str, str]) -> None:
        self._given = given
        self._environ = environ
        self.file, self.file_source = self._find_file()

    def get(self, name: str, parse: Callable[[str, Path], T]) -> Sourced[T] | None:
        """The setting, from the first place that gives it; None where none does."""
        typed = self._typed(name)
        if typed is not None:
            return Sourced(parse(typed.value, _CURRENT_FOLDER), typed.source)
        if self.file is None or name not in self.file.values:
            return None
        try:
            value = parse(self.file.values[name], self.file.path.parent)
        except UsageError as refused:
            values = {key: clean_line(str(value)) for key, value in refused.values.items()}
            reason = USAGE[refused.slug].what.format(**values)
            place = self.file.place(name)
            raise DefinitionError(
                "config-value-refused", place=place, key=name, reason=reason
            ) from None
        return Sourced(value, self._source(name))

    def definitions(self, name: str) -> Sourced[Path]:
        """A file of definitions; where none is named, the one beside the configuration file."""
        return self.get(name, partial(parse_path, name)) or Sourced(default_file(f"{name}.yaml"))

    def table(self, name: str) -> Sourced[Mapping[str, str]]:
        """A table of texts, which only a file can give."""
        if self.file is None or name not in self.file.values:
            return Sourced({})
        found = {key: clean_line(text) for key, text in self.file.values[name].items()}
        return Sourced(found, self._source(name))

    def _typed(self, name: str) -> Sourced[str] | None:
        option, variable = OPTIONS[name]
        typed: str | None = getattr(self._given, name)
        if typed is not None:
            return Sourced(typed, Source(SourceKind.OPTION, option))
        if self._environ.get(variable):
            return Sourced(self._environ[variable], Source(SourceKind.ENVIRONMENT, variable))
        return None

    def _source(self, name: str) -> Source:
        place = self.file.place(name) if self.file else ""
        return Source(SourceKind.FILE, str(place))

    def _find_file(self) -> tuple[ConfigFile | None, Source]:
        typed = self._typed("config")
        if typed is not None:
            path = parse_path("config", typed.value, _CURRENT_FOLDER)
            return read_config_file(path), typed.source
        for path in config_places():
            if os.path.lexists(path):
                return read_config_file(path), Source(SourceKind.DEFAULT)
        return None, Source(SourceKind.DEFAULT)


def _zone(text: str, _base: Path) -> str:
    return check_zone(text)


def _language(text: str, _base: Path) -> Language:
    return parse_language(text)


def _folder(text: str, base: Path) -> Path | None:
    return parse_path("folder", text, base)
