"""Opening encrypted messages. nio's own way raises on what a hostile sender can put inside, and would end the sync."""

import json
import re
from collections.abc import Mapping
from typing import Any

import structlog
import vodozemac
from nio import MegolmEvent
from nio.crypto import Olm

from bots.link.http import JsonObject
from bots.words import is_deep

MEGOLM = "m.megolm.v1.aes-sha2"
NEEDED = ("sender_key", "session_id", "ciphertext", "device_id")
log = structlog.get_logger("kith.megolm")
_BASE64 = re.compile(r"[A-Za-z0-9+/=_-]{1,100}")


def session_of(raw: Mapping[str, Any]) -> str:
    """The id of the Megolm session that an encrypted event names; empty where it names none that can be."""
    content = raw.get("content")
    named = content.get("session_id") if isinstance(content, Mapping) else None
    return named if isinstance(named, str) and _BASE64.fullmatch(named) else ""


def bare(raw: Mapping[str, Any], room_id: str) -> JsonObject:
    """What it takes to open an encrypted event later, and no more."""
    content = raw.get("content")
    content = content if isinstance(content, Mapping) else {}
    kept = {name: content[name] for name in ("algorithm", *NEEDED) if isinstance(content.get(name), str)}
    relation = content.get("m.relates_to")
    if relation is not None and not is_deep(relation):
        kept["m.relates_to"] = relation
    envelope = {name: raw.get(name) for name in ("event_id", "sender", "origin_server_ts")}
    return {**envelope, "type": "m.room.encrypted", "room_id": room_id, "content": kept}


def unlock(olm: Olm, raw: Mapping[str, Any], room_id: str) -> JsonObject | None:
    """The event in clear, or None where it cannot be opened (yet).

    A wedged Olm session with the sender is noticed and healed by nio's chores.
    """
    event = megolm_event(olm, raw, room_id)
    try:
        return _unlock(olm, raw, event) if event else None
    except Exception as error:
        log.warning("encrypted_event_unreadable", room=room_id, error=type(error).__name__)
        return None


def _unlock(olm: Olm, raw: Mapping[str, Any], event: MegolmEvent) -> JsonObject | None:
    session = olm.inbound_group_store.get(event.room_id, event.sender_key, event.session_id)
    if session is None:
        olm.check_if_wedged(event)
        return None
    try:
        plaintext, index = session.decrypt(event.ciphertext)
    except (vodozemac.MegolmDecryptionException, vodozemac.DecodeException):
        return None
    except UnicodeDecodeError as garbled:
        return _opened(raw, garbled.object.decode(errors="replace"))
    return _opened(raw, plaintext) if olm.message_index_ok(index, event) else None


def megolm_event(olm: Olm, raw: Mapping[str, Any], room_id: str) -> MegolmEvent | None:
    """nio's form of an encrypted event; None where it is not one.

    Newer clients may leave out sender key and device (MSC3700): the session that we have says whose it is.
    """
    event = bare(raw, room_id)
    content = event["content"]
    if content.get("algorithm") != MEGOLM or not session_of(raw) or "ciphertext" not in content:
        return None
    content.setdefault("sender_key", _sender_key(olm, room_id, content["session_id"]))
    content.setdefault("device_id", "")
    parsed = MegolmEvent.from_dict(event)
    return parsed if isinstance(parsed, MegolmEvent) else None


def _sender_key(olm: Olm, room_id: str, session_id: str) -> str:
    known = olm.inbound_group_store[room_id]
    return next((key for key, sessions in known.items() if session_id in sessions), "")


def _opened(raw: Mapping[str, Any], plaintext: str) -> JsonObject:
    """The envelope around what was inside. Only the server's envelope says who, when and in which state."""
    payload = _payload(plaintext)
    content = payload.get("content")
    relation = bare(raw, "")["content"].get("m.relates_to")
    if relation is not None and isinstance(content, dict):
        content = {**content, "m.relates_to": relation}
    envelope = {name: raw.get(name) for name in ("event_id", "sender", "origin_server_ts")}
    return {**envelope, "type": payload.get("type"), "content": content}


def _payload(plaintext: str) -> JsonObject:
    try:
        payload = json.loads(plaintext, parse_constant=str)
    except (ValueError, RecursionError):
        payload = plaintext
    return payload if isinstance(payload, dict) else {"content": payload}
