"""A room that was asked for is made exactly once, whenever the process dies; its people can read its first words."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bots.effects import CreateRoom, Send
from bots.events import Refused, RoomReady
from bots.link.create import ABANDONED_AFTER, alias_of
from bots.link.powers import Powers
from tests.live.desk import BOT, Desk, Reader, until
from tests.live.proxy import Fault, Proxy

NewReader = Callable[[], Awaitable[Reader]]
Broken = tuple[Desk, Proxy]


async def ready(desk: Desk) -> list[RoomReady]:
    """The RoomReady events that wait."""
    return [event for event in await desk.inbox() if isinstance(event, RoomReady)]


async def half_made(desk: Desk, proxy: Proxy) -> str:
    """An empty room that bears the alias of the first row, made past the proxy's faults."""
    alias = alias_of((await desk.rows())[0]["txn"])
    headers = {"Authorization": f"Bearer {desk.session.account.access_token}"}
    url = f"{proxy.target}/_matrix/client/v3/createRoom"
    answer = await desk.session.http.post(url, headers=headers, json={"room_alias_name": alias})
    return str((await answer.json())["room_id"])


async def test_a_direct_chat_is_made_and_its_first_words_can_be_read(desk: Desk, new_reader: NewReader) -> None:
    """The member accepts after the bot has spoken, and reads every word of it."""
    member = await new_reader()
    await desk.ask(
        CreateRoom(room="dm", kind="dm", name="", invite=(member.user_id,), member=member.user_id),
        Send(room="dm", text="hello"),
        Send(room="dm", text="how are you?"),
    )
    await desk.done()
    room = await desk.room_named("dm")
    assert await ready(desk) == [RoomReady(key="dm", room_id=room)]
    assert [e["type"] for e in await desk.messages(room)] == ["m.room.encrypted"] * 2
    await member.join(room)
    await member.reads(room, "hello", "how are you?")


async def test_a_direct_chat_looks_like_one(desk: Desk, new_reader: NewReader) -> None:
    """It is encrypted from the start, has no name of its own, closed to guests, and marked as direct on both sides."""
    member = await new_reader()
    await desk.ask(CreateRoom(room="dm", kind="dm", name="", invite=(member.user_id,), member=member.user_id))
    await desk.done()
    room = await desk.room_named("dm")
    assert await desk.api.state(room, "m.room.encryption") == {"algorithm": "m.megolm.v1.aes-sha2"}
    assert await desk.api.state(room, "m.room.guest_access") == {"guest_access": "forbidden"}
    assert await desk.api.state(room, "m.room.history_visibility") == {"history_visibility": "invited"}
    assert await desk.api.state(room, "m.room.canonical_alias") == {}
    assert await desk.api.state(room, "m.room.name") is None
    assert (await desk.api.state(room, "m.room.member", member.user_id) or {})["is_direct"] is True
    assert await desk.api.get("user", desk.user_id, "account_data", "m.direct") == {member.user_id: [room]}


async def test_several_direct_chats_made_at_once_are_all_marked(desk: Desk, new_reader: NewReader) -> None:
    """Rooms that are made side by side do not overwrite each other's mark."""
    members = [await new_reader() for _ in range(4)]
    await desk.ask(
        *(CreateRoom(room=m.user_id, kind="dm", name="", invite=(m.user_id,), member=m.user_id) for m in members)
    )
    await desk.done()
    direct = await desk.api.get("user", desk.user_id, "account_data", "m.direct")
    assert set(direct) == {m.user_id for m in members}


