"""Judging what people typed: cleaned, present where it must be, not longer than may be."""

from datetime import datetime, timedelta
from typing import Final

from netfin_incident.domain.record import Act
from netfin_incident.domain.text import MAX_LINE, MAX_TEXT, clean, clean_line
from netfin_incident.domain.vocabulary import Field, Reasoned
from netfin_incident.errors import CommandRefused

CLOCK_SLACK: Final = timedelta(minutes=2)
"""How far ahead of the writer's clock a moment may lie and still count as now."""
MAX_RAW: Final = MAX_TEXT * 8
"""Longest text that is cleaned at all; a longer one is refused whole, never cut."""


def line(field: Field, text: str, *, optional: bool = False) -> str:
    """One line: a title, a person, a channel.

    Raises:
        CommandRefused: it is missing or longer than 200 characters.
    """
    _check_size(field, text, MAX_LINE)
    return _judged(field, clean_line(text), MAX_LINE, optional=optional)


def prose(field: Field, text: str, *, optional: bool = False) -> str:
    """Free text of several lines.

    Raises:
        CommandRefused: it is missing or longer than 20,000 characters.
    """
    _check_size(field, text, MAX_TEXT)
    return _judged(field, clean(text).strip(), MAX_TEXT, optional=optional)


def reason(text: str, act: Reasoned) -> str:
    """The reason that `act` needs.

    Raises:
        CommandRefused: no reason was given, or it is longer than 20,000 characters.
    """
    given = prose(Field.REASON, text, optional=True)
    if not given:
        raise CommandRefused("reason-missing", act=act)
    return given


def check_act(act: Act) -> None:
    """Hold that an act says what it must: how it was agreed, and that it is not still to come.

    Raises:
        CommandRefused: it lies ahead, or is in another's name without a basis, or in one's own.
    """
    if act.break_glass:
        prose(Field.REASON, act.break_glass)
    if act.on_behalf_of:
        line(Field.PERSON, act.on_behalf_of)
    check_happened(act.occurred_at, act)
    if act.on_behalf_of and act.basis is None:
        raise CommandRefused("basis-missing", person=act.on_behalf_of)
    if act.on_behalf_of and act.on_behalf_of == act.by:
        raise CommandRefused("on-behalf-of-oneself", person=act.by)


def check_happened(moment: datetime | None, act: Act) -> None:
    """Hold that `moment`, where one is given, is not still to come.

    Raises:
        CommandRefused: it lies ahead of the act.
    """
    if moment is not None and moment > act.at + CLOCK_SLACK:
        raise CommandRefused("not-yet-happened", moment=moment, now=act.at)


def _check_size(field: Field, text: str, longest: int) -> None:
    if len(text) > MAX_RAW:
        raise CommandRefused("text-too-long", field=field, length=len(text), longest=longest)


def _judged(field: Field, text: str, longest: int, *, optional: bool) -> str:
    if not text and not optional:
        raise CommandRefused("text-missing", field=field)
    if len(text) > longest:
        raise CommandRefused("text-too-long", field=field, length=len(text), longest=longest)
    return text
