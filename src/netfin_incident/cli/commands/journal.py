"""The record itself: check it, print its head, write it out, read it in, rebuild its lists."""

from pathlib import Path
from typing import Annotated

from netfin_incident.app.desk import stream_of
from netfin_incident.app.named_files import write_whole
from netfin_incident.app.record import Checked, check_database, check_export, export_text
from netfin_incident.app.seen import see, seen_file
from netfin_incident.cli.asked import FORCE, OUT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import only_one
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.progress import Progress
from netfin_incident.cli.standard_input import opened_or_input
from netfin_incident.cli.warning_page import find_warning
from netfin_incident.errors import RecordError, UsageError
from netfin_incident.store.export import export_lines, fill, read_whole
from netfin_incident.store.journal import Head
from netfin_incident.store.rotas import rota_stream
from netfin_incident.store.verify import Fault
from netfin_incident.store.warnings import warning_stream
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording import faults
from netfin_incident.wording.adopting import EXPORT_PLAYBOOK
from netfin_incident.wording.roster_answers import EXPORT_ROTATION
from netfin_incident.wording.warning_answers import EXPORT_WARNING


def verify(
    call: Call,
    file: Annotated[str | None, Arg("FILE", words.EXPORT_FILE)] = None,
    *,
    expect: Annotated[tuple[str, ...], Opt("--expect", words.EXPECT, "SEQ:ANCHOR")] = (),
) -> int:
    """Check every entry; the exit code says whether all is well."""
    expected = [_head(given) for given in expect]
    if file is None:
        progress = Progress(call.output, said.CHECKED_SO_FAR)
        checked = check_database(call.desk.store, expected, progress)
        progress.done()
    else:
        with opened_or_input(file) as stream:
            checked = check_export(stream, file, expected)
    if call.wants_json:
        call.output.json(_in_json(checked))
    else:
        _say(call, checked, is_database=file is None)
    return 0 if checked.verdict.is_good else RecordError.exit_code


def head(call: Call) -> None:
    """Print the place and anchor of the newest entry."""
    found = call.desk.head()
    see(call.desk.store)
    if call.wants_json:
        call.output.json({"seq": found.seq, "anchor": found.anchor})
    else:
        call.output.data(str(found))


def export(
    call: Call,
    *,
    incident: Annotated[str | None, Opt("--incident", words.EXPORT_ONE, "ID")] = None,
    playbook: Annotated[str | None, Opt("--playbook", EXPORT_PLAYBOOK, "ID")] = None,
    rotation: Annotated[str | None, Opt("--rotation", EXPORT_ROTATION, "ID")] = None,
    warning: Annotated[str | None, Opt("--warning", EXPORT_WARNING, "ID")] = None,
    out: OUT = None,
    force: FORCE = False,
) -> None:
    """Write the journal out, whole, or one incident, playbook, rotation or warning."""
    acts = {
        "--incident": incident, "--playbook": playbook, "--rotation": rotation,
        "--warning": warning,
    }  # fmt: skip
    only_one(acts, "", optional=True)
    stream = "" if incident is None else stream_of(call.find(incident))
    if rotation is not None:
        stream = rota_stream(rotation)
    if warning is not None:
        stream = warning_stream(find_warning(call, warning))
    if playbook is not None:
        stream = call.session.definitions.stream_of(playbook)
    lines = export_lines(call.desk.store, stream)
    if out is None:
        call.output.lines(lines)
        return
    written = [f"{line}\n".encode("utf-8", "surrogateescape") for line in lines]
    write_whole(Path(out), written, force=force)
    call.tell(said.EXPORTED, entries=len(written) - 1, path=out)


def import_journal(
    call: Call, file: Annotated[str, Arg("FILE", words.IMPORT_FILE)]
) -> None:  # fmt: skip
    """Fill an empty database from a whole export, after checking it."""
    with opened_or_input(file) as stream:
        exported, rows = read_whole(export_text(stream, file), file)
    store = call.created_desk().store
    entries = fill(store, exported, rows)
    see(store)
    call.tell(said.IMPORTED, entries=entries, file=file)


def rebuild(call: Call) -> None:
    """Drop the lists and build them anew."""
    call.tell(said.REBUILT, count=call.desk.rebuild())


def _head(given: str) -> Head:
    found = Head.parse(given)
    if found is None:
        raise UsageError("head-not-read", given=given)
    return found


def _say(call: Call, checked: Checked, *, is_database: bool) -> None:
    verdict, finding = checked.verdict, checked.verdict.finding
    if finding is None:
        call.output.data(call.say(faults.GOOD, entries=verdict.entries, head=verdict.head))
        return
    sentence = faults.fault_sentence(
        finding.fault.value, finding.seq, finding.stream, finding.entry, finding.detail
    )
    call.output.data(call.say(sentence))
    call.tell(said.GOOD_BEFORE, entries=verdict.entries)
    if is_database and checked.seen and finding.fault in (Fault.CUT, Fault.REWRITTEN):
        call.tell(said.SEEN_FILE, path=seen_file(call.desk.store))


def _in_json(checked: Checked) -> dict[str, object]:
    verdict = checked.verdict
    finding = verdict.finding
    return {
        "good": verdict.is_good,
        "entries": verdict.entries,
        "head": str(verdict.head),
        "stream": checked.stream,
        "finding": finding
        and {
            "fault": finding.fault.value, "seq": finding.seq, "stream": finding.stream,
            "entry": finding.entry, "detail": finding.detail,
        },
    }  # fmt: skip
