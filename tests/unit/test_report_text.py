"""What people typed stands in a report as they typed it, and the report keeps its layout."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from netfin_incident.app.desk import Declaration
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone, NoteKind, ReportKind, Role
from netfin_incident.reports.markdown import report_markdown
from netfin_incident.wording.language import Language
from report_cases import LI, SHANGHAI, WANG, ZHAO, Case, minute
from story import PLAN

COMMANDER = Role.COMMANDER
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_what_was_typed_is_never_converted_between_scripts(tmp_path: Path) -> None:
    typed = "后台发现“里程”计数"
    case = Case(tmp_path, Declaration(typed, Severity.S2, SHANGHAI))
    case(1, c.AttachPlaybook(PLAN), c.AssignRole(COMMANDER, "刘伟"))
    case(2, c.CompleteStep("confirm", note=typed), c.Note(typed, NoteKind.TODO))
    case(3, c.GiveTask(typed, "刘伟", 600), c.TakeMeasure(typed, temporary=True))
    case(4, c.OfferHandover(COMMANDER, "陈东", typed), by="刘伟")
    case(5, c.TakeRole(typed), by="王强")
    case(6, c.Correct(5, typed, text=typed))
    case(7, c.RecordUpwardReport(typed, ReportKind.INITIAL, due_at=minute(60)))
    made = report_markdown(case.facts(as_of=99), Language.ZH_HANT, {"刘伟": "刘伟", LI: "李娜"})
    assert "後臺" not in made
    assert "裏程" not in made
    assert "劉偉" not in made
    assert made.count(typed) > 15
    assert "時間線" in made


@pytest.mark.parametrize("language", list(Language))
def test_hostile_text_leaves_the_structure_of_the_report_alone(
    tmp_path: Path, language: Language
) -> None:
    hostile = "# x | <b> `y` ![](http://e) **z** ~~a~~ $b$\n\n---\n1. two\n```\n{{ 7*7 }} [c]: /d\x1b[2J\u202e"
    reports = []
    for number, typed in enumerate(("plain\nwords", hostile)):
        folder = tmp_path / str(number)
        folder.mkdir()
        case = Case(folder, Declaration(typed.split("\n")[0], Severity.S2, SHANGHAI))
        case(1, c.AttachPlaybook(PLAN), c.AssignRole(COMMANDER, ZHAO), c.Note(typed))
        case(
            2,
            c.CompleteStep("confirm", note=typed),
            c.RecordDecision(typed, typed, (), typed, typed),
        )
        case(3, c.OfferHandover(COMMANDER, WANG, typed), by=ZHAO)
        case(4, c.TakeRole(typed), by=LI, break_glass=typed)
        case(5, c.SetMilestone(Milestone.DETECTED, typed), c.GiveTask(typed, ZHAO, 60))
        case(6, c.RecordMessage(typed, typed, typed), c.TakeMeasure(typed))
        case(7, c.ChangeSeverity(Severity.S3, typed), c.Correct(6, typed, text=typed))
        case(8, c.AddEvidence(typed, typed, typed), c.StateFunds(touched=False, reason=typed))
        reports.append(report_markdown(case.facts(as_of=99), language))
    plain, attacked = (READER.parse(one) for one in reports)
    assert [(t.type, t.tag) for t in attacked] == [(t.type, t.tag) for t in plain]
    inline = {child.type for token in attacked for child in token.children or []}
    assert inline == {"text", "html_inline", "strong_open", "strong_close"}
    breaks = {
        child.content for token in attacked for child in token.children or []
        if child.type == "html_inline"
    }  # fmt: skip
    assert breaks == {"<br>"}
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", reports[1])


@pytest.mark.parametrize("language", list(Language))
def test_the_layout_has_no_loose_ends(tmp_path: Path, language: Language) -> None:
    case = Case(tmp_path)
    case(1, c.AttachPlaybook(PLAN), c.RecordDecision("A?", "yes", ("yes", "no")))
    case(2, c.CompleteStep("confirm", note="x"), c.TakeMeasure("y", temporary=True))
    made = report_markdown(case.facts(), language)
    assert "\n\n\n" not in made
    assert not re.search(r"[ \t]$", made, re.MULTILINE)
    assert not re.search(r"\n\n- [^\n]*\n\n  - ", made)
    assert made.endswith("\n")
    assert made.count("`") == 0
