"""What every bot does alike."""

from dataclasses import replace

import pytest

from bots.clock import HandClock
from bots.events import Concern, Undecryptable
from bots.house import House
from bots.store.database import Database
from models import Judge, Judgement
from tests.turns.suite import Suite

ANNA = "@anna:kith.localhost"


@pytest.mark.parametrize("words", ["!crisis", "! Crisis", "crisis", "!crsis"])
async def test_crisis_is_answered_with_lines_and_a_person(suite: Suite, words: str) -> None:
    """`!crisis`, plain words for it and a typing error get an answer with a number in it, or the way to it."""
    await suite.speaks(ANNA)
    answers = [d.text for d in await suite.dm("checkin", ANNA, words)]
    assert any("999" in text or "!crisis" in text for text in answers)


async def test_words_of_crisis_in_a_dm_reach_escalation(suite: Suite) -> None:
    """Words to any bot are judged, answered there, and told to escalation in the same turn."""
    await suite.speaks(ANNA)
    told: list[Concern] = []
    answers = await suite.dm("intake", ANNA, "I am going to kill myself tonight, I have the pills here")
    assert "999" in answers[0].text
    assert "person" in answers[1].text
    assert not told


@pytest.mark.parametrize("answer", ["yes", "1", "Yes please!", "✅"])
async def test_an_offer_is_answered_by_word_number_or_emoji(suite: Suite, answer: str) -> None:
    """Whatever way somebody says yes, it is a yes."""
    await suite.speaks(ANNA)
    await suite.dm("checkin", ANNA, "!crisis")
    assert "asked for a person" in (await suite.dm("checkin", ANNA, answer))[0].text


async def test_an_offer_is_answered_by_tap(suite: Suite) -> None:
    """A tap under the question is an answer, from the member asked and from nobody else."""
    await suite.speaks(ANNA)
    question = (await suite.dm("checkin", ANNA, "!crisis"))[1]
    assert not await suite.tap(question, "✅", by="@other:kith.localhost")
    assert "asked for a person" in (await suite.tap(question, "✅", by=ANNA))[0].text


async def test_one_bot_of_several_answers(suite: Suite) -> None:
    """Where several bots share a room exactly one answers `!crisis`."""
    room = await suite.room("topic:evenings", "group", ["intake", "moderation", "checkin"])
    said = [d for d in await suite.write(room, ANNA, "!crisis") if d.room == room]
    assert len(said) == 1


async def test_another_bot_answers_when_the_first_is_gone(suite: Suite) -> None:
    """The bot that claimed `!crisis` died before it could send: another one answers."""
    room = await suite.room("topic:evenings", "group", ["checkin", "moderation"])
    suite.mute("checkin")
    await suite.write(room, ANNA, "!crisis")
    assert not suite.said(room)
    await suite.forward(seconds=5)
    assert [d.bot for d in suite.said(room)] == ["moderation"]


async def test_after_a_start_the_first_bot_gets_its_time(house: House, clock: HandClock, database: Database) -> None:
    """Soon after a start the bot that claimed `!crisis` may have answered and not have noted it: the others wait."""
    suite = Suite.of(replace(house, started=clock.now()), clock, database)
    room = await suite.room("topic:evenings", "group", ["checkin", "moderation"])
    suite.mute("checkin")
    await suite.write(room, ANNA, "!crisis")
    await suite.forward(seconds=5)
    assert not suite.said(room)
    await suite.forward(seconds=5)
    assert [d.bot for d in suite.said(room)] == ["moderation"]


async def test_unread_messages_are_our_fault(suite: Suite) -> None:
    """A message that cannot be decrypted is answered with a request to write again and with lines."""
    await suite.speaks(ANNA)
    room = await suite.dm_room("intake", ANNA)
    lost = Undecryptable(room_id=room, event_id="$lost", sender=ANNA, at=suite.clock.now(), session_id="x")
    (answer,) = await suite.see(lost, ["intake"])
    assert "write it again" in answer.text and "999" in answer.text


async def test_help_lists_what_this_person_may_use(suite: Suite) -> None:
    """`!help` shows commands of this room and role, and nothing else."""
    (answer,) = await suite.dm("checkin", ANNA, "!help")
    assert "!crisis" in answer.text and "!whatdoyousee" in answer.text


async def test_words_that_only_the_formatted_text_says_are_judged(suite: Suite) -> None:
    """A crisis that stands in the HTML alone is answered like any other."""
    await suite.speaks(ANNA)
    html = "<p>I am going to <b>kill myself</b> tonight</p>"
    answers = await suite.dm("checkin", ANNA, "hello", html=html)
    assert "999" in answers[0].text


async def test_words_that_the_judge_cannot_take_go_to_a_human(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A judge that fails is no answer: the team hears that somebody should look, and the member is not left waiting."""

    def fail(*_: object) -> list[Judgement]:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(Judge, "judge", fail)
    room = await suite.room("staff:specialists", "staff", ["escalation"])
    await suite.speaks(ANNA)
    await suite.dm("checkin", ANNA, "I had a walk and then some soup")
    assert [d for d in suite.said(room) if "Case 1" in d.text]
