"""Reading `services.yaml`: the firm's services, and everything found wrong with them.

The format is `netfin-services/1`, described in `docs/services.md`.  No file means no services; a
file is used only when nothing at all is wrong with it.
"""

import os
from collections.abc import Collection, Iterable
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

from netfin_incident.domain.services import Criticality, Service
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.choices import choices
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.shapes import Keyed, Listing, Record
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.usual_shapes import ID, IDS, LINE, OFFSET, TEXT, choice
from netfin_incident.library.values import folded

SCHEMA: Final = "netfin-services/1"

_SERVICE: Final = Record(
    {
        "name": TEXT,
        "owner": LINE,
        "deputy": LINE,
        "criticality": choice(*Criticality),
        "rto": OFFSET,
        "rpo": OFFSET,
        "depends_on": IDS,
        "channels": Listing(LINE),
        "playbooks": IDS,
    },
    needed=("name", "owner", "deputy", "criticality"),
)
_FILE: Final = Record(
    {"schema": choice(SCHEMA), "services": Keyed(ID, _SERVICE)}, needed=("schema", "services")
)


def load_services(path: Path) -> tuple[Service, ...]:
    """The services in the file at `path`, in its order; none where there is no file.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    if not os.path.lexists(path):
        return ()
    services, reading = read_services(read_source(path))
    reading.require_sound()
    return services


def check_services(path: Path, playbooks: Collection[str]) -> tuple[DefinitionError, ...]:
    """Everything that is wrong with the file at `path`, and what could be better, in its order.

    Args:
        path: A file of services; one that is not there has nothing wrong with it.
        playbooks: Ids of the playbooks that a service may name.
    """
    if not os.path.lexists(path):
        return ()
    try:
        services, reading = read_services(read_source(path))
    except DefinitionError as error:
        return (error,)
    for service in services:
        for playbook in service.playbooks:
            if playbook not in playbooks:
                given = reading.root["services"][service.id]
                place = reading.word_place(given, "playbooks", playbook)
                reading.refuse_name("service-playbook-unknown", place, playbook, sorted(playbooks))
    return reading.findings()


def find_service(service_id: str, services: Iterable[Service]) -> Service:
    """The service called `service_id`.

    Raises:
        DefinitionError: there is none.
    """
    known = {service.id: service for service in services}
    if service_id not in known:
        nearest = choices(service_id, known)
        raise DefinitionError("service-unknown", given=service_id, choices=nearest)
    return known[service_id]


def read_services(source: Source) -> tuple[tuple[Service, ...], Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    given: dict[str, Given] = reading.root.get("services", {})
    services = tuple(_service(service_id, one, reading) for service_id, one in given.items())
    _check_dependencies(services, given, reading)
    return services, reading


def _service(service_id: str, given: Given, reading: Reading) -> Service:
    owner, deputy = given.get("owner", ""), given.get("deputy", "")
    if owner and folded(owner) == folded(deputy):
        place = reading.place(given.source, "deputy")
        reading.refuse("owner-is-deputy", place, service=service_id, owner=owner)
    return Service(
        id=service_id,
        name=given.get("name", Text("", "")),
        owner=owner,
        deputy=deputy,
        criticality=Criticality(given.get("criticality", Criticality.NORMAL)),
        rto=given.get("rto"),
        rpo=given.get("rpo"),
        depends_on=given.get("depends_on", ()),
        channels=given.get("channels", ()),
        playbooks=given.get("playbooks", ()),
    )


def _check_dependencies(
    services: tuple[Service, ...], given: dict[str, Given], reading: Reading
) -> None:
    known = {service.id: service.depends_on for service in services}
    for service in services:
        for other in service.depends_on:
            if other not in known:
                place = reading.word_place(given[service.id], "depends_on", other)
                others = (one for one in known if one != service.id)
                reading.refuse_name("dependency-unknown", place, other, others, service=service.id)
    try:
        TopologicalSorter(known).prepare()
    except CycleError as found:
        circle = tuple(reversed(found.args[1]))
        place = reading.word_place(given[circle[0]], "depends_on", circle[1])
        reading.refuse("dependency-circle", place, path=" → ".join(circle))
