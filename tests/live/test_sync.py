"""The link listens: what happens on a real homeserver enters the inbox once, in order, whatever happens."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest

from bots.bot import Bot
from bots.clock import SystemClock
from bots.effects import Send
from bots.events import (
    Invited,
    Joined,
    Knocked,
    Left,
    Malformed,
    Message,
    PollAnswer,
    Reaction,
    Redaction,
    RoomReplaced,
)
from bots.house import House
from bots.link.errors import TokenRevoked
from bots.turn import Turn
from tests.live.conftest import NewAccount, NewPerson, StartHomeserver
from tests.live.desk import until
from tests.live.ear import BOT, Ear, Person, bodies, join

MakeHouse = Callable[..., House]


async def test_a_message_enters_the_inbox_with_the_token(ear: Ear, person: Person) -> None:
    """A plain message is stored under its own event id, in the transaction that moves the token."""
    await ear.hear()
    room, before = await person.make_room(ear), await ear.token()
    await ear.hears(room, Joined)
    event_id = await person.send(room, "good morning")
    (said,) = await ear.hears(room, Message)
    assert (said.event_id, said.sender, said.body, said.encrypted) == (event_id, person.user_id, "good morning", False)
    assert await ear.token() != before


async def test_an_encrypted_message_is_read(ear: Ear, person: Person) -> None:
    """A message in an encrypted room enters in clear, and the room is known as encrypted from then on."""
    await ear.hear()
    room = await person.make_room(ear, encrypted=True)
    await ear.hears(room, Joined)
    await person.look()
    event_id = await person.whisper(room, "between us")
    (said,) = await ear.hears(room, Message)
    assert (said.event_id, said.body, said.encrypted) == (event_id, "between us", True)
    assert (await ear.room(room))["encrypted"] == 1


async def test_a_kill_between_fetching_and_storing_loses_nothing(ear: Ear, person: Person) -> None:
    """Killed while the answer could not be stored, the bot reads the same messages after its next start, once each."""
    await ear.hear()
    room = await person.make_room(ear, encrypted=True)
    await ear.hears(room, Joined)
    await person.look()
    lock = sqlite3.connect(next(ear.folder.parent.glob("*.db")), isolation_level=None)
    loop = ear.loop
    assert loop
    lock.execute("BEGIN IMMEDIATE")
    for number in range(3):
        await person.whisper(room, f"number {number}")

    async def fetched() -> bool:
        return loop._pending is not None

    await until(fetched, "an answer that waits to be stored")
    await ear.kill()
    lock.execute("ROLLBACK")
    lock.close()
    await ear.hear()
    assert bodies(await ear.hears(room, Message, count=3)) == ["number 0", "number 1", "number 2"]


async def test_a_locked_database_delays_and_loses_nothing(ear: Ear, person: Person) -> None:
    """While another program holds the database nothing enters; afterwards all does, without a new fetch."""
    await ear.hear()
    room = await person.make_room(ear)
    await ear.hears(room, Joined)
    lock = sqlite3.connect(next(ear.folder.parent.glob("*.db")), isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    await person.send(room, "while it was locked")

    async def refused() -> bool:
        return bool(ear.loop and ear.loop._failures)

    await until(refused, "a failure to store")
    lock.execute("ROLLBACK")
    lock.close()
    assert bodies(await ear.hears(room, Message)) == ["while it was locked"]


async def test_what_was_before_the_first_start_is_not_news(ear: Ear, person: Person) -> None:
    """At the first start of all, old messages are state; what comes after is news."""
    room = await person.make_room(ear)
    await person.send(room, "old")
    await ear.hear()
    await person.send(room, "new")
    assert bodies(await ear.hears(room, Message)) == ["new"]
    assert (await ear.room(room))["joined"] == 1


async def test_what_was_before_the_bot_came_is_not_news(ear: Ear, person: Person) -> None:
    """In a room that it joins the bot hears of its own coming and of everything after that, nothing before."""
    await ear.hear()
    room = await person.make_room(preset="public_chat")
    for number in range(5):
        await person.send(room, f"old {number}")
    await join(person.http, ear.account, room)
    await person.send(room, "new")
    (came,) = await ear.hears(room, Joined)
    (said,) = await ear.hears(room)
    assert (came.sender, said.body) == (ear.user_id, "new")


async def test_the_bot_is_removed(ear: Ear, person: Person) -> None:
    """Kicked and banned, the bot hears who did it, after the last words that it could read."""
    await ear.hear()
    kicked, banned = await person.make_room(ear), await person.make_room(ear)
    await ear.hears(banned, Joined)
    await person.send(kicked, "last words")
    await person.do("POST", f"/rooms/{quote(kicked)}/kick", {"user_id": ear.user_id})
    await person.do("POST", f"/rooms/{quote(banned)}/ban", {"user_id": ear.user_id})
    (left,) = await ear.hears(kicked, Left)
    (out,) = await ear.hears(banned, Left)
    assert (left.member, left.sender, left.banned) == (ear.user_id, person.user_id, False)
    assert (out.member, out.banned) == (ear.user_id, True)
    assert bodies(await ear.hears(kicked, Message)) == ["last words"]
    assert (await ear.room(kicked))["joined"] == 0
    assert ear.session
    assert kicked not in ear.session.client.rooms


async def test_removed_while_it_was_down(ear: Ear, person: Person) -> None:
    """What was said and done to the bot while it did not run is heard at the next start."""
    room = await person.make_room(ear)
    await ear.hear()
    await ear.stop()
    await person.send(room, "are you there?")
    await person.do("POST", f"/rooms/{quote(room)}/kick", {"user_id": ear.user_id})
    await ear.hear()
    assert [type(event) for event in await ear.hears(room, count=2)] == [Message, Left]
    assert (await ear.room(room))["joined"] == 0


async def test_invitations_enter_even_those_that_waited(ear: Ear, person: Person) -> None:
    """An invitation says whether it is to a direct chat; one from the time when the bot was down is not forgotten."""
    await ear.hear()
    group = (await person.do("POST", "/createRoom", {"invite": [ear.user_id]}))["room_id"]
    (invited,) = await ear.hears(group, Invited)
    await ear.stop()
    chat = (await person.do("POST", "/createRoom", {"invite": [ear.user_id], "is_direct": True}))["room_id"]
    await ear.hear()
    (direct,) = await ear.hears(chat, Invited)
    assert (invited.sender, invited.direct, direct.direct) == (person.user_id, False, True)
    assert len(await ear.hears(group, Invited)) == 1


async def test_comings_and_goings(ear: Ear, person: Person, new_person: NewPerson) -> None:
    """Joins, leaves and knocks of others are events; a new name is not."""
    await ear.hear()
    other = await new_person()
    rules = [{"type": "m.room.join_rules", "content": {"join_rule": "knock"}}]
    room = await person.make_room(ear, initial_state=rules)
    await ear.hears(room, Joined)
    await other.do("POST", f"/knock/{quote(room)}", {})
    await person.do("POST", f"/rooms/{quote(room)}/invite", {"user_id": other.user_id})
    await join(other.http, other.account, room)
    await other.do("PUT", f"/profile/{quote(other.user_id)}/displayname", {"displayname": "Rosa"})
    await other.do("POST", f"/rooms/{quote(room)}/leave", {})
    await ear.hears(room, Left)
    heard = await ear.news(room)
    assert [type(event) for event in heard] == [Knocked, Joined, Left]
    assert heard[0].sender == heard[1].sender == heard[2].member == other.user_id


async def test_what_people_do_with_messages(ear: Ear, person: Person) -> None:
    """In an encrypted room edits, reactions, poll answers and redactions arrive as what they are."""
    await ear.hear()
    room = await person.make_room(ear, encrypted=True)
    await ear.hears(room, Joined)
    await person.look()
    first = await person.whisper(room, "frist")
    new = {"msgtype": "m.text", "body": "first"}
    edit = {"msgtype": "m.text", "body": "* first", "m.new_content": new}
    await person.whisper_raw(
        room, "m.room.message", {**edit, "m.relates_to": {"rel_type": "m.replace", "event_id": first}}
    )
    tap = {"m.relates_to": {"rel_type": "m.annotation", "event_id": first, "key": "✅"}}
    await person.send_raw(room, "m.reaction", tap)
    about = {"rel_type": "m.reference", "event_id": first}
    answer = {"m.relates_to": about, "org.matrix.msc3381.poll.response": {"answers": ["yes"]}}
    await person.whisper_raw(room, "org.matrix.msc3381.poll.response", answer)
    await person.do("PUT", f"/rooms/{quote(room)}/redact/{quote(first)}/1", {})
    heard = await ear.hears(room, count=5)
    assert [type(event) for event in heard] == [Message, Message, Reaction, PollAnswer, Redaction]
    assert (heard[1].edits, heard[1].body) == (first, "first")
    assert (heard[2].tap, heard[3].answers, heard[4].target) == ("✅", ("yes",), first)


async def test_kinds_of_rooms(ear: Ear, person: Person) -> None:
    """A room of the community has its own kind; one that a handler knows keeps the handler's; any other is a group."""
    await ear.hear()
    welcome, chat, group = [str((await person.do("POST", "/createRoom", {}))["room_id"]) for _ in range(3)]
    async with ear.database.transaction(BOT.name) as db:
        await db.set_place(name="welcome", room_id=welcome, kind="welcome", encrypted=0)
        known = {"key": "dm:1", "kind": "dm", "member": person.user_id, "encrypted": 0, "at": 1}
        await db.know_room(bot=BOT.name, room_id=chat, **known)
    for room in (welcome, chat, group):
        await person.do("POST", f"/rooms/{quote(room)}/invite", {"user_id": ear.user_id})
        await join(person.http, ear.account, room)
        await ear.hears(room, Joined)
    rows = [await ear.room(room) for room in (welcome, chat, group)]
    assert [row["kind"] for row in rows] == ["welcome", "dm", "group"]
    assert (rows[1]["key"], rows[1]["member"]) == ("dm:1", person.user_id)


