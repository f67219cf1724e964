"""Reading exports that were tampered with."""

import json
from collections.abc import Callable

import pytest

from netfin_incident.errors import RecordError
from netfin_incident.store.export import verify_export
from netfin_incident.store.verify import Fault, Verdict
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

STREAM = "incident/INC-2026-0002"


def checked(lines: list[str]) -> Verdict:
    return verify_export(lines, "journal.jsonl")[1]


def found(lines: list[str]) -> tuple[Fault, int]:
    finding = checked(lines).finding
    assert finding is not None
    return finding.fault, finding.seq


def refused(asked: Callable[[], object]) -> str:
    with pytest.raises(RecordError) as refusal:
        asked()
    assert explain(refusal.value, Language.ZH_HANT).hint
    return refusal.value.slug


def edited(line: str, **values: object) -> str:
    return json.dumps(json.loads(line) | values, ensure_ascii=False)
