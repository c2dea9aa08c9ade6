"""What a turn may ask of the homeserver: one frozen dataclass an effect, stored in the outbox, carried out by the link.

A `room` is a Matrix room id or the key under which a room was asked for; the link waits until that room is there.
A message is named by its event id or by the key under which it was sent.
"""

import dataclasses
from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True, kw_only=True)
class Effect:
    """Base of all effects."""

    kinds: ClassVar[dict[str, type["Effect"]]] = {}
    room: str
    key: str | None = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Effect.kinds[cls.__name__] = cls

    def payload(self) -> dict[str, Any]:
        """The fields beside room and key, as JSON values."""
        fields = dataclasses.fields(self)
        return {f.name: getattr(self, f.name) for f in fields if f.name not in ("room", "key")}

    @staticmethod
    def read(kind: str, room: str, key: str | None, payload: dict[str, Any]) -> "Effect":
        """The effect that an outbox row holds."""
        values = {k: tuple(v) if isinstance(v, list) else v for k, v in payload.items()}
        return Effect.kinds[kind](room=room, key=key, **values)


@dataclass(frozen=True, kw_only=True)
class Send(Effect):
    """A message. `text` is in the light markup of the text packs; the link makes body and HTML of it.

    `quiet` makes it a notice, which notifies nobody. `edits` is the key or event id of an own message to rewrite.
    """

    text: str
    quiet: bool = False
    mentions: tuple[str, ...] = ()
    reply_to: str | None = None
    thread: str | None = None
    edits: str | None = None


@dataclass(frozen=True, kw_only=True)
class Poll(Effect):
    """A poll (`org.matrix.msc3381.poll.start`); `options`: pairs of id and words. Answers are encrypted too."""

    question: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class EndPoll(Effect):
    """The poll sent as `target` takes no more answers; `text` says so in clients without polls."""

    target: str
    text: str


@dataclass(frozen=True, kw_only=True)
class React(Effect):
    """A tap under the message `target`."""

    target: str
    tap: str


@dataclass(frozen=True, kw_only=True)
class Redact(Effect):
    """Take back the event `target`."""

    target: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Upload(Effect):
    """A file: `data` is base64, encrypted before the upload in encrypted rooms. `text` says the same in words."""

    name: str
    mimetype: str
    data: str
    text: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, kw_only=True)
class CreateRoom(Effect):
    """A new room; `room` is its key. RoomReady follows.

    `kind` is what the room is to the bot (dm, group, staff, pair, case, welcome, space); `member` whom a dm is with.
    `powers` gives levels to members beside the bot itself, which made the room.
    """

    kind: str
    name: str
    topic: str = ""
    invite: tuple[str, ...] = ()
    encrypted: bool = True
    member: str | None = None
    powers: dict[str, int] = field(default_factory=dict)
    state: tuple[dict[str, Any], ...] = ()
    power_content: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Invite(Effect):
    """Invite `member`."""

    member: str


@dataclass(frozen=True, kw_only=True)
class Kick(Effect):
    """Remove `member` from the room."""

    member: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Ban(Effect):
    """Ban `member` from the room."""

    member: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Unban(Effect):
    """Let `member` come back."""

    member: str


@dataclass(frozen=True, kw_only=True)
class JoinRoom(Effect):
    """Accept an invitation to the room."""


@dataclass(frozen=True, kw_only=True)
class LeaveRoom(Effect):
    """Go out of the room."""


@dataclass(frozen=True, kw_only=True)
class SetState(Effect):
    """Put a state event."""

    type: str
    content: dict[str, Any]
    state_key: str = ""


@dataclass(frozen=True, kw_only=True)
class SetPower(Effect):
    """Give `member` a power level in the room."""

    member: str
    level: int


@dataclass(frozen=True, kw_only=True)
class Pin(Effect):
    """Pin the message `target`."""

    target: str
