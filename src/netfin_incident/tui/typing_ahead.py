"""One key after the other: the next is read once all that the one before set off has happened.

Textual gives a key to what has the focus when it arrives.  Where a connection stalls, many arrive at
once, and what was typed for a field would go to the list or the field that was left for it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual import events
from textual.dom import DOMNode

if TYPE_CHECKING:
    from netfin_incident.tui.connected import ConnectedApp

Typed = events.Key | events.Paste
LIMIT: Final = 0.5
"""Seconds after which the next key is read although a command is not yet carried out."""
PATIENCE: Final = 3.0
"""Seconds that the screens have for what a key sets off, on a machine that is busy elsewhere."""
_ROUNDS: Final = 3
"""Rounds in which nothing comes about; a field tells its form by two messages in a row."""
_AT_ONCE: Final = ("ctrl+q", "ctrl+c")


class TypeAhead:
    """What was typed and not yet read."""

    def __init__(
        self, app: "ConnectedApp", read: Callable[[events.Event], Awaitable[None]]
    ) -> None:
        """Have `app` `read` one event after the other."""
        self._app = app
        self._read = read
        self._waiting: deque[Typed] = deque()
        self._is_settling = False
        self._asked = 0
        """How many commands had been asked for when all had last happened."""

    async def take(self, typed: Typed) -> None:
        """Read it, now or in its turn."""
        if isinstance(typed, events.Key) and typed.key in _AT_ONCE:
            await self._read(typed)
        elif self._is_settling:
            self._waiting.append(typed)
        elif await self._sets_off(typed):
            self._is_settling = True
            self._app.run_worker(self._read_on(), group="keys", exclusive=False)

    async def _read_on(self) -> None:
        """Read what waits, each in its turn."""
        settled = False
        try:
            while not settled:
                await self._settle()
                settled = True
                while self._waiting and settled:
                    settled = not await self._sets_off(self._waiting.popleft())
        finally:
            self._is_settling = False

    async def _sets_off(self, typed: Typed) -> bool:
        """Read it; whether it may do more than add a letter to a field."""
        in_field = hasattr(self._app.focused, "cursor_screen_offset")
        is_letter = isinstance(typed, events.Key) and typed.is_printable
        await self._read(typed)
        return not (in_field and is_letter)

    async def _settle(self) -> None:
        """Wait until all has happened, and what was written is shown."""
        queue = self._app.queue
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._let_through()
        if queue.asked != self._asked:
            with suppress(TimeoutError):
                async with asyncio.timeout(LIMIT):
                    await queue.join()
                    await asyncio.shield(self._app.look_now())  # a look is never broken off
                    await self._let_through()
        self._asked = queue.asked

    async def _let_through(self) -> None:
        """Wait until what is on its way from the focus to the program has come there.

        What it brings about is waited for too: another focus, another screen, a command.
        """
        before, rounds = self._stand(), 0
        while rounds < _ROUNDS:
            node: DOMNode | None = self._app.focused or self._app.screen
            while node is not None:
                passed = asyncio.Event()
                if node.call_later(passed.set):
                    await passed.wait()
                node = node.parent
            now = self._stand()
            rounds = rounds + 1 if now == before else 0
            before = now

    def _stand(self) -> tuple[object, ...]:
        return (*self._app.screen_stack, self._app.focused, self._app.queue.asked)
