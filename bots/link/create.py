"""New rooms, each exactly once: an alias that only its outbox row knows says whether it has been made before."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import aiohttp
import structlog

from bots.effects import CreateRoom
from bots.events import RoomReady
from bots.link import blueprint
from bots.link.carrier import Carrier
from bots.link.direct import mark_direct
from bots.link.http import HomeserverRefused, JsonObject
from bots.link.outbox import Done, Row
from bots.link.refusals import NotYet
from bots.store.inbox import URGENT, put
from bots.store.statements import Statements

CREATION = aiohttp.ClientTimeout(total=120)
"""A homeserver asks those of the invited before it answers."""
ABANDONED_AFTER = 8
"""Tries (about a minute) after which a room that we are not in, though it bears our alias, counts as never finished."""
log = structlog.get_logger("kith.create")


@dataclass(frozen=True)
class Made:
    """A room that exists; `missing` are those whom it could not invite yet."""

    room_id: str
    encrypted: bool
    missing: tuple[str, ...]


async def create_room(carrier: Carrier, row: Row, wanted: CreateRoom) -> Done:
    """Make the room, or find it made and complete it; then the bot knows it and hears RoomReady."""
    async with carrier.database.transaction(carrier.bot) as db:
        known = await db.room_by_key(bot=carrier.bot, key=row.room)
    if known:
        return Done(settle=partial(_announce, carrier, row, known["room_id"]))
    version = await carrier.room_version()
    plan = blueprint.room(wanted, alias_of(row.txn), me=carrier.session.user_id, version=version)
    room_id, missing = await _make(carrier, row, plan)
    if wanted.kind == "dm" and wanted.member:
        await mark_direct(carrier, wanted.member, room_id)
    return Done(settle=partial(_settle, carrier, row, wanted, Made(room_id, blueprint.is_encrypted(plan), missing)))


async def _make(carrier: Carrier, row: Row, plan: JsonObject) -> tuple[str, tuple[str, ...]]:
    """The room's id, and whom it lacks: one person who cannot be invited does not keep the others from their room."""
    try:
        return await _create(carrier, plan), ()
    except HomeserverRefused as refused:
        if refused.status == 429 or refused.status >= 500:
            raise
        if room_id := await _find(carrier, plan):
            return await _complete(carrier, row, room_id, plan)
        if not plan["invite"]:
            raise
    room_id = await _create(carrier, {**plan, "invite": []})
    return room_id, await _invite(carrier, room_id, plan["invite"])


def alias_of(txn: str) -> str:
    """The local part of the alias: unguessable, as the transaction id is."""
    return f"kith-{hashlib.sha256(txn.encode()).hexdigest()[:32]}"


async def _create(carrier: Carrier, plan: JsonObject) -> str:
    answer = await carrier.api.call("POST", ("createRoom",), plan, timeout=CREATION)
    return str(answer["room_id"])


def _alias(carrier: Carrier, plan: JsonObject) -> str:
    return f"#{plan['room_alias_name']}:{carrier.session.user_id.partition(':')[2]}"


async def _find(carrier: Carrier, plan: JsonObject) -> str | None:
    try:
        return str((await carrier.api.get("directory", "room", _alias(carrier, plan)))["room_id"])
    except HomeserverRefused as refused:
        if refused.errcode == "M_NOT_FOUND":
            return None
        raise


async def _begin_again(carrier: Carrier, row: Row, plan: JsonObject) -> tuple[str, tuple[str, ...]]:
    """The room has our alias and not us in it: it is in the making, or its making ended for ever."""
    if row.attempts < ABANDONED_AFTER:
        raise NotYet
    await carrier.api.call("DELETE", ("directory", "room", _alias(carrier, plan)))
    return await _create(carrier, plan), ()


async def _complete(carrier: Carrier, row: Row, room_id: str, plan: JsonObject) -> tuple[str, tuple[str, ...]]:
    """Add what a creation that was cut short left out."""
    if room_id not in (await carrier.api.get("joined_rooms"))["joined_rooms"]:
        return await _begin_again(carrier, row, plan)
    for event in blueprint.state(plan):
        kind, key = event["type"], event.get("state_key", "")
        if await carrier.api.state(room_id, kind, key) is None:
            await carrier.api.put("rooms", room_id, "state", kind, *([key] if key else []), body=event["content"])
    absent = [m for m in plan["invite"] if await carrier.api.state(room_id, "m.room.member", m) is None]
    return room_id, await _invite(carrier, room_id, absent)


async def _invite(carrier: Carrier, room_id: str, members: Sequence[str]) -> tuple[str, ...]:
    """Invite one by one, before the first words are said; those with whom it failed come back."""
    missing = []
    for member in members:
        try:
            await carrier.api.post("rooms", room_id, "invite", body={"user_id": member})
        except HomeserverRefused as refused:
            log.warning("invite_refused", bot=carrier.bot, room=room_id, error=refused.errcode)
            missing.append(member)
    return tuple(missing)


async def _settle(carrier: Carrier, row: Row, wanted: CreateRoom, made: Made, db: Statements) -> None:
    now = carrier.house.clock.now()
    known = {"kind": wanted.kind, "member": wanted.member, "encrypted": int(made.encrypted), "at": now}
    await db.know_room(bot=carrier.bot, room_id=made.room_id, key=row.room, **known)
    for number, member in enumerate(made.missing):
        await db.put_in_outbox(
            bot=carrier.bot,
            txn=f"{row.txn}-{number}",
            room=made.room_id,
            effect="Invite",
            key=None,
            payload_sealed=carrier.house.seal.seal({"member": member}),
            due=now,
            at=now,
        )
    await db.outbox_join_room(bot=carrier.bot, room_id=made.room_id)
    await _announce(carrier, row, made.room_id, db)


async def _announce(carrier: Carrier, row: Row, room_id: str, db: Statements) -> None:
    ready = RoomReady(key=row.room, room_id=room_id)
    now = carrier.house.clock.now()
    await put(db, carrier.house.seal, carrier.bot, ready, source=f"room:{row.txn}", lane=URGENT, now=now)