async def test_an_upgrade_moves_the_protection_along(ear: Ear, person: Person) -> None:
    """The successor is what the old room was, before anybody writes in it, and the link asks to join it."""
    await ear.hear()
    room = await person.make_room(ear)
    await ear.hears(room, Joined)
    async with ear.database.transaction(BOT.name) as db:
        known = {"key": "pair:1", "kind": "pair", "member": person.user_id, "encrypted": 1, "at": 1}
        await db.know_room(bot=BOT.name, room_id=room, **known)
    answer = await person.do("POST", f"/rooms/{quote(room)}/upgrade", {"new_version": "11"})
    (replaced,) = await ear.hears(room, RoomReplaced)
    successor = await ear.room(replaced.successor)
    assert replaced.successor == answer["replacement_room"]
    assert [successor[k] for k in ("key", "kind", "member", "encrypted")] == ["pair:1", "pair", person.user_id, 1]
    assert (await ear.room(room))["successor"] == replaced.successor
    async with ear.database.transaction(BOT.name) as db:
        assert (await db.outbox_head(bot=BOT.name, room=replaced.successor))["effect"] == "JoinRoom"


async def test_an_echo_marks_what_was_sent(ear: Ear, person: Person, make_house: MakeHouse) -> None:
    """A message of ours that was sent before the process died is found as sent when its echo comes."""
    await ear.hear()
    room = await person.make_room(ear)
    await ear.hears(room, Joined)
    async with ear.database.transaction(BOT.name) as db:
        turn = Turn(BOT.name, ear.house, db, 1)
        turn.do(Send(room=room, key="hello", text="hello"))
        await turn.write_effects()
        txn = (await db.outbox_head(bot=BOT.name, room=room))["txn"]
    ours = Person(ear.account, person.client, person.http)
    path = f"/rooms/{quote(room)}/send/m.room.message/{txn}"
    sent = await ours.do("PUT", path, {"msgtype": "m.text", "body": "hello"})

    async def marked() -> bool:
        async with ear.database.transaction(BOT.name) as db:
            row = await db.outbox_by_key(bot=BOT.name, key="hello")
        return bool(row["state"] == "sent" and row["event_id"] == sent["event_id"])

    await until(marked, "the row marked as sent")
    assert await ear.news(room) == []


