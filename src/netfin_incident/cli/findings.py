"""The answer of a command that checks a file: every finding, and the exit code."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from netfin_incident.cli.call import Call
from netfin_incident.errors import DefinitionError
from netfin_incident.wording.explain import explain

FOUND: Final = 1
"""Exit code where a check found something to mend."""


def answer_findings(call: Call, path: Path, found: Sequence[DefinitionError]) -> int:
    """Print each finding in a line, or all of them as JSON; the exit code."""
    if call.wants_json:
        findings = [finding_in_json(call, one) for one in found]
        call.output.json({"file": str(path), "findings": findings})
        return FOUND if found else 0
    for one in found:
        call.output.data(explain(one, call.language).line)
    return FOUND if found else 0


def finding_in_json(call: Call, error: DefinitionError) -> dict[str, object]:
    """One finding: its code, where it stands, and all of it in the reader's language."""
    explained, place = explain(error, call.language), error.place
    return {
        "code": explained.code, "file": place and place.file, "line": place and place.line,
        "column": place and place.column, "text": explained.line,
    }  # fmt: skip
