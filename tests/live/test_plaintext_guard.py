"""Nothing that belongs into an encrypted room is ever sent plain, and whoever belongs there can read it."""

import asyncio
import json
from collections.abc import Awaitable, Callable

import aiohttp
import pytest
from nio import MatrixRoom

from bots import effects
from bots.effects import Send
from bots.link.accounts import login_password
from tests.live.conftest import NewAccount, OpenDevice
from tests.live.desk import BOT, Desk, Reader, until
from tests.live.proxy import Fault, Proxy

NewReader = Callable[[], Awaitable[Reader]]
Broken = tuple[Desk, Proxy]
ENCRYPTED = "m.room.encrypted"


async def types(desk: Desk, room: str) -> list[str]:
    """The types of the messages as the homeserver sees them."""
    return [event["type"] for event in await desk.messages(room)]


async def test_a_room_of_unknown_encryption_is_asked_for_first(desk: Desk) -> None:
    """Neither the database nor nio knows the room: the homeserver's state decides, and the database learns it."""
    room = await desk.make_room(encrypted=True)
    await desk.know(room, encrypted=False)
    async with desk.database.connection() as connection:
        await connection.execute("UPDATE rooms SET encrypted = 0")
    await desk.ask(Send(room=room, text="secret"))
    await desk.done()
    assert await types(desk, room) == [ENCRYPTED]
    async with desk.database.transaction(BOT) as db:
        assert (await db.room(bot=BOT, room_id=room))["encrypted"] == 1


async def test_a_sync_that_hid_the_encryption_does_not_make_it_plain(desk: Desk) -> None:
    """nio holds the room for plain, as after a sync with a filter: the message is encrypted all the same."""
    room = await desk.make_room(encrypted=True)
    desk.session.client.rooms[room] = MatrixRoom(room, desk.user_id, encrypted=False)
    await desk.ask(Send(room=room, text="secret"))
    await desk.done()
    assert await types(desk, room) == [ENCRYPTED]


async def test_what_was_once_encrypted_stays_so(broken_desk: Broken) -> None:
    """The database has seen the room encrypted: a homeserver that denies it now changes nothing."""
    desk, proxy = broken_desk
    room = await desk.make_room(encrypted=True)
    denied = '{"errcode": "M_NOT_FOUND", "error": "Event not found."}'
    proxy.faults.append(Fault("m.room.encryption", times=99, status=404, body=denied))
    desk.start()
    await desk.ask(Send(room=room, text="secret"))
    await desk.done()
    assert await types(desk, room) == [ENCRYPTED]


async def test_a_message_waits_while_the_encryption_is_not_known(broken_desk: Broken) -> None:
    """The homeserver does not say whether the room is encrypted: nothing is sent until it does."""
    desk, proxy = broken_desk
    room = await desk.make_room(encrypted=True)
    async with desk.database.connection() as connection:
        await connection.execute("UPDATE rooms SET encrypted = 0")
    silent = Fault("m.room.encryption", times=2, status=503)
    proxy.faults.append(silent)
    desk.start()
    await desk.ask(Send(room=room, text="secret"))

    async def waits() -> bool:
        return bool((await desk.rows())[0]["attempts"])

    await until(waits, "a row that waits")
    assert proxy.count("/send/") == 0
    await desk.done()
    assert await types(desk, room) == [ENCRYPTED]


async def test_a_room_that_becomes_encrypted_is_encrypted_from_then_on(desk: Desk) -> None:
    """A plain room in which the sync has seen encryption begin gets no further plain word."""
    room = await desk.make_room()
    await desk.ask(Send(room=room, text="plain"))
    await desk.done()
    content = {"algorithm": "m.megolm.v1.aes-sha2"}
    await desk.api.put("rooms", room, "state", "m.room.encryption", body=content)
    await desk.know(room, encrypted=True)
    await desk.ask(Send(room=room, text="secret"))
    await desk.done()
    assert await types(desk, room) == ["m.room.message", ENCRYPTED]


async def test_reactions_and_redactions_go_as_they_are(desk: Desk, new_reader: NewReader) -> None:
    """Matrix does not encrypt reactions; edits and polls it does."""
    member = await new_reader()
    room = await desk.make_room(encrypted=True, invite=[member.user_id])
    await desk.ask(
        Send(room=room, text="one", key="one"),
        Send(room=room, text="two", edits="one"),
        effects.Poll(room=room, key="poll", question="How?", options=(("a", "Well"),)),
        effects.EndPoll(room=room, target="poll", text="Closed."),
        effects.React(room=room, target="one", tap="✅"),
        Send(room=room, text="wrong", key="wrong"),
        effects.Redact(room=room, target="wrong"),
    )
    await desk.done()
    assert await types(desk, room) == [ENCRYPTED] * 4 + ["m.reaction"] + [ENCRYPTED]
    await member.join(room)
    names = {"m.room.message", "org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.end", "m.reaction"}

    async def readable() -> bool:
        return {e.source["type"] for e in await member.events(room) if e.source["type"] in names} == names

    await until(readable, "all kinds of messages")


