"""What nio must know of a sync answer, piece by piece: one event that it cannot bear must not keep it from the rest."""

import itertools
from collections.abc import Iterable, Mapping
from typing import Any

import structlog
from nio import RoomKeyEvent, SyncResponse, ToDeviceEvent
from nio.events.to_device import ForwardedRoomKeyEvent
from peewee import PeeweeException  # type: ignore[import-untyped]

from bots.link.errors import CryptoStoreStuck
from bots.link.http import JsonObject
from bots.link.session import Session

WITHHELD = ("m.room_key.withheld", "org.matrix.room_key.withheld")
"""A client tells us that it will not send us a key: most often because it does not trust this device."""

log = structlog.get_logger("kith.feed")
_batches = itertools.count(1)


async def feed(session: Session, answer: JsonObject) -> set[str]:
    """Tell nio: device messages (room keys among them), device lists, and the state of rooms.

    Returns:
        The ids of the Megolm sessions whose keys came.
    """
    keys = {key for event in _events(answer, "to_device") if (key := _to_device(session, event))}
    rooms = answer.get("rooms", {})
    for room_id in rooms.get("leave", {}):
        _left(session, room_id)
    joined = {room_id: _state_only(room) for room_id, room in rooms.get("join", {}).items()}
    changed = {room_id: room for room_id, room in joined.items() if _has_state(room)}
    devices = answer.get("device_lists") or {}
    if changed or any(devices.values()):
        await _rooms(session, changed, {"device_lists": devices})
    return keys


def _to_device(session: Session, event: JsonObject) -> str | None:
    """Anybody can send these; what nio chokes on is left aside, for the room keys behind it.

    nio stores that the message was opened before it stores the room key in it, and no message opens twice: what a kill
    came between would be lost, so both are one transaction.
    """
    if event.get("type") in WITHHELD:
        log.warning("room_key_withheld", bot=session.bot)
    try:
        parsed = ToDeviceEvent.parse_event(event)
        with session.client.store.database.atomic():
            opened = session.olm.handle_to_device_event(parsed)
    except PeeweeException as stuck:
        raise CryptoStoreStuck(session.bot) from stuck
    except Exception as error:
        log.warning("device_message_unreadable", bot=session.bot, error=type(error).__name__)
        return None
    return str(opened.session_id) if isinstance(opened, RoomKeyEvent | ForwardedRoomKeyEvent) else None


def _left(session: Session, room_id: str) -> None:
    """nio does not notice: without this it would go on encrypting for the room."""
    session.client.rooms.pop(room_id, None)
    session.olm.outbound_group_sessions.pop(room_id, None)
    session.states.forget(room_id)


def _state_only(room: JsonObject) -> JsonObject:
    """Messages are read by us, and parsing them twice costs more than all the rest."""
    changes = [event for event in _events(room, "timeline") if "state_key" in event]
    return {
        "state": {"events": _events(room, "state")},
        "timeline": {"events": changes, "limited": False, "prev_batch": ""},
        "summary": room.get("summary", {}),
        "ephemeral": {"events": []},
        "account_data": {"events": []},
    }


def _has_state(room: JsonObject) -> bool:
    """Most answers are messages alone, and nio writes its store at each that it is told of."""
    return bool(room["state"]["events"] or room["timeline"]["events"])


async def _rooms(session: Session, joined: Mapping[str, JsonObject], more: JsonObject) -> None:
    """All at once; where nio fails on that, room by room, then event by event."""
    try:
        await _take(session, joined, more)
    except CryptoStoreStuck:
        raise
    except Exception:
        await _take(session, {}, more)
        for room_id, room in joined.items():
            await _room(session, room_id, room)


async def _room(session: Session, room_id: str, room: JsonObject) -> None:
    try:
        await _take(session, {room_id: room})
    except CryptoStoreStuck:
        raise
    except Exception:
        for event in (*room["state"]["events"], *room["timeline"]["events"]):
            await _event(session, room_id, room, event)


async def _event(session: Session, room_id: str, room: JsonObject, event: JsonObject) -> None:
    alone = {"events": [event], "limited": False, "prev_batch": ""}
    try:
        await _take(session, {room_id: {**room, "state": {"events": []}, "timeline": alone}})
    except CryptoStoreStuck:
        raise
    except Exception as error:
        log.warning("state_unreadable", bot=session.bot, room=room_id, error=type(error).__name__)


async def _take(session: Session, joined: Mapping[str, JsonObject], more: JsonObject | None = None) -> None:
    answer = {"next_batch": f"fed-{next(_batches)}", "rooms": {"join": joined}, **(more or {})}
    response = SyncResponse.from_dict(answer)
    if not isinstance(response, SyncResponse):
        raise ValueError("nio refuses the answer")
    try:
        await session.client.receive_response(response)
    except PeeweeException as stuck:
        raise CryptoStoreStuck(session.bot) from stuck


def _events(part: Mapping[str, Any], name: str) -> list[JsonObject]:
    """The events of one section, as far as they are objects at all."""
    section = part.get(name)
    events: Iterable[Any] = section.get("events", []) if isinstance(section, Mapping) else []
    return [event for event in events if isinstance(event, dict)]
