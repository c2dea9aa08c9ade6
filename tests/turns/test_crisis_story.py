"""The story that Kith is for: somebody writes at two at night, and a human answers."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bots.clock import SECOND, HandClock
from bots.house import House
from bots.store import audit
from bots.store.database import Database
from bots.store.migrate import migrate
from tests.turns.night import ALEX, BO, CARO, CLEO, CONTACT, LOST, NOA, Night
from tests.turns.suite import Suite

TWO_AT_NIGHT = int(datetime(2026, 11, 19, 1, 0, tzinfo=UTC).timestamp() * 1000)
"""02:00 in Berlin."""


@pytest.fixture(params=["sqlite", "postgres"])
async def everywhere(
    request: pytest.FixtureRequest, house: House, clock: HandClock, database: Database
) -> AsyncIterator[Suite]:
    """The suite at two at night, on each kind of database."""
    clock.at = TWO_AT_NIGHT
    home = replace(house, fallback_contact=CONTACT)
    if request.param == "sqlite":
        yield Suite.of(home, clock, database)
        return
    make: Callable[[], Awaitable[str]] = request.getfixturevalue("fresh_postgres")
    postgres = await Database.open(await make())
    await migrate(postgres)
    yield Suite.of(home, clock, postgres)
    await postgres.close()


async def test_a_member_in_crisis_at_two_at_night_reaches_a_person(
    everywhere: Suite, capfd: pytest.CaptureFixture[str]
) -> None:
    """Noa writes in German at 02:00; Alex comes; nobody on the team has read a word that Noa wrote to the bot."""
    suite = everywhere
    night = await Night.of(suite, ALEX, BO)
    await suite.speaks(NOA, language="de", country="DE", zone="Europe/Berlin")
    dm = await suite.dm_room("checkin", NOA)

    # 02:00. The bot answers where Noa wrote, in German: thanks, a number that answers now, and a question.
    began = suite.clock.now()
    answer, question = [d for d in await suite.dm("checkin", NOA, LOST) if d in suite.said(dm)]
    assert "Danke, dass du das schreibst" in answer.text and "112" in answer.text
    assert "Soll ich einen Menschen aus unserem Team holen?" in question.text

    # In the same moment one person is asked: Alex, whose turn it is; in the room and alone. No name, no quotation.
    (page,) = night.pages()
    assert page.at - began <= 5 * SECOND
    assert night.asked(page) == (ALEX,)
    assert "Case 1 · NOW · German · waiting 0 min · Aspen" in page.text
    assert page.text.splitlines()[0] in "\n".join(await night.alone(ALEX))
    assert not await night.alone(BO)

    # Noa says yes. The page says so.
    await suite.forward(seconds=40)
    (thanks,) = [d for d in await suite.write(dm, NOA, "ja", bots=["checkin"]) if d.room == dm]
    assert "Ich habe um einen Menschen gebeten" in thanks.text
    assert "They want a person" in night.shown(page)
    assert not night.case_rooms()

    # Alex taps. An encrypted room is made for the two of them, and for nobody else.
    await suite.forward(seconds=20)
    tapped = suite.clock.now()
    await suite.tap(page, "✅", by=ALEX)
    (room,) = night.case_rooms()
    assert room.at - tapped <= 15 * SECOND
    assert room.effect.encrypted and suite.invited(room.room) == {NOA, ALEX}  # type: ignore[attr-defined]
    assert "alex is talking with them" in night.shown(page) and "!claim" not in night.shown(page)

    # Noa hears in the DM who is there, and in the room, in German, who reads what.
    assert "Jetzt ist ein Mensch da: alex." in suite.said(dm)[-1].text
    assert "Dieser Raum ist für dich und alex" in suite.said(room.room)[0].text

    # They come in and talk. The bot is quiet.
    await suite.join(room.room, ALEX)
    await suite.join(room.room, NOA)
    before = len(suite.said())
    await suite.write(room.room, ALEX, "Hello Noa, I am here.")
    await suite.write(room.room, NOA, "Danke.")
    await suite.forward(minutes=30)
    assert len(suite.said()) == before

    # Alex ends it. Nothing is left running, and Noa hears how to come back.
    assert "Case 1 is closed" in await night.case("!case close 1 talked, safe with a friend")
    assert "jederzeit" in suite.said(room.room)[-1].text
    assert "Closed" in night.shown(page)
    assert await suite.timers("escalation") == []

    # What Noa wrote stands in no room of the team, in no log; the audit chain is whole and names no member.
    seen = "\n".join([*(await night.staff_rooms()), *capfd.readouterr()])
    assert LOST not in seen and "umbringen" not in seen and "noa" not in seen.lower()
    async with suite.database.transaction() as db:
        assert await audit.verify(db) > 0
        lines = [dict(row) for row in await db.audit_log()]
    assert [line["action"] for line in lines if line["subject"] == "case:1"] == [
        "case.opened.now",
        "case.claimed",
        "case.room",
        "case.closed",
    ]
    assert "noa" not in str(lines)


STEPS = ("words", "yes", "tap", "room", "talk")


@pytest.mark.parametrize("killed_after", STEPS)
async def test_a_restart_anywhere_in_the_story_changes_nothing(
    suite: Suite, make_house: Callable[..., House], killed_after: str
) -> None:
    """Whatever step the processes end after, the story goes on as if they had not."""
    night = await Night.of(suite, ALEX, BO)
    dm = await suite.dm_room("checkin", NOA)
    told = await _told(suite, night, dm, killed_after)
    assert told == [
        "crisis-answer",
        "crisis-ask-person",
        "crisis-yes",
        "case-room-ready",
    ]
    assert len(night.pages()) == 1 and len(night.case_rooms()) == 1
    assert await suite.timers("escalation") == []


async def _told(suite: Suite, night: Night, dm: str, killed_after: str) -> list[str]:
    async def after(step: str) -> None:
        if step == killed_after:
            suite.restart()
            await suite.settle()

    await suite.dm("checkin", NOA, "I am going to kill myself tonight")
    await after("words")
    await suite.write(dm, NOA, "yes", bots=["checkin"])
    await after("yes")
    await suite.tap(night.pages()[0], "✅", by=ALEX)
    await after("tap")
    room = night.case_rooms()[0].room
    await suite.join(room, NOA)
    await after("room")
    await suite.write(room, ALEX, "Hello, I am here.")
    await after("talk")
    await suite.forward(minutes=15)
    said = [d.text for d in suite.said(dm)]
    starts = {
        "Thank you for writing this": "crisis-answer",
        "Shall I bring a person": "crisis-ask-person",
        "I have asked for a person": "crisis-yes",
        "A person is here: alex": "case-room-ready",
    }
    return [next(name for start, name in starts.items() if text.startswith(start)) for text in said]


async def test_nobody_answers_and_every_minute_is_honest(everywhere: Suite) -> None:
    """Nobody taps: at 2, 5 and 10 minutes more people are asked; at 2 and 5 Noa hears the truth, after the pages."""
    suite = everywhere
    night = await Night.of(suite, ALEX, BO, CLEO)
    dm = await suite.dm_room("checkin", NOA)
    began = suite.clock.now()
    await suite.dm("checkin", NOA, "I am going to kill myself tonight")
    await suite.write(dm, NOA, "yes", bots=["checkin"])
    heard = len(suite.said(dm))
    assert [night.asked(p) for p in night.pages()] == [(ALEX,)]

    await suite.forward(seconds=119)
    assert len(night.pages()) == 1 and len(suite.said(dm)) == heard
    suite.restart()

    await suite.forward(seconds=1)
    assert [(p.at - began) / 1000 for p in night.pages()] == [0, 120]
    assert night.asked(night.pages()[1]) == (BO,) and await night.alone(BO)
    assert "waiting 2 min" in night.pages()[1].text
    assert "I have now asked a second person" in suite.said(dm)[-1].text
    assert suite.said().index(night.pages()[1]) < suite.said().index(suite.said(dm)[-1])

    await suite.forward(minutes=3)
    assert night.pages()[2].at - began == 300 * SECOND
    assert len(night.asked(night.pages()[2])) == 3
    (call,) = night.pages(night.coordinators)
    assert night.asked(call) == (CARO,)
    assert "I have now asked all who are on duty" in suite.said(dm)[-1].text
    assert not await night.alone(CONTACT)

    await suite.forward(minutes=5)
    assert night.pages()[3].at - began == 600 * SECOND
    assert len(night.pages(night.coordinators)) == 2
    assert any("Case 1" in text for text in await night.alone(CONTACT))

    # The case waits until a human ends it; Noa has heard two notices and never that somebody is on the way.
    await suite.forward(hours=3)
    assert len(night.pages()) == 4 and len(suite.said(dm)) == heard + 2
    assert "They want a person" in await night.case("!case 1", by=BO)
    assert await suite.timers("escalation") == []
    assert not any("coming" in text for text in await suite.said_to(NOA))
    await suite.write(night.specialists, ALEX, "!claim 1")
    assert "Case 1 is yours" in (await night.alone(ALEX))[-1]
