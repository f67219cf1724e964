"""Adopting a version of a playbook, approving it, and looking at what was in force."""

from typing import Annotated

from netfin_incident.app.definitions import Settled, as_source, compiled
from netfin_incident.cli.asked import NOTE
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.playbook_files import source_of
from netfin_incident.cli.versions import version_in_json, version_name, version_said
from netfin_incident.domain.definition import events as d
from netfin_incident.domain.definition.state import Standing
from netfin_incident.domain.record import Recorded
from netfin_incident.errors import CommandRefused, DefinitionError
from netfin_incident.library.source import Source
from netfin_incident.store.codec import format_time
from netfin_incident.wording import adopting as said
from netfin_incident.wording import command_answers as answers
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.moments import stamp
from netfin_incident.wording.sentences import authority, kind_label
from netfin_incident.wording.sentences.definitions import definition_sentence


def adopt(
    call: Call,
    playbook: Annotated[str, Arg("PLAYBOOK", said.WHAT)],
    *,
    start: Annotated[str | None, Opt("--from", said.START, "TIME")] = None,
    note: NOTE = "",
) -> None:
    """Let the file as it is be the version that counts."""
    source = source_of(call, playbook)
    compiled(source)
    begins = None if start is None else call.start(start).at
    act = call.act()
    call.created_desk()
    settled = call.session.definitions.adopt(source, act, begins, note)
    _answer(call, settled, _newest(settled))
    if _kept_its_revision(settled):
        call.tell(said.SAME_REVISION, revision=settled.definition.newest.revision)
    if _newest(settled).approval is None:
        call.tell(said.NOT_APPROVED_YET, id=settled.definition.id)


def approve(
    call: Call,
    playbook: Annotated[str, Arg("PLAYBOOK", words.PLAYBOOK)],
    *,
    document: Annotated[str, Opt("--document", said.DOCUMENT, "NO")] = "",
    author: Annotated[str, Opt("--author", said.AUTHOR, "PERSON")] = "",
    note: NOTE = "",
    digits: Annotated[str, Opt("--hash", said.HASH, "HASH")] = "",
) -> None:
    """Record that whoever acts approved a version."""
    settled = call.session.definitions.approve(
        playbook, call.act(), document, author, note, digits
    )  # fmt: skip
    standing = _approved(settled, digits)
    _answer(call, settled, standing)
    if standing.approval is not None and standing.approval.alone:
        call.tell(said.APPROVED_ALONE, id=standing.id)
    if _file_differs(call, standing):
        call.tell(said.FILE_DIFFERS)


def history(call: Call, playbook: Annotated[str, Arg("PLAYBOOK", words.PLAYBOOK)]) -> None:
    """Show every adoption and approval of a playbook."""
    entries = call.session.definitions.history(playbook)
    if call.wants_json:
        listed = [_entry_in_json(call, one) for one in entries]
        call.output.json({"playbook": playbook, "entries": listed})
        return
    rows = [
        (
            f"#{one.version}", stamp(one.act.happened, call.session.zone),
            call.session.config.name_of(one.act.by), call.say(kind_label(one.event.KIND)),
            _told(call, one),
        )
        for one in entries
    ]  # fmt: skip
    for line in aligned(rows):
        call.output.data(line)


def list_in_force(call: Call, day: str) -> None:
    """List the versions that were in force at a moment."""
    moment = call.start(day)
    standing = list(call.session.definitions.in_force(moment.at).values())
    if call.wants_json:
        listed = [version_in_json(one) for one in standing]
        call.output.json({"at": format_time(moment.at), "playbooks": listed})
        return
    if not standing:
        call.tell(said.NOTHING_IN_FORCE, moment=stamp(moment.at, call.session.zone))
    for line in aligned([(*version_name(one), *version_said(call, one)) for one in standing]):
        call.output.data(line)


def version_in_force(call: Call, playbook: str, day: str) -> tuple[Standing, Source]:
    """The version of a playbook that was in force at a moment, and its text.

    Raises:
        CommandRefused: it was never adopted, or not by then.
        RecordError: the database cannot be read.
    """
    moment = call.start(day)
    definition = call.session.definitions.adopted().get(playbook)
    if definition is None:
        raise CommandRefused("definition-not-adopted", id=playbook)
    standing = definition.in_force(moment.at)
    if standing is None:
        first = min(one.effective_from for one in definition.versions)
        raise CommandRefused("nothing-in-force", id=playbook, moment=moment.at, first=first)
    body = call.session.definitions.body(playbook, standing.version.sha256)
    return standing, as_source(standing, body)


def _newest(settled: Settled) -> Standing:
    definition = settled.definition
    newest = definition.newest
    return Standing(definition.id, newest, definition.approval_of(newest.sha256))


def _approved(settled: Settled, digits: str) -> Standing:
    definition = settled.definition
    given = digits.strip().lower()
    version = next(
        one for one in reversed(definition.versions) if one.sha256.startswith(given)
    )  # fmt: skip
    return Standing(definition.id, version, definition.approval_of(version.sha256))


def _kept_its_revision(settled: Settled) -> bool:
    *before, newest = settled.definition.versions
    return bool(settled.recorded) and any(
        one.revision == newest.revision and one.sha256 != newest.sha256 for one in before
    )


def _file_differs(call: Call, standing: Standing) -> bool:
    try:
        return call.session.shelf.get(standing.id).source_sha256 != standing.version.sha256
    except DefinitionError:
        return True


def _answer(call: Call, settled: Settled, standing: Standing) -> None:
    """Say what was written, then which version it concerns."""
    for one in settled.recorded:
        when = stamp(one.act.happened, call.session.zone)
        call.output.tell(f"{standing.id} #{one.version} {when} {_told(call, one)}")
    if not settled.recorded:
        call.tell(answers.NOTHING_TO_RECORD, id=standing.id)
    if call.wants_json:
        entries = [
            {"seq": one.seq, "entry": one.version, "kind": one.event.KIND}
            for one in settled.recorded
        ]  # fmt: skip
        call.output.json({"version": version_in_json(standing), "entries": entries})
    else:
        call.output.data(" ".join(version_name(standing)))
    call.remember()


def _told(call: Call, one: Recorded[d.Event]) -> str:
    words_of_it = definition_sentence(one.event, one.act, call.language, call.session.zone)
    told_for = authority(one.act, call.language)
    return f"[{told_for}] {words_of_it}" if told_for else words_of_it


def _entry_in_json(call: Call, one: Recorded[d.Event]) -> dict[str, object]:
    from netfin_incident.reports.as_json import plain

    act = one.act
    return {
        "seq": one.seq, "entry": one.version, "kind": one.event.KIND,
        "occurred_at": format_time(act.happened), "recorded_at": format_time(act.at),
        "by": act.by, "known": act.known.value, "on_behalf_of": act.on_behalf_of,
        "basis": act.basis.value if act.basis else None, "break_glass": act.break_glass,
        "text": _told(call, one), "event": plain(one.event),
    }  # fmt: skip
