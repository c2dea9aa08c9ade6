"""The suite's own events: everything that can enter an inbox.

Matrix events, timers that came due and tells from other bots have one shape, so that one queue and one loop carry
them all. An event is a frozen dataclass of JSON values; defining a subclass makes it storable under its class name.
"""

import dataclasses
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from policies.texts import Phrase


class UnknownEvent(Exception):
    """An inbox row holds an event of a kind that this version does not know; the row was kept. Update Kith."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events."""

    kinds: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Event.kinds[cls.__name__] = cls

    def to_json(self) -> dict[str, Any]:
        """`{"kind": class name, **fields}`, ready for the seal."""
        values = {f.name: _plain(getattr(self, f.name)) for f in dataclasses.fields(self)}
        return {"kind": type(self).__name__, **values}

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Event":
        """The event that `to_json` wrote. Raises UnknownEvent."""
        kind = Event.kinds.get(data["kind"])
        if kind is None:
            raise UnknownEvent(data["kind"])
        return kind.read(data)

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """Build this kind from its JSON form; unknown fields of a newer version are left out."""
        names = {f.name for f in dataclasses.fields(cls)}
        return cls(**{k: _rich(v) for k, v in data.items() if k in names})


def _plain(value: Any) -> Any:
    if isinstance(value, Phrase):
        return {"__phrase__": value.to_json()}
    if isinstance(value, Event):
        return value.to_json()
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value


def _rich(value: Any) -> Any:
    if isinstance(value, dict):
        if "__phrase__" in value:
            return Phrase.from_json(value["__phrase__"])
        return {k: _rich(v) for k, v in value.items()}
    return tuple(_rich(v) for v in value) if isinstance(value, list) else value


# ── from Matrix ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class RoomEvent(Event):
    """Something that somebody did in a room; `at` is the homeserver's time stamp in ms."""

    room_id: str
    event_id: str
    sender: str
    at: int
    encrypted: bool = False


@dataclass(frozen=True, kw_only=True)
class Message(RoomEvent):
    """A message; with `edits`, the new words of an earlier one (then `body` is the new text alone)."""

    body: str
    html: str | None = None
    msgtype: str = "m.text"
    reply_to: str | None = None
    thread: str | None = None
    edits: str | None = None
    mentions: tuple[str, ...] = ()
    media: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class Redaction(RoomEvent):
    """An event was taken back."""

    target: str


@dataclass(frozen=True, kw_only=True)
class Reaction(RoomEvent):
    """A tap: `tap` is the emoji under the event `target`."""

    target: str
    tap: str


@dataclass(frozen=True, kw_only=True)
class PollAnswer(RoomEvent):
    """Answers (ids of options) to the poll `target`."""

    target: str
    answers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Invited(RoomEvent):
    """The bot was invited; `sender` invites."""

    direct: bool = False


@dataclass(frozen=True, kw_only=True)
class Joined(RoomEvent):
    """`sender` came into the room."""

    display_name: str | None = None


@dataclass(frozen=True, kw_only=True)
class Left(RoomEvent):
    """`member` is no longer in the room; `sender` did it (the member, or who kicked or banned)."""

    member: str
    banned: bool = False


@dataclass(frozen=True, kw_only=True)
class Knocked(RoomEvent):
    """`sender` asks to be let in."""


@dataclass(frozen=True, kw_only=True)
class Undecryptable(RoomEvent):
    """A message whose key had still not come ten seconds later."""

    session_id: str


@dataclass(frozen=True, kw_only=True)
class Malformed(RoomEvent):
    """An event that breaks the specification; `body` is whatever text it bore, so that it can be judged."""

    body: str
    type: str


@dataclass(frozen=True, kw_only=True)
class RoomReplaced(RoomEvent):
    """The room was upgraded; all that belonged to it moved to `successor`."""

    successor: str


# ── from the suite itself ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Unreadable(Event):
    """Stands for a row whose event, called `named`, this version of Kith cannot read; the row itself is kept."""

    named: str


@dataclass(frozen=True, kw_only=True)
class RoomReady(Event):
    """A room that was asked for under `key` exists."""

    key: str
    room_id: str


@dataclass(frozen=True, kw_only=True)
class Refused(Event):
    """The homeserver refused an effect for good; it is parked in the outbox as `outbox_id`."""

    key: str | None
    effect: str
    room: str
    reason: str
    outbox_id: int


@dataclass(frozen=True, kw_only=True)
class Chosen(Event):
    """Somebody answered a choice (`option` is its key) or an open question (`words`)."""

    choice: str
    option: str | None
    words: str | None
    by: str
    room_id: str
    event_id: str
    at: int
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Concern(Event):
    """A bot worries about a member; escalation answers it.

    `level` is now or soon; `source` is the bot; `answered_in` the room in which the member has already been answered
    by that bot, or None when nobody has said anything to them yet (words in a group).
    """

    member: str
    level: str
    source: str
    room_id: str
    event_id: str
    at: int
    reason: str
    language: str | None = None
    answered_in: str | None = None


@dataclass(frozen=True, kw_only=True)
class WantsPerson(Event):
    """The member's answer to "shall I bring a person?", given to the bot they were talking to."""

    member: str
    wants: bool
    room_id: str
    at: int


@dataclass(frozen=True, kw_only=True)
class SayTo(Event):
    """Another bot asks the one that shares a room with the member to say something there.

    With `offer_person` the offer of a person follows; with `as_question` the phrase itself is that offer.
    """

    member: str
    room_id: str
    phrase: Phrase
    offer_person: bool = False
    as_question: bool = False


@dataclass(frozen=True, kw_only=True)
class LetIn(Event):
    """A welcomed member may come into these group rooms; the bot that is in them invites."""

    member: str
    rooms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Consented(Event):
    """A member changed a consent switch; every bot hears it."""

    member: str
    switch: str
    on: bool
    at: int
