"""The demonstration: an outage in flight in the terminal, or the whole emergency without one."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from netfin_incident.bootstrap import Session, now
from netfin_incident.cli.asked import FORCE
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Opt
from netfin_incident.config import Given, Sourced
from netfin_incident.domain.text import Text
from netfin_incident.errors import UsageError
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.demo import DEMO_CARD


def demo(
    call: Call,
    *,
    headless: Annotated[bool, Opt("--headless", words.HEADLESS)] = False,
    out: Annotated[str | None, Opt("--out", words.OUT_FOLDER, "DIR")] = None,
    force: FORCE = False,
) -> int:
    """Open the terminal on an outage in flight, or play the whole emergency into a folder."""
    if headless:
        if out is None:
            raise UsageError("option-needed", option="--out", example="DIR")
        _play(call, Path(out), force=force)
        return 0
    if out is not None:
        raise UsageError("option-needs-other", option="--out", other="--headless")
    from netfin_incident.cli.run import require_terminal

    require_terminal()
    from netfin_incident.tui.app import run

    session, card = scratch(call.session)
    call.tell(said.DEMO_SCRATCH, path=session.database)
    return run(session, card)


def scratch(like: Session) -> tuple[Session, Text]:
    """A session on a new scratch database with an outage in flight, and the card to show over it.

    Raises:
        DefinitionError: the shipped playbook cannot be used.
        RecordError: the database cannot be made.
    """
    from netfin_incident.reports.demo_files import in_flight

    made = in_flight(like.language, now(), like.zone)
    session = Session(Given(database=str(made.database)))
    names: Mapping[str, str] = {**like.config.names.value, **made.names}
    session.config = replace(like.config, database=session.config.database, names=Sourced(names))
    return session, DEMO_CARD


def _play(call: Call, folder: Path, *, force: bool) -> None:
    from netfin_incident.reports.demo_files import headless

    played = headless(folder, call.language, now(), call.session.zone, force=force)
    call.tell(said.DEMO_LEFT)
    for path in played.files:
        call.output.data(str(path))
