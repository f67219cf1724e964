import unicodedata
from collections.abc import Iterator, Mapping
from types import ModuleType

import pytest

from netfin_incident.domain.incident.checklist import ObstacleKind
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.text import Text
from netfin_incident.tui.text import width
from netfin_incident.tui.widgets.step_row import WORD_CELLS
from netfin_incident.wording import (
    handover_card,
    screen_calling,
    screen_dialogs,
    screen_hints,
    screen_keys,
    screen_step_dialogs,
    screen_steps,
    screens,
)
from netfin_incident.wording.explain import CATALOGUE
from netfin_incident.wording.screen_hints import KEY_HINTS, OBSTACLE_HINTS

MODULES = (
    handover_card,
    screen_calling,
    screens,
    screen_dialogs,
    screen_hints,
    screen_keys,
    screen_steps,
    screen_step_dialogs,
)


def words(module: ModuleType) -> Iterator[Text]:
    """Every text of a table of words."""
    for value in vars(module).values():
        yield from within(value)


def within(value: object) -> Iterator[Text]:
    match value:
        case Text():
            yield value
        case Mapping():
            for one in value.values():
                yield from within(one)
        case tuple():
            for one in value:
                yield from within(one)


@pytest.mark.parametrize("module", MODULES)
def test_no_character_is_of_two_widths_in_different_terminals(module: ModuleType) -> None:
    found = {
        character
        for text in words(module)
        for character in text.en + text.zh
        if unicodedata.east_asian_width(character) == "A"
    }
    assert found == set()


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_are_filled_with_the_same_values(module: ModuleType) -> None:
    for text in words(module):
        assert text.en
        assert text.zh
        assert names_in(text.en) == names_in(text.zh), text


def names_in(text: str) -> set[str]:
    """The names between braces."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def test_hints_are_for_refusals_that_exist() -> None:
    assert set(KEY_HINTS) - set(CATALOGUE) == set()


def test_every_obstacle_names_the_key_that_settles_it() -> None:
    assert set(OBSTACLE_HINTS) == set(ObstacleKind)


def test_labels_of_fields_fit_their_column() -> None:
    for label in screen_dialogs.FIELD.values():
        assert max(width(label.en), width(label.zh)) <= 13, label


def test_labels_of_keys_fit_the_key_list() -> None:
    for label, _ in screen_keys.KEY_WORDS.values():
        assert max(width(label.en), width(label.zh)) <= 17, label


def test_every_kind_of_step_has_a_sign_of_its_own_in_both_languages() -> None:
    assert set(screen_steps.KIND_SIGN) == set(screen_steps.KIND_WORD) == set(Verb)
    for language in ("en", "zh"):
        signs = [getattr(sign, language) for sign in screen_steps.KIND_SIGN.values()]
        assert len(set(signs)) == len(signs)
        assert len({width(sign) for sign in signs}) == 1
    words = [word for text in screen_steps.KIND_WORD.values() for word in (text.en, text.zh)]
    assert max(map(width, words)) <= WORD_CELLS
