"""The outbox as the sender sees it: one queue a room, its head, and what becomes of a row."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bots.effects import Effect
from bots.events import Refused
from bots.house import House
from bots.store.inbox import URGENT, put
from bots.store.statements import Statements

Settle = Callable[[Statements], Awaitable[None]]


@dataclass(frozen=True)
class Row:
    """An effect that waits. `seen_encrypted`: the database knows its room as encrypted; `due` in ms."""

    id: int
    txn: str
    room: str
    kind: str
    key: str | None
    sealed: str
    attempts: int
    due: int
    seen_encrypted: bool

    def effect(self, house: House) -> Effect:
        """What is asked for. Raises WrongKey."""
        return Effect.read(self.kind, self.room, self.key, house.seal.open(self.sealed))


@dataclass(frozen=True)
class Done:
    """An effect carried out; `settle` is written in the transaction that marks its row as sent."""

    event_id: str | None = None
    settle: Settle | None = None


def is_key(room: str) -> bool:
    """Whether this names a room that was asked for, not a room of Matrix."""
    return not room.startswith("!")


class Outbox:
    """The outbox of one bot, within a transaction."""

    def __init__(self, db: Statements, bot: str, house: House) -> None:
        self._db = db
        self._bot = bot
        self._house = house

    async def heads(self) -> list[tuple[str, int]]:
        """Every room that has something to send, and when its first row is due."""
        return [(row["room"], row["due"]) for row in await self._db.outbox_heads(bot=self._bot)]

    async def head(self, room: str) -> Row | None:
        """The first row of a room; what was asked for under the room's key stands in line with it."""
        if is_key(room):
            made = await self._db.room_by_key(bot=self._bot, key=room)
            room_id = made["room_id"] if made else None
        else:
            room_id = room
        if room_id:
            await self._db.outbox_join_room(bot=self._bot, room_id=room_id)
        found = await self._db.outbox_head(bot=self._bot, room=room)
        return _row(found) if found else None

    async def sent(self, row: Row, done: Done) -> None:
        """The effect happened; the echo from the homeserver may have said so before."""
        if done.settle:
            await done.settle(self._db)
        await self._db.outbox_sent(event_id=done.event_id, at=self._now, txn=row.txn)

    async def later(self, row: Row, wait_ms: int, reason: str) -> None:
        """Try again after `wait_ms`."""
        await self._db.outbox_retry(id=row.id, due=self._now + wait_ms, error=reason)

    async def refused(self, row: Row, reason: str) -> None:
        """Set the row aside and let the bot know, unless it is known by now that the effect happened after all."""
        if not await self._db.outbox_park(id=row.id, error=reason):
            return
        event = Refused(key=row.key, effect=row.kind, room=row.room, reason=reason, outbox_id=row.id)
        source = f"refused:{row.txn}:{row.attempts}"
        await put(self._db, self._house.seal, self._bot, event, source=source, lane=URGENT, now=self._now)

    @property
    def _now(self) -> int:
        return self._house.clock.now()


def _row(found: Any) -> Row:
    return Row(
        found["id"],
        found["txn"],
        found["room"],
        found["effect"],
        found["key"],
        found["payload_sealed"],
        found["attempts"],
        found["due"],
        bool(found["encrypted"]),
    )
