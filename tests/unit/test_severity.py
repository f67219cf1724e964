import pytest

from netfin_incident.domain.severity import Severity, parse_severity
from netfin_incident.errors import UsageError

SPELLINGS = {
    Severity.S1: "1 sev1 S1 s-1 severity1 I i Ⅰ ⅰ Ⅰ级 1级 一级 特别重大 特別重大 １ ＳＥＶ１",
    Severity.S2: "2 sev2 SEV-2 S2 s.2 II ii Ⅱ Ⅱ级 Ⅱ級 二级 重大 sevii sⅡ Ｓ２",
    Severity.S3: "3 sev_3 S3 III Ⅲ 三 较大 較大 3类",
    Severity.S4: "4 sev4 S4 IV iv Ⅳ Ⅳ级 四级 一般 siv",
}


@pytest.mark.parametrize(
    ("text", "severity"),
    [(text, severity) for severity, texts in SPELLINGS.items() for text in texts.split()],
)
def test_a_severity_is_read_as_people_write_it(text: str, severity: Severity) -> None:
    assert parse_severity(f" {text}\n") is severity


@pytest.mark.parametrize("text", ["P1", "p2", "Ｐ１", " p0 "])
def test_a_priority_is_not_a_severity(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_severity(text)
    assert refused.value.slug == "severity-is-not-priority"


@pytest.mark.parametrize(
    "text", ["", "0", "5", "sev", "sev5", "S12", "1;drop", "v", "iiii", "١", "级", "-1", "1.5", "p"]
)
def test_anything_else_is_unknown(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_severity(text)
    assert refused.value.slug == "severity-unknown"
    assert refused.value.values == {"given": text}


def test_a_worse_severity_is_smaller() -> None:
    assert [grade for grade in Severity if grade <= Severity.S2] == [Severity.S1, Severity.S2]


def test_a_cell_shows_the_grade_in_ascii() -> None:
    assert [grade.roman for grade in Severity] == ["I", "II", "III", "IV"]
