"""The loop that takes turns: one event (or one batch of group messages), one transaction, one commit."""

import asyncio
from collections.abc import Sequence
from typing import Any

import structlog

from bots.bot import Bot
from bots.clock import SECOND
from bots.dispatch import dispatch
from bots.events import Malformed, Message, UnknownEvent, Unreadable
from bots.house import House
from bots.parking import park
from bots.store.database import Database, DatabaseBusy, DatabaseFull, DatabaseGone
from bots.store.inbox import GROUP, URGENT, Entry, waiting
from bots.turn import Turn
from bots.wakeups import INBOX, OUTBOX, Wakeups

BATCH = 64
TRIES = 5
HEAD_START_S = 0.04
"""What a turn says goes out before another bot's turn competes for the homeserver: first the answer, then the page."""
log = structlog.get_logger("kith.worker")


class Worker:
    """Takes the turns of one bot, one after another."""

    def __init__(self, bot: Bot, house: House, database: Database, wakeups: Wakeups) -> None:
        self.bot = bot
        self.house = house
        self.database = database
        self.wakeups = wakeups
        self._stopping = asyncio.Event()
        self._timer: int | None = 0
        self._retry: int | None = None
        self._more = False

    async def run(self) -> None:
        """Until `stop`; a database that is busy or gone is waited for. Raises DatabaseFull, CannotStart."""
        await self._started()
        while not self._stopping.is_set():
            try:
                if not await self.step() or not self._more:
                    await self.wakeups.wait(INBOX, self.bot.name, await self._patience())
            except (DatabaseBusy, DatabaseGone) as error:
                log.warning("database_waits", bot=self.bot.name, error=str(error))
                await self.wakeups.wait(INBOX, self.bot.name, 1.0)

    def stop(self) -> None:
        """Finish the running turn, then end."""
        self._stopping.set()
        self.wakeups.nudge(INBOX, self.bot.name)

    async def step(self) -> bool:
        """Let due timers in and take one turn; False when there was nothing to do."""
        if self._timer is not None and self._timer <= self.house.clock.now():
            await self._let_timers_in()
        entries: list[Entry] = []
        turn: Turn | None = None
        try:
            async with self.database.transaction(self.bot.name) as db:
                entries = await self._next(db)
                if not entries:
                    return False
                turn = await self._take(db, entries)
        except (DatabaseBusy, DatabaseFull, DatabaseGone):
            raise
        except Exception as error:
            await self._failed(entries, error)
            return True
        await self._nudge(turn)
        return True

    async def _next(self, db: Any) -> list[Entry]:
        entries = await waiting(db, self.house.seal, self.bot.name, now=self.house.clock.now(), most=BATCH)
        if not entries or entries[0].lane == URGENT or entries[0].attempts:
            taken = entries[:1]
        else:
            taken = [e for e in entries if e.lane == GROUP and not e.attempts]
        self._more = len(entries) > len(taken) or len(entries) == BATCH
        return taken

    async def _take(self, db: Any, entries: Sequence[Entry]) -> Turn:
        turn = Turn(self.bot.name, self.house, db, self.house.clock.now())
        if unread := [e.event.named for e in entries if isinstance(e.event, Unreadable)]:
            raise UnknownEvent(unread[0])
        if entries[0].lane == GROUP and self.bot.batch:
            await self.bot.batch(turn, [e.event for e in entries if isinstance(e.event, Message | Malformed)])
        else:
            await dispatch(self.bot, turn, entries[0].event)
        await turn.write_effects()
        await db.inbox_done([{"seq": e.seq} for e in entries])
        return turn

    async def _nudge(self, turn: Turn) -> None:
        if turn.effects:
            self.wakeups.nudge(OUTBOX, self.bot.name)
        head_start = HEAD_START_S if turn.effects else 0.0
        for bot in turn.told:
            asyncio.get_running_loop().call_later(head_start, self.wakeups.nudge, INBOX, bot)
        if turn.timed:
            await self._look_ahead()

    async def _failed(self, entries: Sequence[Entry], error: Exception) -> None:
        """Try each again later, alone; after `TRIES` set it aside and tell a human."""
        if not entries:
            raise error
        self._more = True
        log.error("turn_failed", bot=self.bot.name, kind=entries[0].kind, events=len(entries), error=_name(error))
        now = self.house.clock.now()
        async with self.database.transaction(self.bot.name) as db:
            for entry in entries:
                if entry.attempts + 1 >= TRIES:
                    await park(Turn(self.bot.name, self.house, db, now), entry, _name(error))
                else:
                    due = now + 2**entry.attempts * SECOND if len(entries) == 1 else now
                    await db.inbox_retry(seq=entry.seq, due=due, error=_name(error))
        self.wakeups.nudge(OUTBOX, self.bot.name)
        await self._look_ahead()

    async def _let_timers_in(self) -> None:
        now = self.house.clock.now()
        async with self.database.transaction(self.bot.name) as db:
            for row in await db.due_timers(bot=self.bot.name, now=now, most=BATCH):
                await db.put_in_inbox(
                    bot=self.bot.name,
                    source=f"timer:{row['id']}:{row['due']}",
                    lane=URGENT,
                    kind=self.house.seal.open(row["event_sealed"])["kind"],
                    room_id=None,
                    event_sealed=row["event_sealed"],
                    due=now,
                    at=now,
                )
                await db.drop_timer(id=row["id"])
            self._timer = await db.next_timer(bot=self.bot.name)

    async def _look_ahead(self) -> None:
        """When the next timer and the next retry are due; nobody but this worker sets either."""
        async with self.database.transaction(self.bot.name) as db:
            self._timer = await db.next_timer(bot=self.bot.name)
            self._retry = await db.inbox_next_retry(bot=self.bot.name)

    async def _patience(self) -> float:
        """Seconds until the next timer or retry, if that is sooner than the usual look."""
        now = self.house.clock.now()
        if self._retry is not None and self._retry <= now:
            await self._look_ahead()
        nexts = [t for t in (self._timer, self._retry) if t is not None]
        return max(0.0, (min(nexts) - now) / SECOND) if nexts else self.wakeups.patience

    async def _started(self) -> None:
        await self._look_ahead()
        if self.bot.start:
            async with self.database.transaction(self.bot.name) as db:
                turn = Turn(self.bot.name, self.house, db, self.house.clock.now())
                await self.bot.start(turn)
                await turn.write_effects()
            await self._nudge(turn)


def _name(error: Exception) -> str:
    """Only the class: a message could hold a member's words."""
    return type(error).__name__
