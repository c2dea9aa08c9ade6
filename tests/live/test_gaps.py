"""What happened while a bot was down is heard once, in order, whatever the sync left out."""

import asyncio
import random
from urllib.parse import quote

import pytest

from bots.events import Joined, Left, Message
from bots.link import gaps, sync
from tests.live.conftest import NewPerson
from tests.live.desk import until
from tests.live.ear import Ear, Person, bodies, join

ROOMS = 20


@pytest.fixture
def short_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Timelines of five events and pages of seven, so that few messages make many gaps."""
    rooms = {**sync.FILTER["room"], "timeline": {"limit": 5}}
    monkeypatch.setattr(sync, "FILTER", {**sync.FILTER, "room": rooms})
    monkeypatch.setattr(gaps, "PAGE", 7)


async def make_rooms(ear: Ear, person: Person, other: Person, count: int) -> list[str]:
    """Rooms with the bot in them, every second one encrypted."""
    return [await person.make_room(ear, other, encrypted=number % 2 == 1) for number in range(count)]


async def write(person: Person, other: Person, room: str, count: int) -> list[str]:
    """`count` events in a room, of several kinds; the ids of those that the bot has to hear of, in order."""
    encrypted = person.client.rooms[room].encrypted
    send, send_raw = (person.whisper, person.whisper_raw) if encrypted else (person.send, person.send_raw)
    heard: list[str] = []
    there = True
    for number in range(count):
        kind = random.Random(f"{room}{number}").choice(["message"] * 6 + ["edit", "membership"])
        if kind == "membership":
            there = not there
            heard.append(await (_come(person, other, room) if there else _go(other, room)))
        elif kind == "edit" and heard:
            new = {"msgtype": "m.text", "body": f"edited {number}"}
            relation = {"rel_type": "m.replace", "event_id": heard[-1]}
            edit = {**new, "body": f"* edited {number}", "m.new_content": new, "m.relates_to": relation}
            heard.append(await send_raw(room, "m.room.message", edit))
        else:
            heard.append(await send(room, f"message {number}"))
    return heard


async def _go(other: Person, room: str) -> str:
    return await other.put_state(room, "m.room.member", {"membership": "leave"}, other.user_id)


async def _come(person: Person, other: Person, room: str) -> str:
    """The invitation is nobody's news, the coming is."""
    await person.do("POST", f"/rooms/{quote(room)}/invite", {"user_id": other.user_id})
    return await other.put_state(room, "m.room.member", {"membership": "join"}, other.user_id)


@pytest.mark.parametrize("count", [50, 500])
async def test_everything_missed_is_heard_once_in_order(
    ear: Ear, person: Person, new_person: NewPerson, short_answers: None, count: int
) -> None:
    """Messages, edits, joins and leaves in twenty rooms, half of them encrypted, through many gaps and pages."""
    other = await new_person()
    rooms = await make_rooms(ear, person, other, ROOMS)
    await ear.hear()
    await ear.stop()
    await person.look()
    shares = [count // ROOMS + (number < count % ROOMS) for number in range(ROOMS)]
    written = dict(
        zip(
            rooms,
            await asyncio.gather(*(write(person, other, r, n) for r, n in zip(rooms, shares, strict=True))),
            strict=True,
        )
    )
    await ear.hear()
    heard = {room: [event.event_id for event in await ear.news(room)] for room in rooms}
    assert heard == written
    assert sum(len(events) for events in heard.values()) == count


async def test_more_than_a_page_with_the_usual_sizes(ear: Ear, person: Person) -> None:
    """Seven hundred messages in one room, more than a timeline and a page hold together."""
    room = await person.make_room(ear)
    await ear.hear()
    await ear.stop()
    for hundred in range(7):
        await asyncio.gather(*(person.send(room, f"{hundred} {number}") for number in range(100)))
    answer = await person.do("GET", f"/rooms/{quote(room)}/messages?dir=b&limit=1000")
    written = [e["event_id"] for e in reversed(answer["chunk"]) if e["type"] == "m.room.message"]
    await ear.hear()
    assert [event.event_id for event in await ear.news(room)] == written
    assert len(written) == 700


async def test_a_gap_while_it_runs(ear: Ear, person: Person, short_answers: None) -> None:
    """A burst that is longer than a timeline leaves no hole either."""
    await ear.hear()
    room = await person.make_room(ear)
    await ear.hears(room, Joined)
    await asyncio.gather(*(person.send(room, f"{number}") for number in range(40)))
    heard = await ear.hears(room, Message, count=40)
    assert sorted(bodies(heard), key=int) == [str(number) for number in range(40)]


async def test_killed_in_the_middle_of_a_gap(
    ear: Ear, person: Person, monkeypatch: pytest.MonkeyPatch, short_answers: None
) -> None:
    """With some pages stored and the token not moved, the next start fetches again and doubles nothing."""
    monkeypatch.setattr(gaps, "PAGE", 1)
    room = await person.make_room(ear)
    await ear.hear()
    await ear.stop()
    before = await ear.token()
    written = [await person.send(room, f"{number}") for number in range(60)]
    await ear.begin()

    async def begun() -> bool:
        return len(await ear.inbox(room)) > 2

    await until(begun, "the first pages")
    await ear.kill()
    assert await ear.token() == before
    assert 2 < len(await ear.inbox(room)) < 60
    monkeypatch.setattr(gaps, "PAGE", 50)
    await ear.hear()
    assert [event.event_id for event in await ear.news(room)] == written


async def test_joining_an_old_room_in_a_gap(ear: Ear, person: Person, short_answers: None) -> None:
    """A room that the bot came into while nobody listened: its history is not news, what followed the coming is."""
    await ear.hear()
    await ear.stop()
    room = await person.make_room(preset="public_chat")
    for number in range(12):
        await person.send(room, f"old {number}")
    await join(person.http, ear.account, room)
    written = [await person.send(room, f"new {number}") for number in range(12)]
    await ear.hear()
    assert [event.event_id for event in await ear.news(room)] == written
    assert len(await ear.hears(room, Joined)) == 1


async def test_removed_at_the_end_of_a_gap(ear: Ear, person: Person, short_answers: None) -> None:
    """What was said before the bot was removed is heard, and the removal last."""
    room = await person.make_room(ear)
    await ear.hear()
    await ear.stop()
    written = [await person.send(room, f"{number}") for number in range(20)]
    await person.do("POST", f"/rooms/{quote(room)}/kick", {"user_id": ear.user_id})
    await ear.hear()
    heard = await ear.news(room)
    assert [event.event_id for event in heard[:-1]] == written
    assert isinstance(heard[-1], Left)
