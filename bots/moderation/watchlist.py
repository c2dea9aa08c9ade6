"""What is only being watched still gets its share of attention: the most serious first, so many at a time."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bots.clock import DAY, SECOND
from bots.moderation import desk
from bots.turn import Turn
from policies.crisis_answer import CrisisAnswer
from policies.moderation import Moderation
from policies.texts import Phrase, phrase


async def next_part(turn: Turn) -> Phrase | None:
    """The next items, which count as shown from now on; with how many wait. None if there is nothing at all."""
    rows = await turn.db.unlisted_flags(now=turn.now, most=turn.policy(Moderation).watch_shown)
    waiting = await open_cards(turn)
    if not rows and not waiting:
        return None
    await turn.db.flag_listed([{"at": turn.now, "id": row["id"]} for row in rows])
    left = await turn.db.count_unlisted(now=turn.now)
    lines = tuple([await _line(turn, row) for row in rows]) or (phrase("moderation-list-nothing"),)
    return phrase("moderation-list", items=lines, left=left, cards=waiting)


async def open_cards(turn: Turn) -> int:
    """How many cards nobody has answered."""
    return int(await turn.db.count_open_cards(since=since(turn)))


def since(turn: Turn) -> int:
    """Before that, only numbers are left."""
    return turn.now - turn.policy(CrisisAnswer).flag_days * DAY


def day(at: int, zone: str) -> str:
    """The date of a moment where somebody lives, as 2026-11-18."""
    return datetime.fromtimestamp(at / SECOND, UTC).astimezone(ZoneInfo(zone)).date().isoformat()


async def _line(turn: Turn, row: Mapping[str, Any]) -> Phrase:
    return phrase(
        "moderation-list-item",
        what=phrase(f"moderation-watched-{row['topic']}"),
        room=await desk.room_name(turn, row["room_id"]),
        day=day(row["at"], turn.house.time_zone),
        link=desk.link_to(turn, row["room_id"], row["event_id"]),
    )
