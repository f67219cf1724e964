"""What proves a fact, what corrects an entry, what confirms one."""

from typing import Annotated, Final

from netfin_incident.app.named_files import fingerprint
from netfin_incident.cli.asked import INCIDENT, NOTE, REASON
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import number, one_of, only_one
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.incident import commands as c
from netfin_incident.library.step_fields import EVIDENCE_KINDS
from netfin_incident.wording import command_parameters as words

_KIND_OF: Final = {"--file": "file", "--ref": "text"}


def evidence(
    call: Call,
    incident: INCIDENT,
    name: Annotated[str, Arg("NAME", words.EVIDENCE_NAME)],
    *,
    file: Annotated[str | None, Opt("--file", words.EVIDENCE_FILE, "PATH")] = None,
    ref: Annotated[str | None, Opt("--ref", words.EVIDENCE_REF, "TEXT")] = None,
    kind: Annotated[str | None, Opt("--kind", words.EVIDENCE_KIND, "KIND")] = None,
    step: Annotated[str, Opt("--step", words.EVIDENCE_STEP, "STEP")] = "",
) -> None:
    """Register evidence: a file by its hash, anything else by where it is."""
    given = only_one({"--file": file, "--ref": ref}, name)
    kept = _KIND_OF[given] if kind is None else one_of(EVIDENCE_KINDS, kind, "--kind")
    if file is None:
        asked = c.AddEvidence(name, ref or "", kept, step=step)
    else:
        found = fingerprint(file)
        asked = c.AddEvidence(name, str(found.path), kept, found.sha256, found.size, step)
    call.write(incident, asked)


def correct(
    call: Call,
    incident: INCIDENT,
    entry: Annotated[str, Arg("ENTRY", words.ENTRY)],
    *,
    text: Annotated[str, Opt("--text", words.RIGHT_TEXT, "TEXT", prose=True)] = "",
    occurred: Annotated[str | None, Opt("--occurred", words.RIGHT_TIME, "TIME")] = None,
    reason: REASON = "",
) -> None:
    """Say what is right where an entry is wrong; the entry stays."""
    incident_id = call.find(incident)
    moment = None if occurred is None else call.moment(occurred, incident_id).at
    call.write(incident_id, c.Correct(number(entry, "ENTRY"), reason, text, moment))


def confirm(
    call: Call,
    incident: INCIDENT,
    entry: Annotated[str, Arg("ENTRY", words.ENTRY)],
    *,
    note: NOTE = "",
) -> None:
    """Confirm an entry made in one's name, or review a break-glass."""
    call.write(incident, c.Confirm(number(entry, "ENTRY"), note))