@pytest.mark.parametrize("version", ["11", "12"])
async def test_powers_hold_in_rooms_with_and_without_creators(
    broken_desk: Broken, new_reader: NewReader, version: str
) -> None:
    """A helper gets their level, the bot stays on top, and the member may not invite; in old room versions and new."""
    desk, proxy = broken_desk
    default = f'{{"capabilities": {{"m.room_versions": {{"default": "{version}"}}}}}}'
    proxy.faults.append(Fault("/capabilities", status=200, body=default))
    desk.start()
    helper, member = await new_reader(), await new_reader()
    await desk.ask(
        CreateRoom(
            room="case",
            kind="case",
            name="A case",
            topic="Quiet",
            invite=(helper.user_id, member.user_id),
            powers={helper.user_id: 50, desk.user_id: 100},
            power_content={"events_default": 0},
        )
    )
    await desk.done()
    room = await desk.room_named("case")
    create = await desk.api.get("rooms", room, "state", "m.room.create", format="event")
    powers = Powers(create, await desk.api.state(room, "m.room.power_levels"))
    assert powers.version == version
    assert powers.of(desk.user_id) >= 100
    assert (powers.of(helper.user_id), powers.of(member.user_id)) == (50, 0)
    assert powers.may_invite(helper.user_id)
    assert not powers.may_invite(member.user_id)
    assert (await desk.api.state(room, "m.room.name"), await desk.api.state(room, "m.room.topic")) != (None, None)


async def test_state_that_comes_with_the_effect_stands_above_our_own(desk: Desk) -> None:
    """A caller's join rule and history visibility are in the room from its first moment; a Space is a Space."""
    state = (
        {"type": "m.room.history_visibility", "content": {"history_visibility": "shared"}},
        {"type": "m.room.join_rules", "content": {"join_rule": "public"}},
    )
    await desk.ask(
        CreateRoom(room="group", kind="group", name="Group", encrypted=False, state=state),
        CreateRoom(room="space", kind="space", name="Space", encrypted=False),
    )
    await desk.done()
    group, space = await desk.room_named("group"), await desk.room_named("space")
    assert await desk.api.state(group, "m.room.history_visibility") == {"history_visibility": "shared"}
    assert await desk.api.state(group, "m.room.join_rules") == {"join_rule": "public"}
    assert await desk.api.state(group, "m.room.encryption") is None
    assert (await desk.api.state(space, "m.room.create") or {})["type"] == "m.space"


async def test_a_kill_after_the_creation_leads_to_one_room(broken_desk: Broken, new_reader: NewReader) -> None:
    """The homeserver made the room and the process died before writing that down: the next start finds that room."""
    desk, proxy = broken_desk
    member = await new_reader()
    proxy.faults.append(Fault("/createRoom", times=2, lost=True))
    desk.start()
    await desk.ask(
        CreateRoom(room="dm", kind="dm", name="", invite=(member.user_id,), member=member.user_id),
        Send(room="dm", text="hello"),
    )
    await asyncio.wait_for(proxy.reached.wait(), 20)
    await desk.kill()
    assert await ready(desk) == []
    desk.start()
    await desk.done()
    assert len(await desk.joined_rooms()) == 1
    assert len(await ready(desk)) == 1
    room = await desk.room_named("dm")
    await member.join(room)
    await member.reads(room, "hello")


async def test_a_lost_answer_leads_to_one_room(broken_desk: Broken) -> None:
    """The homeserver made the room and its answer never came."""
    desk, proxy = broken_desk
    proxy.faults.append(Fault("/createRoom", times=3, lost=True))
    desk.start()
    await desk.ask(CreateRoom(room="case", kind="case", name="Case"))
    await desk.done()
    assert proxy.count("/createRoom") == 4
    assert await desk.joined_rooms() == [await desk.room_named("case")]


async def test_a_creation_that_was_cut_short_is_completed(broken_desk: Broken, new_reader: NewReader) -> None:
    """The homeserver died halfway: a room that bears our alias and lacks encryption, name and guest gets all three."""
    desk, proxy = broken_desk
    member = await new_reader()
    proxy.faults.append(Fault("/createRoom", times=1, status=500, body='{"errcode": "M_UNKNOWN", "error": "died"}'))
    await desk.ask(
        CreateRoom(room="dm", kind="dm", name="Name", invite=(member.user_id,), member=member.user_id),
        Send(room="dm", text="hello"),
    )
    room = await half_made(desk, proxy)
    desk.start()
    await desk.done()
    assert await desk.room_named("dm") == room
    assert await desk.api.state(room, "m.room.encryption") is not None
    assert await desk.api.state(room, "m.room.name") == {"name": "Name"}
    await member.join(room)
    await member.reads(room, "hello")


