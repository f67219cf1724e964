"""Reads `netfin.toml` and says of each value on which line it stands.

A file that somebody else could have changed is refused: it decides who is who.
"""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.errors import DefinitionError, Place, UsageError
from netfin_incident.wording import setting_sayings as wanted

TEXTS: Final = (
    "database", "zone", "language", "playbooks", "services", "roster", "commands", "channels",
    "escalation", "clocks", "severity", "entity", "contacts", "indicators",
)  # fmt: skip
TABLES: Final = ("people", "names")
KEYS: Final = (*TEXTS, *TABLES)

_LARGEST: Final = 256 * 1024
_PERSON: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_USER_ID: Final = re.compile(r"0|[1-9][0-9]{0,9}")
_TABLE_HEAD: Final = re.compile(r"\s*\[\s*[\"']?([^\]\"']+?)[\"']?\s*\]")
_AT_LINE: Final = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The checked content of one file."""

    path: Path
    values: Mapping[str, Any]
    text: str

    def place(self, key: str) -> Place:
        """Where `key` stands; `people.1000` for a key of a table."""
        table, _, last = key.rpartition(".")
        named = re.compile(rf"\s*[\"']?{re.escape(last)}[\"']?\s*=")
        inside = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            head = _TABLE_HEAD.match(line)
            if head:
                inside = head[1]
            if (head and not table and inside == last) or (inside == table and named.match(line)):
                return Place(str(self.path), number)
        return Place(str(self.path))


def read_config_file(path: Path) -> ConfigFile:
    """The settings in the file at `path`, each of the right type.

    Raises:
        UsageError: there is no such file.
        DefinitionError: it is unsafe, unreadable, or says what no setting allows.
    """
    import tomllib

    text = _read_text(path)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as found:
        reason = _AT_LINE.sub("", str(found)).removesuffix("(at end of document)").strip()
        at = _AT_LINE.search(str(found))
        place = Place(str(path), int(at[1]), int(at[2])) if at else Place(str(path))
        raise DefinitionError("config-not-toml", place=place, reason=reason) from None
    except (ValueError, RecursionError) as found:
        reason = type(found).__name__
        raise DefinitionError("config-not-toml", place=Place(str(path)), reason=reason) from None
    file = ConfigFile(path, values, text)
    _check(file)
    return file


def _read_text(path: Path) -> str:
    place = Place(str(path))
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to must not wait.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise UsageError("config-file-missing", file=str(path)) from None
    except (OSError, ValueError) as failed:
        reason = failed.strerror if isinstance(failed, OSError) else str(failed)
        raise DefinitionError("config-unreadable", place=place, reason=reason or "") from None
    try:
        _require_ours(os.fstat(handle), place)
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(_LARGEST + 1)
    finally:
        os.close(handle)
    if len(content) > _LARGEST:
        raise DefinitionError("config-too-large", place=place)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DefinitionError("config-not-utf8", place=place) from None


def _require_ours(found: os.stat_result, place: Place) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise DefinitionError("config-not-a-file", place=place)
    if found.st_uid not in {0, os.geteuid()}:
        raise DefinitionError("config-foreign-owner", place=place, uid=found.st_uid)
    if found.st_mode & stat.S_IWOTH:
        raise DefinitionError("config-open-to-all", place=place, file=place.file)


def _check(file: ConfigFile) -> None:
    for key, value in file.values.items():
        if key in TEXTS:
            _require(file, key, isinstance(value, str), wanted.A_TEXT)
        elif key in TABLES:
            _check_table(file, key, value)
        else:
            known = nearest(key, KEYS)
            choices = (known,) if known else KEYS
            raise DefinitionError(
                "config-unknown-key", place=file.place(key), key=key, choices=choices
            )


def _check_table(file: ConfigFile, table: str, value: object) -> None:
    form = wanted.PEOPLE if table == "people" else wanted.NAMES
    if not isinstance(value, dict):
        _require(file, table, ok=False, form=form)
        return
    key_form, value_form = (_USER_ID, _PERSON) if table == "people" else (_PERSON, None)
    for key, said in value.items():
        text = said if isinstance(said, str) else ""
        right = value_form.fullmatch(text) if value_form else clean_line(text)
        _require(file, f"{table}.{key}", bool(key_form.fullmatch(key) and right), form)


def _require(file: ConfigFile, key: str, ok: bool, form: Text) -> None:  # noqa: FBT001 - the check itself
    if not ok:
        raise DefinitionError("config-wrong-type", place=file.place(key), key=key, wanted=form)
