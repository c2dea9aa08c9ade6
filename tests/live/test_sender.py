"""What turns ask for happens in the rooms: once, in order, whatever the homeserver and the network do."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from bots import effects
from bots.clock import SystemClock
from bots.effects import Effect, Send
from bots.events import Refused
from bots.house import House
from bots.link.errors import TokenRevoked
from tests.live.conftest import StartHomeserver
from tests.live.desk import Desk, Reader, open_desk, until
from tests.live.proxy import Fault, Proxy

NewReader = Callable[[], Awaitable[Reader]]
Broken = tuple[Desk, Proxy]
STORM = 100 if os.environ.get("KITH_SOAK") else 13
"""Messages in one go under the homeserver's own limits; a hundred take eight minutes."""

LIMIT = '{"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests", "retry_after_ms": 60000}'


def words(count: int) -> list[str]:
    """`count` different messages."""
    return [f"word {number}" for number in range(count)]


async def test_rows_become_messages_in_order(desk: Desk) -> None:
    """What was asked for in several turns is in the room in that order, and every row knows its event."""
    room = await desk.make_room()
    for text in words(12):
        await desk.ask(Send(room=room, text=text))
    await desk.done()
    assert await desk.bodies(room) == words(12)
    assert [row["event_id"] for row in await desk.rows()] == [e["event_id"] for e in await desk.messages(room)]


async def test_words_are_gone_from_the_outbox_once_sent(desk: Desk) -> None:
    """A sent row keeps what is needed to find its event, not what was said."""
    room = await desk.make_room()
    await desk.ask(Send(room=room, text="private", key="k"))
    await desk.done()
    (row,) = await desk.rows()
    assert (row["state"], row["payload_sealed"]) == ("sent", None)


