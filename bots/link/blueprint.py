"""What a new room is to look like, as the body of `POST /createRoom`. Pure."""

from bots.effects import CreateRoom
from bots.link.contents import ENCRYPTION, MEGOLM
from bots.link.http import JsonObject
from bots.link.powers import CREATORS_ABOVE_ALL

READABLE_FROM_INVITATION = frozenset({"dm", "pair", "case"})
"""Rooms in which the first words are for people who have yet to accept."""
READABLE_BY_NEWCOMERS = frozenset({"welcome", "space"})
"""Elsewhere nobody reads what was said before they came."""
OWNER, STAFF = 100, 50


def room(wanted: CreateRoom, alias: str, *, me: str, version: str) -> JsonObject:
    """The body; `version` is the room version. Names, topics and state that are empty are left out."""
    named = {key: value for key, value in (("name", wanted.name), ("topic", wanted.topic)) if value}
    return {
        **named,
        "room_alias_name": alias,
        "preset": "private_chat",
        "room_version": version,
        "is_direct": wanted.kind == "dm",
        "invite": list(wanted.invite),
        "creation_content": {"type": "m.space"} if wanted.kind == "space" else {},
        "initial_state": _initial_state(wanted),
        "power_level_content_override": _powers(wanted, me, version),
    }


def state(plan: JsonObject) -> list[JsonObject]:
    """All state events that a room made from the body has; those that can be missing when its making was cut short."""
    named = [{"type": f"m.room.{key}", "content": {key: plan[key]}} for key in ("name", "topic") if key in plan]
    return [*plan["initial_state"], *named]


def is_encrypted(plan: JsonObject) -> bool:
    """Whether a room made from the body is encrypted from its first message on."""
    return any(event["type"] == ENCRYPTION for event in plan["initial_state"])


def _initial_state(wanted: CreateRoom) -> list[JsonObject]:
    """What the effect brings stands above our own. An empty canonical alias, so that no client shows ours as a name."""
    ours = {
        "m.room.guest_access": {"guest_access": "forbidden"},
        "m.room.history_visibility": {"history_visibility": _visibility(wanted.kind)},
        "m.room.canonical_alias": {},
        **({ENCRYPTION: MEGOLM} if wanted.encrypted else {}),
    }
    given = {event["type"] for event in wanted.state if not event.get("state_key")}
    return [{"type": k, "content": c} for k, c in ours.items() if k not in given] + list(wanted.state)


def _visibility(kind: str) -> str:
    if kind in READABLE_FROM_INVITATION:
        return "invited"
    return "shared" if kind in READABLE_BY_NEWCOMERS else "joined"


def _powers(wanted: CreateRoom, me: str, version: str) -> JsonObject:
    """Only staff invite. Who makes a room stands above its levels in newer versions, and is on top in older ones."""
    owner = {} if version in CREATORS_ABOVE_ALL else {me: OWNER}
    given = {**wanted.power_content.get("users", {}), **wanted.powers}
    users = {member: level for member, level in given.items() if member != me}
    return {"invite": STAFF, **wanted.power_content, **({"users": {**owner, **users}} if users else {})}
