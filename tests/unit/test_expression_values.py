from datetime import timedelta
from decimal import Decimal

import pytest

from condition_variables import VARIABLES
from netfin_incident.domain.expression import Money, Value, read_value, value_of, values_of
from netfin_incident.domain.playbook import Choice, Variable, VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.errors import CommandRefused
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        *(
            ("backup", typed, "true")
            for typed in ("true", "yes", "Y", " 是 ", "有", "对", "ＹＥＳ")
        ),
        *(("backup", typed, "false") for typed in ("false", "NO", "n", "否", "无", "無", "错")),
        ("rate", "12", "12"),
        ("rate", "007", "7"),
        ("rate", "+0.50", "0.5"),
        ("rate", "-0", "0"),
        ("rate", "-5.0", "-5"),
        ("share", "5%", "5%"),
        ("share", "６２ ％", "62%"),
        ("rate", "95%", "95%"),
        ("rate", "９５％", "95%"),
        ("rate", "99.99 %", "99.99%"),
        ("rate", "1,234,567.5", "1234567.5"),
        ("rate", "1，200", "1200"),
        ("rate", "1.2万", "12000"),
        ("loss", "CNY 1200000.00", "CNY 1200000"),
        ("loss", "1200000", "CNY 1200000"),
        ("loss", "cny1200000", "CNY 1200000"),
        ("loss", "120万", "CNY 1200000"),
        ("loss", "120 万元", "CNY 1200000"),
        ("loss", "１２０万元", "CNY 1200000"),
        ("loss", "¥1,200,000", "CNY 1200000"),
        ("loss", "￥1,200,000 元", "CNY 1200000"),
        ("loss", "人民币1.2亿元", "CNY 120000000"),
        ("loss", "RMB 5", "CNY 5"),
        ("loss", "5 RMB", "CNY 5"),
        ("loss", "USD 5,000.10", "USD 5000.1"),
        ("loss", "5万美元", "USD 50000"),
        ("loss", "港币 3", "HKD 3"),
        ("loss", "-5元", "CNY -5"),
        ("eta", "15m", "15m"),
        ("eta", "90m", "1h30m"),
        ("eta", "1h 30m", "1h30m"),
        ("eta", "15分钟", "15m"),
        ("eta", "15 分鐘", "15m"),
        ("eta", "２小时", "2h"),
        ("eta", "1小时30分", "1h30m"),
        ("eta", "1.5小时", "1h30m"),
        ("eta", "半小时", "30m"),
        ("eta", "15 minutes", "15m"),
        ("eta", "1 Hour 5 Min", "1h5m"),
        ("eta", "45秒", "45s"),
        ("eta", "3天", "3d"),
        ("eta", "0s", "0s"),
        ("partner", "  the \t bank ", "the bank"),
        ("partner", "a\x1b[2Jb\u202e", "ab⟨U+202E⟩"),
        ("cause", "UPSTREAM", "upstream"),
        ("cause", "上游故障", "upstream"),
        ("cause", "Network  fault", "network"),
        ("systems", "core, card、core；loan", "core\ncard\nloan"),
        ("systems", "核心系统\n 银行卡 \n\n", "核心系统\n银行卡"),
        ("systems", "one", "one"),
    ],
)
def test_what_a_person_types_is_kept_in_one_form(name: str, typed: str, kept: str) -> None:
    assert read_value(VARIABLES[name], typed) == kept