async def test_a_failed_claim_of_keys_does_not_hang_the_room(broken_desk: Broken, new_reader: NewReader) -> None:
    """The homeserver fails while keys are claimed, asked for and delivered: the message arrives, and the next too."""
    desk, proxy = broken_desk
    member = await new_reader()
    room = await desk.make_room(encrypted=True, invite=[member.user_id])
    for where in ("/keys/query", "/keys/claim", "/sendToDevice/"):
        proxy.faults.append(Fault(where))
    desk.start()
    await desk.ask(Send(room=room, text="one"), Send(room=room, text="two"))
    await desk.done()
    await member.join(room)
    await member.reads(room, "one", "two")


async def test_a_member_who_comes_while_keys_are_shared_gets_them(broken_desk: Broken, new_reader: NewReader) -> None:
    """Keys that were shared with fewer people than are in the room now are not used."""
    desk, proxy = broken_desk
    first, second = await new_reader(), await new_reader()
    room = await desk.make_room(encrypted=True, invite=[first.user_id, second.user_id])
    proxy.faults.append(Fault("/sendToDevice/", times=2, lost=True))
    desk.start()
    await desk.ask(Send(room=room, text="one"))
    await asyncio.wait_for(proxy.reached.wait(), 20)
    known = desk.session.client.rooms[room]
    known.remove_member(second.user_id)
    known.add_member(second.user_id, None, None, invited=True)
    await desk.done()
    for member in (first, second):
        await member.join(room)
        await member.reads(room, "one")


async def test_a_new_device_reads_the_next_message(
    desk: Desk, new_account: NewAccount, open_device: OpenDevice, http: aiohttp.ClientSession
) -> None:
    """A member logs in on a second phone: from the sync that says so on, it gets the keys."""
    account = await new_account()
    first = await Reader(await open_device(account)).start()
    room = await desk.make_room(encrypted=True, invite=[account.user_id])
    await first.join(room)
    await desk.session.client.sync(timeout=0, full_state=True)
    await desk.ask(Send(room=room, text="one"))
    await desk.done()
    again = await login_password(http, account.homeserver, account.user_id, "secret")
    second = await Reader(await open_device(again)).start()
    await desk.session.client.sync(timeout=0)
    assert account.user_id in desk.session.client.olm.users_for_key_query
    await desk.ask(Send(room=room, text="two"))
    await desk.done()
    await first.reads(room, "one", "two")
    await second.reads(room, "?", "two")


async def test_made_up_keys_of_one_member_do_not_keep_the_others_from_reading(
    broken_desk: Broken, new_reader: NewReader
) -> None:
    """Another homeserver answers with nonsense for its user: the rest of the room gets its message."""
    desk, proxy = broken_desk
    member, stranger = await new_reader(), await new_reader()
    room = await desk.make_room(encrypted=True, invite=[stranger.user_id, member.user_id])
    honest = await desk.api.post("keys", "query", body={"device_keys": {member.user_id: []}})
    honest["device_keys"] |= {stranger.user_id: {"NONSENSE": {"keys": 7}}}
    proxy.faults.append(Fault("/keys/query", status=200, body=json.dumps(honest)))
    desk.start()
    await desk.ask(Send(room=room, text="one"))
    await desk.done()
    await member.join(room)
    await member.reads(room, "one")


@pytest.mark.parametrize("encrypted", [True, False])
async def test_nobody_who_left_can_read_what_came_after(desk: Desk, new_reader: NewReader, encrypted: bool) -> None:
    """A member whom the sync saw leave gets no key to later words."""
    member, gone = await new_reader(), await new_reader()
    room = await desk.make_room(encrypted=encrypted, invite=[member.user_id, gone.user_id])
    await member.join(room)
    await gone.join(room)
    await desk.session.client.sync(timeout=0, full_state=True)
    await desk.ask(Send(room=room, text="before"), effects.Kick(room=room, member=gone.user_id))
    await desk.done()
    await desk.session.client.sync(timeout=0)
    await desk.ask(Send(room=room, text="after"))
    await desk.done()
    await member.reads(room, "before", "after")
    assert "after" not in await gone.bodies(room)
