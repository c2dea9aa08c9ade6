"""Members on Element's engine: they talk, and they trust only signed devices."""

import os
import secrets
import select
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import nio
import pytest

from bots.demo.homeserver import Homeserver
from tests.live.jsmember import JsMember, JsMemberError, JsMemberStoppedError

NewMember = Callable[..., Awaitable[JsMember]]

REPOSITORY = Path(__file__).parents[2]
START_AND_SHOW_PID = """
import asyncio
from tests.live.jsdriver import JsDriver

async def main():
    driver = await JsDriver.start()
    print(driver.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""

POLL = {
    "org.matrix.msc3381.poll.start": {
        "question": {"org.matrix.msc1767.text": "How was today?"},
        "kind": "org.matrix.msc3381.poll.disclosed",
        "max_selections": 1,
        "answers": [
            {"id": "good", "org.matrix.msc1767.text": "Good"},
            {"id": "hard", "org.matrix.msc1767.text": "Hard"},
        ],
    },
    "org.matrix.msc1767.text": "How was today? 1. Good 2. Hard",
}


async def new_account(homeserver: Homeserver, prefix: str) -> tuple[str, str]:
    """User id and password of a fresh account."""
    password = secrets.token_urlsafe()
    account = await homeserver.register(f"{prefix}-{secrets.token_hex(4)}", password)
    return account.user_id, password


@pytest.fixture
async def new_member(homeserver: Homeserver) -> AsyncIterator[NewMember]:
    """Makes members on fresh accounts, with the options of `JsMember.login`."""
    async with AsyncExitStack() as running:

        async def make(prefix: str, **options: bool) -> JsMember:
            user_id, password = await new_account(homeserver, prefix)
            member = await JsMember.login(homeserver.url, user_id, password, **options)
            return await running.enter_async_context(member)

        yield make


@pytest.fixture
async def unsigned_device(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[nio.AsyncClient]:
    """A matrix-nio device that its owner has not cross-signed."""
    user_id, password = await new_account(homeserver, "unsigned")
    client = nio.AsyncClient(homeserver.url, user_id, store_path=str(tmp_path))
    assert isinstance(await client.login(password), nio.LoginResponse)
    assert isinstance(await client.keys_upload(), nio.KeysUploadResponse)
    await client.sync(full_state=True)
    yield client
    await client.close()


async def open_dm(alice: JsMember, bob: JsMember) -> str:
    room = await alice.dm(bob.user_id)
    invite = await bob.wait_for_invite(alice.user_id)
    assert (invite.room_id, invite.direct, bob.invites()) == (room, True, [invite])
    await bob.join(room)
    return room


async def write_unsigned(client: nio.AsyncClient, room: str, body: str) -> None:
    """Join and write encrypted, as a client without cross-signing does."""
    await client.join(room)
    await client.sync(full_state=True)
    sent = await client.room_send(
        room, "m.room.message", {"msgtype": "m.text", "body": body}, ignore_unverified_devices=True
    )
    assert isinstance(sent, nio.RoomSendResponse)


async def test_two_members_talk_in_an_encrypted_dm(new_member: NewMember) -> None:
    """What one writes before and after the join arrives decrypted, without a warning shield, both ways."""
    alice, bob = await new_member("alice"), await new_member("bob")
    room = await alice.dm(bob.user_id)
    early = await alice.say(room, "before you came")
    await bob.wait_for_invite(alice.user_id)
    await bob.join(room)
    seen = await bob.wait_for(room, lambda event: event.event_id == early)
    answer = await bob.say(room, "good to hear you", reply_to=early, mentions=[alice.user_id])
    heard = await alice.wait_for(room, lambda event: event.event_id == answer)

    assert (seen.body, seen.encrypted, seen.shield, seen.decryption_failure) == ("before you came", True, "NONE", None)
    assert (heard.body, heard.shield, heard.mentions) == ("good to hear you", "NONE", [alice.user_id])
    assert heard.relates_to == {"m.in_reply_to": {"event_id": early}}
    assert await alice.members(room) == {alice.user_id: "join", bob.user_id: "join"}
    assert await bob.state(room, "m.room.encryption") == {"algorithm": "m.megolm.v1.aes-sha2"}


async def test_reaction_edit_thread_and_poll_answer_arrive(new_member: NewMember) -> None:
    """A reaction, an edit, a reply in a thread, a poll answer and a redaction reach the other member."""
    alice, bob = await new_member("alice"), await new_member("bob")
    room = await open_dm(alice, bob)
    first = await alice.say(room, "helo")
    poll = await alice.send(room, "org.matrix.msc3381.poll.start", POLL)
    await bob.wait_for(room, lambda event: event.event_id == poll)

    await bob.react(room, first, "👍")
    await bob.vote(room, poll, "good")
    await bob.say(room, "in the thread", thread=first)
    reaction = await alice.wait_for(room, lambda event: event.type == "m.reaction")
    vote = await alice.wait_for(room, lambda event: event.type == "org.matrix.msc3381.poll.response")
    threaded = await alice.wait_for(room, lambda event: event.body == "in the thread")
    edit = await alice.edit(room, first, "hello")
    edited = await bob.wait_for(room, lambda event: event.event_id == edit)
    shown = await bob.wait_for(room, lambda event: event.event_id == first and event.body == "hello")

    assert reaction.relates_to == {"rel_type": "m.annotation", "event_id": first, "key": "👍"}
    assert not reaction.encrypted
    assert vote.content["org.matrix.msc3381.poll.response"] == {"answers": ["good"]}
    assert (vote.relates_to, vote.encrypted) == ({"rel_type": "m.reference", "event_id": poll}, True)
    assert threaded.relates_to is not None and threaded.relates_to["event_id"] == first
    assert (edited.body, edited.relates_to) == ("hello", {"rel_type": "m.replace", "event_id": first})
    assert shown.content["body"] == "helo"

    await alice.redact(room, first)
    gone = await bob.wait_for(room, lambda event: event.event_id == first and event.redacted)
    assert gone.body is None


async def test_timeline_lists_what_the_member_sees(new_member: NewMember) -> None:
    """`messages` gives the texts in the order of the room, and `after` looks only at what followed."""
    alice, bob = await new_member("alice"), await new_member("bob", auto_join=True)
    room = await alice.dm(bob.user_id)
    await alice.wait_for(room, lambda event: event.state_key == bob.user_id and event.content["membership"] == "join")
    sent = [await alice.say(room, text) for text in ("one", "two", "one")]
    await bob.wait_for(room, lambda event: event.event_id == sent[2])

    assert [event.body for event in await bob.messages(room) if event.body] == ["one", "two", "one"]
    again = await bob.wait_for(room, lambda event: event.body == "one", after=sent[0])
    assert again.event_id == sent[2]


async def test_only_signed_member_refuses_an_unsigned_device(
    new_member: NewMember, unsigned_device: nio.AsyncClient
) -> None:
    """A member with only-signed-devices isolation does not show what a device without cross-signing wrote."""
    alice = await new_member("alice")
    room = await alice.dm(unsigned_device.user_id)
    await write_unsigned(unsigned_device, room, "can you read me?")

    refused = await alice.wait_for(room, lambda event: event.sender == unsigned_device.user_id and event.encrypted)
    assert refused.decryption_failure == "UNSIGNED_SENDER_DEVICE"
    assert "can you read me?" not in str(refused.content)


async def test_lenient_member_shows_an_unsigned_device_with_a_red_shield(
    new_member: NewMember, unsigned_device: nio.AsyncClient
) -> None:
    """With isolation off the same message is shown, with a red shield."""
    alice = await new_member("alice", only_signed=False)
    room = await alice.dm(unsigned_device.user_id)
    await write_unsigned(unsigned_device, room, "can you read me?")

    shown = await alice.wait_for(room, lambda event: event.body == "can you read me?")
    assert (shown.shield, shown.shield_reason) == ("RED", "UNSIGNED_DEVICE")


async def test_second_login_gets_a_signed_device(homeserver: Homeserver, new_member: NewMember) -> None:
    """A new login resets the identity with the password, and is heard by members who trust only signed devices."""
    user_id, password = await new_account(homeserver, "twice")
    await (await JsMember.login(homeserver.url, user_id, password)).stop()
    bob = await new_member("bob")
    async with await JsMember.login(homeserver.url, user_id, password) as alice:
        room = await open_dm(alice, bob)
        await alice.say(room, "back again")
        heard = await bob.wait_for(room, lambda event: event.body == "back again")
    assert heard.shield == "NONE"


async def test_failures_have_names(homeserver: Homeserver, new_member: NewMember) -> None:
    """A refusal carries Matrix's code, a missing event a list of what was there, a stopped member says so."""
    user_id, _ = await new_account(homeserver, "locked-out")
    with pytest.raises(JsMemberError) as refused:
        await JsMember.login(homeserver.url, user_id, "wrong")
    assert refused.value.errcode == "M_FORBIDDEN"

    alice = await new_member("alice")
    room = await alice.dm(user_id)
    with pytest.raises(TimeoutError, match=r"m\.room\.encryption"):
        await alice.wait_for(room, lambda event: event.body == "never sent", timeout=0.1)

    await alice.stop()
    with pytest.raises(JsMemberStoppedError):
        await alice.say(room, "too late")


def test_driver_dies_with_its_parent() -> None:
    """When the process that drives a member is killed, its Node ends by itself."""
    with subprocess.Popen([sys.executable, "-c", START_AND_SHOW_PID], stdout=subprocess.PIPE, cwd=REPOSITORY) as parent:
        assert parent.stdout is not None
        driver = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
    ended, _, _ = select.select([driver], [], [], 10)
    os.close(driver)
    assert ended == [driver]
