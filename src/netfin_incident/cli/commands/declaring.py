"""Declare an incident, activate the response; withdraw, take up again, relate."""

from typing import Annotated

from netfin_incident.app.desk import Declaration
from netfin_incident.cli.asked import INCIDENT, NOTE, REASON
from netfin_incident.cli.call import Call
from netfin_incident.cli.calls_to_come import tell_calls
from netfin_incident.cli.choosing import chosen
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import parse_severity
from netfin_incident.domain.vocabulary import CancelKind, Mode, Origin, Relation
from netfin_incident.errors import UsageError
from netfin_incident.wording import command_parameters as words


def declare(
    call: Call,
    title: Annotated[str, Arg("TITLE", words.TITLE, prose=True)],
    *,
    sev: Annotated[str, Opt("--sev", words.SEVERITY, "N")],
    key: Annotated[str, Opt("--key", words.ALARM_KEY, "KEY")] = "",
    service: Annotated[str, Opt("--service", words.SERVICE, "TEXT")] = "",
    playbook: Annotated[str | None, Opt("--playbook", words.PLAYBOOK_TO_ATTACH, "ID")] = None,
    drill: Annotated[bool, Opt("--drill", words.DRILL)] = False,
    backfilled: Annotated[bool, Opt("--backfilled", words.BACKFILLED)] = False,
) -> None:
    """Declare; acknowledges nothing for anybody."""
    if backfilled and not call.backdated:
        raise UsageError("backfilled-when")
    declaration = Declaration(
        title, parse_severity(sev), call.session.zone,
        mode=Mode.DRILL if drill else Mode.LIVE,
        origin=Origin.BACKFILLED if backfilled else Origin.NATIVE, key=key, service=service,
    )  # fmt: skip
    attached = [] if playbook is None else [call.session.attaching(playbook)]
    tell_calls(call, call.declare(declaration, attached))


def activate(
    call: Call,
    incident: INCIDENT,
    level: Annotated[str | None, Arg("LEVEL", words.LEVEL)] = None,
    *,
    authorised_by: Annotated[
        str | None, Opt("--authorised-by", words.AUTHORISED_BY, "PERSON")
    ] = None,
) -> None:
    """Activate the response at a level; that of the severity where none is given."""
    incident_id = call.find(incident)
    own = call.desk.incident(incident_id).severity
    person = call.act(incident_id).person if authorised_by is None else authorised_by
    call.write(
        incident_id, c.Activate(own if level is None else parse_severity(level), person)
    )  # fmt: skip


def cancel(
    call: Call,
    incident: INCIDENT,
    *,
    kind: Annotated[str, Opt("--kind", words.CANCEL_KIND, "KIND")],
    reason: REASON = "",
    of: Annotated[str | None, Opt("--of", words.DUPLICATE_OF, "ID")] = None,
) -> None:
    """Withdraw the incident."""
    duplicate = "" if of is None else call.find(of)
    call.write(incident, c.Cancel(chosen(CancelKind, kind, "--kind"), reason, duplicate))


def reopen(call: Call, incident: INCIDENT, *, reason: REASON = "") -> None:
    """Take the response up again."""
    tell_calls(call, call.write(incident, c.Reopen(reason)))


def link(
    call: Call,
    incident: INCIDENT,
    relation: Annotated[str, Arg("RELATION", words.RELATION)],
    other: Annotated[str, Arg("OTHER", words.OTHER)],
    *,
    note: NOTE = "",
) -> None:
    """Relate the incident to another one of this database."""
    related = c.Link(chosen(Relation, relation, "RELATION"), call.find(other), note)
    call.write(incident, related)
