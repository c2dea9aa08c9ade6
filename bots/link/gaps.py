"""What a sync left out: the events of one room between two tokens, in order, page by page."""

import json
from collections.abc import AsyncIterator
from typing import Any

import structlog

from bots.link.api import Api
from bots.link.http import HomeserverRefused, JsonObject
from bots.link.read_members import membership_before

PAGE = 500
"""Events a page. Synapse bounds the first page by arrival and later ones by place in the graph: few pages are best."""

log = structlog.get_logger("kith.gaps")


async def missed(api: Api, room_id: str, since: str, until: str) -> AsyncIterator[list[JsonObject]]:
    """Pages of the events after the sync token `since` up to the `prev_batch` `until`, oldest first.

    A room that the homeserver no longer shows us ends the pages, with a line in the log.
    """
    start: str | None = since
    while start:
        try:
            answer = await _page(api, room_id, start, to=until, limit=str(PAGE))
        except HomeserverRefused as refused:
            if refused.status not in (403, 404):
                raise
            log.error("gap_refused", bot=api.session.bot, room=room_id, error=refused.errcode)
            return
        events = [event for event in answer.get("chunk", []) if isinstance(event, dict)]
        if events:
            yield events
        start = answer.get("end") if events else None


async def was_joined(api: Api, room_id: str, since: str) -> bool:
    """Whether the bot was in the room at the token: the first change of its membership after it tells."""
    own = {"types": ["m.room.member"], "senders": [api.session.user_id]}
    try:
        answer = await _page(api, room_id, since, limit="10", filter=json.dumps(own))
    except HomeserverRefused as refused:
        if refused.status not in (403, 404):
            raise
        return False
    return joined_before(api.session.user_id, answer.get("chunk", [])) is not False


def joined_before(user_id: str, events: list[Any]) -> bool | None:
    """Whether `user_id` was in the room before these events; None where none of them is about that."""
    for event in events:
        if isinstance(event, dict) and event.get("type") == "m.room.member" and event.get("state_key") == user_id:
            return membership_before(event) == "join"
    return None


async def _page(api: Api, room_id: str, start: str, **options: str) -> JsonObject:
    return await api.get("rooms", room_id, "messages", **{"dir": "f", "from": start, **options})
