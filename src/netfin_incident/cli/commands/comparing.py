"""Comparing two playbooks, or two versions of one, in words."""

from collections.abc import Sequence
from typing import Annotated, Final

from netfin_incident.app.definitions import as_source
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Arg
from netfin_incident.cli.playbook_files import Named, find_playbook, is_file, named
from netfin_incident.cli.versions import DIGITS
from netfin_incident.domain.definition.state import Definition, Standing, Version
from netfin_incident.domain.playbook.comparing import Change, What, compare
from netfin_incident.errors import CommandRefused, UsageError
from netfin_incident.wording import plan_change_words as w
from netfin_incident.wording.plan_changes import ChangeWords

_DIFFERENT: Final = 1
"""Exit code where the two say different things."""


def diff(
    call: Call,
    one: Annotated[str, Arg("A", w.FIRST)],
    other: Annotated[str, Arg("B", w.SECOND)],
) -> int:
    """Say what differs between two playbooks."""
    before, after = _found(call, one), _found(call, other)
    changes = compare(before.plan, after.plan)
    words = ChangeWords(before.plan, after.plan, call.language)
    if call.wants_json:
        listed = [_in_json(words, change) for change in changes]
        call.output.json({"equal": not changes, "changes": listed})
    else:
        _print(call, words, changes)
    if changes:
        call.tell(w.COUNTED, count=len(changes), one=one, other=other)
        return _DIFFERENT
    same = before.source.sha256 == after.source.sha256
    call.tell(w.EQUAL if same else w.EQUAL_PLANS, one=one, other=other)
    return 0


def _print(call: Call, words: ChangeWords, changes: Sequence[Change]) -> None:
    section, thing = None, None
    for change in changes:
        if change.section is not section:
            section, thing = change.section, None
            call.output.data(words.heading(change.section))
        if change.thing and (change.what is not What.CHANGED or change.thing != thing):
            thing = change.thing
            call.output.data(f"  {words.thing(change)}")
        told = words.told(change)
        if told:
            call.output.data(f"    {told}" if change.thing else f"  {told}")


def _in_json(words: ChangeWords, change: Change) -> dict[str, object]:
    from netfin_incident.reports.plan_json import whole

    return {
        "section": change.section.value,
        "id": change.thing,
        "what": change.what.value,
        "field": change.field,
        "item": change.item,
        "grades": [int(one) for one in change.grades],
        "before": whole(change.before),
        "after": whole(change.after),
        "text": words.told(change) or words.thing(change),
    }


def _found(call: Call, given: str) -> Named:
    """The playbook, or the adopted version of one, that `given` names.

    Raises:
        UsageError: no such version was adopted.
        CommandRefused: the playbook was never adopted.
        DefinitionError: there is no such playbook, or it cannot be used.
        RecordError: the database cannot be read.
    """
    playbook, at, version = given.rpartition("@")
    if not at or is_file(given):
        return find_playbook(call, given)
    definition = call.session.definitions.adopted().get(playbook)
    if definition is None:
        raise CommandRefused("definition-not-adopted", id=playbook)
    found = _version(definition, version.strip().lower())
    body = call.session.definitions.body(playbook, found.sha256)
    return named(as_source(Standing(playbook, found, None), body))


def _version(definition: Definition, given: str) -> Version:
    """The version of that revision, the newest where there are several; else the one of that hash."""
    newest_first = tuple(reversed(definition.versions))
    revision = (one for one in newest_first if str(one.revision) == given.removeprefix("r"))
    hashed = (one for one in newest_first if given and one.sha256.startswith(given))
    found = next(revision, None) or next(hashed, None)
    if found is None:
        known = [f"{one.revision}, {one.sha256[:DIGITS]}" for one in newest_first]
        raise UsageError("version-unknown", id=definition.id, given=given, choices=known)
    return found
