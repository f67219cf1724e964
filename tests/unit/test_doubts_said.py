"""What is said of doubts and readings, in each language."""

import re
import string

import pytest

from netfin_incident.domain.text import Text
from netfin_incident.exchange.incident_log import Verdict
from netfin_incident.wording.doubts import DOUBTS, say_doubt, say_reading
from netfin_incident.wording.language import Language
from netfin_incident.wording.readings import READINGS, VERDICTS

SAYINGS = {**DOUBTS, **READINGS}
CHINESE = re.compile("[\u4e00-\u9fff]")


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("slug", sorted(SAYINGS))
def test_both_languages_say_the_same_values(slug: str) -> None:
    text: Text = SAYINGS[slug]
    assert names(text.en) == names(text.zh)
    assert CHINESE.search(text.zh)
    assert not CHINESE.search(text.en)


def test_every_verdict_has_its_words() -> None:
    assert set(VERDICTS) == {verdict.value for verdict in Verdict}


def test_milestones_and_roles_are_said_in_the_language_of_the_reader() -> None:
    missing = {"milestone": "recovered"}
    assert say_doubt("key-event-missing", missing, Language.ZH_HANS).endswith("：业务恢复")
    assert "recovered" in say_doubt("key-event-missing", missing, Language.EN)
    held = {"person": "李雷", "roles": "commander,scribe"}
    assert say_doubt("role-guessed", held, Language.ZH_HANS) == "李雷 被理解为担任：现场指挥、记录"
    assert (
        say_doubt("role-guessed", held, Language.EN) == "李雷 is taken to hold: commander, scribe"
    )


def test_what_was_typed_stands_as_typed_and_cannot_act() -> None:
    values = [("written", "{0} \x1b[2J后\u202e" + "x" * 200)]
    said = say_doubt("year-impossible", values, Language.ZH_HANT)
    assert "{0} 后⟨U+202E⟩xx" in said
    assert said.startswith("“")
    assert "…" in said
    assert "\x1b" not in said


def test_a_value_that_an_older_entry_lacks_is_shown_as_unknown() -> None:
    assert say_reading("read-as", {}, Language.EN) == "read as ?, it fits"
