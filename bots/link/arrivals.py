"""From raw events of a room to rows of the inbox, within one transaction."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from bots.bot import Bot
from bots.effects import Effect, JoinRoom
from bots.events import Invited, Joined, RoomEvent, RoomReplaced
from bots.house import House
from bots.link import rooms
from bots.link.http import JsonObject
from bots.link.megolm import unlock
from bots.link.read import LATEST, read
from bots.link.rooms import Here
from bots.link.session import Session
from bots.link.undecryptable import Undecrypted
from bots.store.inbox import put
from bots.store.statements import Statements


class Arrivals:
    """Stores what concerns one bot. `asked` turns true when something was put into the outbox."""

    def __init__(self, session: Session, bot: Bot, house: House, unread: Undecrypted) -> None:
        self.session = session
        self.bot = bot
        self.house = house
        self.unread = unread
        self.asked = False
        self.stored = False

    async def store(self, db: Statements, here: Here, events: Iterable[Mapping[str, Any]]) -> None:
        """Events of one room, in order; what was there before the bot came is not news."""
        for raw in events:
            if not isinstance(raw.get("event_id"), str):
                continue
            if self._is_own_membership(raw):
                await self._own_membership(db, here, raw)
            elif raw.get("sender") == self.session.user_id:
                await self._echo(db, here, raw)
            elif here.present:
                await self._news(db, here, raw)

    def _is_own_membership(self, raw: Mapping[str, Any]) -> bool:
        return raw.get("type") == "m.room.member" and raw.get("state_key") == self.session.user_id

    async def _own_membership(self, db: Statements, here: Here, raw: Mapping[str, Any]) -> None:
        """Coming is told to the bot, and being removed by somebody else; leaving by its own will is not.

        In a direct chat people write at once, to somebody who is only invited yet: that is news from the invitation on.
        """
        event = read(raw, here.room_id)
        if isinstance(event, Joined) or (here.kind == "dm" and _is_invitation(raw)):
            here.present = True
        elif event is not None:
            here.present = False
        if event is not None and (isinstance(event, Joined) or raw.get("sender") != self.session.user_id):
            await self._put(db, here, event)
        await self._mark_sent(db, raw)

    async def _echo(self, db: Statements, here: Here, raw: Mapping[str, Any]) -> None:
        await self._mark_sent(db, raw)
        event = read(raw, here.room_id) if raw.get("type") == "m.room.tombstone" else None
        if isinstance(event, RoomReplaced) and here.present:
            await self._replaced(db, here, event)

    async def _mark_sent(self, db: Statements, raw: Mapping[str, Any]) -> None:
        """The echo proves that the effect happened, though the process may have died before it could note so."""
        unsigned = raw.get("unsigned")
        txn = unsigned.get("transaction_id") if isinstance(unsigned, Mapping) else None
        if isinstance(txn, str):
            await db.outbox_sent(txn=txn, event_id=raw["event_id"], at=self.house.clock.now())

    async def _news(self, db: Statements, here: Here, raw: Mapping[str, Any]) -> None:
        encrypted = raw.get("type") == "m.room.encrypted" and "state_key" not in raw and raw.get("content") != {}
        clear = unlock(self.session.olm, raw, here.room_id) if encrypted else raw
        if clear is None:
            return await self.unread.keep(db, raw, here.room_id)
        event = read(clear, here.room_id, encrypted=encrypted)
        if isinstance(event, RoomReplaced):
            await self._replaced(db, here, event)
        elif event is not None:
            await self._put(db, here, event)
        return None

    async def _put(self, db: Statements, here: Here, event: RoomEvent) -> bool:
        lane = self.bot.lane(event, here.kind, self.house.crisis_words)
        if lane is None:
            return False
        self.stored = True
        now = self.house.clock.now()
        return await put(db, self.house.seal, self.bot.name, event, source=event.event_id, lane=lane, now=now)

    async def _replaced(self, db: Statements, here: Here, event: RoomReplaced) -> None:
        """Protection moves along before anybody can write in the successor."""
        if await self._put(db, here, event):
            await rooms.replace(db, self.bot.name, here.room_id, event.successor, now=self.house.clock.now())
            await self._ask(db, JoinRoom(room=event.successor))

    async def invited(self, db: Statements, room_id: str, state: list[JsonObject], since: str) -> None:
        """An invitation enters the inbox; one into a room that is ours already (an upgraded one's) is accepted."""
        mine = next((event for event in reversed(state) if self._is_own_membership(event)), None)
        if mine is None or not isinstance(mine.get("sender"), str):
            return None
        row = await db.room(bot=self.bot.name, room_id=room_id)
        if row and row["joined"]:
            return await self._ask(db, JoinRoom(room=room_id))
        content, at = mine.get("content"), mine.get("origin_server_ts")
        event = Invited(
            room_id=room_id,
            event_id=str(mine.get("event_id") or f"invite:{room_id}:{since}"),
            sender=mine["sender"],
            at=min(at, LATEST) if isinstance(at, int) else self.house.clock.now(),
            direct=isinstance(content, Mapping) and content.get("is_direct") is True,
        )
        await self._put(db, Here(room_id, present=True), event)
        return None

    async def _ask(self, db: Statements, effect: Effect) -> None:
        now = self.house.clock.now()
        await db.put_in_outbox(
            bot=self.bot.name,
            txn=f"kith{secrets.token_hex(12)}",
            room=effect.room,
            effect=type(effect).__name__,
            key=effect.key,
            payload_sealed=self.house.seal.seal(effect.payload()),
            due=now,
            at=now,
        )
        self.asked = True


def _is_invitation(raw: Mapping[str, Any]) -> bool:
    content = raw.get("content")
    return isinstance(content, Mapping) and content.get("membership") == "invite"
