"""Files go up and come down; in encrypted rooms nobody but the room's people can read them."""

import base64
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bots.effects import Upload
from bots.link.attachments import AttachmentDamaged, fetch_attachment
from bots.link.http import HomeserverRefused
from tests.live.desk import Desk, Reader, until
from tests.live.proxy import Fault, Proxy

NewReader = Callable[[], Awaitable[Reader]]
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def picture(room: str) -> Upload:
    """A small image with its words."""
    data = base64.b64encode(PICTURE).decode()
    return Upload(room=room, name="week.png", mimetype="image/png", data=data, text="Your week", width=1, height=1)


async def test_a_picture_in_a_plain_room(desk: Desk) -> None:
    """It has a caption, a name and its measures, and comes down as it went up."""
    room = await desk.make_room()
    await desk.ask(picture(room))
    await desk.done()
    content = (await desk.messages(room))[0]["content"]
    assert (content["msgtype"], content["body"], content["filename"]) == ("m.image", "Your week", "week.png")
    assert content["info"] == {"mimetype": "image/png", "size": len(PICTURE), "w": 1, "h": 1}
    assert await fetch_attachment(desk.session, content) == PICTURE


async def test_a_picture_in_an_encrypted_room(desk: Desk, new_reader: NewReader) -> None:
    """The homeserver holds neither name nor picture; a member who has the event can decrypt it."""
    member = await new_reader()
    room = await desk.make_room(encrypted=True, invite=[member.user_id])
    await desk.ask(picture(room))
    await desk.done()
    await member.join(room)

    async def shown() -> dict[str, Any] | None:
        found = [e.source["content"] for e in await member.events(room) if e.source["type"] == "m.room.message"]
        return found[0] if found else None

    content = await until(shown, "the picture")
    assert "url" not in content
    assert await fetch_attachment(desk.session, content) == PICTURE
    raw = await fetch_attachment(desk.session, {"url": content["file"]["url"]})
    assert raw != PICTURE
    assert len(raw) == len(PICTURE)


async def test_a_file_that_was_changed_is_not_used(desk: Desk) -> None:
    """A hash that does not fit, or a key that is none, gives an error instead of a file."""
    room = await desk.make_room()
    await desk.ask(picture(room))
    await desk.done()
    url = (await desk.messages(room))[0]["content"]["url"]
    key = {"k": base64.urlsafe_b64encode(bytes(32)).decode().rstrip("=")}
    file = {"url": url, "key": key, "iv": "A" * 22, "hashes": {"sha256": "A" * 43}}
    with pytest.raises(AttachmentDamaged):
        await fetch_attachment(desk.session, {"file": file})
    with pytest.raises(AttachmentDamaged):
        await fetch_attachment(desk.session, {"file": {"url": url}})


async def test_a_file_that_is_not_there(desk: Desk) -> None:
    """The homeserver's word is passed on."""
    with pytest.raises(HomeserverRefused, match="M_NOT_FOUND"):
        await fetch_attachment(desk.session, {"url": "mxc://kith.localhost/nothing"})


async def test_a_message_that_has_to_be_sent_again_uploads_once(broken_desk: tuple[Desk, Proxy]) -> None:
    """The file is up and the message failed: the retry sends the message alone."""
    desk, proxy = broken_desk
    room = await desk.make_room(encrypted=True)
    proxy.faults.append(Fault("/send/", times=2))
    desk.start()
    await desk.ask(picture(room))
    await desk.done()
    assert proxy.count("/media/v3/upload") == 1
    assert len(await desk.messages(room)) == 1