async def test_a_room_that_was_never_finished_is_given_up(broken_desk: Broken) -> None:
    """The alias leads to a room that the bot is not in, a minute of trying has not changed that: a new one is made."""
    desk, proxy = broken_desk
    await desk.ask(CreateRoom(room="case", kind="case", name="Case"))
    dead = await half_made(desk, proxy)
    await desk.api.post("rooms", dead, "leave")
    async with desk.database.connection() as connection:
        await connection.execute(f"UPDATE outbox SET attempts = {ABANDONED_AFTER}")
    desk.start()
    room = await until(lambda: _made(desk, "case"), "a new room", 60)
    assert room != dead
    assert await desk.joined_rooms() == [room]


async def test_a_guest_who_cannot_be_invited_does_not_keep_others_out(desk: Desk, new_reader: NewReader) -> None:
    """One of two is on a homeserver that nobody reaches: the room is made, the other is in, and the bot hears of it."""
    member = await new_reader()
    stranger = "@stranger:unreachable.invalid"
    await desk.ask(
        CreateRoom(room="pair", kind="pair", name="Pair", invite=(stranger, member.user_id)),
        Send(room="pair", text="hello"),
    )
    await desk.done()
    room = await desk.room_named("pair")
    assert await desk.joined_rooms() == [room]
    await member.join(room)
    await member.reads(room, "hello")
    refused = [event for event in await desk.inbox() if isinstance(event, Refused)]
    assert [(event.effect, event.room) for event in refused] == [("Invite", room)]


async def test_rows_wait_for_their_room_and_keep_their_order(broken_desk: Broken) -> None:
    """What is said to a key before and after the room is there, and to its id, arrives in the order of asking."""
    desk, proxy = broken_desk
    proxy.faults.append(Fault("/createRoom", times=1))
    await desk.ask(CreateRoom(room="case", kind="case", name="Case", encrypted=False), Send(room="case", text="1"))
    desk.start()
    await desk.ask(Send(room="case", text="2"))
    room = await until(lambda: _made(desk, "case"), "the room")
    await desk.ask(Send(room=room, text="3"), Send(room="case", text="4"))
    await desk.ask(Send(room=room, text="5"))
    await desk.done()
    assert await desk.bodies(room) == ["1", "2", "3", "4", "5"]


async def _made(desk: Desk, key: str) -> str | None:
    async with desk.database.transaction(BOT) as db:
        row = await db.room_by_key(bot=BOT, key=key)
    return str(row["room_id"]) if row else None


async def test_a_room_that_is_there_is_not_made_again(desk: Desk) -> None:
    """Asking for a key that has a room gives that room."""
    await desk.ask(CreateRoom(room="case", kind="case", name="Case"))
    await desk.done()
    await desk.ask(CreateRoom(room="case", kind="case", name="Case"))
    await desk.done()
    room = await desk.room_named("case")
    assert await desk.joined_rooms() == [room]
    assert [event.room_id for event in await ready(desk)] == [room, room]


async def test_a_room_that_is_refused_takes_its_messages_with_it(desk: Desk) -> None:
    """A room that the homeserver will not make is reported, and so is what was to be said in it."""
    state = ({"type": "m.room.power_levels", "content": {"users": "nonsense"}},)
    await desk.ask(CreateRoom(room="case", kind="case", name="Case", state=state), Send(room="case", text="lost"))
    await desk.done()
    refused = [event for event in await desk.inbox() if isinstance(event, Refused)]
    assert [event.effect for event in refused] == ["CreateRoom", "Send"]
    assert refused[1].reason == "KITH_NO_ROOM"
