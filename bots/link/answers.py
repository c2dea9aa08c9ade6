"""What a sync answer says, room by room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.link.http import JsonObject
from bots.link.rooms import Here


@dataclass
class Answer:
    """A sync answer that is not stored yet.

    `since` is the token it follows; `known` are the rooms in which the bot was at that token, None where the process
    has just started; `keys` are the Megolm sessions whose keys came with it.
    """

    since: str | None
    content: JsonObject
    known: frozenset[str] | None
    keys: set[str] = field(default_factory=set)

    @property
    def token(self) -> str:
        """The sync token that these events lead to."""
        return str(self.content["next_batch"])

    @property
    def left(self) -> list[str]:
        """The rooms that the bot is no longer in."""
        return [room_id for room_id, _ in self.rooms("leave")]

    @property
    def joined(self) -> frozenset[str]:
        """The rooms in which the bot is after this answer."""
        joined = {room_id for room_id, _ in self.rooms("join")}
        return ((self.known or frozenset()) | joined) - set(self.left)

    def joined_and_left(self) -> Iterator[tuple[str, JsonObject]]:
        """The rooms with events that the bot may see."""
        yield from self.rooms("join")
        yield from self.rooms("leave")

    def rooms(self, section: str) -> Iterator[tuple[str, JsonObject]]:
        """The rooms of "join", "leave" or "invite"."""
        yield from self.content.get("rooms", {}).get(section, {}).items()


@dataclass
class Heard:
    """What an answer says about one room that the bot is in, or has left."""

    here: Here
    content: JsonObject
    left: bool

    @property
    def timeline(self) -> list[JsonObject]:
        """The latest events."""
        return events_of(self.content, "timeline")

    @property
    def state(self) -> list[JsonObject]:
        """The state before them, or what of it changed."""
        return events_of(self.content, "state")

    @property
    def gap_before(self) -> str | None:
        """The token at which the timeline begins, where events before it were left out."""
        timeline = self.content.get("timeline", {})
        return timeline.get("prev_batch") if timeline.get("limited") is True else None

    @property
    def encrypted(self) -> bool:
        """Whether encryption was turned on, as far as this answer says."""
        return any(e.get("type") == "m.room.encryption" and "state_key" in e for e in (*self.state, *self.timeline))


def portions(heard: list[Heard], size: int) -> Iterator[list[Heard]]:
    """The rooms in portions of at least `size` events, the last one smaller; always at least one portion."""
    portion: list[Heard] = []
    for room in heard:
        portion.append(room)
        if sum(len(r.timeline) for r in portion) >= size:
            yield portion
            portion = []
    yield portion


def events_of(room: Mapping[str, Any], section: str) -> list[JsonObject]:
    """The events of "timeline", "state" or "invite_state", as far as they are objects."""
    part = room.get(section)
    events = part.get("events") if isinstance(part, Mapping) else None
    return [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []
