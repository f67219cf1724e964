"""The reports on the demonstration as they should be; see `tests/snapshot/test_report_golden.py`.

python tests/report_goldens.py        writes them anew; look at the difference before keeping it
"""

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from netfin_incident import __version__
from netfin_incident.reports.as_json import report_json
from netfin_incident.reports.facts import read_facts
from netfin_incident.reports.markdown import report_markdown
from netfin_incident.wording.language import Language
from report_cases import demo

FOLDER = Path(__file__).parent / "data" / "reports"
SOURCE = "0" * 64
"""Stands for the digest of the playbook's file, so that a comment in it changes nothing here."""


def made() -> dict[str, str]:
    """Each report by its file's name, without what changes although nothing happened otherwise.

    The program's version and the digests of the chain are masked: the chain holds the whole
    playbook, also those of its words that no report prints.
    """
    reports: dict[str, str] = {}
    for language in Language:
        with tempfile.TemporaryDirectory() as folder:
            played = demo(Path(folder), language)
            played = replace(played, plan=replace(played.plan, source_sha256=SOURCE))
            facts = read_facts(played.desk, played.whole())
            digests = (facts.head.anchor, facts.entries[max(facts.entries)].row.digest)
            texts = {f"{language}.md": report_markdown(facts, language, played.names())}
            if language is Language.EN:
                texts["en.json"] = report_json(facts)
        for name, text in texts.items():
            masked = re.sub("|".join(digests), "<digest>", text)
            reports[name] = masked.replace(
                f"netfin-incident {__version__}", "netfin-incident <version>"
            )
    return reports


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in made().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
