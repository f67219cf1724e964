from datetime import timedelta
from decimal import Decimal

import pytest

from condition_variables import VARIABLES
from netfin_incident.domain.expression import Money, Value, parse
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.wording.conditions import because, condition, said_value
from netfin_incident.wording.language import Language, filled, joined, say

KNOWN: dict[str, Value] = {
    "severity": Severity.S1,
    "mode": "drill",
    "backup": False,
    "rate": Decimal("0.9"),
    "loss": Money(Decimal(1_234_500), "CNY"),
    "limit": Money(Decimal(100), "USD"),
    "eta": timedelta(minutes=20),
    "cause": "network",
    "partner": "某银行",
    "systems": ("core", "card"),
}


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [
        ("severity <= S2", "the severity is II or worse", "事件等级为Ⅱ级及以上"),
        ("severity < S2", "the severity is worse than II", "事件等级高于Ⅱ级"),
        ("severity >= S2", "the severity is II or milder", "事件等级为Ⅱ级及以下"),
        ("severity > S2", "the severity is milder than II", "事件等级低于Ⅱ级"),
        ("severity == S1", "the severity is I", "事件等级为Ⅰ级"),
        ("severity != S1", "the severity is not I", "事件等级不为Ⅰ级"),
        ("S2 >= severity", "the severity is II or worse", "事件等级为Ⅱ级及以上"),
        ("severity in [S1, S2]", "the severity is I or II", "事件等级为Ⅰ级或Ⅱ级"),
        ("level <= S2", "the response level is II or higher", "响应级别为Ⅱ级及以上"),
        (
            "severity < level",
            "the severity is worse than the response level",
            "事件等级高于响应级别",
        ),
        ("mode == drill", "this is a drill", "本次为演练"),
        ("mode != live", "this is not a real incident", "本次不是真实事件"),
        ("service == 'pay'", "the service is “pay”", "业务服务为“pay”"),
        (
            "eta > 15m",
            "the operator's estimate is more than 15 minutes",
            "通道方预计恢复时间超过15分钟",
        ),
        (
            "eta >= 1h30m",
            "the operator's estimate is at least 1 hour 30 minutes",
            "通道方预计恢复时间不少于1小时30分钟",
        ),
        (
            "not eta >= 2d",
            "the operator's estimate is less than 2 days",
            "通道方预计恢复时间少于2天",
        ),
        ("loss >= CNY 100万", "the loss is at least CNY 1,000,000", "损失金额不低于100万元"),
        ("loss > CNY 1.5亿", "the loss is more than CNY 150,000,000", "损失金额超过1.5亿元"),
        ("loss < CNY 500.5", "the loss is less than CNY 500.5", "损失金额低于500.5元"),
        ("loss <= USD 20000", "the loss is at most USD 20,000", "损失金额不超过USD 20,000"),
        ("loss > limit", "the loss is more than the limit", "损失金额超过限额"),
        ("loss == limit", "the loss is the same as the limit", "损失金额与限额相同"),
        (
            "loss - CNY 5 > CNY 0",
            "the loss minus CNY 5 is more than CNY 0",
            "损失金额减5元超过0元",
        ),
        ("rate < 95%", "the success rate is less than 95%", "成功率低于95%"),
        ("rate < 0.95", "the success rate is less than 0.95", "成功率低于0.95"),
        ("backup", "backup channel usable: yes", "备用通道可用：是"),
        ("not backup", "backup channel usable: no", "备用通道可用：否"),
        ("not backup == true", "backup channel usable: no", "备用通道可用：否"),
        ("backup != false", "backup channel usable: yes", "备用通道可用：是"),
        ("not not backup", "backup channel usable: yes", "备用通道可用：是"),
        ("cause == 'upstream'", "the cause is “upstream failure”", "故障原因为“上游故障”"),
        (
            "cause in ['upstream', 'network', 'change']",
            "the cause is “upstream failure”, “network fault” or “变更”",
            "故障原因为“上游故障”、“网络故障”或“变更”",
        ),
        (
            "cause not in ['upstream', 'network']",
            "the cause is none of “upstream failure”, “network fault”",
            "故障原因不是“上游故障”、“网络故障”中的任何一个",
        ),
        ("cause in ['network']", "the cause is “network fault”", "故障原因为“网络故障”"),
        ("'core' in systems", "the list of systems includes “core”", "受影响系统包含“core”"),
        (
            "not cause in systems",
            "the list of systems does not include the cause",
            "受影响系统不包含故障原因",
        ),
        ("partner is set", "the partner is known", "合作方已知"),
        ("not partner is set", "the partner is not known", "合作方未知"),
        ("nobody > 5", "nobody is more than 5", "nobody超过5"),
        (
            "(loss > limit) == backup",
            "whether (the loss is more than the limit) is the same as backup channel usable",
            "是否（损失金额超过限额）与备用通道可用相同",
        ),
        ("true", "always", "任何情况下"),
        ("not true", "never", "任何情况下都不"),
    ],
)
def test_a_condition_is_said_as_a_sentence(written: str, en: str, zh: str) -> None:
    said = condition(parse(written), VARIABLES)

    assert (said.en, said.zh) == (en, zh)


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [
        (
            "severity <= S2 or backup or frozen",
            "the severity is II or worse, or backup channel usable: yes, or changes frozen: yes",
            "事件等级为Ⅱ级及以上，或备用通道可用：是，或变更已冻结：是",
        ),
        (
            "(backup or frozen) and partner is set",
            "(backup channel usable: yes, or changes frozen: yes), and the partner is known",
            "（备用通道可用：是，或变更已冻结：是），且合作方已知",
        ),
        (
            "(backup and frozen) and partner is set",
            "backup channel usable: yes, and changes frozen: yes, and the partner is known",
            "备用通道可用：是，且变更已冻结：是，且合作方已知",
        ),
        (
            "not (backup and severity <= S2)",
            "backup channel usable: no, or the severity is milder than II",
            "备用通道可用：否，或事件等级低于Ⅱ级",
        ),
        (
            "backup and not (frozen or partner is set)",
            "backup channel usable: yes, and changes frozen: no, and the partner is not known",
            "备用通道可用：是，且变更已冻结：否，且合作方未知",
        ),
    ],
)
def test_rows_have_brackets_only_where_they_are_needed(written: str, en: str, zh: str) -> None:
    said = condition(parse(written), VARIABLES)

    assert (said.en, said.zh) == (en, zh)


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [
        (
            "severity <= S2",
            "applies because the severity is II or worse (now: I)",
            "适用，因为事件等级为Ⅱ级及以上（目前：Ⅰ级）",
        ),
        ("severity == S1", "applies because the severity is I", "适用，因为事件等级为Ⅰ级"),
        (
            "severity > S2 or eta > 30m",
            "does not apply because the severity is II or worse (now: I), and the operator's estimate is at most 30 minutes (now: 20 minutes)",
            "不适用，因为事件等级为Ⅱ级及以上（目前：Ⅰ级），且通道方预计恢复时间不超过30分钟（目前：20分钟）",
        ),
        (
            "severity > S2 or eta > 15m",
            "applies because the operator's estimate is more than 15 minutes (now: 20 minutes)",
            "适用，因为通道方预计恢复时间超过15分钟（目前：20分钟）",
        ),
        (
            "severity <= S2 and (backup or frozen)",
            "not known yet: changes frozen",
            "尚不清楚：变更已冻结",
        ),
        ("not backup", "applies because backup channel usable: no", "适用，因为备用通道可用：否"),
        (
            "cause != 'upstream'",
            "applies because the cause is not “upstream failure” (now: “network fault”)",
            "适用，因为故障原因不为“上游故障”（目前：“网络故障”）",
        ),
        (
            "cause == 'network'",
            "applies because the cause is “network fault”",
            "适用，因为故障原因为“网络故障”",
        ),
        (
            "rate < 95%",
            "applies because the success rate is less than 95% (now: 90%)",
            "适用，因为成功率低于95%（目前：90%）",
        ),
        ("mode == drill", "applies because this is a drill", "适用，因为本次为演练"),
        (
            "loss + CNY 1 > loss",
            "applies because the loss plus CNY 1 is more than the loss (now: CNY 1,234,500)",
            "适用，因为损失金额加1元超过损失金额（目前：123.45万元）",
        ),
        (
            "rto is not set",
            "applies because the recovery target is not known",
            "适用，因为恢复时限未知",
        ),
        (
            "level <= S2 and rto > 5m",
            "not known yet: the response level, the recovery target",
            "尚不清楚：响应级别、恢复时限",
        ),
        (
            "loss > limit",
            "not known yet: whether the loss is more than the limit",
            "尚不清楚：是否损失金额超过限额",
        ),
        ("true", "applies always", "始终适用"),
        ("false", "never applies", "始终不适用"),
    ],
)
def test_the_reason_is_what_decided(written: str, en: str, zh: str) -> None:
    said = because(parse(written), VARIABLES, KNOWN)

    assert (said.en, said.zh) == (en, zh)


