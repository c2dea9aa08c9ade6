"""How each effect is carried out. Every one may be carried out twice: the second time changes nothing."""

import base64
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bots import effects
from bots.effects import Effect
from bots.link import contents, membership
from bots.link.attachments import upload
from bots.link.carrier import Carrier
from bots.link.create import create_room
from bots.link.http import HomeserverRefused, JsonObject
from bots.link.outbox import Done, Row, is_key
from bots.link.power import set_power
from bots.link.refusals import NO_ROOM, NeverPossible

CarryOut = Callable[[Carrier, Row, Any], Awaitable[Done]]


async def carry_out(carrier: Carrier, row: Row, effect: Effect) -> Done:
    """Do what the row asks for. Raises whatever `refusals.wait_ms` judges, and TokenRevoked."""
    if is_key(row.room) and not isinstance(effect, effects.CreateRoom):
        raise NeverPossible(NO_ROOM)
    return await CARRY_OUT[type(effect)](carrier, row, effect)


async def send(carrier: Carrier, row: Row, said: effects.Send) -> Done:
    """A message; what it answers or rewrites may be named by key."""
    named = {name: getattr(said, name) for name in ("reply_to", "thread", "edits")}
    found: dict[str, Any] = {name: await carrier.event_id(row, target) for name, target in named.items() if target}
    return await carrier.send(row, contents.MESSAGE, contents.message(replace(said, **found)))


async def poll(carrier: Carrier, row: Row, asked: effects.Poll) -> Done:
    """A poll."""
    return await carrier.send(row, contents.POLL_START, contents.poll(asked))


async def end_poll(carrier: Carrier, row: Row, ended: effects.EndPoll) -> Done:
    """The end of a poll."""
    target = await carrier.event_id(row, ended.target)
    return await carrier.send(row, contents.POLL_END, contents.poll_end(ended, target))


async def react(carrier: Carrier, row: Row, tapped: effects.React) -> Done:
    """A reaction; one that is there already is there."""
    target = await carrier.event_id(row, tapped.target)
    try:
        return await carrier.send(row, contents.REACTION, contents.reaction(target, tapped.tap))
    except HomeserverRefused as refused:
        if refused.errcode == "M_DUPLICATE_ANNOTATION":
            return Done()
        raise


async def redact(carrier: Carrier, row: Row, taken_back: effects.Redact) -> Done:
    """Take an event back."""
    target = await carrier.event_id(row, taken_back.target)
    body = {"reason": taken_back.reason} if taken_back.reason else {}
    answer = await carrier.api.put("rooms", row.room, "redact", target, row.txn, body=body)
    return Done(str(answer["event_id"]))


async def send_file(carrier: Carrier, row: Row, file: effects.Upload) -> Done:
    """A file message; what has been uploaded once is not uploaded again while this process lives."""
    data = base64.b64decode(file.data)
    if row.txn not in carrier.uploaded:
        encrypted = await carrier.guard.is_encrypted(row.room, seen=row.seen_encrypted)
        source = await upload(carrier.session, data, file.name, file.mimetype, encrypted=encrypted)
        carrier.uploaded[row.txn] = source
    content = contents.attachment(file, len(data), carrier.uploaded[row.txn])
    done = await carrier.send(row, contents.MESSAGE, content)
    del carrier.uploaded[row.txn]
    return done


async def set_state(carrier: Carrier, row: Row, put: effects.SetState) -> Done:
    """A state event."""
    key = [put.state_key] if put.state_key else []
    answer = await carrier.api.put("rooms", row.room, "state", put.type, *key, body=put.content)
    return Done(str(answer["event_id"]))


async def pin(carrier: Carrier, row: Row, pinned: effects.Pin) -> Done:
    """Add a message to those that are pinned."""
    target = await carrier.event_id(row, pinned.target)
    content: JsonObject = await carrier.api.state(row.room, "m.room.pinned_events") or {}
    before = content.get("pinned", [])
    if target not in before:
        body = {"pinned": [*before, target]}
        await carrier.api.put("rooms", row.room, "state", "m.room.pinned_events", body=body)
    return Done()


CARRY_OUT: dict[type[Effect], CarryOut] = {
    effects.Send: send,
    effects.Poll: poll,
    effects.EndPoll: end_poll,
    effects.React: react,
    effects.Redact: redact,
    effects.Upload: send_file,
    effects.CreateRoom: create_room,
    effects.Invite: membership.invite,
    effects.Kick: membership.kick,
    effects.Ban: membership.ban,
    effects.Unban: membership.unban,
    effects.JoinRoom: membership.join,
    effects.LeaveRoom: membership.leave,
    effects.SetState: set_state,
    effects.SetPower: set_power,
    effects.Pin: pin,
}
