import ast
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest

from meta.errors_page import CATALOGUES, families, page, placeholders
from meta.sources import ROOT, Source, called_name, sources
from netfin_incident.domain.text import Text
from netfin_incident.errors import CommandRefused, DefinitionError, RecordError, UsageError
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

SAYINGS = [(slug, saying) for catalogue in CATALOGUES for slug, saying in catalogue.items()]
FAMILIES = (CommandRefused, DefinitionError, RecordError, UsageError)
FAMILY_OF = {family.__name__: family.family for family in families()}


@dataclass(frozen=True)
class Carrier:
    """Something that is called with a slug and makes an error of it."""

    families: frozenset[str]
    position: int


@dataclass(frozen=True)
class Use:
    """A slug written in the program."""

    slug: str
    families: frozenset[str]
    where: str
    direct: bool
    """Whether the error is made here, so that every value must be given here."""
    values: frozenset[str] | None
    """Names of the values given; None where a `**mapping` gives more."""


def carriers(files: list[Source]) -> dict[str, Carrier]:
    """The error classes, and every function or record that passes its `slug` on to one."""
    known = {name: Carrier(frozenset({name}), 0) for name in FAMILY_OF}
    growing = True
    while growing:
        growing = False
        for file in files:
            for node in ast.walk(file.tree):
                position = _slug_position(node)
                if position is None or not isinstance(node, ast.FunctionDef | ast.ClassDef):
                    continue
                reached = frozenset().union(
                    *(
                        known[called_name(call)].families
                        for call in ast.walk(node)
                        if isinstance(call, ast.Call)
                        and called_name(call) in known
                        and called_name(call) != node.name
                        and _passes_slug_on(_slug_argument(call, known[called_name(call)]))
                    )
                )
                before = known.get(node.name, Carrier(frozenset(), position))
                after = Carrier(before.families | reached, position)
                if reached and after != before:
                    known[node.name] = after
                    growing = True
    return known


def _slug_position(node: ast.AST) -> int | None:
    match node:
        case ast.FunctionDef(args=ast.arguments(args=arguments)):
            names = [argument.arg for argument in arguments]
            bound = names[:1] in (["self"], ["cls"])
            return names.index("slug") - bound if "slug" in names else None
        case ast.ClassDef(body=body):
            fields = [
                line.target.id
                for line in body
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
            ]
            return fields.index("slug") if "slug" in fields else None
        case _:
            return None


def _slug_argument(call: ast.Call, carrier: Carrier) -> ast.expr | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "slug"]
    if named:
        return named[0]
    return call.args[carrier.position] if len(call.args) > carrier.position else None


def _passes_slug_on(argument: ast.expr | None) -> bool:
    match argument:
        case ast.Name(id="slug") | ast.Attribute(attr="slug"):
            return True
        case _:
            return False


def _written(argument: ast.expr | None) -> list[str] | None:
    """The slugs an argument may be, or None when the program does not spell them out."""
    match argument:
        case ast.Constant(value=str(slug)):
            return [slug]
        case ast.IfExp(body=one, orelse=other):
            slugs = [_written(one), _written(other)]
            return None if None in slugs else [slug for of in slugs for slug in of or []]
        case _:
            return None


def uses() -> tuple[list[Use], list[str]]:
    """Every slug written in the program, and the places where one cannot be read."""
    files = list(sources())
    known = carriers(files)
    found: list[Use] = []
    unread: list[str] = []
    for file in files:
        for call in ast.walk(file.tree):
            if not isinstance(call, ast.Call) or called_name(call) not in known:
                continue
            name = called_name(call)
            argument = _slug_argument(call, known[name])
            slugs = _written(argument)
            if slugs is None:
                if name in FAMILY_OF and not _passes_slug_on(argument):
                    unread.append(file.at(call))
                continue
            names = [keyword.arg for keyword in call.keywords]
            values = None if None in names else frozenset(filter(None, names))
            direct = name in FAMILY_OF
            found += [
                Use(slug, known[name].families, file.at(call), direct, values) for slug in slugs
            ]
    return found, unread


USES, UNREAD = uses()


