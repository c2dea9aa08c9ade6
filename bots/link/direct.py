"""`m.direct`: which rooms are chats with one person, as the bot's own account data says."""

import structlog

from bots.link.carrier import Carrier
from bots.link.http import HomeserverRefused, HomeserverUnreachable, JsonObject

log = structlog.get_logger("kith.direct")


async def mark_direct(carrier: Carrier, member: str, room_id: str) -> None:
    """So that a client of the bot's account shows the room under people; nothing depends on it."""
    path = ("user", carrier.session.user_id, "account_data", "m.direct")
    try:
        async with carrier.account_data:
            rooms = await _direct_rooms(carrier, path)
            if room_id not in rooms.get(member, []):
                await carrier.api.put(*path, body={**rooms, member: [*rooms.get(member, []), room_id]})
    except (HomeserverRefused, HomeserverUnreachable) as error:
        log.warning("room_not_marked_direct", bot=carrier.bot, error=type(error).__name__)


async def _direct_rooms(carrier: Carrier, path: tuple[str, ...]) -> JsonObject:
    try:
        return await carrier.api.get(*path)
    except HomeserverRefused as refused:
        if refused.errcode == "M_NOT_FOUND":
            return {}
        raise
