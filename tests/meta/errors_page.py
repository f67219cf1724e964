"""Writes `docs/errors.md` from the catalogue of errors.

python tests/meta/errors_page.py > docs/errors.md
"""

import sys
from collections.abc import Iterator
from string import Formatter

from netfin_incident.domain.text import Text
from netfin_incident.errors import NetfinError
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.definitions import DEFINITIONS
from netfin_incident.wording.records import RECORDS
from netfin_incident.wording.refusals import REFUSALS
from netfin_incident.wording.usage import USAGE

CATALOGUES: tuple[dict[str, Saying], ...] = (REFUSALS, DEFINITIONS, RECORDS, USAGE)

_INTRODUCTION = """# Errors 错误说明

Every refusal of the program says what was asked and did not happen, why, and what to do next, and
ends with a code. The codes are stable: a script may rely on them. Words in *italics* stand for what
you gave. This page is written by `tests/meta/errors_page.py` from the catalogue in
`src/netfin_incident/wording/`.

每条拒绝信息都说明：什么没有做成、为什么、接下来怎么办，并以编号结尾。编号保持不变，脚本可以依赖。*斜体*代表您输入的内容。

| codes 编号 | meaning | exit code 退出码 |
|---|---|---|
"""


def families() -> list[type[NetfinError]]:
    """Every family of errors, in the order of its codes."""
    return sorted(NetfinError.__subclasses__(), key=lambda family: family.family)


def page() -> str:
    """The whole page."""
    rows = [
        f"| {family.family}xxx | {(family.__doc__ or '').strip()} | {family.exit_code} |"
        for family in families()
    ]
    sayings = sorted(
        ((saying, slug) for catalogue in CATALOGUES for slug, saying in catalogue.items()),
        key=lambda found: (found[0].code, found[1]),
    )
    sections = ["\n".join(_section(saying, slug)) for saying, slug in sayings]
    return _INTRODUCTION + "\n".join([*rows, "", *sections])


def _section(saying: Saying, slug: str) -> Iterator[str]:
    yield f"## {saying.code}"
    yield ""
    yield f"`{slug}`"
    yield ""
    yield f"- **{_filled(saying.what.en)}**: {_filled(saying.why.en)}."
    yield f"  {_filled(saying.hint.en)}."
    yield f"- **{_filled(saying.what.zh)}**：{_filled(saying.why.zh)}。"
    yield f"  {_filled(saying.hint.zh)}。"
    yield ""


def _filled(sentence: str) -> str:
    """`sentence` with each placeholder as a word in italics, safe in Markdown."""
    parts = []
    for literal, name, _form, _conversion in Formatter().parse(sentence):
        parts.append(literal.replace("<", "&lt;").replace("*", r"\*").replace("_", r"\_"))
        if name:
            parts.append(f"*{name.replace('_', ' ')}*")
    return "".join(parts)


def placeholders(text: Text) -> tuple[set[str], set[str]]:
    """The names that the English and the Chinese sentence want filled in."""
    english, chinese = (
        {name.partition(".")[0] for _, name, _, _ in Formatter().parse(sentence) if name}
        for sentence in (text.en, text.zh)
    )
    return english, chinese


if __name__ == "__main__":
    sys.stdout.write(page())
