"""A small playbook file, and ways to write it with one thing changed."""

from pathlib import Path

import pytest

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

SMALL = """\
schema: netfin-playbook/1
id: small
revision: 3
status: draft
name: {zh: 小预案, en: Small}
goal: {zh: 恢复服务, en: Restore service}
category: operations
roles:
  commander: {required: true, backup: deputy}
  technical: {}
  deputy: {}
separation:
  - [commander, technical]
phases:
  - id: first
    name: {zh: 先期处置, en: Immediate response}
    steps:
      - id: look
        do: {zh: 核实, en: Look}
        role: technical
        due: {S1: 2m, default: 5m}
      - id: choose
        decide: {zh: 怎么办？, en: What now?}
        role: commander
        options:
          - id: fix
            name: {zh: 修复, en: Fix}
            steps:
              - id: repair
                do: {zh: 修复服务, en: Repair the service}
                role: technical
          - id: leave
            name: {zh: 等待, en: Wait}
            steps:
              - id: sit
                note: {zh: 等待十分钟, en: Wait ten minutes}
  - id: second
    name: {zh: 恢复, en: Recover}
    steps:
      - id: back
        milestone: recovered
        role: commander
        needs: [look]
"""

DUE = "{S1: 2m, default: 5m}"
LOOK = "do: {zh: 核实, en: Look}"
REPAIR = "do: {zh: 修复服务, en: Repair the service}"
BACK = "needs: [look]"


def changed(*changes: tuple[str, str], text: str = SMALL) -> str:
    """`text` with each first part replaced by its second; each must be there exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def write(folder: Path, text: str, name: str = "small.yaml") -> Path:
    """Put a playbook file into `folder`."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def place_marked(marked: str, path: Path) -> Place:
    """Where the ¦ in `marked` stands in the file without it."""
    before = marked[: marked.index("¦")].split("\n")
    return Place(str(path), len(before), len(before[-1]) + 1)


def refused(path: Path) -> DefinitionError:
    """The error that loading the file ends with, known to have its words in both languages."""
    with pytest.raises(DefinitionError) as raised:
        load_playbook(path)
    assert_said(raised.value)
    return raised.value


def assert_said(error: DefinitionError) -> None:
    """Check that `error` says what, why and what to do, in English and in Chinese."""
    english, chinese = explain(error, Language.EN), explain(error, Language.ZH_HANS)
    assert english.code == chinese.code
    assert english.code.startswith("NF-2")
    assert not set(english.why) & set("的是有不"), english.why
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese.hint), chinese.hint
    assert english.line.isprintable()
    assert chinese.line.isprintable()
