import pytest

from netfin_incident.store.findings import Fault
from netfin_incident.wording.faults import GOOD, fault_sentence

STREAM = "incident/INC-2026-0001"


def said(fault: str, detail: str = "", seq: int = 7, entry: int = 3) -> tuple[str, str]:
    sentence = fault_sentence(fault, seq, STREAM if entry else "", entry, detail)
    return sentence.en, sentence.zh


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize(("entry", "detail"), [(3, "2"), (0, ""), (0, "\x1b[2J\u202e")])
def test_every_fault_is_said_in_both_languages(fault: Fault, entry: int, detail: str) -> None:
    english, chinese = said(fault, detail, entry=entry)
    assert english[0].isupper()
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
    for sentence in (english, chinese):
        assert "{" not in sentence
        assert "\x1b" not in sentence
        assert "\u202e" not in sentence
        assert ("7" in sentence) is (fault is not Fault.GUARD_MISSING)


@pytest.mark.parametrize(
    ("fault", "detail", "english", "chinese"),
    [
        (
            Fault.CHANGED, "",
            ("Entry #7 (incident/INC-2026-0001, entry 3) was changed after it was recorded: "
            "what stands there is not what was written."),
            "第 7 条记录（incident/INC-2026-0001 第 3 条）在写入后被改动：现有内容并非当初所写。",
        ),
        (
            Fault.REMOVED, "1",
            ("Entry #7 (incident/INC-2026-0001, entry 3) is missing: "
            "1 entry was removed here after being recorded."),
            "第 7 条记录（incident/INC-2026-0001 第 3 条）缺失：此处有 1 条记录在写入后被删除。",
        ),
        (
            Fault.CUT, "12",
            ("The record ends before entry #7 (incident/INC-2026-0001, entry 3): "
            "its tail was cut off, for entry #12 was there before."),
            "处置日志止于第 7 条记录（incident/INC-2026-0001 第 3 条）之前：末尾被截去，此前曾有第 12 条。",
        ),
    ],
)  # fmt: skip
def test_a_finding_names_the_entry_and_says_what_it_means(
    fault: Fault, detail: str, english: str, chinese: str
) -> None:
    assert said(fault, detail) == (english, chinese)


@pytest.mark.parametrize(
    ("fault", "detail", "words"),
    [
        (Fault.REMOVED, "4", "4 entries were removed"),
        (Fault.REMOVED, "", "1 entry was removed"),
        (Fault.INSERTED, "3", "3 entries stand here"),
        (Fault.INSERTED, "", "1 entry stands here"),
        (Fault.REORDERED, "9", "now stands at #9"),
        (Fault.BODY_CHANGED, "", "its body was changed"),
        (Fault.BODY_CHANGED, "9", "that of entry #9"),
        (Fault.BODY_MISSING, "", "its body is missing"),
        (Fault.REWRITTEN, "4", "entries after #4"),
        (Fault.DAMAGED, "row 5 missing from index", "row 5 missing from index"),
        (Fault.GUARD_MISSING, "entry_is_append_only_update", "entry_is_append_only_update"),
    ],
)
def test_the_detail_is_said_where_it_belongs(fault: Fault, detail: str, words: str) -> None:
    assert words in said(fault, detail)[0]


def test_damage_outside_the_entries_does_not_blame_one() -> None:
    assert said(Fault.DAMAGED, "x", seq=0, entry=0)[0].startswith("Every entry is as it was")


def test_a_good_record_is_said_with_its_head() -> None:
    assert GOOD.format(entries=3, head="3:ab").en.startswith("3 entries, whole and in order")
