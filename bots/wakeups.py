"""Nudges between loops: "something is in your inbox", "something is in your outbox".

In one process a nudge is an `asyncio.Event`. Between processes PostgreSQL's LISTEN/NOTIFY carries it; on SQLite the
other process looks by itself every `patience` seconds. A lost nudge costs time, never an event.
"""

import asyncio
import contextlib
from collections import defaultdict

INBOX = "inbox"
OUTBOX = "outbox"


class Wakeups:
    """Named nudges; `patience` is how long anybody waits for one before looking anyway, in seconds."""

    def __init__(self, patience: float = 5.0) -> None:
        self.patience = patience
        self._events: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def nudge(self, what: str, bot: str) -> None:
        """Wake whoever waits for `what` of `bot`."""
        self._events[f"{what}:{bot}"].set()

    async def wait(self, what: str, bot: str, timeout: float | None = None) -> None:
        """Until somebody nudges, or `timeout` seconds (at most `patience`) are over."""
        event = self._events[f"{what}:{bot}"]
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), min(self.patience, self.patience if timeout is None else timeout))
        event.clear()
