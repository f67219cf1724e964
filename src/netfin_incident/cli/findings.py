"""What a check found, for other programs."""

from netfin_incident.cli.call import Call
from netfin_incident.errors import DefinitionError
from netfin_incident.wording.explain import explain


def finding_in_json(call: Call, error: DefinitionError) -> dict[str, object]:
    """One finding: its code, where it stands, and all of it in the reader's language."""
    explained, place = explain(error, call.language), error.place
    return {
        "code": explained.code, "file": place and place.file, "line": place and place.line,
        "column": place and place.column, "text": explained.line,
    }  # fmt: skip
