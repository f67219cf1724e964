from dataclasses import replace
from time import perf_counter

import pytest

from netfin_incident.domain.playbook import Plan, Resource, Triggers
from netfin_incident.domain.services import Criticality, Service
from netfin_incident.domain.suggesting import MOST, Suggester, Suggestion, suggest
from netfin_incident.domain.text import Text


def plan(
    plan_id: str, zh: str, en: str, *keywords: str, services: tuple[str, ...] = ()
) -> Plan:  # fmt: skip
    return Plan(
        plan_id, 1, "draft", Text(en, f"{zh}处置预案"), Text("goal", "目标"), "operations", (), (),
        triggers=Triggers(keywords, services),
    )  # fmt: skip


CHANNEL = replace(
    plan(
        "payment-channel-outage", "支付通道中断", "Payment channel outage",
        "支付通道", "支付失败", "channel timeout", services=("mobile-payment",),
    ),
    resources=(Resource("standby", Text("standby line", "备用专线"), "system"),),
)  # fmt: skip
BREACH = plan("data-breach", "客户信息泄露", "Customer data breach", "数据泄露", "data leak")
DDOS = plan("ddos-attack", "拒绝服务攻击", "Denial of service", "DDoS 攻击", "流量攻击")
POWER = plan("power-failure", "机房断电", "Power failure", "机房", "市电中断", "data centre")
RUN = plan("liquidity-run", "集中提现", "Run on withdrawals", "挤兑", "提现激增")
GENERAL = plan("general-emergency", "通用突发事件", "General emergency")
PLANS = (CHANNEL, BREACH, DDOS, POWER, RUN, GENERAL)

WALLET = Service(
    "wallet", Text("E-wallet", "电子钱包"), "li-na", "zhao-min", Criticality.VITAL,
    playbooks=("liquidity-run",),
)  # fmt: skip
PAYMENT = Service(
    "mobile-payment", Text("Mobile payment", "手机支付"), "a", "b", Criticality.VITAL
)  # fmt: skip
SERVICES = (WALLET, PAYMENT)


def ids(words: str, service: str = "") -> list[str]:
    return [one.id for one in suggest(PLANS, SERVICES, words, service)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("支付通道超时", "payment-channel-outage"),
        ("手机银行支付失败", "payment-channel-outage"),
        ("支付大面积失败", "payment-channel-outage"),
        ("支 付 失 败", "payment-channel-outage"),
        ("Channel timeouts since 14:00", "payment-channel-outage"),
        ("PAYMENT OUTAGE", "payment-channel-outage"),
        ("ｄｄｏｓ 攻击", "ddos-attack"),
        ("遭遇DDoS攻击", "ddos-attack"),
        ("客户的数据在网上泄露", "data-breach"),
        ("data leaked", "data-breach"),
        ("机房市电中断", "power-failure"),
    ],
)
def test_the_playbook_that_fits_the_words_comes_first(words: str, expected: str) -> None:
    assert ids(words)[0] == expected


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_without_words_nothing_is_suggested(words: str) -> None:
    assert ids(words) == []


@pytest.mark.parametrize("words", ["x", "奇怪的现象", "the", "处置预案", "🙂", "%s {0} \\"])
def test_words_that_fit_nothing_suggest_the_general_playbook_alone(words: str) -> None:
    (one,) = suggest(PLANS, SERVICES, words)
    assert one == Suggestion("general-emergency", GENERAL.name)


def test_without_the_general_playbook_words_that_fit_nothing_suggest_nothing() -> None:
    assert suggest(PLANS[:-1], SERVICES, "奇怪的现象") == ()


def test_a_service_suggests_the_playbooks_that_name_it_and_those_it_names() -> None:
    assert ids("", "mobile-payment") == ["payment-channel-outage"]
    assert ids("", "wallet") == ["liquidity-run"]
    assert ids("", "电子钱包") == ids("", "E-Wallet") == ["liquidity-run"]
    assert ids("", "unheard-of") == []


def test_a_trigger_names_a_service_even_where_no_file_of_services_does() -> None:
    (one,) = suggest(PLANS, (), "", "mobile-payment")
    assert (one.id, one.why) == ("payment-channel-outage", ("mobile-payment",))


