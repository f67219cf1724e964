"""What `docs/playbooks.md` tells authors is what the program does."""

import re
from pathlib import Path

from meta.sources import ROOT
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.vocabulary import Milestone, Role
from netfin_incident.library.lint import ADVICE_CODES, LOADER_CODE, lint_playbook
from netfin_incident.library.playbooks import CATEGORIES, STATUSES, load_playbook
from netfin_incident.library.steps import EVIDENCE_KINDS

PAGE = (ROOT / "docs" / "playbooks.md").read_text(encoding="utf-8")


def test_the_example_lints_clean(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    path = tmp_path / "sms-outage.yaml"
    path.write_text(example[1], encoding="utf-8")
    assert lint_playbook(path) == ()
    assert {step.verb for step in load_playbook(path).steps} == set(Verb)


def test_every_finding_is_listed_with_its_severity() -> None:
    listed = re.findall(
        r"^\| (PB\d{3}) \| (\w+) \|.*?\| (?:`([a-z-]+)`|any rule above) \|$", PAGE, re.MULTILINE
    )
    given = [(code, gravity.value, slug) for slug, (code, gravity) in ADVICE_CODES.items()]
    assert listed == [(LOADER_CODE, "error", ""), *given]


def test_every_word_that_may_be_written_is_listed() -> None:
    for words in (CATEGORIES, STATUSES, EVIDENCE_KINDS, Milestone, Role, Verb):
        for word in words:
            assert f"`{word}`" in PAGE
