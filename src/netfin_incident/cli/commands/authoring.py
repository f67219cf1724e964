"""Writing playbooks: a template to begin with, files put in order, a draft from an incident."""

import stat
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final

from netfin_incident.app.named_files import write_whole
from netfin_incident.cli.asked import FORCE, INCIDENT, OUT
from netfin_incident.cli.call import Call
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.errors import UsageError
from netfin_incident.library.new_playbook import new_playbook
from netfin_incident.library.source import read_source
from netfin_incident.wording import authoring as w
from netfin_incident.wording import command_answers as said

_FOUND: Final = 1
"""Exit code where a check found something to mend."""


def new(
    call: Call,
    playbook: Annotated[str, Arg("ID", w.NEW_ID)],
    *,
    out: OUT = None,
    force: FORCE = False,
) -> None:
    """Write a small playbook to begin with."""
    _deliver(call, new_playbook(playbook), out, force=force)


def fmt(
    call: Call,
    files: Annotated[tuple[str, ...], Arg("FILE", w.FILES)],
    *,
    check: Annotated[bool, Opt("--check", w.CHECK)] = False,
    stdout: Annotated[bool, Opt("--stdout", w.STDOUT)] = False,
) -> int:
    """Put playbook files in order; the exit code of `--check` says whether they are."""
    from netfin_incident.library.layout import formatted

    if not files:
        raise UsageError(
            "argument-missing", argument="FILE", command="netfin-incident playbook fmt"
        )
    sources = [read_source(Path(one)) for one in files]
    changed: list[str] = []
    for source, text in [(one, formatted(one)) for one in sources]:
        if stdout:
            call.output.lines(text.removesuffix("\n").split("\n"))
        if sha256(text.encode()).hexdigest() == source.sha256:
            continue
        changed.append(source.file)
        if not check and not stdout:
            path = Path(source.file)
            mode = stat.S_IMODE(path.stat().st_mode)
            write_whole(path, [text.encode()], force=True, mode=mode)
    if not stdout:
        _say_order(call, files, changed, check=check)
    return _FOUND if check and changed else 0


def from_incident(call: Call, incident: INCIDENT, *, out: OUT = None, force: FORCE = False) -> None:
    """Draft a playbook from what was really done in an incident."""
    from netfin_incident.app.drafting import draft
    from netfin_incident.app.timeline import timeline

    found = call.desk.incident(call.find(incident))
    text = draft(timeline(call.desk.rows(found.id)), found, call.language)
    _deliver(call, text, out, force=force)
    call.tell(w.DRAFTED, id=found.id)


def _say_order(call: Call, files: tuple[str, ...], changed: list[str], *, check: bool) -> None:
    if call.wants_json:
        call.output.json({"files": len(files), "changed": changed})
        return
    for file in changed:
        if check:
            call.output.data(call.say(w.NOT_IN_ORDER, file=file))
        else:
            call.tell(w.PUT_IN_ORDER, file=file)
    if not changed:
        call.tell(w.IN_ORDER, count=len(files))


def _deliver(call: Call, text: str, out: str | None, *, force: bool) -> None:
    """Print a text, or write it to the file that was named."""
    if out is None:
        call.output.lines(text.removesuffix("\n").split("\n"))
        return
    write_whole(Path(out), [text.encode()], force=force)
    call.tell(said.WRITTEN, path=out)
