"""What half an answer says must hold whatever the rest turns out to be."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.domain.criteria import (
    CLASSIFICATIONS,
    Answer,
    Citation,
    Criterion,
    Operator,
    Predicate,
    Several,
    SeverityCriteria,
    Threshold,
    open_thresholds,
    propose,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text

NAMES = ("customers", "regions", "duration", "peak")
NUMBERS = st.integers(0, 4).map(Decimal)
TESTS = st.builds(Threshold, st.sampled_from(NAMES), st.sampled_from(Operator), NUMBERS)


def _several(parts: "st.SearchStrategy[Predicate]") -> "st.SearchStrategy[Predicate]":
    listed = st.lists(parts, min_size=1, max_size=4).map(tuple)
    return listed.flatmap(lambda some: st.integers(1, len(some)).map(lambda n: Several(n, some)))


PREDICATES: st.SearchStrategy[Predicate] = st.recursive(TESTS, _several, max_leaves=8)
ANSWER = st.builds(Answer, NUMBERS, st.booleans())
PARTLY = st.dictionaries(st.sampled_from(NAMES), ANSWER)
WHOLLY = st.fixed_dictionaries(dict.fromkeys(NAMES, ANSWER))
CRITERIA = st.builds(
    Criterion,
    st.just("c"),
    st.just(Text("c", "c")),
    st.dictionaries(st.sampled_from(Severity), PREDICATES, min_size=1),
    st.just(Citation("rules")),
)
FIRMS = st.builds(SeverityCriteria, st.lists(CRITERIA, max_size=4).map(tuple))


@given(PREDICATES, PARTLY, WHOLLY)
def test_what_is_decided_stays_decided_whatever_else_is_answered(
    predicate: Predicate, partly: dict[str, Answer], wholly: dict[str, Answer]
) -> None:
    early, late = predicate.holds(partly), predicate.holds(wholly | partly)
    assert late is not None
    assert early in (None, late)
    assert bool(list(open_thresholds(predicate, partly))) is (early is None)
    assert not {test.question for test in open_thresholds(predicate, partly)} & set(partly)


@given(FIRMS, PARTLY, WHOLLY)
def test_more_answers_only_raise_a_proposal_and_never_past_what_was_said_possible(
    firm: SeverityCriteria, partly: dict[str, Answer], wholly: dict[str, Answer]
) -> None:
    early, late = propose(firm, partly), propose(firm, wholly | partly)
    assert early.worst <= late.severity <= early.severity or not early.decided_by
    assert early.worst <= late.severity
    assert (early.worst < early.severity) is bool(early.open)
    assert late.open == ()
    assert all(one.grades[late.severity].holds(wholly | partly) for one in late.decided_by)


FLAGS = (
    "critical_function", "authorised_service", "access", "access_data_loss", "relevant_client",
    "media", "complaints", "requirements_missed", "clients_lost", "data_adverse",
)  # fmt: skip
SHARES = ("customers_share", "counterparts_share", "transactions_share", "value_share")
NEAR = {
    "customers": 100_000,
    "duration": 86_400,
    "downtime": 7_200,
    "member_states": 1,
    "costs": 100_000,
}
PERCENT = {
    "customers_share": 10,
    "counterparts_share": 30,
    "transactions_share": 10,
    "value_share": 10,
}
DORA_ANSWERS = st.fixed_dictionaries(
    {
        **dict.fromkeys(FLAGS, st.sampled_from([0, 0, 0, 1])),
        **{
            name: st.sampled_from([0, limit, limit + 1]) for name, limit in (NEAR | PERCENT).items()
        },
    }
)


def is_major(said: dict[str, int]) -> bool:
    """Article 8 written out by hand, on plain integers."""
    critical = said["critical_function"] or said["authorised_service"]
    critical = critical or said["access"] or said["access_data_loss"]
    met = 0
    if (
        said["customers_share"] > 10 or said["customers"] > 100_000 or said["counterparts_share"] > 30
        or said["transactions_share"] > 10 or said["value_share"] > 10 or said["relevant_client"]
    ):  # fmt: skip
        met += 1
    if said["media"] or said["complaints"] or said["requirements_missed"] or said["clients_lost"]:
        met += 1
    if said["duration"] > 24 * 3600 or said["downtime"] > 2 * 3600:
        met += 1
    met += said["member_states"] >= 2
    met += bool(said["data_adverse"])
    met += said["costs"] > 100_000
    return bool(critical and (said["access_data_loss"] or met >= 2))


@given(DORA_ANSWERS)
def test_the_classification_agrees_with_article_8_written_by_hand(said: dict[str, int]) -> None:
    answers = {
        name: Answer(
            Decimal(value) / (100 if name in SHARES else 1),
            currency="EUR" if name == "costs" else "",
        )
        for name, value in said.items()
    }
    major = next(one for one in CLASSIFICATIONS if one.id == "eu-dora-major")
    assert major.condition.holds(answers) is is_major(said)
