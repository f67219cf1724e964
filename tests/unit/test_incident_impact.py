from decimal import Decimal

import pytest

from netfin_incident.domain.criteria import QUESTIONS, Answer
from netfin_incident.domain.criteria.answers import answer_text, read_answer
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.impact import impact_answers
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences import sentence
from story import LI, WANG, act, declared, given, minutes

KNOWN = c.StateImpact("customers", "1.2万")
ESTIMATED = c.StateImpact("customers", "12,000", estimate=True)


def test_an_answer_is_kept_in_one_form_with_whether_it_is_an_estimate() -> None:
    given(declared()).when(KNOWN).then(e.ImpactStated("customers", "12000"))
    given(declared()).when(ESTIMATED).then(e.ImpactStated("customers", "12000", estimate=True))


def test_the_same_answer_again_changes_nothing_and_a_certain_one_does() -> None:
    story = given(declared(), ESTIMATED)
    story.when(ESTIMATED).nothing()
    story.when(KNOWN).then(e.ImpactStated("customers", "12000"))


def test_an_answer_can_be_taken_back_once() -> None:
    story = given(declared(), ESTIMATED)
    back = story.when(c.StateImpact("customers", " ", estimate=True))
    back.then(e.ImpactStated("customers", ""))
    assert impact_answers(back.accepted().incident) == {}
    back.accepted().when(c.StateImpact("customers", "")).nothing()
    given(declared()).when(c.StateImpact("customers", "")).nothing()


def test_the_incident_knows_who_answered_last_and_when() -> None:
    story = given(
        declared(),
        (act(LI), KNOWN),
        (act(WANG, minutes(5)), c.StateImpact("customers", "2万", estimate=True)),
        c.StateImpact("peak", "是"),
    )
    stated = story.incident.impact["customers"]
    assert (stated.value, stated.estimate, stated.by, stated.at) == (
        "20000",
        True,
        WANG,
        minutes(5),
    )
    assert impact_answers(story.incident) == {
        "customers": Answer(Decimal(20_000), estimate=True),
        "peak": Answer(Decimal(1)),
    }


def test_what_cannot_be_read_is_refused() -> None:
    given(declared()).when(c.StateImpact("customer", "1")).refused(
        "impact-question-unknown", given="customer", nearest="customers"
    )
    given(declared()).when(c.StateImpact("duration", "30")).refused(
        "impact-unread", question="duration", given="30"
    )


def test_it_is_said_with_its_unit_and_an_estimate_as_one() -> None:
    def said(event: e.Event, language: Language = Language.EN) -> str:
        return sentence(event, act(), language)

    assert said(e.ImpactStated("duration", "1h30m")) == "Impact: duration: 1 hour 30 minutes"
    assert said(e.ImpactStated("customers", "12000", estimate=True)) == (
        "Impact (estimate): customers affected: 12,000"
    )
    assert (
        said(e.ImpactStated("opinion", "local"), Language.ZH_HANS) == "影响：社会舆情：地方媒体报道"
    )
    assert said(e.ImpactStated("peak", "")) == "Impact: in peak hours: not known any more"
    assert said(e.ImpactStated("weather", "bad")) == "Impact: weather: bad"


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("customers", "1.2万", "12000"), ("customers_share", "12.50%", "12.5%"),
        ("value", "500万", "CNY 5000000"), ("costs", "EUR 100,000", "EUR 100000"),
        ("duration", "90m", "1h30m"), ("duration", "0s", "0s"), ("peak", "no", "false"),
        ("data", "Possible", "possible"), ("persons", "0", "0"),
    ],
)  # fmt: skip
def test_an_answer_has_one_form_that_reads_back_the_same(
    question: str, typed: str, kept: str
) -> None:
    answer = read_answer(QUESTIONS[question], typed)
    assert answer is not None
    assert answer_text(QUESTIONS[question], answer) == kept
    assert read_answer(QUESTIONS[question], kept) == answer
