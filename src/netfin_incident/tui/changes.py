"""Which rows changed a moment ago, so that another person's act catches the eye."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

SHOWN: Final = timedelta(seconds=5)
"""How long a change stays marked."""


class Changes:
    """What each row said when it was last seen, and when that changed."""

    def __init__(self) -> None:
        """Nothing was seen yet; the first sight marks nothing."""
        self._seen: Mapping[Hashable, object] | None = None
        self._at: dict[Hashable, datetime] = {}

    def see(self, rows: Mapping[Hashable, object], now: datetime) -> None:
        """Compare with what was seen before."""
        before = self._seen
        if before is not None:
            for key, said in rows.items():
                if before.get(key) != said:
                    self._at[key] = now
        self._seen = rows

    def touch(self, keys: Iterable[Hashable], now: datetime) -> None:
        """These changed now."""
        self._at.update(dict.fromkeys(keys, now))

    def recent(self, now: datetime) -> list[Hashable]:
        """The rows that changed a moment ago."""
        self._at = {key: at for key, at in self._at.items() if now - at < SHOWN}
        return list(self._at)
