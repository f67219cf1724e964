"""Suggesting a playbook for what is being reported."""

from typing import Annotated

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.services import Service
from netfin_incident.domain.suggesting import suggest as suggestions
from netfin_incident.errors import DefinitionError
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words


def suggest(
    call: Call,
    title: Annotated[str, Arg("WORDS", words.SUGGEST_WORDS, prose=True)],
    *,
    service: Annotated[str, Opt("--service", words.SERVICE, "SERVICE")] = "",
) -> None:
    """Suggest up to three playbooks for the words of a report."""
    plans = [one.plan for one in call.session.shelf.list() if one.plan is not None]
    found = suggestions(plans, _services(call), title, service)
    if call.wants_json:
        listed = [
            {"id": one.id, "name": {"en": one.name.en, "zh": one.name.zh}, "why": list(one.why)}
            for one in found
        ]
        call.output.json({"suggestions": listed})
        return
    if not found:
        call.tell(said.NO_SUGGESTION)
    rows = [(one.id, call.say(one.name), ", ".join(one.why)) for one in found]
    for line in aligned(rows):
        call.output.data(line)


def _services(call: Call) -> tuple[Service, ...]:
    """The services; none where their file cannot be used, which is said and stops nobody."""
    try:
        return call.session.services
    except DefinitionError as error:
        call.output.refuse(error)
        return ()
