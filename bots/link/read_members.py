"""Who came and who went: only real changes of membership."""

from collections.abc import Mapping
from typing import Any

from bots.events import Joined, Knocked, Left, RoomEvent
from bots.link.shapes import Envelope, mapping, text


def membership_before(source: Mapping[str, Any]) -> str | None:
    """The membership that this member event replaced; None if there was none or the server does not say."""
    unsigned = source.get("unsigned")
    before = unsigned.get("prev_content") if isinstance(unsigned, Mapping) else None
    value = before.get("membership") if isinstance(before, Mapping) else None
    return value if isinstance(value, str) else None


def read_member(envelope: Envelope, source: Mapping[str, Any]) -> RoomEvent | None:
    """Joined, Left (also a declined invitation), Knocked; None for profile changes, invitations and lifted bans."""
    content = mapping(source.get("content"))
    member, now, before = text(source.get("state_key")), content.get("membership"), membership_before(source)
    if now == before:
        return None
    theirs = envelope.copy()
    theirs["sender"] = member
    if now == "join":
        return Joined(**theirs, display_name=_name(content))
    if now == "knock":
        return Knocked(**theirs)
    if now == "ban" or (now == "leave" and before not in ("ban", "knock")):
        return Left(**envelope, member=member, banned=now == "ban")
    return None


def _name(content: Mapping[str, Any]) -> str | None:
    name = content.get("displayname")
    return name if isinstance(name, str) else None
