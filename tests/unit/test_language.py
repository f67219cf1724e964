import pytest

from netfin_incident.domain.text import Text
from netfin_incident.errors import UsageError
from netfin_incident.wording.language import Language, find_language, parse_language, say


def test_product_text_is_said_in_each_language() -> None:
    text = Text("Playbook", "处置预案")
    said = [say(text, language) for language in Language]
    assert said == ["Playbook", "处置预案", "處置預案"]


def test_what_was_typed_is_never_converted() -> None:
    assert say(Text("重启网关", "重启网关"), Language.ZH_HANT) == "重启网关"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en_GB.UTF-8", Language.EN),
        ("C.UTF-8", Language.EN),
        ("zh", Language.ZH_HANS),
        ("zh_CN.UTF-8", Language.ZH_HANS),
        ("zh-Hans-CN", Language.ZH_HANS),
        ("zh_TW", Language.ZH_HANT),
        ("ZH-HANT", Language.ZH_HANT),
    ],
)
def test_a_language_is_found_by_tag_or_locale(tag: str, language: Language) -> None:
    assert find_language(tag) is language


def test_a_language_the_program_does_not_speak_is_refused() -> None:
    assert find_language("fr_FR") is None
    with pytest.raises(UsageError, match="language-unknown"):
        parse_language("fr")
