"""Power levels in the making: who stands above them, and one member's level changed."""

from bots import effects
from bots.link.carrier import Carrier
from bots.link.http import JsonObject
from bots.link.outbox import Done, Row

CREATORS_SINCE = 12
"""The room version from which creators stand above all levels and must not be listed (MSC4289)."""


def creators_stand_above(version: str) -> bool:
    """Whether a room of that version keeps its creators out of the power levels."""
    return version.isdecimal() and int(version) >= CREATORS_SINCE


async def set_power(carrier: Carrier, row: Row, wanted: effects.SetPower) -> Done:
    """Change one member's level; a creator has no level to change."""
    if wanted.member in await _creators(carrier, row.room):
        return Done()
    content = await carrier.api.state(row.room, "m.room.power_levels") or {}
    users = content.get("users", {})
    if users.get(wanted.member, content.get("users_default", 0)) != wanted.level:
        body = {**content, "users": {**users, wanted.member: wanted.level}}
        await carrier.api.put("rooms", row.room, "state", "m.room.power_levels", body=body)
    return Done()


async def _creators(carrier: Carrier, room_id: str) -> set[str]:
    return creators(await carrier.api.get("rooms", room_id, "state", "m.room.create", format="event"))


def creators(create: JsonObject) -> set[str]:
    """The users that an `m.room.create` event puts above all levels."""
    content = create["content"]
    if not creators_stand_above(str(content.get("room_version", "1"))):
        return set()
    return {create["sender"], *content.get("additional_creators", [])}
