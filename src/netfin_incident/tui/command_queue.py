"""One queue of commands and one consumer, so that commands land in the order they were asked.

What a command asks is shown as saved only after the desk has returned.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netfin_incident.errors import NetfinError

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled

    Outcome = Handled | NetfinError


@dataclass(frozen=True, slots=True)
class Request:
    """Something to have done, and whom to tell what came of it."""

    work: "Callable[[], Handled]"
    """Runs in a thread; carries it out on the desk."""
    answer: "Callable[[Outcome], None]"
    """Runs on the event loop, with what was handled or why it was refused."""


class CommandQueue:
    """Requests, carried out one after the other."""

    def __init__(self) -> None:
        """An empty queue; `consume` works it off."""
        self._queue: asyncio.Queue[Request] = asyncio.Queue()
        self.asked = 0
        """How many were asked for so far."""
        self._answered = 0

    def put(self, request: Request) -> None:
        """Have `request` carried out after those before it."""
        self.asked += 1
        self._queue.put_nowait(request)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and nothing is being carried out."""
        return self.asked == self._answered

    async def join(self) -> None:
        """Wait until everything asked so far was answered."""
        await self._queue.join()

    async def consume(self) -> None:
        """Carry out requests for ever.  A fault of the program ends the program."""
        while True:
            request = await self._queue.get()
            outcome: Outcome
            try:
                outcome = await asyncio.to_thread(request.work)
            except NetfinError as error:
                outcome = error
            self._answered += 1
            request.answer(outcome)
            self._queue.task_done()
