"""The escalation policies: look them through, and see who would be called."""

from datetime import timedelta
from typing import Annotated

from netfin_incident.app.escalation_checks import Around, check_escalations
from netfin_incident.app.escalation_targets import on_call_now
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.escalation_page import (
    policy_in_json,
    policy_lines,
    rule_in_json,
    rule_said,
)
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.parameters import Arg
from netfin_incident.cli.roster_page import rosters_of
from netfin_incident.domain.escalation import EscalationPolicy, Escalations
from netfin_incident.domain.roster import DAYS_AHEAD, Roster
from netfin_incident.errors import DefinitionError
from netfin_incident.library.channels import check_channels_file
from netfin_incident.library.choices import choices
from netfin_incident.library.escalation import Written, check_escalations_file
from netfin_incident.library.reading import position
from netfin_incident.store.codec import format_time
from netfin_incident.wording import escalation_answers as said


def check(call: Call) -> int:
    """Look for faults in the file and for times when nobody is reached; for a timer.

    A file that was named has to be there.
    """
    path = call.session.config.escalation.value
    written, errors = check_escalations_file(path)
    if written is None and not errors and call.session.escalations is None:
        call.tell(said.NO_POLICIES, path=path)
    found = sorted([*errors, *(_ahead(call, written) if written else ())], key=position)
    code = answer_findings(call, path, found)
    if written is not None and not found:
        held = written.escalations
        counts = {"policies": len(held.policies), "rules": len(held.rules)}
        call.tell(said.CHECKED, **counts, days=DAYS_AHEAD)
    return code


def show(call: Call, policy: Annotated[str | None, Arg("POLICY", said.POLICY)] = None) -> None:
    """Show the ladder of a policy, or of all, and who would be called now."""
    held = call.session.escalations
    if held is None:
        call.tell(said.NO_POLICIES, path=call.session.config.escalation.value)
        held = Escalations((), ())
        if not call.wants_json:
            return
    shown = held.policies if policy is None else (_policy(held, policy),)
    present, rosters = now(), rosters_of(call)
    roster, changes = Roster(()), rosters.changes()
    try:
        roster = rosters.counting(present).roster
    except DefinitionError as error:
        call.output.refuse(error)
    everybody = {one.id: on_call_now(one, roster, present, changes) for one in shown}
    if call.wants_json:
        call.output.json({
            "at": format_time(present),
            "policies": [policy_in_json(one, everybody[one.id]) for one in shown],
            "use": [rule_in_json(one) for one in held.rules],
        })  # fmt: skip
        return
    for number, one in enumerate(shown):
        if number:
            call.output.data()
        for line in policy_lines(call, one, held.rules, roster, everybody[one.id]):
            call.output.data(line)
    for rule in held.rules if policy is None else ():
        if not rule.policy:
            call.output.data(f"\n{call.say(said.UNPAGED)}  {rule_said(call, rule)}")


def _policy(held: Escalations, given: str) -> EscalationPolicy:
    found = held.policy(given.strip())
    if found is None:
        known = (one.id for one in held.policies)
        near = choices(given, known)
        raise DefinitionError("escalation-policy-absent", given=given, choices=near)
    return found


def _ahead(call: Call, written: Written) -> list[DefinitionError]:
    """What needs seeing to in the days ahead, each finding once however many rosters have it."""
    rosters, present = rosters_of(call), now()
    settings, _ = check_channels_file(call.session.config.channels.value)
    channels = frozenset(one.name for one in settings.channels)
    try:
        changes = rosters.changes()
        found = [
            error
            for one in rosters.periods(present, present + timedelta(days=DAYS_AHEAD))
            for error in check_escalations(
                written,
                Around(one.counting.roster, changes, channels, _services(call), one.start, one.end),
            )
        ]
    except DefinitionError as error:
        return [error]
    return list({str(error): error for error in found}.values())


def _services(call: Call) -> frozenset[str]:
    """Ids of the services; none where their file cannot be used, which another check says."""
    try:
        return frozenset(one.id for one in call.session.services)
    except DefinitionError:
        return frozenset()
