"""What a bot knows of its rooms: their kind in the database, their powers in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bots.link.powers import Powers
from bots.store.statements import Statements

RawEvent = Mapping[str, Any]
UNKNOWN_KIND = "group"


class RoomStates:
    """The state that decides what may be done in a room, as the sync tells it."""

    def __init__(self) -> None:
        self._create: dict[str, RawEvent] = {}
        self._levels: dict[str, Mapping[str, Any]] = {}

    def hear(self, room_id: str, events: Iterable[RawEvent]) -> None:
        """Take over create and power events, in order."""
        for event in events:
            if event.get("state_key") != "":
                continue
            if event.get("type") == "m.room.create":
                self._create[room_id] = event
            elif event.get("type") == "m.room.power_levels" and isinstance(event.get("content"), Mapping):
                self._levels[room_id] = event["content"]

    def forget(self, room_id: str) -> None:
        """The bot left the room."""
        self._create.pop(room_id, None)
        self._levels.pop(room_id, None)

    def powers(self, room_id: str) -> Powers | None:
        """Who may do what there; None where the room is not known (yet)."""
        create = self._create.get(room_id)
        return Powers(create, self._levels.get(room_id)) if create else None


@dataclass
class Here:
    """A room while its news is read, event by event; `present` is whether the bot was in it at that point."""

    room_id: str
    present: bool
    kind: str = UNKNOWN_KIND


async def know(db: Statements, bot: str, room_id: str, *, encrypted: bool, now: int) -> str:
    """Write down that the bot is in a room, and return its kind: that of the community's room, or what is known."""
    row = await db.room_and_place(bot=bot, room_id=room_id)
    kind = str(row["place_kind"] or row["kind"] or UNKNOWN_KIND)
    if not row["joined"] or row["kind"] != kind or (encrypted and not row["encrypted"]):
        await db.know_room(bot=bot, room_id=room_id, key=None, kind=kind, member=None, encrypted=int(encrypted), at=now)
    return kind


async def replace(db: Statements, bot: str, old: str, successor: str, *, now: int) -> None:
    """All that the upgraded room was to the bot moves along: kind, key, member, encryption, words still to be said."""
    row = await db.room(bot=bot, room_id=old)
    if row is None:
        return
    await db.room_key_free(bot=bot, room_id=old)
    await db.know_room(
        bot=bot,
        room_id=successor,
        key=row["key"],
        kind=row["kind"],
        member=row["member"],
        encrypted=row["encrypted"],
        at=now,
    )
    await db.room_replaced(bot=bot, room_id=old, successor=successor)
    await db.outbox_move(bot=bot, room=old, successor=successor)
