"""A message that cannot be decrypted never looks like silence: kept, asked for, opened later, told in time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from nio import RoomKeyRequest, SyncResponse
from nio.event_builders import ToDeviceMessage

from bots.clock import HandClock
from bots.events import Joined, Message, Undecryptable
from bots.house import House
from bots.link.errors import CryptoStoreStuck
from bots.link.session import STORE
from tests.live.conftest import NewAccount
from tests.live.desk import until
from tests.live.ear import BOT, Ear, Person, bodies


@pytest.fixture
async def slow_ear(
    new_account: NewAccount, make_house: Callable[..., House], clock: HandClock, tmp_path: Path
) -> AsyncIterator[Ear]:
    """A bot whose clock is moved by hand."""
    opened = await Ear.open(await new_account(), tmp_path, make_house(clock))
    yield opened
    await opened.close()


async def kept(ear: Ear) -> list[Any]:
    """The rows of what could not be read."""
    async with ear.database.transaction(BOT.name) as db:
        return list(await db.undecryptable_of_bot(bot=BOT.name))


async def room_without_key(ear: Ear, person: Person) -> tuple[str, dict[str, str]]:
    """An encrypted room whose key the person's client has not sent, and that key."""
    await ear.hear()
    room = await person.make_room(ear, encrypted=True)
    await ear.hears(room, Joined)
    await person.look()
    olm = person.client.olm
    olm.create_outbound_group_session(room)
    session = olm.outbound_group_sessions[room]
    session.shared = True
    key = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": room,
        "session_id": session.id,
        "session_key": session.session_key,
    }
    return room, key


async def send_key(person: Person, ear: Ear, key: dict[str, str]) -> None:
    """Now the person's client sends the key."""
    olm = person.client.olm
    await person.client.keys_claim({ear.user_id: [ear.account.device_id]})
    device = person.client.device_store[ear.user_id][ear.account.device_id]
    content = olm._olm_encrypt(olm.session_store.get(device.curve25519), device, "m.room_key", key)
    message = ToDeviceMessage("m.room.encrypted", ear.user_id, ear.account.device_id, content)
    await person.client.to_device(message)


async def is_kept(ear: Ear, count: int) -> None:
    """Wait until that many messages are kept."""

    async def enough() -> bool:
        return len(await kept(ear)) == count

    await until(enough, f"{count} kept messages")


async def test_a_late_key_opens_what_was_kept(slow_ear: Ear, person: Person) -> None:
    """When the key comes, the messages enter under their own ids and times, in order, and nothing is kept any more."""
    room, key = await room_without_key(slow_ear, person)
    ids = [await person.whisper(room, body) for body in ("one", "two")]
    await is_kept(slow_ear, 2)
    assert await slow_ear.news(room) == []
    await send_key(person, slow_ear, key)
    heard = await slow_ear.hears(room, Message, count=2)
    assert [event.event_id for event in heard] == ids
    assert bodies(heard) == ["one", "two"]
    assert heard[0].encrypted
    assert heard[0].at > 1_600_000_000_000
    await is_kept(slow_ear, 0)


async def test_after_ten_seconds_it_is_told_once(slow_ear: Ear, person: Person, clock: HandClock) -> None:
    """Not after nine seconds, once after ten; and the message itself still enters when the key comes after that."""
    room, key = await room_without_key(slow_ear, person)
    event_id = await person.whisper(room, "please read me")
    await is_kept(slow_ear, 1)
    assert slow_ear.loop
    clock.forward(9_000)
    assert await slow_ear.loop.undecrypted.tell_overdue() == 0
    clock.forward(1_000)
    (unread,) = await slow_ear.hears(room, Undecryptable)
    assert (unread.event_id, unread.sender, unread.session_id) == (event_id, person.user_id, key["session_id"])
    clock.forward(60_000)
    assert await slow_ear.loop.undecrypted.tell_overdue() == 0
    await send_key(person, slow_ear, key)
    assert bodies(await slow_ear.hears(room, Message)) == ["please read me"]
    assert len(await slow_ear.hears(room, Undecryptable)) == 1


async def test_the_key_is_asked_for(slow_ear: Ear, person: Person) -> None:
    """The sender's device is asked for the key, once for a session."""
    room, key = await room_without_key(slow_ear, person)
    await person.whisper(room, "one")
    await person.whisper(room, "two")
    await is_kept(slow_ear, 2)
    asked: list[Any] = []
    person.client.add_to_device_callback(asked.append, RoomKeyRequest)

    async def heard() -> bool:
        answer = await person.client.sync(timeout=0)
        assert isinstance(answer, SyncResponse)
        requests = [*person.client.olm.received_key_requests.values(), *answer.to_device_events]
        asked.extend(event for event in requests if isinstance(event, RoomKeyRequest))
        return bool(asked)

    await until(heard, "a key request")
    assert {event.session_id for event in asked} == {key["session_id"]}


async def test_a_key_that_came_before_a_kill_is_used_at_the_next_start(slow_ear: Ear, person: Person) -> None:
    """What was kept by an earlier run is tried again at the start."""
    room, key = await room_without_key(slow_ear, person)
    await person.whisper(room, "kept over night")
    await is_kept(slow_ear, 1)
    await slow_ear.stop()
    await send_key(person, slow_ear, key)
    await slow_ear.hear()
    assert bodies(await slow_ear.hears(room, Message)) == ["kept over night"]
    await is_kept(slow_ear, 0)


async def test_kept_words_are_sealed(slow_ear: Ear, person: Person) -> None:
    """Even what nobody can read lies sealed in the database."""
    room, _ = await room_without_key(slow_ear, person)
    await person.whisper(room, "secret")
    await is_kept(slow_ear, 1)
    (row,) = await kept(slow_ear)
    assert "ciphertext" not in row["raw_sealed"]
    assert slow_ear.house.seal.open(row["raw_sealed"])["sender"] == person.user_id


async def test_a_key_that_cannot_be_written_stops_the_bot(slow_ear: Ear, person: Person) -> None:
    """With the crypto store locked the loop ends with its cure, and after the next start the message is read."""
    room, key = await room_without_key(slow_ear, person)
    await person.whisper(room, "not lost")
    await is_kept(slow_ear, 1)
    lock = sqlite3.connect(slow_ear.folder / STORE, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    await send_key(person, slow_ear, key)
    assert slow_ear.running
    with pytest.raises(CryptoStoreStuck, match="Nothing was lost"):
        await asyncio.wait_for(slow_ear.running, 30)
    lock.execute("ROLLBACK")
    lock.close()
    assert slow_ear.session
    await slow_ear.session.close()
    await slow_ear.hear()
    assert bodies(await slow_ear.hears(room, Message)) == ["not lost"]
