"""What people do with a warning: judge it, handle it, bear it, end it, or make it an incident."""

from typing import Annotated, TypeAlias

from netfin_incident.app.desk import Declaration
from netfin_incident.app.warnings import Warnings, severity_of
from netfin_incident.bootstrap import now
from netfin_incident.cli.asked import NOTE, REASON, TEXT
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.warning_page import answer, find_warning, tell_entries
from netfin_incident.domain.severity import parse_severity
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning.state import WarningCase
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording import warning_answers as said
from netfin_incident.wording.labels import label

WARNING: TypeAlias = Annotated[str, Arg("WARNING", said.WARNING)]


def assess(call: Call, warning: WARNING, text: TEXT) -> None:
    """Say what it means."""
    _handle(call, warning, c.Assess(text))


def own(
    call: Call, warning: WARNING, person: Annotated[str | None, Arg("PERSON", said.PERSON)] = None
) -> None:
    """Say who handles it; yourself where nobody is named."""
    _handle(call, warning, c.Own(call.act().person if person is None else person))


def note(call: Call, warning: WARNING, text: TEXT) -> None:
    """Say what was done about it, or found out."""
    _handle(call, warning, c.Note(text))


def accept(
    call: Call,
    warning: WARNING,
    *,
    until: Annotated[str, Opt("--until", said.UNTIL, "TIME")],
    reason: REASON = "",
) -> None:
    """Bear it until a moment."""
    from netfin_incident.domain.moment import parse_due

    moment = parse_due(until, now(), call.session.zone)
    _handle(call, warning, c.Accept(moment.at, reason))


def false(call: Call, warning: WARNING, *, reason: REASON = "") -> None:
    """Judge it false."""
    _handle(call, warning, c.JudgeFalse(reason))


def close(call: Call, warning: WARNING, *, note: NOTE = "") -> None:
    """Close it, with what came of it."""
    _handle(call, warning, c.Close(note))


def promote(
    call: Call,
    warning: WARNING,
    *,
    sev: Annotated[str | None, Opt("--sev", said.SEVERITY, "N")] = None,
    title: Annotated[str | None, Opt("--title", said.TITLE, "TEXT")] = None,
    playbook: Annotated[str | None, Opt("--playbook", words.PLAYBOOK_TO_ATTACH, "ID")] = None,
) -> None:
    """Declare the incident that it became; each names the other."""
    severity = None if sev is None else parse_severity(sev)

    def declared(one: WarningCase) -> Declaration:
        return Declaration(
            _title(call, one) if title is None else title,
            severity_of(one) if severity is None else severity,
            call.session.zone, one.raised.mode,
        )  # fmt: skip

    warnings = Warnings(call.desk)
    warning_id = find_warning(call, warning, warnings)
    attached = [] if playbook is None else [call.session.attaching(playbook)]
    changed, handled = warnings.promote(
        warning_id, call.act(), declared, attached, keep_raw=call.keeps_raw
    )
    tell_entries(call, ((changed.warning, one) for one in changed.recorded))
    call.wrote(handled)
    suggested = changed.warning.raised.playbook
    if suggested and playbook is None:
        call.tell(said.SUGGESTED, id=handled.incident.id, playbook=suggested)


def _title(call: Call, one: WarningCase) -> str:
    level = call.say(label(one.worst_level))
    name = call.name(one.raised.name)
    return call.say(said.TITLE_OF, level=level, name=name, value=one.worst)


def _handle(call: Call, warning: str, command: c.Handling) -> None:
    warnings = Warnings(call.desk)
    warning_id = find_warning(call, warning, warnings)
    answer(call, warnings.handle(warning_id, call.act(), command, keep_raw=call.keeps_raw))
