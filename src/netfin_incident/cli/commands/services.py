"""The firm's services: list, show, check."""

from collections.abc import Iterator
from typing import Annotated

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.parameters import Arg
from netfin_incident.domain.services import Service, affected_by
from netfin_incident.library.services import check_services, find_service
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.moments import span
from netfin_incident.wording.service_words import criticality_label


def list_services(call: Call) -> None:
    """List the services, with who answers for each."""
    services = call.session.services
    if call.wants_json:
        call.output.json({"services": [_in_json(one) for one in services]})
        return
    if not services:
        call.tell(said.NO_SERVICES, path=call.session.config.services.value)
    rows = [
        (
            one.id,
            call.say(criticality_label(one.criticality)),
            " / ".join(map(call.session.config.name_of, (one.owner, one.deputy))),
            call.name(one.name),
        )
        for one in services
    ]
    for line in aligned(rows):
        call.output.data(line)


def show(call: Call, service: Annotated[str, Arg("SERVICE", words.SERVICE_ID)]) -> None:
    """Show one service: who answers for it, how soon it must be back, what it stands on."""
    services = call.session.services
    one = find_service(service, services)
    affected = tuple(other.id for other in affected_by(one.id, services))
    if call.wants_json:
        call.output.json({**_in_json(one), "affects": list(affected)})
        return
    call.output.data(f"{one.id}  {call.name(one.name)}")
    for line in aligned(list(_facts(call, one, affected)), "  "):
        call.output.data(line)


def check(call: Call) -> int:
    """Check the file of services; the exit code says whether there is something to mend."""
    path = call.session.config.services.value
    playbooks = [one.id for one in call.session.shelf.list()]
    found = check_services(path, playbooks)
    if not found and not call.wants_json:
        count = len(call.session.services)
        call.tell(said.SERVICES_CHECKED if count else said.NO_SERVICES, count=count, path=path)
    return answer_findings(call, path, found)


def _facts(call: Call, one: Service, affected: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    name = call.session.config.name_of
    yield call.say(said.SERVICE_CRITICALITY), call.say(criticality_label(one.criticality))
    yield call.say(said.SERVICE_OWNER), name(one.owner)
    yield call.say(said.SERVICE_DEPUTY), name(one.deputy)
    for head, seconds in ((said.SERVICE_RTO, one.rto), (said.SERVICE_RPO, one.rpo)):
        if seconds is not None:
            yield call.say(head), span(seconds, call.language)
    for head, listed in (
        (said.SERVICE_STANDS_ON, one.depends_on),
        (said.SERVICE_AFFECTS, affected),
        (said.SERVICE_CHANNELS, one.channels),
        (said.SERVICE_PLAYBOOKS, one.playbooks),
    ):
        if listed:
            yield call.say(head), ", ".join(listed)


def _in_json(one: Service) -> dict[str, object]:
    return {
        "id": one.id, "name": {"en": one.name.en, "zh": one.name.zh}, "owner": one.owner,
        "deputy": one.deputy, "criticality": one.criticality.value, "rto_seconds": one.rto,
        "rpo_seconds": one.rpo, "depends_on": list(one.depends_on), "channels": list(one.channels),
        "playbooks": list(one.playbooks),
    }  # fmt: skip
