"""The ladder, for other programs."""

from collections.abc import Mapping

from netfin_incident.app.dialling import numbers
from netfin_incident.app.having import standing
from netfin_incident.cli.ladder_page import Ladder
from netfin_incident.reports.as_json import plain
from netfin_incident.reports.calling import climb_object


def ladder_in_json(ladder: Ladder, environ: Mapping[str, str]) -> dict[str, object]:
    """All of it: what was called, what arrived, who answered, what comes next."""
    incident, stands = ladder.incident, standing(ladder.incident)
    state, responses = incident.escalation, ladder.responses
    return {
        "incident": incident.id,
        "generation": state.generation if state else None,
        "fires": state.fires if state else 0,
        "standing": stands.having.value,
        "acknowledged": list(stands.people),
        "counting": stands.count if state else None,
        "needed": stands.needed if state else None,
        "next_at": plain(stands.next_at),
        "next_level": stands.next_level or None,
        "escalations": plain([climb_object(one) for one in ladder.climbs]),
        "acknowledgements": plain(responses.acknowledgements),
        "expired": plain(responses.lapses),
        "calls": plain(responses.telephoned),
        "told": plain(responses.told),
        "dial": dial_in_json(ladder, environ),
    }


def dial_in_json(ladder: Ladder, environ: Mapping[str, str]) -> list[dict[str, object]]:
    """Who can be telephoned, by which numbers."""
    found = {
        one: ladder.roster.person(one) if ladder.roster else None for one in ladder.people_to_dial
    }
    return [
        {"person": one, "name": person and person.name,
         "numbers": plain(numbers(person, environ)) if person else []}
        for one, person in found.items()
    ]  # fmt: skip