def test_a_service_named_in_the_words_counts_but_less_than_one_that_is_given() -> None:
    assert ids("电子钱包异常") == ["liquidity-run"]
    both = "电子钱包 mobile payment"
    assert ids(both, "wallet") == ["liquidity-run", "payment-channel-outage"]
    assert ids(both, "mobile-payment") == ["payment-channel-outage", "liquidity-run"]


def test_the_reasons_are_the_keywords_services_words_and_resources_that_fit() -> None:
    (one,) = suggest(PLANS, SERVICES, "支付通道无法切到备用专线", "mobile-payment")
    assert one.why == ("支付通道", "mobile-payment", "备用专线")
    (other,) = suggest(PLANS, SERVICES, "客户怀疑泄露")
    assert other.why == ("客户", "泄露")


def test_a_reason_is_not_cut_within_a_word() -> None:
    many = [plan(f"p{n}", "数据" + "甲乙丙丁戊"[n] * 2, f"Name {n}") for n in range(5)]
    store = plan("store", "数据库故障", "Database failure")
    (one,) = suggest((*many, store), (), "数据库连不上")
    assert (one.id, one.why) == ("store", ("数据库",))


def test_an_exact_keyword_counts_more_than_a_shorter_one() -> None:
    short = plan("a-short", "甲", "First", "通道")
    long = plan("b-long", "乙", "Second", "通道超时")
    assert [one.id for one in suggest((short, long), (), "通道超时")] == ["b-long", "a-short"]


def test_at_most_three_are_suggested_and_equal_ones_go_by_id() -> None:
    same = [plan(f"p{n}", "甲", "First", "断电") for n in (4, 2, 5, 1, 3)]
    found = suggest(same, (), "断电")
    assert [one.id for one in found] == ["p1", "p2", "p3"]
    assert len(found) == MOST


def test_what_is_far_behind_the_first_is_left_out() -> None:
    assert ids("支付通道 支付失败 channel timeout, a breach") == ["payment-channel-outage"]
    assert "data-breach" in ids("支付通道 breach of customer data")


def test_a_word_that_many_playbooks_have_tells_nothing() -> None:
    many = [
        plan(f"p{n:02}", "系统故障", f"Failure of system {'abcdefghij'[n] * 3}") for n in range(10)
    ]
    assert suggest(many, (), "系统故障") == ()
    assert [one.id for one in suggest(many, (), "system ccc failure")] == ["p02"]


def test_a_retired_playbook_is_not_suggested() -> None:
    assert (
        suggest((replace(CHANNEL, status="retired"), GENERAL), (), "支付通道")[0].id == GENERAL.id
    )


def test_the_same_question_has_the_same_answer_in_any_order_of_playbooks() -> None:
    words = "支付通道 data 机房 挤兑 攻击"
    found = suggest(PLANS, SERVICES, words)
    assert len(found) == MOST
    assert suggest(tuple(reversed(PLANS)), tuple(reversed(SERVICES)), words) == found


def test_a_short_word_is_not_taken_for_the_beginning_of_another() -> None:
    assert ids("pay") == ["general-emergency"]
    assert ids("paymen") == ["payment-channel-outage"]


def test_a_very_long_title_is_looked_at_as_far_as_it_matters() -> None:
    assert ids("支付通道" + "啊" * 1_000_000) == ["payment-channel-outage"]


def test_a_suggestion_keeps_up_with_typing() -> None:
    ready = Suggester([replace(PLANS[n % 6], id=f"p{n:02}") for n in range(15)], SERVICES)
    began = perf_counter()
    for _ in range(100):
        ready.suggest("支付通道超时 payments time out at the data centre", "mobile-payment")
    assert (perf_counter() - began) / 100 < 0.005


def test_one_suggester_answers_again_and_again() -> None:
    ready = Suggester(PLANS, SERVICES)
    typed = "支付通道超时"
    answers = [[one.id for one in ready.suggest(typed[:length])] for length in range(1, 7)]
    assert answers[0] == ["general-emergency"]
    assert answers[1:] == [["payment-channel-outage"]] * 5