def test_several_values_are_told_apart_by_their_names() -> None:
    known: dict[str, Value] = {"eta": timedelta(hours=2), "rto": timedelta(hours=1)}

    said = because(parse("eta > rto"), VARIABLES, known)

    assert said.en.endswith("(now: the operator's estimate 2 hours, the recovery target 1 hour)")
    assert said.zh.endswith("（目前：通道方预计恢复时间2小时、恢复时限1小时）")


@pytest.mark.parametrize(
    ("name", "kept", "en", "zh"),
    [
        ("backup", "true", "yes", "是"),
        ("backup", "false", "no", "否"),
        ("rate", "0.95", "0.95", "0.95"),
        ("loss", "CNY 1200000", "CNY 1,200,000", "120万元"),
        ("loss", "CNY 1234567", "CNY 1,234,567", "1,234,567元"),
        ("loss", "CNY -20000", "CNY -20,000", "-2万元"),
        ("loss", "CNY 123456000000", "CNY 123,456,000,000", "1234.56亿元"),
        ("loss", "USD 5000.1", "USD 5,000.1", "USD 5,000.1"),
        ("eta", "1h1m1s", "1 hour 1 minute 1 second", "1小时1分钟1秒"),
        ("eta", "0s", "0 seconds", "0秒"),
        ("partner", "某银行", "某银行", "某银行"),
        ("cause", "network", "network fault", "网络故障"),
        ("systems", "core\ncard", "core, card", "core、card"),
        ("loss", "15m", "15m", "15m"),
        ("cause", "sabotage", "sabotage", "sabotage"),
    ],
)
def test_a_value_is_said_in_words(name: str, kept: str, en: str, zh: str) -> None:
    said = said_value(VARIABLES[name], kept)

    assert (said.en, said.zh) == (en, zh)