@pytest.mark.parametrize(
    ("name", "typed", "slug"),
    [
        *((name, " \x07 ", "answer-empty") for name in VARIABLES),
        ("systems", "，、\n", "answer-empty"),
        ("backup", "maybe", "answer-not-a-flag"),
        ("backup", "1", "answer-not-a-flag"),
        ("rate", "many", "answer-not-a-number"),
        ("rate", "1e5", "answer-not-a-number"),
        ("rate", "1 2", "answer-not-a-number"),
        ("rate", "1,2", "answer-not-a-number"),
        ("rate", "--5", "answer-not-a-number"),
        ("rate", "+-5", "answer-not-a-number"),
        ("rate", "1.2.3", "answer-not-a-number"),
        ("rate", "٣", "answer-not-a-number"),
        ("rate", "NaN", "answer-not-a-number"),
        ("rate", "9" * 16, "answer-not-a-number"),
        ("rate", "9" * 5000, "answer-not-a-number"),
        ("rate", "0.123456789", "answer-not-a-number"),
        ("rate", "12345678亿", "answer-not-a-number"),
        ("loss", "a lot", "answer-not-money"),
        ("loss", "CNY", "answer-not-money"),
        ("loss", "CNY 5 USD", "answer-not-money"),
        ("loss", "$5", "answer-not-money"),
        ("loss", "5%", "answer-not-money"),
        ("loss", "5 6", "answer-not-money"),
        ("eta", "15", "answer-without-unit"),
        ("eta", "1.5", "answer-without-unit"),
        ("eta", "soon", "answer-not-a-duration"),
        ("eta", "15m soon", "answer-not-a-duration"),
        ("eta", "2半小时", "answer-not-a-duration"),
        ("eta", "-15m", "answer-not-a-duration"),
        ("eta", "1m1m", "answer-not-a-duration"),
        ("eta", "0.5s", "answer-not-a-duration"),
        ("eta", "9999999999d", "answer-not-a-duration"),
        ("share", "5", "answer-not-a-percentage"),
        ("share", "-3%", "answer-not-a-percentage"),
        ("share", "1001%", "answer-not-a-percentage"),
        ("partner", "x" * 201, "answer-long"),
        ("cause", "sabotage", "answer-not-a-choice"),
        ("systems", "x" * 201, "answer-long"),
        ("systems", "\n".join(str(n) for n in range(101)), "answer-long"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_can(name: str, typed: str, slug: str) -> None:
    with pytest.raises(CommandRefused) as caught:
        read_value(VARIABLES[name], typed)

    assert caught.value.slug == slug
    for language in Language:
        assert "{" not in explain(caught.value, language).line


def test_a_refused_choice_names_the_choices_and_the_nearest() -> None:
    with pytest.raises(CommandRefused) as caught:
        read_value(VARIABLES["cause"], "upstrem")

    assert "是否指“upstream”？" in explain(caught.value, Language.ZH_HANS).hint
    assert "network（网络故障）" in explain(caught.value, Language.ZH_HANS).why


def test_the_id_of_a_choice_goes_before_the_name_of_another() -> None:
    names = (Choice("a", Text("b", "甲")), Choice("b", Text("a", "乙")))
    variable = Variable("x", VariableKind.CHOICE, Text("x", "x"), choices=names)

    assert read_value(variable, "a") == "a"
    assert read_value(variable, "甲") == "a"


@pytest.mark.parametrize(
    ("name", "kept", "value"),
    [
        ("backup", "true", True),
        ("backup", "false", False),
        ("rate", "0.95", Decimal("0.95")),
        ("loss", "USD -5.5", Money(Decimal("-5.5"), "USD")),
        ("eta", "1h30m", timedelta(minutes=90)),
        ("partner", "the bank", "the bank"),
        ("cause", "network", "network"),
        ("systems", "core\ncard", ("core", "card")),
    ],
)
def test_what_is_kept_stands_for_a_value(name: str, kept: str, value: Value) -> None:
    assert value_of(VARIABLES[name], kept) == value


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("backup", "CNY 5"),
        ("backup", "yes"),
        ("rate", "15m"),
        ("loss", "1200000"),
        ("eta", "15"),
        ("cause", "sabotage"),
        ("cause", "上游故障"),
        ("partner", ""),
        ("systems", ""),
        ("eta", "90m"),
    ],
)
def test_what_another_kind_keeps_stands_for_nothing(name: str, kept: str) -> None:
    assert value_of(VARIABLES[name], kept) is None


def test_all_that_is_known_becomes_values() -> None:
    kept = {
        "severity": "S2", "level": "x", "mode": "drill", "service": "",
        "backup": "true", "eta": "soon", "stranger": "5",
    }  # fmt: skip

    assert values_of(VARIABLES, kept) == {
        "severity": Severity.S2,
        "mode": "drill",
        "backup": True,
    }
