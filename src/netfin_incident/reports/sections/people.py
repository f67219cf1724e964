"""Who: roles and tenures, gaps, handovers, and acts that need a second look."""

from netfin_incident.reports.course import ENDED
from netfin_incident.reports.handovers import Handover
from netfin_incident.reports.said import Row, Said, Speaker
from netfin_incident.reports.second_looks import SecondLook
from netfin_incident.reports.tenures import Passing, Tenure
from netfin_incident.wording.report import OUTCOMES, TENURE_BEGUN, TENURE_ENDED


def roles(speaker: Speaker) -> dict[str, list[Said] | str]:
    """Who held which role, what was forced, and what nobody held."""
    facts = speaker.facts
    return {
        "tenures": [_tenure(tenure, speaker) for tenure in facts.tenures],
        "forced": [
            _tenure(tenure, speaker) for tenure in facts.tenures if tenure.begun is Passing.TAKEN
        ],
        "vacancies": [
            {
                "from": speaker.at(one.start),
                "to": speaker.at(one.end),
                "lasts": one.lasts,
                "span": speaker.span(one.seconds),
            }
            for one in facts.without_commander
        ],
        "never_held": speaker.listed(speaker.role(role) for role in facts.never_held),
        "handovers": [_handover(one, speaker) for one in facts.handovers],
    }


def _tenure(tenure: Tenure, speaker: Speaker) -> Row:
    ended = speaker.facts.incident.status in ENDED
    begun = speaker.text(TENURE_BEGUN[tenure.begun]).format(
        by=speaker.person(tenure.by), before=speaker.person(tenure.before), reason=tenure.reason
    )
    disorder = tenure.seconds is not None and tenure.seconds < 0
    marks = [begun, _end(tenure, speaker), speaker.mark("out_of_order") if disorder else ""]
    return {
        "role": speaker.role(tenure.role),
        "person": speaker.person(tenure.person),
        "before": speaker.person(tenure.before),
        "from": speaker.happened(tenure.entry),
        "to": speaker.at(tenure.end) or speaker.mark("to_the_end" if ended else "holding"),
        "entry": tenure.entry,
        "reason": tenure.reason,
        "marks": speaker.marks(tenure.entry, *marks),
    }


def _end(tenure: Tenure, speaker: Speaker) -> str:
    if tenure.ended is None:
        return ""
    if tenure.end_reason:
        words = speaker.text(TENURE_ENDED["released_because"])
        return words.format(reason=tenure.end_reason)
    return speaker.text(TENURE_ENDED[tenure.ended])


def _handover(handover: Handover, speaker: Speaker) -> Said:
    outcome = speaker.text(OUTCOMES[handover.outcome]).format(
        at=speaker.at(handover.ended_at), span=speaker.span(handover.seconds),
        entry=handover.end_entry, reason=handover.reason,
    )  # fmt: skip
    return {
        "role": speaker.role(handover.role),
        "from": speaker.person(handover.holder),
        "to": speaker.person(handover.to),
        "by": speaker.person(handover.by),
        "at": speaker.happened(handover.entry),
        "entry": handover.entry,
        "brief": handover.brief,
        "outcome": outcome,
        "marks": speaker.marks(handover.entry),
    }


def second_looks(speaker: Speaker) -> list[Said]:
    """Break-glass acts, acts in another's name, and named second persons, each with its answer."""
    return [_second_look(look, speaker) for look in speaker.facts.second_looks]


def _second_look(look: SecondLook, speaker: Speaker) -> Said:
    act, entries = look.act, speaker.facts.entries
    answers: list[Said] = [
        {
            "person": speaker.person(answer.act.by),
            "at": speaker.happened(answer.version),
            "entry": answer.version,
            "note": answer.event.note,
            "is_review": bool(act.break_glass)
            and answer.act.by not in (act.on_behalf_of, *look.seconds),
        }
        for answer in look.answers
    ]
    owed = look.owed
    people = owed.confirmers if owed else ()
    return {
        "entries": speaker.listed(str(entry) for entry in look.entries),
        "is_one": len(look.entries) == 1,
        "at": speaker.happened(look.entries[0]),
        "by": speaker.person(act.by),
        "texts": [speaker.sentence(entries[entry]) for entry in look.entries],
        "break_glass": act.break_glass,
        "behalf": speaker.person(act.on_behalf_of),
        "basis": speaker.label(act.basis) if act.basis else "",
        "seconds": speaker.listed(speaker.person(one) for one in look.seconds),
        "answers": answers,
        "owed": speaker.listed(speaker.person(person) for person in people),
        "review_due": speaker.at(owed.due_at) if owed and owed.break_glass else "",
    }
