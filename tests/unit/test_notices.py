"""The words of notices and commands, with what is known in their places."""

from decimal import Decimal

from netfin_incident.domain.expression import Value
from netfin_incident.domain.playbook import Variable, VariableKind
from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.notices import Filler

RATE = Variable("rate", VariableKind.PERCENT, Text("the success rate", "成功率"))
UNIT = Variable("unit", VariableKind.TEXT, Text("the unit", "单元"))
TEMPLATE = Text("{unit} is at {rate} {not this}; ", "{unit} 成功率 {rate}")


def filler(language: Language) -> Filler:
    return Filler(lambda text: say(text, language), {"rate": RATE, "unit": UNIT})


def values(**known: Value) -> dict[str, Value]:
    return {"mode": "live", **known}


def test_a_value_stands_in_its_place_and_a_percentage_keeps_its_sign() -> None:
    known = values(rate=Decimal("0.62"), unit="pay")
    assert filler(Language.EN).notice(TEMPLATE, known) == "pay is at 62% {not this};"
    assert filler(Language.ZH_HANS).notice(TEMPLATE, known) == "pay 成功率 62%"


def test_what_is_not_known_stands_by_its_name() -> None:
    assert filler(Language.ZH_HANS).notice(TEMPLATE, values(unit="pay")) == "pay 成功率 ‹成功率›"
    assert filler(Language.EN).argument("--unit={unit}", {}) == "--unit=‹the unit›"
    assert filler(Language.EN).argument("--unit={unit}", {"unit": "pay"}) == "--unit=pay"


def test_a_notice_of_a_drill_says_that_it_is_one() -> None:
    known: dict[str, Value] = {"mode": "drill", "rate": Decimal(1), "unit": "pay"}
    assert filler(Language.EN).notice(TEMPLATE, known).startswith("[DRILL] pay is at 100%")
    assert filler(Language.ZH_HANS).notice(TEMPLATE, known) == "【演练】pay 成功率 100%"