def test_what_was_typed_keeps_its_script_inside_a_sentence() -> None:
    said = condition(parse("typed and partner != '某银行业'"), VARIABLES)

    assert say(said, Language.ZH_HANT) == "预案启动：是，且合作方不爲“某银行业”"


def test_a_typed_value_keeps_its_script() -> None:
    assert say(said_value(VARIABLES["partner"], "银行业"), Language.ZH_HANT) == "银行业"
    assert say(said_value(VARIABLES["systems"], "银行业\n结算"), Language.ZH_HANT) == "银行业、结算"
    assert say(said_value(VARIABLES["cause"], "network"), Language.ZH_HANT) == "網絡故障"
    assert say(said_value(VARIABLES["cause"], "change"), Language.ZH_HANT) == "变更"


def test_a_filled_template_keeps_the_script_of_what_was_typed() -> None:
    typed = Text("报", "报")
    said = filled(Text("{} after {}", "{}之后{}"), typed, joined(Text(", ", "、"), (typed, typed)))

    assert say(said, Language.EN) == "报 after 报, 报"
    assert say(said, Language.ZH_HANS) == "报之后报、报"
    assert say(said, Language.ZH_HANT) == "报之後报、报"


def test_braces_in_a_typed_name_are_only_braces() -> None:
    said = filled(Text("{}: {}", "{}：{}"), Text("{a}", "{a}"), Text("{}", "{}"))

    assert said.en == "{a}: {}"
