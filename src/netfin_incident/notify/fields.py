"""The fields of one channel's definition, read one by one; what nobody asked for is refused."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.notify.addresses import Target, read_target
from netfin_incident.notify.secrets import Secret, read_secret
from netfin_incident.wording import notify_sayings as words

T = TypeVar("T")

_REFERENCE: Final = re.compile(r"(?:env|file):")
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a definition says, and how to read it."""

    kind: str
    given: Mapping[str, object]
    environ: Mapping[str, str] = field(repr=False)
    place: Place | None = None
    _asked: set[str] = field(default_factory=set, repr=False)

    def text(self, name: str, default: str | None = None) -> str:
        """A text; it may have several lines."""
        return self._read(name, str, words.A_TEXT, default)

    def line(self, name: str, default: str | None = None) -> str:
        """A text on one line, without anything that could act."""
        value = self.text(name, default)
        if value != clean_line(value):
            raise self.wrong(name, words.A_LINE)
        return value

    def flag(self, name: str, default: bool) -> bool:  # noqa: FBT001 - the value itself
        """`true` or `false`, as strict YAML gives it: a text."""
        value = self._read(name, str, words.A_FLAG, str(default).lower())
        if value not in {"true", "false"}:
            raise self.wrong(name, words.A_FLAG)
        return value == "true"

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`, likewise."""
        form = words.A_NUMBER.format(least=least, most=most)
        text = self._read(name, str, form, str(default))
        value = int(text) if _WHOLE.fullmatch(text) else None
        if value is None or not least <= value <= most:
            raise self.wrong(name, form)
        return value

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        """One of `choices`."""
        value = self.text(name, default)
        if value not in choices:
            raise self.wrong(name, words.ONE_OF.format(choices=", ".join(choices)))
        return value

    def table(self, name: str) -> Mapping[str, str]:
        """Names with a text each; empty where it is not there."""
        value: Mapping[object, object] = self._read(name, dict, words.A_TABLE, {})
        table = {key: text for key, text in value.items() if _is_pair(key, text)}
        if len(table) != len(value):
            raise self.wrong(name, words.A_TABLE)
        return {str(key): str(text) for key, text in table.items()}

    def secret(self, name: str) -> Secret:
        """A secret by reference."""
        return read_secret(self.text(name), self.environ, name, self.place)

    def optional_secret(self, name: str) -> Secret | None:
        """A secret by reference, where there is one."""
        self._asked.add(name)
        return self.secret(name) if name in self.given else None

    def secrets(self, name: str) -> Mapping[str, Secret]:
        """A table of secrets by reference."""
        table = self.table(name)
        if not all(_NAME.fullmatch(key) for key in table):
            raise self.wrong(name, words.A_TABLE)
        return {
            key: read_secret(reference, self.environ, f"{name}.{key}", self.place)
            for key, reference in table.items()
        }

    def url(self, name: str) -> tuple[Target, tuple[Secret, ...]]:
        """A web address, written out or by reference; and the secret that it then is."""
        if _REFERENCE.match(self.text(name)):
            target, secret = self.secret_url(name)
            return target, (secret,)
        return read_target(self.text(name), name, self.place), ()

    def secret_url(self, name: str) -> tuple[Target, Secret]:
        """A web address that holds a token, so by reference only."""
        secret = self.secret(name)
        return read_target(secret.reveal(), name, self.place), secret

    def has(self, name: str) -> bool:
        """Whether the definition has the field."""
        self._asked.add(name)
        return name in self.given

    def done(self) -> None:
        """Refuse fields that this kind of channel does not have.

        Raises:
            DefinitionError: there is one.
        """
        for name in self.given:
            if name not in self._asked:
                near = nearest(name, self._asked)
                choices = (near,) if near else tuple(sorted(self._asked))
                raise DefinitionError(
                    "channel-field-unknown",
                    place=self.place,
                    field=name,
                    kind=self.kind,
                    choices=choices,
                )

    def wrong(self, name: str, wanted: Text) -> DefinitionError:
        """What to raise where a field does not have the form `wanted`; it is not repeated."""
        return DefinitionError(
            "channel-field-form", place=self.place, field=name, kind=self.kind, wanted=wanted
        )

    def _read(self, name: str, form: type[T], wanted: Text, default: T | None) -> T:
        self._asked.add(name)
        value = self.given.get(name, default)
        if value is None:
            raise DefinitionError(
                "channel-field-missing", place=self.place, field=name, kind=self.kind
            )
        if not isinstance(value, form):
            raise self.wrong(name, wanted)
        return value


def _is_pair(key: object, text: object) -> bool:
    return isinstance(key, str) and isinstance(text, str)
