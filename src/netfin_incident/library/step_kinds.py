"""What each kind of step has for itself, from the fields that were read to those of the plan."""

from typing import Any, Final

from netfin_incident.domain.playbook import (
    Approval,
    Capture,
    CommandPlan,
    Notice,
    Reporting,
    Round,
    Verb,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import ReportKind
from netfin_incident.library.reading import Given, Reading

LONGEST_RUN: Final = 30
"""Seconds until a command is stopped, if nothing else is said."""

_NO_TEXT: Final = Text("", "")


def of_kind(given: Given, reading: Reading) -> dict[str, Any]:
    """The fields of `Step` that only the kind of `given` has."""
    match given.kind:
        case Verb.DO:
            return {"command": _command(given)} if "command" in given else {}
        case Verb.ASK:
            return {"ask": tuple(dict.fromkeys(given.get("into", ())))}
        case Verb.DECIDE:
            required = given.get("rationale") == "required"
            return {"rationale_required": required, "revisit_after": given.get("revisit_after")}
        case Verb.APPROVE:
            quorum, apart = given.get("quorum", 1), given.get("apart_from", ())
            return {"approval": Approval(given.get("by", ()), quorum, apart)}
        case Verb.NOTIFY:
            return {"notice": _notice(given)}
        case Verb.REPORT:
            return {"reporting": _reporting(given)}
        case Verb.WAIT:
            _require_end(given, reading)
            return {"wait": given.get("for"), "until": given.get("until", "")}
        case Verb.PARALLEL:
            return {"any_arm": given.get("join") == "any"}
        case Verb.REPEAT:
            return {"round": _round(given)}
        case Verb.CALL:
            return {"call": given.get("playbook", "")}
        case Verb.MILESTONE:
            return {"milestone": given.get("milestone", "")}
        case _:
            return {}


def _command(given: Given) -> CommandPlan:
    command: Given = given["command"]
    captures = command.get("capture", {}).items()
    return CommandPlan(
        run=command.get("run", ()),
        risk=command.get("risk", ""),
        approve=command.get("approve", ""),
        undo=command.get("undo"),
        timeout=command.get("timeout", LONGEST_RUN),
        capture=tuple(Capture(variable, pattern) for variable, pattern in captures),
        expect=command.get("expect", ""),
    )


def _notice(given: Given) -> Notice:
    return Notice(given.get("audience", _NO_TEXT), given.get("channel", ""), given.get("template"))


def _reporting(given: Given) -> Reporting:
    kind = ReportKind(given.get("kind", ReportKind.INITIAL))
    return Reporting(given.get("recipient", _NO_TEXT), kind, given.get("clock", ""))


def _round(given: Given) -> Round:
    return Round(
        given.get("max", 1), given.get("until", ""), given.get("every"), given.get("each", "")
    )


def _require_end(given: Given, reading: Reading) -> None:
    if "for" not in given.source and "until" not in given.source:
        reading.refuse("wait-endless", reading.key_place(given.source, given.kind))
