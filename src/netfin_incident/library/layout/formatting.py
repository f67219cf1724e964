"""Putting a playbook file in order without changing what it says."""

from collections import Counter
from dataclasses import replace

from netfin_incident.domain.playbook import Plan
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.layout.reading import read_laid
from netfin_incident.library.layout.writing import write
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.reading import Given
from netfin_incident.library.source import Source


def formatted(source: Source) -> str:
    """The text of the playbook in `source`, in order.

    Raises:
        DefinitionError: it cannot be used, or would not say the same with the same remarks.
    """
    said = _said(source)
    before = read_laid(source.text)
    text = write(before)
    try:
        same = _said(replace(source, text=text)) == said
    except DefinitionError as error:
        raise DefinitionError("format-changes-plan", place=error.place) from error
    if not same:
        raise DefinitionError("format-changes-plan", place=Place(source.file))
    lost = Counter(before.remarks()) - Counter(read_laid(text).remarks())
    if lost:
        place = Place(source.file)
        raise DefinitionError("format-loses-comment", place=place, comment=next(iter(lost)))
    return text


def _said(source: Source) -> tuple[Plan, Given]:
    """Everything that a file says: its plan, and the rest of its fields."""
    plan, reading = read_playbook(source)
    reading.require_sound()
    return plan, reading.root
