"""One sync answer is brought in: gaps first, page by page, then the answer itself, and the token with its last event.

A crash before that last transaction fetches everything again, and the inbox knows the ids of what it has.
"""

import asyncio
from contextlib import AbstractAsyncContextManager

from bots.bot import Bot
from bots.house import House
from bots.link import gaps, rooms
from bots.link.answers import Answer, Heard, events_of, portions
from bots.link.arrivals import Arrivals
from bots.link.http import JsonObject
from bots.link.rooms import Here
from bots.link.session import Session
from bots.link.stopping import StoppableApi, Stopped
from bots.link.undecryptable import Undecrypted
from bots.store.database import Database
from bots.store.statements import Statements
from bots.wakeups import INBOX, OUTBOX, Wakeups

AT_ONCE = 500
"""Events a transaction; other bots write between two."""


class Harvest:
    """Brings sync answers of one bot into the database."""

    def __init__(
        self,
        session: Session,
        bot: Bot,
        house: House,
        database: Database,
        wakeups: Wakeups,
        undecrypted: Undecrypted,
        stopping: asyncio.Event,
    ) -> None:
        self._session = session
        self._bot = bot
        self._house = house
        self._database = database
        self._wakeups = wakeups
        self._undecrypted = undecrypted
        self._stopping = stopping
        self._api = StoppableApi(session, stopping)
        self._arrivals = Arrivals(session, bot, house, undecrypted)

    async def bring_in(self, answer: Answer) -> None:
        """Store all of it. Raises Stopped, and what the homeserver and the database raise; then call it again."""
        heard = [await self._heard(answer, room_id, room) for room_id, room in answer.joined_and_left()]
        for room in heard if answer.since else ():
            await self._fill(room, str(answer.since))
        waiting = list(portions(heard, AT_ONCE))
        for portion in waiting[:-1]:
            async with self._transaction() as db:
                await self._timelines(db, answer, portion)
        async with self._transaction() as db:
            await self._timelines(db, answer, waiting[-1])
            await self._finish(db, answer)
        self._nudge(opened=bool(answer.keys) or answer.known is None)

    def _transaction(self) -> AbstractAsyncContextManager[Statements]:
        if self._stopping.is_set():
            raise Stopped
        return self._database.transaction(self._bot.name)

    async def _heard(self, answer: Answer, room_id: str, room: JsonObject) -> Heard:
        heard = Heard(Here(room_id, present=False), room, left=room_id in answer.left)
        heard.here.present = bool(answer.since) and await self._was_present(answer, heard)
        return heard

    async def _was_present(self, answer: Answer, room: Heard) -> bool:
        """Whether the bot was in the room at the old token."""
        room_id = room.here.room_id
        if answer.known and room_id in answer.known:
            return True
        told = gaps.joined_before(self._session.user_id, room.timeline)
        if told is not None or not room.gap_before:
            return told is not False
        return answer.known is None and await gaps.was_joined(self._api, room_id, str(answer.since))

    async def _fill(self, room: Heard, since: str) -> None:
        """What the answer left out of this room; not what was before the bot came."""
        came_in_timeline = gaps.joined_before(self._session.user_id, room.timeline) is False
        if not room.gap_before or (came_in_timeline and not room.here.present):
            return
        async for page in gaps.missed(self._api, room.here.room_id, since, room.gap_before):
            async with self._transaction() as db:
                await self._look_up(db, room)
                await self._arrivals.store(db, room.here, page)

    async def _timelines(self, db: Statements, answer: Answer, portion: list[Heard]) -> None:
        await self._open_again(db, answer)
        for room in portion:
            await self._look_up(db, room)
            if answer.since:
                await self._arrivals.store(db, room.here, room.timeline)
                if room.left and room.here.present:
                    await self._arrivals.store(db, room.here, room.state)

    async def _look_up(self, db: Statements, room: Heard) -> None:
        bot, room_id = self._bot.name, room.here.room_id
        if room.left:
            row = await db.room(bot=bot, room_id=room_id)
            room.here.kind = row["kind"] if row else rooms.UNKNOWN_KIND
        else:
            now = self._house.clock.now()
            room.here.kind = await rooms.know(db, bot, room_id, encrypted=room.encrypted, now=now)

    async def _open_again(self, db: Statements, answer: Answer) -> None:
        """Keys may have come with this answer, or before the last end of the process."""
        if answer.known is None:
            await self._undecrypted.retry(db)
        elif answer.keys:
            await self._undecrypted.retry(db, answer.keys)

    async def _finish(self, db: Statements, answer: Answer) -> None:
        for room_id in answer.left:
            await db.room_left(bot=self._bot.name, room_id=room_id)
        for room_id, room in answer.rooms("invite"):
            await self._arrivals.invited(db, room_id, events_of(room, "invite_state"), str(answer.since))
        await db.save_sync_token(bot=self._bot.name, token=answer.token, at=self._house.clock.now())

    def _nudge(self, *, opened: bool) -> None:
        if self._arrivals.stored or opened:
            self._arrivals.stored = False
            self._wakeups.nudge(INBOX, self._bot.name)
        if self._arrivals.asked:
            self._arrivals.asked = False
            self._wakeups.nudge(OUTBOX, self._bot.name)
