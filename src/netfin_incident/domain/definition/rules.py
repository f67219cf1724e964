"""What may happen to a definition: a version counts once it is adopted, and four eyes approve it.

A later version takes effect no earlier than the one before it was adopted, so that what the record
once answered for a time before that stays true; the first may take effect at any time, because a
plan is older than its entry here.  Of rosters a later version takes effect from its adoption at the
earliest: who was on call is not changed afterwards.
"""

from datetime import datetime
from typing import Final, assert_never

from netfin_incident.domain.definition import events as e
from netfin_incident.domain.definition.commands import Adopt, Approve, Command
from netfin_incident.domain.definition.state import Definition, Version, digest_of
from netfin_incident.domain.incident.rules.typed import CLOCK_SLACK, check_act, line, prose
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import DefinitionKind, Field
from netfin_incident.errors import CommandRefused

FEWEST_DIGITS: Final = 8
"""Digits of a hash that are enough to name a version."""


def decide(definition: Definition | None, act: Act, command: Command) -> list[e.Event]:
    """Answer `command` with the events that follow from it; none where it is so already.

    Raises:
        CommandRefused: the rules do not allow it.
    """
    check_act(act)
    match command:
        case Adopt():
            return _adopt(definition, act, command)
        case Approve():
            if definition is None:
                raise CommandRefused("definition-not-adopted", id=command.id)
            return _approve(definition, act, command)
        case _:
            assert_never(command)


def _adopt(definition: Definition | None, act: Act, asked: Adopt) -> list[e.Event]:
    digest = digest_of(asked.body)
    start = asked.effective_from or act.happened
    newest = definition.newest if definition else None
    if newest is not None and newest.sha256 == digest:
        begun = newest.effective_from
        if begun == start or (asked.effective_from is None and begun <= start):
            return []
    if asked.kind is DefinitionKind.ROSTER and newest is not None:
        start = _from_now(act, start)
    if newest is not None and start < newest.adopted_at:
        raise CommandRefused(
            "effective-too-early", id=asked.id, effective=start, before=newest.adopted_at
        )
    note = prose(Field.NOTE, asked.note, optional=True)
    revision = asked.revision or 1 + len(definition.versions if definition else ())
    return [
        e.DefinitionAdopted(
            asked.kind, asked.id, revision, digest, asked.body, start, note
        )
    ]  # fmt: skip


def _from_now(act: Act, start: datetime) -> datetime:
    """When a later roster takes effect: never before it is adopted."""
    if start < act.at - CLOCK_SLACK:
        raise CommandRefused("roster-effective-past", effective=start)
    return max(start, act.at)


def _approve(definition: Definition, act: Act, asked: Approve) -> list[e.Event]:
    version = _named(definition, asked.sha256)
    document = line(Field.DOCUMENT, asked.document, optional=True)
    if not document:
        raise CommandRefused("document-missing", id=definition.id)
    author = line(Field.PERSON, asked.author, optional=True) or version.adopted_by
    asked_again = (act.person, document, author)
    given = definition.approvals_of(version.sha256)
    if any((one.by, one.document, one.author) == asked_again for one in given):
        return []
    if act.person in definition.responsible(version.sha256, author) and not act.break_glass:
        raise CommandRefused("approver-not-apart", id=definition.id, person=act.person)
    note = prose(Field.NOTE, asked.note, optional=True)
    return [
        e.DefinitionApproved(
            definition.kind, definition.id, version.revision, version.sha256, document, author, note
        )
    ]


def _named(definition: Definition, digits: str) -> Version:
    given = digits.strip().lower()
    if not given:
        return definition.newest
    found = {one.sha256: one for one in definition.versions if one.sha256.startswith(given)}
    if len(given) < FEWEST_DIGITS or len(found) != 1:
        known = tuple(dict.fromkeys(one.sha256[:12] for one in definition.versions))
        raise CommandRefused(
            "version-not-adopted", id=definition.id, given=given, known=known
        )  # fmt: skip
    return next(iter(found.values()))