async def test_messages_relate_to_earlier_ones_by_key(desk: Desk) -> None:
    """Replies, threads, edits, reactions, pins and redactions find the message that was sent under a key."""
    room = await desk.make_room()
    await desk.ask(
        Send(room=room, text="page", key="page"),
        Send(room=room, text="reply", reply_to="page"),
        Send(room=room, text="thread", thread="page"),
        Send(room=room, text="claimed", edits="page"),
        effects.React(room=room, target="page", tap="✅"),
        effects.Pin(room=room, target="page"),
        Send(room=room, text="wrong", key="wrong"),
        effects.Redact(room=room, target="wrong", reason="wrong room"),
    )
    await desk.done()
    page, reply, thread, edit, tap, wrong = await desk.messages(room)
    assert reply["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == page["event_id"]
    assert thread["content"]["m.relates_to"]["event_id"] == page["event_id"]
    assert edit["content"]["m.relates_to"] == {"rel_type": "m.replace", "event_id": page["event_id"]}
    assert tap["content"]["m.relates_to"]["key"] == "✅"
    assert wrong["content"] == {}
    assert await desk.api.state(room, "m.room.pinned_events") == {"pinned": [page["event_id"]]}


async def test_an_effect_on_a_message_that_was_never_sent_is_refused(desk: Desk) -> None:
    """A key that names nothing is set aside, and the bot hears of it."""
    room = await desk.make_room()
    await desk.ask(effects.React(room=room, target="nothing", tap="✅"), Send(room=room, text="next"))
    await desk.done()
    assert [event.reason for event in await desk.inbox() if isinstance(event, Refused)] == ["KITH_NO_TARGET"]
    assert await desk.bodies(room) == ["next"]


async def test_a_poll_and_its_end(desk: Desk) -> None:
    """A poll goes out under the name that clients know, and its end refers to it."""
    room = await desk.make_room()
    await desk.ask(
        effects.Poll(room=room, key="poll", question="How?", options=(("a", "Well"), ("b", "Not well"))),
        effects.EndPoll(room=room, target="poll", text="Closed."),
    )
    await desk.done()
    poll, end = await desk.messages(room)
    assert (poll["type"], end["type"]) == ("org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.end")
    assert end["content"]["m.relates_to"]["event_id"] == poll["event_id"]


async def test_what_is_true_already_is_no_refusal(desk: Desk, new_reader: NewReader) -> None:
    """Inviting who is here, kicking who is gone, banning, unbanning, tapping and joining twice: all fine."""
    here, gone = await new_reader(), await new_reader()
    room = await desk.make_room(invite=[here.user_id, gone.user_id])
    await here.join(room)
    await gone.join(room)
    twice: list[Effect] = [
        effects.JoinRoom(room=room),
        effects.Invite(room=room, member=here.user_id),
        effects.React(room=room, target="said", tap="✅"),
        effects.Kick(room=room, member=gone.user_id, reason="test"),
        effects.Ban(room=room, member=gone.user_id, reason="test"),
        effects.SetPower(room=room, member=here.user_id, level=50),
        effects.SetPower(room=room, member=desk.user_id, level=50),
        effects.Pin(room=room, target="said"),
    ]
    await desk.ask(Send(room=room, text="said", key="said"), *twice, *twice)
    unban = effects.Unban(room=room, member=gone.user_id)
    await desk.ask(unban, unban, effects.Kick(room=room, member=gone.user_id))
    await desk.done()
    assert [row["error"] for row in await desk.rows()] == [None] * 20
    assert await desk.api.state(room, "m.room.member", gone.user_id) == {"membership": "leave"}
    levels = await desk.api.state(room, "m.room.power_levels") or {}
    assert levels["users"][here.user_id] == 50
    assert desk.user_id not in levels["users"]
    assert len([e for e in await desk.messages(room) if e["type"] == "m.reaction"]) == 1


async def test_state_is_put_and_a_room_is_left_twice(desk: Desk) -> None:
    """State events arrive with their key; leaving a room that was left is fine."""
    room = await desk.make_room()
    await desk.ask(
        effects.SetState(room=room, type="m.room.topic", content={"topic": "Quiet"}),
        effects.SetState(room=room, type="org.example.thing", content={"a": 1}, state_key="a key/with: signs"),
    )
    await desk.done()
    assert (await desk.api.state(room, "m.room.topic") or {})["topic"] == "Quiet"
    assert await desk.api.state(room, "org.example.thing", "a key/with: signs") == {"a": 1}
    await desk.ask(effects.LeaveRoom(room=room), effects.LeaveRoom(room=room))
    await desk.done()
    assert room not in await desk.joined_rooms()
    assert [row["state"] for row in await desk.rows()] == ["sent"] * 4


async def test_a_refusal_for_good_is_set_aside_and_told(desk: Desk) -> None:
    """A room that the bot is not in: the row is parked, the bot hears why, and the room's next row is tried."""
    elsewhere, room = "!nowhere:kith.localhost", await desk.make_room()
    await desk.ask(
        Send(room=elsewhere, text="one", key="first"),
        Send(room=elsewhere, text="two"),
        effects.Kick(room=room, member="@nobody:kith.localhost"),
        Send(room=room, text="x" * 70_000),
        Send(room=room, text="still here"),
    )
    await desk.done()
    states = [(row["state"], (row["error"] or "").split(":")[0]) for row in await desk.rows()]
    assert states[0] == states[1] == ("parked", "M_FORBIDDEN")
    assert states[2] == ("sent", "")
    assert states[3] == ("parked", "M_TOO_LARGE")
    assert await desk.bodies(room) == ["still here"]
    refused = [event for event in await desk.inbox() if isinstance(event, Refused)]
    assert [(event.key, event.effect) for event in refused[:1]] == [("first", "Send")]
    assert {event.outbox_id for event in refused} == {1, 2, 4}


async def test_a_failing_homeserver_is_waited_out_in_order(broken_desk: Broken) -> None:
    """Errors of a proxy, of the server, and unavailable words from both are tried again; no message is overtaken."""
    desk, proxy = broken_desk
    room = await desk.make_room()
    proxy.faults += [
        Fault("/send/", times=1),
        Fault("/send/", times=1, status=500, body='{"errcode": "M_UNKNOWN", "error": "database"}'),
        Fault("/send/", times=1, status=403, body="<html>blocked by a firewall</html>"),
        Fault("/send/", times=1, status=429, body='{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 300}'),
    ]
    desk.start()
    await desk.ask(*(Send(room=room, text=text) for text in words(3)))
    await desk.done()
    assert await desk.bodies(room) == words(3)
    assert [row["attempts"] for row in await desk.rows()] == [4, 0, 0]


async def test_a_lost_answer_does_not_double_a_message(broken_desk: Broken) -> None:
    """The homeserver took the message and the connection broke: after the retry it is in the room once."""
    desk, proxy = broken_desk
    room, secret = await desk.make_room(), await desk.make_room(encrypted=True)
    proxy.faults += [Fault(f"{room}/send/", times=3, lost=True), Fault(f"{secret}/send/", times=3, lost=True)]
    desk.start()
    await desk.ask(Send(room=room, text="once"), Send(room=secret, text="once"))
    await desk.done()
    assert proxy.count("/send/") == 8
    assert len(await desk.messages(room)) == len(await desk.messages(secret)) == 1


async def test_a_kill_between_send_and_mark_does_not_double_a_message(broken_desk: Broken) -> None:
    """The process dies when the message is out and its row still says ready: the next start changes nothing."""
    desk, proxy = broken_desk
    room = await desk.make_room(encrypted=True)
    proxy.faults.append(Fault("/send/", lost=True))
    desk.start()
    await desk.ask(Send(room=room, text="once"))
    await asyncio.wait_for(proxy.reached.wait(), 20)
    await desk.kill()
    desk.start()
    await desk.done()
    assert len(await desk.messages(room)) == 1


async def test_a_waiting_room_does_not_hold_up_others(broken_desk: Broken) -> None:
    """While one room waits out a limit, messages to other rooms go out."""
    desk, proxy = broken_desk
    slow, *quick = [await desk.make_room() for _ in range(11)]
    proxy.faults.append(Fault(f"{slow}/send/", times=99, status=429, body=LIMIT))
    desk.start()
    await desk.ask(Send(room=slow, text="later"), *(Send(room=room, text="now") for room in quick))

    async def sent() -> bool:
        return sum(row["state"] == "sent" for row in await desk.rows()) == len(quick)

    await until(sent, "the quick rooms")
    waiting = (await desk.rows())[0]
    assert waiting["state"] == "ready"
    assert waiting["due"] - desk.house.clock.now() > 40_000


async def test_what_the_echo_marked_is_not_sent_again(broken_desk: Broken) -> None:
    """A sync that sees our own message before the sender has heard of it marks the row; the sender agrees."""
    desk, proxy = broken_desk
    room = await desk.make_room()
    proxy.faults += [Fault("/send/", times=2, lost=True), Fault("/send/", times=9, status=429, body=LIMIT)]
    desk.start()
    await desk.ask(Send(room=room, text="once"))

    async def waits() -> bool:
        return bool((await desk.rows())[0]["attempts"])

    await until(waits, "a row that waits")
    (event,) = await desk.messages(room)
    async with desk.database.transaction("intake") as db:
        await db.outbox_sent(event_id=event["event_id"], at=1, txn=event["unsigned"]["transaction_id"])
    await desk.done()
    assert proxy.count("/send/") == 2
    assert (await desk.rows())[0]["event_id"] == event["event_id"]


async def test_a_revoked_token_stops_the_sender(desk: Desk, http: aiohttp.ClientSession) -> None:
    """A bot that was logged out says so instead of trying for ever; what it wanted to say is kept."""
    room = await desk.make_room()
    await desk.api.post("logout")
    await desk.ask(Send(room=room, text="kept"))
    assert desk.running
    with pytest.raises(TokenRevoked, match="kith init"):
        await asyncio.wait_for(desk.running, 20)
    assert [row["state"] for row in await desk.rows()] == ["ready"]


async def test_a_stop_does_not_wait_for_a_homeserver_that_hangs(broken_desk: Broken) -> None:
    """The sender ends within five seconds; what it had in hand goes out after the next start."""
    desk, proxy = broken_desk
    room, other = await desk.make_room(), await desk.make_room()
    proxy.faults.append(Fault(f"{room}/send/", hangs=True))
    sender = desk.start()
    await desk.ask(Send(room=room, text="kept"), Send(room=other, text="sent"))
    await asyncio.wait_for(proxy.reached.wait(), 20)
    sender.stop()
    assert desk.running
    await asyncio.wait_for(desk.running, 5)
    assert (await desk.rows())[0]["state"] == "ready"
    desk.start()
    await desk.done()
    assert (await desk.bodies(room), await desk.bodies(other)) == (["kept"], ["sent"])


async def test_a_storm_under_the_homeservers_own_limits_arrives_complete(
    start_homeserver: StartHomeserver, make_house: Callable[..., House], tmp_path: Path
) -> None:
    """Synapse's default limits let ten messages through at once and then one in five seconds: all come, in order."""
    server = await start_homeserver(rate_limits=True)
    account = await server.register("bot", "secret")
    async with open_desk(account, tmp_path, make_house(SystemClock())) as desk:
        room = await desk.make_room()
        desk.start()
        await desk.ask(*(Send(room=room, text=text) for text in words(STORM)))
        await desk.done(60 + 6 * STORM)
        assert await desk.bodies(room) == words(STORM)
        assert sum(row["attempts"] for row in await desk.rows()) > 0


async def test_a_storm_of_a_hundred_is_slowed_down_and_arrives_complete(
    start_homeserver: StartHomeserver, make_house: Callable[..., House], tmp_path: Path
) -> None:
    """A hundred sends over three rooms, one of them encrypted, at twenty a second: all there, in order."""
    server = await start_homeserver(rate_limits=True)
    admin, account = await server.register("admin", "secret", admin=True), await server.register("bot", "secret")
    async with open_desk(account, tmp_path, make_house(SystemClock())) as desk, aiohttp.ClientSession() as http:
        url = f"{server.url}/_synapse/admin/v1/users/{account.user_id}/override_ratelimit"
        headers = {"Authorization": f"Bearer {admin.access_token}"}
        await http.post(url, headers=headers, json={"messages_per_second": 20, "burst_count": 10})
        rooms = [await desk.make_room(), await desk.make_room(), await desk.make_room(encrypted=True)]
        desk.start()
        began = time.monotonic()
        await desk.ask(*(Send(room=rooms[n % 3], text=text) for n, text in enumerate(words(100))))
        await desk.done(60)
        assert [len(await desk.messages(room)) for room in rooms] == [34, 33, 33]
        assert await desk.bodies(rooms[0]) == words(100)[::3]
        assert await desk.bodies(rooms[1]) == words(100)[1::3]
        sent = [row["event_id"] for row in await desk.rows() if row["room"] == rooms[2]]
        assert sent == [event["event_id"] for event in await desk.messages(rooms[2])]
        assert sum(row["attempts"] for row in await desk.rows()) > 0
        assert time.monotonic() - began > 3
