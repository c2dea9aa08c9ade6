"""A raw Matrix event (decrypted where need be) becomes one of the suite's own, or nothing. Never raises.

What breaks the specification becomes `Malformed` with all its words, so that it cannot slip past judgement.
"""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from bots.events import Malformed, PollAnswer, Reaction, Redaction, RoomEvent, RoomReplaced
from bots.link.read_members import read_member
from bots.link.read_messages import read_message
from bots.link.shapes import Broken, Envelope, mapping, text, texts
from bots.words import all_words, is_deep

LATEST = 2**53 - 1
"""JSON's largest safe integer; a time stamp beyond it would not fit into the database."""

MESSAGES = ("m.room.message", "m.sticker")
POLL_STARTS = ("org.matrix.msc3381.poll.start", "m.poll.start")
POLL_ANSWERS = ("org.matrix.msc3381.poll.response", "m.poll.response")
WORDS = ("body", "m.text", "org.matrix.msc1767.text", "m.message", "org.matrix.msc1767.message")


def read(source: Mapping[str, Any], room_id: str, *, encrypted: bool = False) -> RoomEvent | None:
    """The event as the bots know it; None where it says nothing to them (state, profile changes, redacted remains).

    Args:
        source: the event as the homeserver gave it, or its envelope around the decrypted type and content.
        encrypted: whether type and content were decrypted.
    """
    envelope = _envelope(source, room_id, encrypted)
    kind = source.get("type")
    content = source.get("content")
    if not isinstance(kind, str):
        return _malformed(envelope, "", content)
    reader = _reader(source, kind, content, encrypted)
    if reader is None:
        return None
    try:
        if is_deep(content):
            raise Broken
        return reader(envelope, source)
    except Broken:
        return _malformed(envelope, kind, content)


def _envelope(source: Mapping[str, Any], room_id: str, encrypted: bool) -> Envelope:
    event_id, sender, at = (source.get(name) for name in ("event_id", "sender", "origin_server_ts"))
    return Envelope(
        room_id=room_id,
        event_id=event_id if isinstance(event_id, str) else f"no-id:{_digest(source)}",
        sender=sender if isinstance(sender, str) else "",
        at=min(max(at, 0), LATEST) if isinstance(at, int) else 0,
        encrypted=encrypted,
    )


def _digest(source: Mapping[str, Any]) -> str:
    said = all_words(source).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:32]


def _malformed(envelope: Envelope, kind: str, content: Any) -> Malformed:
    return Malformed(**envelope, body=all_words(content), type=kind)


Reader = Callable[[Envelope, Mapping[str, Any]], RoomEvent | None]


def _reader(source: Mapping[str, Any], kind: str, content: Any, encrypted: bool) -> Reader | None:
    if "state_key" in source:
        return STATE.get(kind)
    if content == {}:
        return None if kind != "m.room.redaction" else _redaction
    if encrypted and kind in PLAIN_ONLY:
        return None
    if kind in TIMELINE:
        return TIMELINE[kind]
    bears_words = not isinstance(content, Mapping) or any(name in content for name in WORDS)
    return _other_words if bears_words else None


def _redaction(envelope: Envelope, source: Mapping[str, Any]) -> Redaction:
    content = source.get("content")
    inner = content.get("redacts") if isinstance(content, Mapping) else None
    return Redaction(**envelope, target=text(source.get("redacts", inner)))


def _reaction(envelope: Envelope, source: Mapping[str, Any]) -> Reaction:
    relation = mapping(mapping(source.get("content")).get("m.relates_to"))
    return Reaction(**envelope, target=text(relation.get("event_id")), tap=text(relation.get("key")))


def _poll_answer(envelope: Envelope, source: Mapping[str, Any]) -> PollAnswer:
    """Both shapes: `org.matrix.msc3381.poll.response.answers` and, since Matrix 1.x, `m.selections`."""
    content = mapping(source.get("content"))
    target = text(mapping(content.get("m.relates_to")).get("event_id"))
    inner = next((content[name] for name in POLL_ANSWERS if name in content), None)
    answers = mapping(inner).get("answers") if inner is not None else content.get("m.selections")
    return PollAnswer(**envelope, target=target, answers=texts(answers))


def _other_words(envelope: Envelope, source: Mapping[str, Any]) -> Malformed:
    """A kind that we do not know, yet with words that some client may show."""
    return _malformed(envelope, str(source["type"]), source.get("content"))


def _tombstone(envelope: Envelope, source: Mapping[str, Any]) -> RoomReplaced | None:
    successor = mapping(source.get("content")).get("replacement_room")
    return RoomReplaced(**envelope, successor=successor) if isinstance(successor, str) and successor else None


STATE: Mapping[str, Reader] = {"m.room.member": read_member, "m.room.tombstone": _tombstone}
TIMELINE: Mapping[str, Reader] = {
    **dict.fromkeys(MESSAGES, read_message),
    **dict.fromkeys(POLL_STARTS, _other_words),
    **dict.fromkeys(POLL_ANSWERS, _poll_answer),
    "m.reaction": _reaction,
    "m.room.redaction": _redaction,
}
PLAIN_ONLY = ("m.room.redaction",)