def test_every_slug_is_spelled_out_where_the_error_is_made() -> None:
    assert UNREAD == []


def test_every_slug_in_the_program_has_its_sentences_in_its_family() -> None:
    codes = {slug: saying.code for slug, saying in SAYINGS}
    missing = {f"{use.where} {use.slug}" for use in USES if use.slug not in codes}
    strangers = {
        f"{use.where} {use.slug} is {codes[use.slug]}"
        for use in USES
        if use.slug in codes
        and not any(codes[use.slug].startswith(FAMILY_OF[family]) for family in use.families)
    }
    assert not missing | strangers, "\n".join(sorted(missing | strangers))


def test_every_sentence_in_the_catalogue_is_said_somewhere() -> None:
    unsaid = {slug for slug, _ in SAYINGS} - {use.slug for use in USES}
    assert not unsaid, "\n".join(sorted(unsaid))


def test_every_value_that_a_sentence_shows_is_given() -> None:
    by_slug = dict(SAYINGS)
    short = {
        f"{use.where} {use.slug}: {', '.join(sorted(lacking))}"
        for use in USES
        if use.direct and use.values is not None and use.slug in by_slug
        for lacking in [wanted(by_slug[use.slug]) - use.values - filled_in(use.values)]
        if lacking
    }
    assert not short, "\n".join(sorted(short))


def filled_in(values: frozenset[str]) -> set[str]:
    """What `explain` makes of the values by itself."""
    return {"did_you_mean"} if "nearest" in values else set()


def wanted(saying: Saying) -> set[str]:
    return set().union(*(placeholders(text)[0] for text in (saying.what, saying.why, saying.hint)))


def test_no_code_and_no_slug_stands_for_two_errors() -> None:
    for names in ([saying.code for _, saying in SAYINGS], [slug for slug, _ in SAYINGS]):
        assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize(
    ("catalogue", "prefixes"),
    zip(CATALOGUES, (("NF-1",), ("NF-2",), ("NF-3", "NF-4"), ("NF-9",)), strict=True),
    ids=["refusals", "definitions", "records", "usage"],
)
def test_every_code_belongs_to_its_catalogue(
    catalogue: dict[str, Saying], prefixes: tuple[str, ...]
) -> None:
    wrong = {
        saying.code
        for saying in catalogue.values()
        if not (re.fullmatch(r"NF-[0-9]{4}", saying.code) and saying.code.startswith(prefixes))
    }
    assert wrong == set()


@pytest.mark.parametrize(("slug", "saying"), SAYINGS, ids=[slug for slug, _ in SAYINGS])
def test_an_error_says_what_and_why_and_what_next_in_both_languages(
    slug: str, saying: Saying
) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    for text in (saying.what, saying.why, saying.hint):
        english, chinese = placeholders(text)
        assert english == chinese
        assert all(sentence.strip() == sentence != "" for sentence in (text.en, text.zh))
        assert bad_tone(text) == []


@pytest.mark.parametrize("language", Language)
def test_every_error_can_be_explained(language: Language) -> None:
    for family, catalogue in zip(FAMILIES, CATALOGUES, strict=True):
        for slug, saying in catalogue.items():
            values: dict[str, Any] = dict.fromkeys(wanted(saying), "x")
            explained = explain(family(slug, **values), language)
            assert explained.line.endswith(f"· {saying.code}")


def bad_tone(text: Text) -> list[str]:
    """Words that blame or alarm the reader, and stops that the line would double."""
    words = re.findall(r"\binvalid\b|\billegal\b|error occurred|\w!", text.en, re.IGNORECASE)
    words += re.findall(r"\w！|非法|发生错误", text.zh)
    return words + re.findall(r"[.。]$", text.en) + re.findall(r"[.。]$", text.zh)


def test_every_error_has_its_heading_in_the_documentation() -> None:
    written = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^## (NF-[0-9]{4})$", written, re.MULTILINE))
    assert headings == {saying.code for _, saying in SAYINGS}


def test_the_documentation_of_errors_is_up_to_date() -> None:
    written = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert written == page(), "run: python tests/meta/errors_page.py > docs/errors.md"
