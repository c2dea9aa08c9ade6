"""Messages whose key is not here: kept, asked for, opened when the key comes, and after ten seconds told.

A message that cannot be decrypted is treated as our fault; it never looks like silence.
"""

from collections.abc import Collection, Mapping
from typing import Any

import structlog

from bots.bot import Bot
from bots.clock import SECOND
from bots.events import RoomEvent, Undecryptable
from bots.house import House
from bots.link.http import JsonObject
from bots.link.megolm import bare, megolm_event, session_of, unlock
from bots.link.read import read
from bots.link.rooms import UNKNOWN_KIND
from bots.link.session import Session
from bots.store.database import Database
from bots.store.inbox import put
from bots.store.statements import Statements
from bots.wakeups import INBOX, Wakeups
from policies.crisis_answer import CrisisAnswer

log = structlog.get_logger("kith.undecryptable")


class Undecrypted:
    """What one bot could not read. `untold`: there may be something of which nobody has been told."""

    def __init__(self, session: Session, bot: Bot, house: House, database: Database, wakeups: Wakeups) -> None:
        self.session = session
        self.bot = bot
        self.house = house
        self.database = database
        self.wakeups = wakeups
        self.untold = True

    async def keep(self, db: Statements, raw: Mapping[str, Any], room_id: str) -> None:
        """Keep an event that does not open, and ask its sender for the key."""
        await db.keep_undecryptable(
            bot=self.bot.name,
            event_id=raw["event_id"],
            room_id=room_id,
            session_id=session_of(raw),
            raw_sealed=self.house.seal.seal(bare(raw, room_id)),
            at=self.house.clock.now(),
        )
        self._ask_for_key(raw, room_id)
        self.untold = True
        log.warning("undecryptable_kept", bot=self.bot.name, room=room_id, event_id=raw["event_id"])

    def _ask_for_key(self, raw: Mapping[str, Any], room_id: str) -> None:
        """nio sends the request with the next chores; a session is asked for once."""
        olm = self.session.olm
        event = megolm_event(olm, raw, room_id)
        if event is None or event.session_id in olm.outgoing_key_requests or not event.device_id:
            return
        request = event.as_key_request(event.sender, olm.device_id, event.session_id, event.device_id)
        if not any(m.content == request.content for m in olm.outgoing_to_device_messages):
            olm.outgoing_to_device_messages.append(request)

    async def retry(self, db: Statements, sessions: Collection[str] | None = None) -> int:
        """Open what can be opened now, of these Megolm sessions or of all; how many events entered the inbox."""
        opened = 0
        for row in await db.undecryptable_of_bot(bot=self.bot.name):
            if sessions is None or row["session_id"] in sessions:
                raw = self.house.seal.open(row["raw_sealed"])
                clear = unlock(self.session.olm, raw, row["room_id"])
                if clear is not None:
                    opened += await self._enter(db, clear, row["room_id"])
                    await db.drop_undecryptable(bot=self.bot.name, event_id=row["event_id"])
        return opened

    async def _enter(self, db: Statements, clear: JsonObject, room_id: str) -> bool:
        event = read(clear, room_id, encrypted=True)
        return event is not None and await self._put(db, event, source=event.event_id)

    async def _put(self, db: Statements, event: RoomEvent, *, source: str) -> bool:
        room = await db.room(bot=self.bot.name, room_id=event.room_id)
        lane = self.bot.lane(event, room["kind"] if room else UNKNOWN_KIND, self.house.crisis_words)
        if lane is None:
            return False
        now = self.house.clock.now()
        return await put(db, self.house.seal, self.bot.name, event, source=source, lane=lane, now=now)

    async def tell_overdue(self) -> int:
        """Put into the inbox, once each, that a message is still unread after the policy's seconds; how many."""
        before = self.house.clock.now() - self.house.policy(CrisisAnswer).unread_seconds * SECOND
        async with self.database.transaction(self.bot.name) as db:
            rows = await db.undecryptable_overdue(bot=self.bot.name, before=before)
            for row in rows:
                await self._put(db, self._unread(row), source=f"unread:{row['event_id']}")
                await db.undecryptable_told(bot=self.bot.name, event_id=row["event_id"])
            waiting = [row for row in await db.undecryptable_of_bot(bot=self.bot.name) if not row["told"]]
        if rows:
            self.wakeups.nudge(INBOX, self.bot.name)
        self.untold = bool(waiting)
        return len(rows)

    def _unread(self, row: Mapping[str, Any]) -> Undecryptable:
        raw = self.house.seal.open(row["raw_sealed"])
        return Undecryptable(
            room_id=row["room_id"],
            event_id=row["event_id"],
            sender=str(raw["sender"]),
            at=raw["origin_server_ts"] or row["at"],
            encrypted=True,
            session_id=row["session_id"],
        )
