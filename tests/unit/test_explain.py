import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import netfin_incident
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.checklist import Obstacle, ObstacleKind
from netfin_incident.domain.incident.events import Declared, PlaybookAttached
from netfin_incident.domain.incident.fold import replay
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Phase, Plan, Step, Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Field, Reasoned, Status, TaskState
from netfin_incident.errors import CommandRefused, Place
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.definitions import DEFINITIONS
from netfin_incident.wording.explain import CATALOGUE, Explained, explain
from netfin_incident.wording.language import Language, traditional
from netfin_incident.wording.records import RECORDS
from netfin_incident.wording.refusals import REFUSALS
from netfin_incident.wording.usage import USAGE

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
ACT = Act(at=THEN, by="wang.lei")


def raised() -> Iterator[tuple[str, frozenset[str]]]:
    """Every refusal in the source, with the names of its values."""
    for path in sorted(Path(netfin_incident.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="CommandRefused"),
                    args=[ast.Constant(value=str() as slug)],
                    keywords=keywords,
                ):
                    yield slug, frozenset(word.arg for word in keywords if word.arg)


RAISED = list(raised())
PARTS = [
    (slug, part, text)
    for slug, saying in REFUSALS.items()
    for part, text in (("what", saying.what), ("why", saying.why), ("hint", saying.hint))
]


def incident() -> Incident:
    plan = Plan(
        "outage", 1, "approved", Text("n", "n"), Text("g", "g"), "payment",
        (Phase("first", Text("f", "f"), ("isolate", "switch")),),
        (
            Step("isolate", Verb.DO, Text("t", "t"), "first"),
            Step("switch", Verb.DO, Text("t", "t"), "first", needs=("isolate",)),
        ),
    )  # fmt: skip
    declared = Declared("INC-2026-0001", "t", Severity.S2, "Asia/Shanghai")
    found = replay([(ACT, declared), (ACT, PlaybookAttached(plan, approved=True))])
    assert found is not None
    return found


def refused(command: c.Command, language: Language) -> Explained:
    with pytest.raises(CommandRefused) as caught:
        decide(incident(), ACT, command)
    return explain(caught.value, language)


def names(text: Text) -> set[str]:
    return {
        name for words in (text.en, text.zh) for _, name, _, _ in Formatter().parse(words) if name
    }


def test_the_source_raises_refusals() -> None:
    assert len(RAISED) > len({slug for slug, _ in RAISED}) > 40


@pytest.mark.parametrize(("slug", "given"), RAISED)
@pytest.mark.parametrize("language", Language)
def test_every_refusal_is_explained_from_its_values(
    slug: str, given: frozenset[str], language: Language
) -> None:
    values: dict[str, Any] = dict.fromkeys(given, "{x}")
    explained = explain(CommandRefused(slug, **values), language)

    assert "" not in (explained.what, explained.why, explained.hint)
    assert "{" not in explained.line.replace("{x}", "")


@pytest.mark.parametrize("slug", REFUSALS)
def test_both_languages_of_a_refusal_name_the_same_values(slug: str) -> None:
    saying = REFUSALS[slug]
    for text in (saying.what, saying.why, saying.hint):
        english, chinese = names(Text(text.en, "")), names(Text("", text.zh))
        assert english == chinese


@pytest.mark.parametrize("slug", REFUSALS)
def test_the_words_of_a_refusal_use_only_values_it_always_has(slug: str) -> None:
    given = [values for raised_slug, values in RAISED if raised_slug == slug]
    used = set().union(*(names(text) for of, _, text in PARTS if of == slug))

    assert given
    assert used - {"did_you_mean"} <= set.intersection(*(set(values) for values in given))


def test_refusals_have_codes_of_their_own_in_the_first_family() -> None:
    codes = [saying.code for saying in REFUSALS.values()]

    assert len(set(codes)) == len(codes)
    assert all("NF-1001" <= code <= "NF-1299" for code in codes)


@pytest.mark.parametrize(("slug", "part", "text"), PARTS)
def test_refusals_keep_the_tone(slug: str, part: str, text: Text) -> None:
    assert not any(word in text.en.lower() for word in ("invalid", "error", "!", "please")), slug
    assert not any(word in text.zh for word in ("无效", "错误", "！", "失败")), slug
    assert text.en[0].isupper() is (part != "why") or text.en.startswith(("{", "“", "netfin")), slug
    assert not text.en.endswith("."), slug
    assert not text.zh.endswith("。"), slug


@pytest.mark.parametrize("slug", REFUSALS)
def test_the_hint_of_a_refusal_can_be_typed(slug: str) -> None:
    hint = REFUSALS[slug].hint
    typed = ("netfin-incident ", "--", " - ")

    assert any(one in hint.en for one in typed)
    assert any(one in hint.zh for one in typed)


def test_values_are_said_in_the_readers_language() -> None:
    error = CommandRefused(
        "status-unreachable",
        to=Status.CLOSED,
        before=Status.DECLARED,
        next=(Status.RESPONDING, Status.CONTAINED),
    )

    assert explain(error, EN).why == "from declared it can go to: responding, contained"
    assert explain(error, HANS).why == "当前为已接报·研判中，可变为：处置中、已控制"
    assert explain(error, HANT).why == "當前爲已接報·研判中，可變爲：處置中、已控制"


