from decimal import Decimal

import pytest

from netfin_incident.domain.criteria import (
    QUESTIONS,
    Answer,
    Citation,
    Criterion,
    Operator,
    SeverityCriteria,
    Threshold,
    classify,
    either,
    every,
    propose,
)
from netfin_incident.domain.criteria.answers import read_answer
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.wording.criteria import (
    ANSWERED_LIKE,
    CHOICE_SAID,
    CLASSIFICATION_SAID,
    CLASSIFICATION_SOURCE,
    QUESTION_SAID,
)

S1, S2, S3, S4 = Severity


def least(question: str, threshold: str, currency: str = "") -> Threshold:
    return Threshold(question, Operator.AT_LEAST, Decimal(threshold), currency)


def criterion(name: str, grades: dict[Severity, object], *, together: bool = True) -> Criterion:
    return Criterion(name, Text(name, name), grades, Citation("rules"), together)  # type: ignore[arg-type]


CUSTOMERS = criterion(
    "customers", {S1: least("customers", "1000000"), S2: least("customers", "100000")}
)
PEAK = criterion(
    "peak",
    {
        S1: every(least("duration", "7200"), least("peak", "1")),
        S3: every(least("duration", "600"), least("peak", "1")),
    },
)
LOSS = criterion("loss", {S2: least("funds", "1000000", "CNY")})
FIRM = SeverityCriteria((CUSTOMERS, PEAK, LOSS))


def answers(**typed: str) -> dict[str, Answer]:
    """As typed; an estimate ends with `~`."""
    found = {}
    for name, text in typed.items():
        answer = read_answer(QUESTIONS[name], text.rstrip("~"), estimate=text.endswith("~"))
        assert answer is not None, (name, text)
        found[name] = answer
    return found


def test_the_worst_grade_that_a_criterion_reaches_is_proposed() -> None:
    proposal = propose(FIRM, answers(customers="10万", duration="15m", peak="yes", funds="0"))
    assert (proposal.severity, proposal.decided_by) == (S2, (CUSTOMERS,))
    assert not proposal.estimated


def test_the_number_itself_counts_where_the_rule_says_so_and_only_there() -> None:
    assert least("persons", "1000000").holds(answers(persons="1000000"))
    above = Threshold("customers", Operator.ABOVE, Decimal(100_000))
    assert above.holds(answers(customers="100000")) is False
    assert above.holds(answers(customers="100001"))


def test_what_nobody_answered_is_open_and_never_taken_as_no() -> None:
    proposal = propose(FIRM, answers(duration="3h"))
    assert (proposal.severity, proposal.decided_by) == (S4, ())
    assert proposal.worst is S1
    assert [one.question for one in proposal.open] == ["customers", "peak", "funds"]
    settled = propose(FIRM, answers(duration="3h", customers="5", peak="no", funds="1"))
    assert (settled.severity, settled.worst, settled.open) == (S4, S4, ())


def test_an_answer_that_settles_one_half_closes_the_other() -> None:
    """Nobody needs to be asked about peak hours once the outage is known to be short."""
    proposal = propose(FIRM, answers(duration="1m", customers="5"))
    assert [one.question for one in proposal.open] == ["funds"]


def test_a_new_answer_changes_the_proposal_at_once() -> None:
    given = answers(customers="20万")
    assert propose(FIRM, given).severity is S2
    given |= answers(duration="2h", peak="yes")
    assert propose(FIRM, given).severity is S1


def test_a_proposal_says_whether_it_rests_on_an_estimate() -> None:
    assert propose(FIRM, answers(customers="20万~")).estimated
    both = answers(customers="20万~", funds="CNY 2000000")
    assert not propose(FIRM, both).estimated
    assert propose(FIRM, both).decided_by == (CUSTOMERS, LOSS)


def test_an_amount_in_another_currency_leaves_its_test_open() -> None:
    proposal = propose(FIRM, answers(funds="EUR 9000000"))
    assert proposal.severity is S4
    assert any(one.question == "funds" and one.currency == "CNY" for one in proposal.open)


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        ("customers", "12,000", "12000"), ("customers", "１２０万", "1200000"), ("customers", "0", "0"),
        ("customers", "1.5", None), ("customers", "-1", None), ("customers", "10%", None),
        ("customers_share", "12.5%", "0.125"), ("customers_share", "12", None),
        ("duration", "1h30m", "5400"), ("duration", "3小时", "10800"), ("duration", "30", None),
        ("peak", "是", "1"), ("peak", "no", "0"), ("peak", "maybe", None),
        ("opinion", "National", "4"), ("opinion", "none", "0"), ("opinion", "bad", None),
        ("funds", "500万", "5000000"), ("funds", "CNY -1", None), ("funds", "much", None),
    ],
)  # fmt: skip
def test_answers_are_read_by_the_kind_of_their_question(
    question: str, typed: str, value: str | None
) -> None:
    answer = read_answer(QUESTIONS[question], typed)
    assert (answer and answer.value) == (value and Decimal(value))


