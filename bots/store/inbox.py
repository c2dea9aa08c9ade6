"""The inbox: one durable queue a bot, in which Matrix events, due timers and tells wait for their turn."""

from dataclasses import dataclass

from bots.events import Event, RoomEvent, UnknownEvent, Unreadable
from bots.store.seal import Seal
from bots.store.statements import Statements

URGENT = 0
GROUP = 1


@dataclass(frozen=True)
class Entry:
    """An event that waits; `at` is when it came in, `attempts` how often its turn has failed."""

    seq: int
    source: str
    lane: int
    kind: str
    attempts: int
    at: int
    event: Event


async def put(db: Statements, seal: Seal, bot: str, event: Event, *, source: str, lane: int, now: int) -> bool:
    """Store an event; False when the same source was stored before, so that nothing is handled twice."""
    stored: int = await db.put_in_inbox(
        bot=bot,
        source=source,
        lane=lane,
        kind=type(event).__name__,
        room_id=event.room_id if isinstance(event, RoomEvent) else None,
        event_sealed=seal.seal(event.to_json()),
        due=now,
        at=now,
    )
    return bool(stored)


async def waiting(db: Statements, seal: Seal, bot: str, *, now: int, most: int) -> list[Entry]:
    """The next events whose time has come, urgent ones first, each lane in order."""
    rows = await db.next_in_inbox(bot=bot, now=now, most=most)
    return [
        Entry(r["seq"], r["source"], r["lane"], r["kind"], r["attempts"], r["at"], _open(seal, r["event_sealed"]))
        for r in rows
    ]


def _open(seal: Seal, sealed: str) -> Event:
    """A row of another version must not keep the bot from the rest: its own turn fails, and it is set aside."""
    data = seal.open(sealed)
    try:
        return Event.from_json(data)
    except (UnknownEvent, TypeError, KeyError):
        return Unreadable(named=str(data.get("kind")))
