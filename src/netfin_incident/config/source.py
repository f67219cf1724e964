"""Where the value of a setting came from, so that `config show` can say it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from netfin_incident.domain.text import Text
from netfin_incident.wording.setting_sayings import BY_DEFAULT

T = TypeVar("T")


class SourceKind(StrEnum):
    """The places a value may come from; an earlier one wins over a later one."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    FILE = "file"
    SYSTEM = "system"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Source:
    """One such place."""

    kind: SourceKind
    name: str = ""
    """`--db`, `NETFIN_DB`, `/etc/netfin-incident/netfin.toml:3`; empty for the default."""

    @property
    def said(self) -> Text:
        """The place, as `config show` prints it."""
        return Text(self.name, self.name) if self.name else BY_DEFAULT


DEFAULT = Source(SourceKind.DEFAULT)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value and where it came from."""

    value: T
    source: Source = DEFAULT