def holds(name: str, **typed: str) -> bool | None:
    return next(one.holds for one in classify(answers(**typed)) if one.classification.id == name)


@pytest.mark.parametrize(
    ("persons", "floors"),
    [("999999", set()), ("1000000", {S3}), ("9999999", {S3}), ("10000000", {S2, S3})],
)
def test_the_chinese_annex_includes_its_numbers(persons: str, floors: set[Severity]) -> None:
    found = {
        one.classification.floor
        for one in classify(answers(persons=persons))
        if one.holds and one.classification.floor
    }
    assert found == floors


NO_OTHER = {
    "customers_share": "0%", "relevant_client": "no", "counterparts_share": "0%",
    "transactions_share": "0%", "value_share": "0%", "media": "no", "complaints": "no",
    "requirements_missed": "no", "clients_lost": "no", "downtime": "0s", "member_states": "1",
    "data_adverse": "no", "access": "no", "access_data_loss": "no", "costs": "EUR 0",
    "critical_function": "no", "authorised_service": "yes", "customers": "0", "duration": "1h",
}  # fmt: skip
DORA = "eu-dora-major"


@pytest.mark.parametrize(
    ("changed", "is_major"),
    [
        ({}, False),
        ({"customers": "100001"}, False),
        ({"customers": "100001", "duration": "25h"}, True),
        ({"customers": "100000", "duration": "25h"}, False),
        ({"customers": "100001", "duration": "24h"}, False),
        ({"customers_share": "10%", "media": "yes"}, False),
        ({"customers_share": "10.01%", "media": "yes"}, True),
        ({"counterparts_share": "30%", "media": "yes"}, False),
        ({"counterparts_share": "30.1%", "media": "yes"}, True),
        ({"relevant_client": "yes", "downtime": "2h"}, False),
        ({"relevant_client": "yes", "downtime": "2h1s"}, True),
        ({"member_states": "2", "costs": "EUR 100000"}, False),
        ({"member_states": "2", "costs": "EUR 100000.01"}, True),
        ({"customers": "200000", "transactions_share": "90%", "value_share": "90%"}, False),
        ({"media": "yes", "complaints": "yes", "clients_lost": "yes"}, False),
        ({"data_adverse": "yes", "requirements_missed": "yes"}, True),
        ({"access_data_loss": "yes"}, True),
        ({"access_data_loss": "yes", "authorised_service": "no"}, True),
        ({"access": "yes", "authorised_service": "no"}, False),
        ({"access": "yes", "authorised_service": "no", "media": "yes", "customers": "100001"}, True),
        ({"authorised_service": "no", "customers": "100001", "duration": "25h"}, False),
        ({"authorised_service": "no", "critical_function": "yes", "customers": "100001", "duration": "25h"}, True),
    ],
)  # fmt: skip
def test_a_major_incident_is_found_by_the_formula_of_article_8(
    changed: dict[str, str],
    is_major: bool,
) -> None:
    assert holds(DORA, **(NO_OTHER | changed)) is is_major


def test_a_classification_is_open_until_the_answers_decide_it() -> None:
    assert holds(DORA) is None
    assert holds(DORA, authorised_service="yes", media="yes") is None
    assert holds(DORA, authorised_service="yes", media="yes", duration="25h") is True
    nothing = {"critical_function": "no", "authorised_service": "no", "access": "no"}
    assert holds(DORA, **nothing) is None
    assert holds(DORA, **nothing, access_data_loss="no") is False


def test_the_parts_that_hold_are_named_as_in_the_source() -> None:
    given = NO_OTHER | {"customers": "100001", "duration": "25h"}
    found = next(one for one in classify(answers(**given)) if one.classification.id == DORA)
    assert found.parts == ("6(b)", "9(1)", "9(3)")


def test_everything_has_words_in_both_languages() -> None:
    assert list(QUESTION_SAID) == list(QUESTIONS)
    assert {one.kind for one in QUESTIONS.values()} == set(ANSWERED_LIKE)
    for one in QUESTIONS.values():
        assert tuple(CHOICE_SAID.get(one.id, {})) == one.choices
    named = {one.classification.id for one in classify({})}
    assert named == set(CLASSIFICATION_SAID) == set(CLASSIFICATION_SOURCE)


def test_any_is_reached_by_one_and_all_by_every_one() -> None:
    long, many = least("duration", "60"), least("customers", "10")
    given = answers(duration="2m", customers="1")
    assert either(long, many).holds(given) is True
    assert every(long, many).holds(given) is False
