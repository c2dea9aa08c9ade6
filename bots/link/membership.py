"""Who is in a room. What is true already needs no doing: a refusal is checked against the room before it counts."""

from bots import effects
from bots.link.carrier import Carrier
from bots.link.http import HomeserverRefused, JsonObject
from bots.link.outbox import Done, Row
from bots.link.refusals import UNREACHABLE, NeverPossible

INVITE_TRIES = 12
"""With backoff about five minutes."""
GONE = frozenset({None, "leave", "ban"})
NOT_BANNED = frozenset({None, "leave", "invite", "join", "knock"})


async def invite(carrier: Carrier, row: Row, asked: effects.Invite) -> Done:
    """Invite somebody; one whose own homeserver cannot be reached does not hold up the room for ever."""
    try:
        return await _move(carrier, row, "invite", {"user_id": asked.member}, frozenset({"invite", "join"}))
    except HomeserverRefused as refused:
        if refused.status >= 500 and "errcode" in refused.body and row.attempts + 1 >= INVITE_TRIES:
            raise NeverPossible(UNREACHABLE) from refused
        raise


async def kick(carrier: Carrier, row: Row, asked: effects.Kick) -> Done:
    """Remove somebody."""
    return await _move(carrier, row, "kick", {"user_id": asked.member, "reason": asked.reason}, GONE)


async def ban(carrier: Carrier, row: Row, asked: effects.Ban) -> Done:
    """Ban somebody."""
    return await _move(carrier, row, "ban", {"user_id": asked.member, "reason": asked.reason}, frozenset({"ban"}))


async def unban(carrier: Carrier, row: Row, asked: effects.Unban) -> Done:
    """Let somebody come back."""
    return await _move(carrier, row, "unban", {"user_id": asked.member}, NOT_BANNED)


async def join(carrier: Carrier, row: Row, _: effects.JoinRoom) -> Done:
    """Accept an invitation; a homeserver does not mind a second acceptance."""
    await carrier.api.post("rooms", row.room, "join")
    return Done()


async def leave(carrier: Carrier, row: Row, _: effects.LeaveRoom) -> Done:
    """Go out of a room."""
    try:
        await carrier.api.post("rooms", row.room, "leave")
    except HomeserverRefused as refused:
        if refused.status == 429 or row.room in (await carrier.api.get("joined_rooms"))["joined_rooms"]:
            raise
    return Done()


async def _move(
    carrier: Carrier, row: Row, how: str, body: JsonObject, wanted: frozenset[str] | frozenset[str | None]
) -> Done:
    try:
        await carrier.api.post("rooms", row.room, how, body=body)
    except HomeserverRefused as refused:
        if refused.status == 429 or await _membership(carrier, row.room, body["user_id"]) not in wanted:
            raise
    return Done()


async def _membership(carrier: Carrier, room_id: str, member: str) -> str | None:
    """Their membership; the homeserver's refusal to say where we may not look is raised."""
    content = await carrier.api.state(room_id, "m.room.member", member)
    return content["membership"] if content else None
