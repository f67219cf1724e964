"""Seeing what other terminals write: one look at the database twice a second, off the event loop.

A look costs microseconds while nothing has changed.  When something has, each reader reads what is
new in a thread, and shows it on the event loop.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from netfin_incident.errors import NetfinError

if TYPE_CHECKING:
    from netfin_incident.store.store import Store

EVERY: Final = 0.5
"""Seconds between looks."""


class Reader(Protocol):
    """Somebody who shows part of the database."""

    def read(self) -> Callable[[], None]:
        """Read, in a thread, what is new; what is returned shows it, on the event loop.

        Raises:
            NetfinError: it cannot be read.
        """


class Sync:
    """Looks at one database for as long as the program runs."""

    def __init__(
        self,
        store: "Store",
        looked: Callable[[], None],
        failed: Callable[[NetfinError], None],
    ) -> None:
        """Watch `store`; say after each look that it was `looked` at, or that looking `failed`."""
        self._store = store
        self._looked = looked
        self._failed = failed
        self._readers: dict[Reader, bool] = {}
        self._mark: int | None = None
        self._woken = asyncio.Event()
        self._looking = asyncio.Lock()

    def add(self, reader: Reader) -> None:
        """Let `reader` read at once, and then whenever something changed."""
        self._readers[reader] = True
        self._woken.set()

    def remove(self, reader: Reader) -> None:
        """Leave `reader` alone: what is being read for it is neither shown nor told of."""
        self._readers.pop(reader, None)

    def wake(self) -> None:
        """Have every reader read now: this terminal wrote something, or somebody asked."""
        for reader in self._readers:
            self._readers[reader] = True
        self._woken.set()

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await self.look()
            try:
                await asyncio.wait_for(self._woken.wait(), EVERY)
            except TimeoutError:
                continue

    async def look(self) -> None:
        """Look once."""
        async with self._looking:
            self._woken.clear()
            try:
                await self._look()
            except NetfinError as error:
                self._failed(error)
            else:
                self._looked()

    async def _look(self) -> None:
        mark = await asyncio.to_thread(self._store.change_mark)
        if mark != self._mark:
            for reader in self._readers:
                self._readers[reader] = True
        for reader in [reader for reader, due in self._readers.items() if due]:
            self._readers[reader] = False
            try:
                show = await asyncio.to_thread(reader.read)
            except NetfinError:
                if reader not in self._readers:
                    continue
                self._readers[reader] = True
                raise
            if reader in self._readers:
                show()
        self._mark = mark
