"""Tasks, measures, messages, and the reports owed upward."""

from typing import Annotated

from netfin_incident.app.named_files import fingerprint
from netfin_incident.cli.asked import INCIDENT, NOTE
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import chosen, needed, only_one, thing
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.moment import parse_duration
from netfin_incident.domain.vocabulary import MessageState, ReportKind, TaskState
from netfin_incident.wording import command_parameters as words


def task(
    call: Call,
    incident: INCIDENT,
    text: Annotated[str, Arg("TEXT|T1", words.TASK, prose=True)],
    *,
    to: Annotated[str | None, Opt("--to", words.TASK_TO, "PERSON")] = None,
    within: Annotated[str | None, Opt("--for", words.TIMEBOX, "DURATION")] = None,
    ack: Annotated[bool, Opt("--ack", words.TASK_ACK)] = False,
    done: Annotated[bool, Opt("--done", words.TASK_DONE)] = False,
    fail: Annotated[str | None, Opt("--fail", words.TASK_FAIL, "REASON", prose=True)] = None,
    cancel: Annotated[bool, Opt("--cancel", words.TASK_CANCEL)] = False,
    note: NOTE = "",
) -> None:
    """Ask somebody to do something within a time, or move a task on."""
    moves = {
        "--ack": (ack or None, TaskState.ACKNOWLEDGED), "--done": (done or None, TaskState.DONE),
        "--fail": (fail, TaskState.FAILED), "--cancel": (cancel or None, TaskState.CANCELLED),
    }  # fmt: skip
    acts = {option: given for option, (given, _) in moves.items()}
    act = only_one({"--to": to, **acts}, text)
    if act == "--to":
        timebox = parse_duration(needed(within, "--for", "10m"))
        call.write(incident, c.GiveTask(text, to or "", timebox))
    else:
        state = moves[act][1]
        call.write(incident, c.MoveTask(thing(text, "T1"), state, fail or note))


def measure(
    call: Call,
    incident: INCIDENT,
    text: Annotated[str, Arg("TEXT|X1", words.MEASURE, prose=True)],
    *,
    temporary: Annotated[bool, Opt("--temporary", words.TEMPORARY)] = False,
    lift: Annotated[bool, Opt("--lift", words.LIFT)] = False,
    note: NOTE = "",
) -> None:
    """Record a measure taken, or that it was undone."""
    acts = {"--temporary": temporary or None, "--lift": lift or None}
    if only_one(acts, text, optional=True) == "--lift":
        call.write(incident, c.LiftMeasure(thing(text, "X1"), note))
    else:
        call.write(incident, c.TakeMeasure(text, temporary))


def message(
    call: Call,
    incident: INCIDENT,
    text: Annotated[str, Arg("TEXT|M1", words.MESSAGE, prose=True)],
    *,
    to: Annotated[str | None, Opt("--to", words.AUDIENCE, "AUDIENCE")] = None,
    channel: Annotated[str, Opt("--channel", words.CHANNEL, "CHANNEL")] = "",
    approve: Annotated[bool, Opt("--approve", words.MESSAGE_APPROVE)] = False,
    sent: Annotated[bool, Opt("--sent", words.MESSAGE_SENT)] = False,
    failed: Annotated[str | None, Opt("--failed", words.MESSAGE_FAILED, "NOTE", prose=True)] = None,
    note: NOTE = "",
) -> None:
    """Draft or record a message, or move it on."""
    moves = {
        "--approve": (approve or None, MessageState.APPROVED),
        "--sent": (sent or None, MessageState.SENT), "--failed": (failed, MessageState.FAILED),
    }  # fmt: skip
    acts = {option: given for option, (given, _) in moves.items()}
    if to is None:
        state = moves[only_one(acts, text)][1]
        call.write(incident, c.MoveMessage(thing(text, "M1"), state, failed or note))
        return
    act = only_one(acts, text, optional=True)
    state = moves[act][1] if act else MessageState.DRAFT
    call.write(incident, c.RecordMessage(to, channel, text, state))


def reported(
    call: Call,
    incident: INCIDENT,
    report: Annotated[str | None, Arg("R1", words.REPORT_ID)] = None,
    *,
    to: Annotated[str, Opt("--to", words.RECIPIENT, "RECIPIENT")] = "",
    kind: Annotated[str | None, Opt("--kind", words.REPORT_KIND, "KIND")] = None,
    due: Annotated[str | None, Opt("--due", words.DUE, "TIME")] = None,
    sent: Annotated[str | None, Opt("--sent", words.SENT, "TIME")] = None,
    channel: Annotated[str, Opt("--channel", words.CHANNEL, "CHANNEL")] = "",
    receipt: Annotated[str, Opt("--receipt", words.RECEIPT, "TEXT")] = "",
    text_file: Annotated[str | None, Opt("--text-file", words.TEXT_FILE, "FILE")] = None,
    withdraw: Annotated[str, Opt("--withdraw", words.REPORT_WITHDRAW, "REASON")] = "",
) -> None:
    """Note a report owed upward, record it as sent, complete it, or withdraw it."""
    if report is None:
        kind = needed(kind, "--kind", "initial|progress|final")
    incident_id = call.find(incident)
    asked = c.RecordUpwardReport(
        to,
        ReportKind.INITIAL if kind is None else chosen(ReportKind, kind, "--kind"),
        "" if report is None else thing(report, "R1"),
        None if due is None else call.due(due, incident_id).at,
        None if sent is None else call.moment(sent, incident_id).at,
        channel,
        receipt,
        "" if text_file is None else fingerprint(text_file).sha256,
        withdraw,
    )
    call.write(incident_id, asked)
