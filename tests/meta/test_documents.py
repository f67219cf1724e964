import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from meta.sources import ROOT, SRC, project_files

PAGES = [path for path in project_files() if path.suffix == ".md"]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`(/?[a-z_]+(?:/[\w.*-]*)*/?|[a-z_]+\.py)`")


def architecture() -> str:
    return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def places(path: str) -> Iterator[Path]:
    """What a path in the text may mean: from the project's root, or anywhere in the program."""
    yield from ROOT.glob(path)
    yield from SRC.rglob(path)


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_the_architecture_fits_on_a_few_pages() -> None:
    assert len(architecture().splitlines()) <= 200


def test_the_architecture_names_every_package() -> None:
    packages = {path.name for path in SRC.iterdir() if path.is_dir() and path.name[0].isalpha()}
    assert {name for name in packages if f"`{name}/" not in architecture()} == set()


def test_every_path_in_the_architecture_is_there() -> None:
    named = {path for path in PATH.findall(architecture()) if "/" in path}
    assert len(named) > 30
    named -= {"_shipped/"}  # it exists in an installed package only
    assert {path for path in named if not any(places(path.strip("/")))} == set()


def test_the_chinese_half_of_the_readme_has_what_the_english_half_has() -> None:
    english, chinese = (ROOT / "README.md").read_text(encoding="utf-8").split("\n# 中文说明\n")
    for mark in (r"^## ", r"^```sh$", r"^\| ", r"^- "):
        assert len(re.findall(mark, english, re.MULTILINE)) == len(
            re.findall(mark, chinese, re.MULTILINE)
        ), mark


def test_the_readme_starts_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.split("```sh\n")[1].split("```")[0]
    commands = [line.partition("#")[0].strip() for line in first.splitlines()]
    assert commands == ["python3 dev.py run demo", "python3 dev.py test"]


def test_every_decision_is_a_page_with_the_same_parts() -> None:
    pages = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    index = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    assert [page.name[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        heads = re.findall(r"^(?:## (\w+)|\*\*(Status)\*\*)", text, re.MULTILINE)
        assert ["".join(head) for head in heads] == ["Status", "Drivers", "Outcome", "Consequences"]
        assert page.name in index
        assert len(text.splitlines()) <= 60
