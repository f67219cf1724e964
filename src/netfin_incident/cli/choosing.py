"""What people type for one of a closed list, or for a number."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, TypeVar

from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.vocabulary import Role
from netfin_incident.errors import UsageError
from netfin_incident.wording.labels import label

Member = TypeVar("Member", bound=Enum)

_NUMBER: Final = re.compile(r"#?[0-9]{1,9}")


def chosen(kind: type[Member], given: str, option: str) -> Member:
    """The member of `kind` that `given` names: by its stored name, or its label in any language.

    Raises:
        UsageError: there is no such member.
    """
    folded = _folded(given)
    for member in kind:
        said = label(member)
        if folded in (_folded(str(member.value)), _folded(said.en), _folded(said.zh)):
            return member
    raise not_among(given, option, (str(member.value) for member in kind))


def one_of(known: Iterable[str], given: str, option: str) -> str:
    """The known word that `given` is.

    Raises:
        UsageError: it is none of them.
    """
    words = tuple(known)
    found = next((word for word in words if _folded(word) == _folded(given)), None)
    if found is None:
        raise not_among(given, option, words)
    return found


def not_among(given: str, option: str, known: Iterable[str]) -> UsageError:
    """The error for a word that is none of the `known` ones."""
    words = tuple(known)
    return UsageError(
        "choice-not-listed", given=given, option=option, choices=words,
        nearest=nearest(given.lower(), words),
    )  # fmt: skip


def role_id(given: str) -> str:
    """The id of a standard role by its id or label; anything else as it was typed."""
    folded = _folded(given)
    for role in Role:
        if folded in (_folded(role.value), _folded(label(role).en), _folded(label(role).zh)):
            return role.value
    return given.strip()


def number(given: str, option: str, least: int = 1) -> int:
    """A whole number as people write it; `#7` is 7.

    Raises:
        UsageError: it is none, or smaller than `least`.
    """
    text = given.strip()
    if not _NUMBER.fullmatch(text) or int(text.lstrip("#")) < least:
        raise UsageError("number-not-read", given=given, option=option, least=least)
    return int(text.lstrip("#"))


def only_one(acts: Mapping[str, object | None], on: str, *, optional: bool = False) -> str:
    """The one of several options that was given; empty where none was and none need be.

    Raises:
        UsageError: several were given, or none.
    """
    given = [option for option, value in acts.items() if value is not None]
    if len(given) > 1:
        raise UsageError("acts-several", options=tuple(given))
    if not given and not optional:
        raise UsageError("act-missing", id=on, options=tuple(acts))
    return given[0] if given else ""


def needed(given: str | None, option: str, example: str) -> str:
    """An option without which what is asked means nothing.

    Raises:
        UsageError: it was not given.
    """
    if given is None:
        raise UsageError("option-needed", option=option, example=example)
    return given


def thing(given: str, example: str) -> str:
    """The id of a task, measure, message or report, such as `example`.

    Raises:
        UsageError: it has not that form.
    """
    text = given.strip().upper()
    if not re.fullmatch(f"{example[0]}[0-9]{{1,6}}", text):
        raise UsageError("thing-unnamed", given=given, example=example)
    return text


def _folded(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_")