def test_a_line_has_the_punctuation_of_its_language() -> None:
    error = CommandRefused("handover-none", role="scribe")

    assert explain(error, EN).line == (
        "There is no handover of scribe to answer: none was offered, or it was answered or"
        " withdrawn since. Offer one: netfin-incident handover ID scribe --to PERSON --brief TEXT"
        " · NF-1046"
    )
    assert explain(error, HANS).line == (
        "角色 scribe 没有待答复的交接：没有提出过交接，或已被答复、撤回。"
        "请提出交接：netfin-incident handover ID scribe --to PERSON --brief TEXT · NF-1046"
    )


def test_what_was_typed_is_cleaned_and_cut_but_never_converted_or_filled() -> None:
    asked = "后台{hint}\x1b[31m" + "长" * 200
    said = explain(CommandRefused("task-unknown", id=asked, known=()), HANT).what

    assert said.startswith("這裏沒有限時任務“后台{hint}长长")
    assert said.endswith("长…”")
    assert "\x1b" not in said
    assert len(said) < 140


def test_no_two_families_share_a_slug_or_a_code() -> None:
    families = (REFUSALS, DEFINITIONS, RECORDS, USAGE)
    sayings = [saying for family in families for saying in family.values()]

    assert len(sayings) == len(CATALOGUE)
    assert len({saying.code for saying in sayings}) == len(sayings)


def test_the_place_in_a_file_comes_first() -> None:
    error = CommandRefused("incident-undeclared", place=Place("a.yaml", 3, 5))

    assert explain(error, EN).what == "a.yaml:3:5 There is no such incident"


def test_a_moment_in_a_sentence_names_its_zone() -> None:
    error = CommandRefused("not-yet-happened", moment=THEN, now=THEN)

    assert explain(error, EN).what == "2026-11-24 06:05:30 UTC has not come yet"


def test_an_empty_list_is_said_to_be_none() -> None:
    asked = c.MoveTask("T9", TaskState.DONE)

    assert refused(asked, EN).why == "the tasks are: none"
    assert refused(asked, HANS).why == "现有限时任务：无"


def test_a_near_name_is_offered_and_a_far_one_is_not() -> None:
    assert refused(c.StartStep("isolat"), EN).hint == (
        "Did you mean “isolate”? See the steps with netfin-incident show ID"
    )
    assert refused(c.StartStep("isolat"), HANS).hint == (
        "是否指“isolate”？请用 netfin-incident show ID 查看步骤"
    )
    assert refused(c.StartStep("zzz"), EN).hint == "See the steps with netfin-incident show ID"


def test_a_blocked_step_names_what_it_waits_for() -> None:
    said = refused(c.CompleteStep("switch"), EN)

    assert (said.code, said.what, said.why) == (
        "NF-1068", "Step switch cannot be done yet", "it waits for isolate",
    )  # fmt: skip


def test_a_missing_field_and_a_missing_reason_are_named() -> None:
    assert refused(c.Note("\u3000\x1b[m\n"), EN).what == "The text is missing"
    assert refused(c.ChangeSeverity(Severity.S4), EN).what == (
        "No reason was given for lowering the severity"
    )
    assert refused(c.ChangeSeverity(Severity.S4), HANS).what == "未说明下调等级的原因"


@pytest.mark.parametrize("field", Field)
def test_every_field_fits_the_sentences_about_fields(field: Field) -> None:
    missing = explain(CommandRefused("text-missing", field=field), EN).what

    assert missing.startswith("The ")
    assert missing.endswith(" is missing")
    assert not missing.removesuffix(" is missing").endswith("s") or "objections" in missing


@pytest.mark.parametrize("act", Reasoned)
def test_every_act_that_needs_a_reason_fits_its_sentence(act: Reasoned) -> None:
    said = explain(CommandRefused("reason-missing", act=act), EN).what

    assert said.startswith("No reason was given for ")
    assert said.split()[5].endswith("ing")


def test_what_stands_in_the_way_is_listed_in_sentences() -> None:
    standing = (Obstacle(ObstacleKind.FUNDS_UNKNOWN), Obstacle(ObstacleKind.TASK_OPEN, "T2"))
    error = CommandRefused("checklist-open", to=Status.RESOLVED, count=2, obstacles=standing)

    assert explain(error, EN).why == (
        "still in the way (2): funds: say whether money was touched — netfin-incident status ID"
        " resolved --funds none|touched; task T2: it is open — netfin-incident task ID T2 --done,"
        " or --fail REASON"
    )
    assert explain(error, HANS).why.startswith("尚有 2 项未了：资金：请说明是否涉及资金——")
    assert "；限时任务 T2：" in explain(error, HANS).why


def test_traditional_is_derived_from_the_chinese_of_the_catalogue() -> None:
    saying: Saying = REFUSALS["funds-contradict"]

    assert explain(CommandRefused("funds-contradict"), HANT).what == traditional(saying.what.zh)