async def test_malformed_events_keep_their_words(ear: Ear, person: Person) -> None:
    """A message that breaks the specification is heard with all its words, and so is the next one."""
    await ear.hear()
    room = await person.make_room(ear, encrypted=True)
    await ear.hears(room, Joined)
    await person.look()
    broken = {"msgtype": "m.text", "body": "plain words", "formatted_body": ["hidden words"]}
    await person.send_raw(room, "m.room.message", broken)
    await person.whisper_raw(room, "m.room.message", {"msgtype": "m.text", "body": 7, "m.new_content": "other words"})
    await person.whisper(room, "fine")
    heard = await ear.hears(room, count=3)
    assert [type(event) for event in heard] == [Malformed, Malformed, Message]
    assert "plain words" in heard[0].body
    assert "hidden words" in heard[0].body
    assert heard[1].body == "other words"


async def test_hostile_events_do_not_stop_the_ear(ear: Ear, person: Person) -> None:
    """Device messages, encrypted contents and member names that nio chokes on are survived, the rest is heard."""
    await ear.hear()
    room = await person.make_room(ear, encrypted=True)
    await ear.hears(room, Joined)
    await person.look()
    assert ear.session
    own_key = ear.session.olm.account.identity_keys["curve25519"]
    for body in ("not base64!", "AAAA", ""):
        olm = {
            "algorithm": "m.olm.v1.curve25519-aes-sha2",
            "sender_key": "x",
            "ciphertext": {own_key: {"type": 0, "body": body}},
        }
        messages = {"messages": {ear.user_id: {"*": olm}}}
        await person.do("PUT", f"/sendToDevice/m.room.encrypted/{body or 'empty'}", messages)
    member = {"membership": "join", "displayname": ["not", "a", "name"]}
    await person.put_state(room, "m.room.member", member, person.user_id)
    await person.whisper(room, "opens the session")
    olm_session = person.client.olm.outbound_group_sessions[room]
    for plaintext in ("[]", "[" * 5000, '"words"', '{"type": 1}', '{"content": [], "type": "m.room.message"}'):
        await person.send_raw(room, "m.room.encrypted", _sealed(person, olm_session, plaintext))
    await person.send_raw(room, "m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "a\u0000b"})
    await person.whisper(room, "after all that")

    async def heard() -> bool:
        said = [event for event in await ear.inbox(room) if isinstance(event, Message)]
        return bodies(said) == ["opens the session", "after all that"]

    await until(heard, "the messages around the hostile ones")
    malformed = [event for event in await ear.inbox(room) if isinstance(event, Malformed)]
    assert "words" in bodies(malformed)
    assert ear.loop
    assert ear.loop._failures == 0


def _sealed(person: Person, session: object, plaintext: str) -> dict[str, str]:
    """An encrypted event around any text at all."""
    assert person.client.olm
    return {
        "algorithm": "m.megolm.v1.aes-sha2",
        "sender_key": person.client.olm.account.identity_keys["curve25519"],
        "ciphertext": session.encrypt(plaintext),  # type: ignore[attr-defined]
        "session_id": session.id,  # type: ignore[attr-defined]
        "device_id": person.client.device_id,
    }


async def test_the_homeserver_restarts(
    start_homeserver: StartHomeserver, make_house: MakeHouse, tmp_path: Path, http: aiohttp.ClientSession
) -> None:
    """While the homeserver is away the ear waits; afterwards it hears what was written."""
    server = await start_homeserver()
    account, bot = await server.register("person", "secret"), await server.register("bot", "secret")
    ear = await Ear.open(bot, tmp_path, make_house(SystemClock()))
    person = Person(account, None, http)  # type: ignore[arg-type]
    room = await person.make_room(ear)
    loop = await ear.hear()
    await server.kill()

    async def failing() -> bool:
        return loop._failures > 0

    await until(failing, "a failed sync")
    await server.restart()
    await person.send(room, "back again")
    assert bodies(await ear.hears(room, Message)) == ["back again"]
    await ear.close()


async def test_a_revoked_token_stops_the_ear(ear: Ear, person: Person) -> None:
    """Logged out, the loop ends with the sentence that says what to do."""
    await ear.hear()
    await Person(ear.account, person.client, person.http).do("POST", "/logout", {})
    assert ear.running
    with pytest.raises(TokenRevoked, match="Nothing was lost"):
        await asyncio.wait_for(ear.running, 30)


async def test_a_dead_connection_is_given_up(ear: Ear, person: Person) -> None:
    """A connection over which nothing comes any more is made anew, and counted."""
    room = await person.make_room(ear)
    await ear.hear()
    await ear.stop()
    silent = 1

    async def pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal silent
        if silent:
            silent -= 1
            await reader.read()
            return writer.close()
        host, port = ear.account.homeserver.removeprefix("http://").split(":")
        other_reader, other_writer = await asyncio.open_connection(host, int(port))
        await asyncio.gather(_copy(reader, other_writer), _copy(other_reader, writer))
        return None

    server = await asyncio.start_server(pipe, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    loop = await ear.hear(through=address, quiet_s=0.3)
    await person.send(room, "through the new connection")
    assert bodies(await ear.hears(room, Message)) == ["through the new connection"]
    assert loop.reconnects >= 1
    await ear.stop()
    server.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


async def test_stop_does_not_wait_for_the_long_poll(ear: Ear) -> None:
    """The loop ends within two seconds though the homeserver holds a sync open."""
    loop = await ear.hear()
    loop.stop()
    assert ear.running
    await asyncio.wait_for(ear.running, 2)


async def test_nothing_that_nobody_needs_is_stored(
    new_account: NewAccount, person: Person, make_house: MakeHouse, tmp_path: Path
) -> None:
    """A bot without a use for group messages does not keep them."""
    ear = await Ear.open(await new_account(), tmp_path, make_house(SystemClock()))
    room = await person.make_room(ear)
    ear.bot = Bot(name=BOT.name)
    await ear.hear()
    await person.send(room, "chatter")
    await person.send(room, "!help")
    assert bodies(await ear.hears(room, Message)) == ["!help"]
    await ear.close()
