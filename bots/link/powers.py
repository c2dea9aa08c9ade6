"""Who may do what in a room, for the room versions 1 to 12, from two state events; nio knows no creators.

Rules: https://spec.matrix.org/latest/rooms/ (creators in version 12: MSC4289).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ABOVE_ALL = 2**53
"""The power of the creators of a room of version 12: above every level that a power event can give."""

CREATOR_IN_CONTENT = tuple(str(version) for version in range(1, 11))
CREATORS_ABOVE_ALL = ("12", "org.matrix.hydra.11")


def power_of(user: str, create: Mapping[str, Any], levels: Mapping[str, Any] | None, room_version: str) -> int:
    """The power level of `user`.

    Args:
        create: the whole m.room.create event.
        levels: the content of m.room.power_levels; None where the room has none.
    """
    if room_version in CREATORS_ABOVE_ALL and user in creators(create, room_version):
        return ABOVE_ALL
    if levels is None:
        return 100 if user in creators(create, room_version) else 0
    return _level(_mapping(levels.get("users")), user, _level(levels, "users_default", 0))


def creators(create: Mapping[str, Any], room_version: str) -> frozenset[str]:
    """Who made the room."""
    content = _mapping(create.get("content"))
    if room_version in CREATOR_IN_CONTENT:
        return frozenset(_users([content.get("creator")]))
    more = content.get("additional_creators") if room_version in CREATORS_ABOVE_ALL else None
    return frozenset(_users([create.get("sender"), *(more if isinstance(more, list) else [])]))


@dataclass(frozen=True)
class Powers:
    """A room's create event and the content of its power levels, asked."""

    create: Mapping[str, Any]
    levels: Mapping[str, Any] | None = field(default=None)

    @property
    def version(self) -> str:
        """The room version; "1" where the create event names none."""
        version = _mapping(self.create.get("content")).get("room_version")
        return version if isinstance(version, str) else "1"

    def of(self, user: str) -> int:
        """The power level of `user`."""
        return power_of(user, self.create, self.levels, self.version)

    def may_kick(self, actor: str, target: str) -> bool:
        """Whether `actor` may remove `target`."""
        return self._may("kick", 50, actor) and self.of(actor) > self.of(target)

    def may_ban(self, actor: str, target: str) -> bool:
        """Whether `actor` may ban `target`."""
        return self._may("ban", 50, actor) and self.of(actor) > self.of(target)

    def may_unban(self, actor: str, target: str) -> bool:
        """Whether `actor` may lift a ban of `target`; takes the power to kick as well."""
        return self.may_ban(actor, target) and self._may("kick", 50, actor)

    def may_redact(self, actor: str, author: str) -> bool:
        """Whether `actor` may take back an event of `author`."""
        own = actor == author
        return self.may_send(actor, "m.room.redaction") and (own or self._may("redact", 50, actor))

    def may_invite(self, actor: str) -> bool:
        """Whether `actor` may invite."""
        return self._may("invite", 0, actor)

    def may_send(self, actor: str, type: str) -> bool:
        """Whether `actor` may send messages of that event type."""
        return self.of(actor) >= self._needed(type, "events_default", 0)

    def may_send_state(self, actor: str, type: str) -> bool:
        """Whether `actor` may put state of that event type."""
        return self.of(actor) >= self._needed(type, "state_default", 0 if self.levels is None else 50)

    def may_set_power(self, actor: str, target: str, level: int) -> bool:
        """Whether `actor` may give `target` that level: not above one's own, and no one who stands as high."""
        mine, theirs = self.of(actor), self.of(target)
        fits = level <= mine and theirs < ABOVE_ALL and (actor == target or theirs < mine)
        return fits and self.may_send_state(actor, "m.room.power_levels")

    def _may(self, action: str, default: int, actor: str) -> bool:
        return self.of(actor) >= _level(self.levels or {}, action, default)

    def _needed(self, type: str, otherwise: str, default: int) -> int:
        levels = self.levels or {}
        return _level(_mapping(levels.get("events")), type, _level(levels, otherwise, default))


def _level(levels: Mapping[str, Any], name: str, default: int) -> int:
    """Rooms before version 10 may hold levels as strings."""
    value = levels.get(name, default)
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return default


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _users(values: list[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
