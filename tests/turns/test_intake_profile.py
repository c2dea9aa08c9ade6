"""The profile: three answers, all optional, sealed, shown and changed with `!me`."""

import pytest

from tests.turns.intake import ANNA, answer, grown_up, rows, texts
from tests.turns.suite import Suite


async def test_three_answers_follow_the_switches_that_they_need(suite: Suite) -> None:
    """Experiences in own words, what helps, and what one is here for; then the welcome is done."""
    await grown_up(suite, ANNA)
    async with suite.database.transaction("intake") as db:
        await db.move_welcome(member=ANNA, step="consent", room="!intake-anna", at=suite.clock.now())
    await suite.dm("intake", ANNA, "!start")
    assert "What have you lived with" in texts(await suite.dm("intake", ANNA, "service and matching"))
    said = texts(await suite.dm("intake", ANNA, "Panic attacks, since my night shifts"))
    assert "panic attacks and night shifts" in said and "What helps you" in said
    assert "What are you here for" in texts(await suite.dm("intake", ANNA, "long walks and patience"))
    assert "That is all for now" in texts(await answer(suite, ANNA, "I look for support", "tap"))
    shown = texts(await suite.dm("intake", ANNA, "!me"))
    for part in ("English", "United Kingdom", "since my night shifts", "long walks", "I look for support"):
        assert part in shown


@pytest.mark.parametrize("skip", ["skip", "!skip", "1"])
async def test_every_answer_may_be_left_out(suite: Suite, skip: str) -> None:
    """Whoever skips all three has no profile, and no question is left open."""
    await grown_up(suite, ANNA)
    async with suite.database.transaction("intake") as db:
        await db.move_welcome(member=ANNA, step="consent", room="!intake-anna", at=suite.clock.now())
    await suite.dm("intake", ANNA, "!start")
    await suite.dm("intake", ANNA, "service, matching")
    for _ in range(2):
        await suite.dm("intake", ANNA, skip)
    assert "That is all for now" in texts(await suite.dm("intake", ANNA, "!skip"))
    assert await rows(suite, "SELECT 1 FROM profiles") == []


async def test_words_of_the_profile_are_sealed(suite: Suite) -> None:
    """Neither the words nor the themes can be read in the database."""
    await grown_up(suite, ANNA, "service")
    for question, words in (("1", "panic attacks"), ("2", "long walks")):
        await suite.dm("intake", ANNA, "!me")
        await suite.dm("intake", ANNA, question)
        await suite.dm("intake", ANNA, words)
    (row,) = await rows(suite, "SELECT experiences_sealed, helps_sealed FROM profiles")
    assert not any(word in value for value in row.values() for word in ("panic", "walks"))
    assert suite.house.seal.open(row["experiences_sealed"]) == {"tags": ["panic"], "words": "panic attacks"}


async def test_one_answer_is_changed_and_the_rest_stays(suite: Suite) -> None:
    """`!me`, the field by name, the new words; the profile is shown again."""
    await grown_up(suite, ANNA, "service")
    await suite.dm("intake", ANNA, "!role resting")
    await suite.dm("intake", ANNA, "!me")
    await answer(suite, ANNA, "what helps me", "tap")
    shown = texts(await suite.dm("intake", ANNA, "quiet people"))
    assert "quiet people" in shown and "I rest for now" in shown


async def test_language_and_country_are_changed_there_too(suite: Suite) -> None:
    """From the next word on the bot speaks the new language."""
    await grown_up(suite, ANNA)
    await suite.dm("intake", ANNA, "!me")
    await answer(suite, ANNA, "language", "number")
    assert "Das weiß ich über dich" in texts(await answer(suite, ANNA, "Deutsch", "tap"))
    await answer(suite, ANNA, "Land", "number")
    assert "Frankreich" in texts(await suite.dm("intake", ANNA, "Frankreich"))
    (member,) = await rows(suite, "SELECT language, country, time_zone FROM members")
    assert member == {"language": "de", "country": "FR", "time_zone": "Europe/Paris"}


async def test_a_profile_is_kept_only_with_consent(suite: Suite) -> None:
    """Without the switch the bot asks first; a no keeps nothing."""
    await grown_up(suite, ANNA)
    await suite.dm("intake", ANNA, "!me")
    assert "need your yes to service" in texts(await answer(suite, ANNA, "what helps me", "tap"))
    await suite.dm("intake", ANNA, "no")
    assert await rows(suite, "SELECT 1 FROM profiles") == []
    await suite.dm("intake", ANNA, "!role offering")
    assert "What are you here for" in texts(await suite.dm("intake", ANNA, "yes"))
    await answer(suite, ANNA, "I offer support", "number")
    assert await rows(suite, "SELECT role FROM profiles") == [{"role": "offering"}]


async def test_ways_to_reach_somebody_stay_out_of_the_card(suite: Suite) -> None:
    """A number or an address is not kept, and the question is asked once more."""
    await grown_up(suite, ANNA, "service")
    await suite.dm("intake", ANNA, "!me")
    await suite.dm("intake", ANNA, "2")
    assert "did not keep it" in texts(await suite.dm("intake", ANNA, "write to me: anna@mail.example"))
    assert await rows(suite, "SELECT 1 FROM profiles") == []
    await suite.dm("intake", ANNA, "kind words")
    assert len(await rows(suite, "SELECT 1 FROM profiles")) == 1


@pytest.mark.parametrize(("words", "role"), [("seeking", "seeking"), ("Both", "both"), ("rest", "resting")])
async def test_the_role_is_changed_at_once(suite: Suite, words: str, role: str) -> None:
    """By name or by a word for it."""
    await grown_up(suite, ANNA, "service")
    await suite.dm("intake", ANNA, f"!role {words}")
    assert await rows(suite, "SELECT role FROM profiles") == [{"role": role}]


async def test_an_unknown_role_is_asked_for(suite: Suite) -> None:
    """The four are shown instead of a refusal."""
    await grown_up(suite, ANNA, "service")
    assert "I offer support" in texts(await suite.dm("intake", ANNA, "!role king"))


async def test_an_unknown_question_ends_at_a_person(suite: Suite) -> None:
    """After the welcome the bot says that it does not know, and makes nothing up."""
    await grown_up(suite, ANNA)
    assert "I don't know" in texts(await suite.dm("intake", ANNA, "how do I bake bread"))
