"""One member's power level changed."""

from bots import effects
from bots.link.carrier import Carrier
from bots.link.outbox import Done, Row
from bots.link.powers import ABOVE_ALL, Powers

LEVELS = "m.room.power_levels"


async def set_power(carrier: Carrier, row: Row, wanted: effects.SetPower) -> Done:
    """Change one member's level; a creator of a room of version 12 has no level to change."""
    create = await carrier.api.get("rooms", row.room, "state", "m.room.create", format="event")
    levels = await carrier.api.state(row.room, LEVELS) or {}
    if Powers(create, levels).of(wanted.member) not in (wanted.level, ABOVE_ALL):
        users = {**levels.get("users", {}), wanted.member: wanted.level}
        await carrier.api.put("rooms", row.room, "state", LEVELS, body={**levels, "users": users})
    return Done()
