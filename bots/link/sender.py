"""The sending half of the link: what turns asked for, carried out once, in order in each room, whatever happens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bots.clock import SECOND
from bots.house import House
from bots.link.carrier import Carrier
from bots.link.carry_out import carry_out
from bots.link.errors import LinkStopped
from bots.link.outbox import Done, Outbox, Row
from bots.link.refusals import reason, wait_ms
from bots.link.session import Session
from bots.store.database import Database, DatabaseBusy, DatabaseFull, DatabaseGone
from bots.wakeups import INBOX, OUTBOX, Wakeups

AT_ONCE = 8
"""Effects on their way at the same time, each in a room of its own."""
FAREWELL_S = 3.0
"""How long `stop` lets effects finish; one that is cut off is carried out again after the next start."""
log = structlog.get_logger("kith.sender")


class Sender:
    """Empties the outbox of one bot."""

    def __init__(self, session: Session, bot_name: str, house: House, database: Database, wakeups: Wakeups) -> None:
        self._bot = bot_name
        self._house = house
        self._database = database
        self._wakeups = wakeups
        self._carrier = Carrier(session, bot_name, house, database)
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._rooms: dict[str, asyncio.Task[None]] = {}
        self._stopping = asyncio.Event()
        self._fatal: Exception | None = None

    async def run(self) -> None:
        """Until `stop`; all that passes by itself is waited out. Raises TokenRevoked, DatabaseFull."""
        try:
            while not self._stopping.is_set():
                patience = await self._look()
                await self._wakeups.wait(OUTBOX, self._bot, patience)
                if self._fatal:
                    raise self._fatal
        finally:
            await self._farewell()

    def stop(self) -> None:
        """Let running effects finish, then end."""
        self._stopping.set()
        self._wakeups.nudge(OUTBOX, self._bot)

    async def _look(self) -> float:
        """Set every room going whose first row is due; seconds until the next one is."""
        try:
            async with self._outbox() as outbox:
                heads = await outbox.heads()
        except (DatabaseBusy, DatabaseGone) as error:
            log.warning("database_waits", bot=self._bot, error=type(error).__name__)
            return 1.0
        now = self._house.clock.now()
        for room, due in heads:
            if due <= now and room not in self._rooms:
                self._rooms[room] = asyncio.create_task(self._empty(room))
        later = [due - now for _, due in heads if due > now]
        return min(later) / SECOND if later else self._wakeups.patience

    async def _empty(self, room: str) -> None:
        """Carry out a room's rows until none is due. Each takes its turn with those of other rooms."""
        try:
            row = await self._first(room)
            while row and not self._stopping.is_set():
                async with self._slots:
                    row = await self._one(row)
        except (DatabaseBusy, DatabaseGone) as error:
            log.warning("database_waits", bot=self._bot, error=type(error).__name__)
            await asyncio.sleep(1.0)
        except Exception as error:
            self._fatal = error
        finally:
            del self._rooms[room]
            self._wakeups.nudge(OUTBOX, self._bot)

    async def _first(self, room: str) -> Row | None:
        async with self._outbox() as outbox:
            return await self._next(outbox, room)

    async def _next(self, outbox: Outbox, room: str) -> Row | None:
        row = await outbox.head(room)
        return row if row and row.due <= self._house.clock.now() else None

    async def _one(self, row: Row) -> Row | None:
        """Carry out one row and write what became of it; the room's next row, if it is due."""
        try:
            done = await carry_out(self._carrier, row, row.effect(self._house))
            return await self._sent(row, done)
        except (LinkStopped, DatabaseBusy, DatabaseGone, DatabaseFull):
            raise
        except Exception as error:
            return await self._failed(row, error)

    async def _sent(self, row: Row, done: Done) -> Row | None:
        async with self._outbox() as outbox:
            await outbox.sent(row, done)
            following = await self._next(outbox, row.room)
        if done.settle:
            self._wakeups.nudge(INBOX, self._bot)
        return following

    async def _failed(self, row: Row, error: Exception) -> Row | None:
        wait = wait_ms(error, row.attempts)
        about = {"bot": self._bot, "effect": row.kind, "outbox_id": row.id, "reason": reason(error)}
        async with self._outbox() as outbox:
            if wait is not None:
                log.info("effect_waits", **about, milliseconds=wait)
                await outbox.later(row, wait, reason(error))
                return None
            log.warning("effect_refused", **about)
            await outbox.refused(row, reason(error))
            following = await self._next(outbox, row.room)
        self._wakeups.nudge(INBOX, self._bot)
        return following

    @asynccontextmanager
    async def _outbox(self) -> AsyncIterator[Outbox]:
        async with self._database.transaction(self._bot) as db:
            yield Outbox(db, self._bot, self._house)

    async def _farewell(self) -> None:
        tasks = list(self._rooms.values())
        if tasks:
            await asyncio.wait(tasks, timeout=FAREWELL_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
