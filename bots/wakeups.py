"""Nudges between loops: "something is in your inbox", "something is in your outbox".

In one process a nudge is an `asyncio.Event`. Between processes PostgreSQL's LISTEN/NOTIFY carries it; on SQLite the
other process looks by itself every `patience` seconds. A lost nudge costs time, never an event.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator

from bots.store.database import Database, DatabaseGone, Postgres

INBOX = "inbox"
OUTBOX = "outbox"
CHANNEL = "kith"


class Wakeups:
    """Named nudges; `patience` is how long anybody waits for one before looking anyway, in seconds."""

    def __init__(self, patience: float = 5.0) -> None:
        self.patience = patience
        self._events: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self._others: asyncio.Queue[str] | None = None

    def nudge(self, what: str, bot: str) -> None:
        """Wake whoever waits for `what` of `bot`, in this process and, on PostgreSQL, in all others."""
        self._events[f"{what}:{bot}"].set()
        if self._others is not None:
            self._others.put_nowait(f"{what}:{bot}")

    @contextlib.asynccontextmanager
    async def across(self, database: Database) -> AsyncIterator[None]:
        """While it lasts, nudges travel between processes where the database can carry them."""
        if not isinstance(database, Postgres):
            yield
            return
        self._others = asyncio.Queue()
        async with database.listening(CHANNEL, lambda name: self._events[name].set()):
            carrier = asyncio.create_task(self._carry(database, self._others))
            try:
                yield
            finally:
                self._others = None
                carrier.cancel()

    async def _carry(self, database: Postgres, names: asyncio.Queue[str]) -> None:
        while True:
            name = await names.get()
            with contextlib.suppress(DatabaseGone):
                await database.notify(CHANNEL, name)

    async def wait(self, what: str, bot: str, timeout: float | None = None) -> None:
        """Until somebody nudges, or `timeout` seconds (at most `patience`) are over."""
        event = self._events[f"{what}:{bot}"]
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), min(self.patience, self.patience if timeout is None else timeout))
        event.clear()
