"""What a check of the record found, in a sentence: which entry, what, and what that means."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text, clean_line

GOOD: Final = Text(
    "{entries} entries, whole and in order; the head is {head}",
    "共 {entries} 条记录，完整且次序无误；当前锚定为 {head}",
)
"""The sentence of a record in which nothing is wrong."""

_ENTRY: Final = Text("Entry #{seq}", "第 {seq} 条记录")
_ENTRY_OF: Final = Text(
    "Entry #{seq} ({stream}, entry {entry})", "第 {seq} 条记录（{stream} 第 {entry} 条）"
)

_SENTENCES: Final[Mapping[str, Text]] = {
    "changed": Text(
        "{which} was changed after it was recorded: what stands there is not what was written.",
        "{which}在写入后被改动：现有内容并非当初所写。",
    ),
    "body_changed": Text(
        "{which}: its body was changed after it was recorded; when, by whom and of which kind still stand.",
        "{which}：正文在写入后被改动；时间、人员与类型仍属实。",
    ),
    "body_missing": Text(
        "{which}: its body is missing, and no entry says that it was erased by decision.",
        "{which}：正文缺失，且没有任何记录表明其经批准删除。",
    ),
    "removed": Text(
        "{which} is missing: {detail} removed here after being recorded.",
        "{which}缺失：此处有 {detail} 条记录在写入后被删除。",
    ),
    "inserted": Text(
        "{which} was slipped in: {detail} here that this program did not record at that moment.",
        "{which}是插入的：此处有 {detail} 条并非本程序当时所记。",
    ),
    "reordered": Text(
        "{which} is out of its place: it now stands at #{detail}.",
        "{which}不在原位：现位于第 {detail} 条处。",
    ),
    "cut": Text(
        "The record ends before {which}: its tail was cut off, for entry #{detail} was there before.",
        "处置日志止于{which}之前：末尾被截去，此前曾有第 {detail} 条。",
    ),
    "rewritten": Text(
        "{which} is not the one that was remembered: entries after #{detail} were written anew, each of them in order.",
        "{which}与此前记下的不符：第 {detail} 条之后的记录被整体重写，且自成次序。",
    ),
    "damaged": Text(
        "The database file is damaged at or after {which}: {detail}",
        "数据库文件自{which}起损坏：{detail}",
    ),
    "guard_missing": Text(
        "Every entry is as it was recorded, but a guard of the journal is gone ({detail}): somebody prepared the database for alteration, or rebuilt it by hand.",
        "各条记录均未改动，但处置日志的防护（{detail}）已不存在：有人曾为改动做准备，或手工重建过数据库。",
    ),
}
_BODY_OF_ANOTHER: Final = Text(
    "{which}: in place of its body stands that of entry #{detail}; bodies were swapped after being recorded.",
    "{which}：正文处为第 {detail} 条的正文；正文在写入后被调换。",
)
_FILE_DAMAGED: Final = Text(
    "Every entry is as it was recorded, but the database file is damaged elsewhere: {detail}",
    "各条记录均未改动，但数据库文件其他部分已损坏：{detail}",
)
_ONE_ENTRY: Final = Text("1 entry was", "1")
_MANY_ENTRIES: Final = Text("{count} entries were", "{count}")
_STRANGE: Final = Text("1 entry stands", "1")
_STRANGERS: Final = Text("{count} entries stand", "{count}")


def fault_sentence(fault: str, seq: int, stream: str, entry: int, detail: str) -> Text:
    """The sentence of one finding of `journal verify`.

    `fault` is the value of the fault, and the rest is as the finding has it.
    """
    detail = clean_line(detail)
    pattern = _SENTENCES[fault]
    if fault == "body_changed" and detail:
        pattern = _BODY_OF_ANOTHER
    if fault == "damaged" and not seq:
        pattern = _FILE_DAMAGED
    which = _ENTRY_OF if stream and entry else _ENTRY
    named = which.format(seq=seq, stream=clean_line(stream), entry=entry)
    shown = _counted(fault, detail)
    return Text(
        pattern.en.format(which=_inside(pattern.en, named.en), detail=shown.en),
        pattern.zh.format(which=named.zh, detail=shown.zh),
    )


def _counted(fault: str, detail: str) -> Text:
    """The detail as it stands in the sentence: a number of entries is counted in words."""
    match fault:
        case "removed":
            counted = _ONE_ENTRY if detail in ("", "1") else _MANY_ENTRIES
        case "inserted":
            counted = _STRANGE if detail in ("", "1") else _STRANGERS
        case _:
            return Text(detail, detail)
    return counted.format(count=detail)


def _inside(pattern: str, named: str) -> str:
    """The entry's name, without its capital where it does not begin the sentence."""
    return named if pattern.startswith("{which}") else named[0].lower() + named[1:]
