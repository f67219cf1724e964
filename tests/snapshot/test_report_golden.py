"""The reports on the demonstration, byte by byte.

After a change that is meant: python tests/report_goldens.py, and look at the difference.
"""

from pathlib import Path

import pytest

from netfin_incident.reports.as_json import report_json
from netfin_incident.reports.facts import read_facts
from netfin_incident.reports.markdown import report_markdown
from netfin_incident.wording.language import Language
from report_cases import demo
from report_goldens import FOLDER, made


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    return made()


@pytest.mark.parametrize("name", ["en.md", "zh-Hans.md", "zh-Hant.md", "en.json"])
def test_a_report_on_the_demonstration_is_the_one_that_was_kept(
    reports: dict[str, str], name: str
) -> None:
    assert reports[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_report_was_kept_that_nobody_compares(reports: dict[str, str]) -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(reports)


def test_the_same_emergency_gives_the_same_bytes_down_to_the_head(tmp_path: Path) -> None:
    made_twice = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        played = demo(folder, Language.ZH_HANS)
        facts = read_facts(played.desk, played.whole())
        made_twice.append((report_markdown(facts, Language.ZH_HANS), report_json(facts)))
    assert made_twice[0] == made_twice[1]
