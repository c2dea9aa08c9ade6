"""What a member's client shows: the fields of `js/view.mjs`."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One event as the member's client shows it."""

    room_id: str
    event_id: str
    sender: str
    type: str
    """The decrypted type; `m.room.message` also where decryption failed (then `decryption_failure` is set)."""
    state_key: str | None
    timestamp: int
    """Milliseconds since the epoch, as the homeserver says."""
    content: dict[str, Any]
    """As it was sent, decrypted."""
    body: str | None
    """The text on the screen: after an edit the latest; of an edit the text it brings."""
    formatted_body: str | None
    msgtype: str | None
    mentions: list[str]
    relates_to: dict[str, Any] | None
    redacts: str | None
    redacted: bool
    encrypted: bool
    decryption_failure: str | None
    """matrix-js-sdk's `DecryptionFailureCode`, for example `UNSIGNED_SENDER_DEVICE`."""
    shield: str | None
    """`NONE`, `GREY` or `RED`; nothing where the event is not encrypted or not decrypted."""
    shield_reason: str | None


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the member's client lists it."""

    room_id: str
    name: str
    membership: str
    """`join`, `invite`, `knock`, `leave` or `ban`."""
    inviter: str | None
    direct: bool
    """Whether our own membership says `is_direct`, as an invite to a direct chat does."""
    encrypted: bool
