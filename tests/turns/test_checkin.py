"""Daily check-ins: asked at the member's local time, answered by vote, number or word, kept only with consent."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bots.effects import Poll
from bots.events import Concern, Consented
from bots.store.database import Database
from bots.store.migrate import migrate
from tests.turns.suite import Done, Suite

ANNA = "@anna:kith.localhost"


def at(done: Done, zone: str = "Europe/London") -> str:
    return datetime.fromtimestamp(done.at / 1000, UTC).astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")


def prompts(done: list[Done]) -> list[Done]:
    return [d for d in done if isinstance(d.effect, Poll) and "very good" in d.text]


def texts(done: list[Done]) -> str:
    return "\n".join(d.text for d in done)


def down(suite: Suite, **length: float) -> None:
    """Time passes while nothing runs."""
    suite.clock.at += int(timedelta(**length).total_seconds() * 1000)


async def start(suite: Suite, when: str = "8:30", *, keeps: bool = True, **speaks: str) -> None:
    """Anna has chosen a time, and said whether her answers are kept."""
    await suite.speaks(ANNA, **speaks)
    if keeps:
        await suite.consent(ANNA, "checkins")
    await suite.dm("checkin", ANNA, f"!checkin at {when}")


async def next_prompt(suite: Suite, days: float = 7) -> Done:
    """Time goes on until Anna is asked."""
    for _ in range(int(days * 96)):
        if asked := prompts(await suite.forward(minutes=15)):
            return asked[0]
    raise AssertionError("nobody was asked")


async def answer(suite: Suite, words: str) -> str:
    """Anna writes to the bot; what it says."""
    return texts(await suite.dm("checkin", ANNA, words))


async def stored(suite: Suite, sql: str) -> list[tuple[object, ...]]:
    async with suite.database.connection() as connection:
        return [tuple(row) for row in await connection.execute_fetchall(sql)]


# ── when ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("zone", "day_before", "expected"),
    [
        ("Europe/London", "2027-03-27", ["2027-03-28T08:30+01:00", "2027-03-29T08:30+01:00"]),
        ("Europe/London", "2027-10-30", ["2027-10-31T08:30+00:00", "2027-11-01T08:30+00:00"]),
        ("America/New_York", "2027-03-13", ["2027-03-14T08:30-04:00", "2027-03-15T08:30-04:00"]),
        ("America/New_York", "2027-11-06", ["2027-11-07T08:30-05:00", "2027-11-08T08:30-05:00"]),
        ("Australia/Sydney", "2027-04-03", ["2027-04-04T08:30+10:00", "2027-04-05T08:30+10:00"]),
        ("Australia/Sydney", "2027-10-02", ["2027-10-03T08:30+11:00", "2027-10-04T08:30+11:00"]),
    ],
)
async def test_the_prompt_comes_at_the_local_time_across_clock_changes(
    suite: Suite, zone: str, day_before: str, expected: list[str]
) -> None:
    """In three zones, on the days after the clocks went forward or back, Anna is asked when her clock says 8:30."""
    noon = datetime.fromisoformat(f"{day_before}T12:00").replace(tzinfo=ZoneInfo(zone))
    suite.clock.at = int(noon.timestamp() * 1000)
    await start(suite, zone=zone)
    assert [at(d, zone) for d in prompts(await suite.forward(days=2))] == expected


async def test_a_time_can_be_typed_in_many_ways_and_is_said_back(suite: Suite) -> None:
    """`8pm` is understood; the answer names time, place and the next prompt."""
    await suite.speaks(ANNA, zone="Europe/Berlin")
    said = await answer(suite, "!checkin 8pm")
    assert "every day at 20:00" in said and "Berlin" in said and "Wed, Nov 18, 20:00" in said


async def test_nobody_is_asked_in_quiet_hours(suite: Suite) -> None:
    """A time in quiet hours is not taken, and the nearest one is offered."""
    await suite.speaks(ANNA)
    said = await answer(suite, "!checkin at 22:30")
    assert "quiet" in said and "20:55" in said
    assert "Shall I keep" not in said
    assert not prompts(await suite.forward(days=3))


async def test_weekdays_leave_the_weekend_out(suite: Suite) -> None:
    """`!checkin at 8:30 weekdays` asks on five days of a week."""
    await start(suite, "8:30 weekdays")
    asked = prompts(await suite.forward(days=7))
    assert [datetime.fromisoformat(at(d)).isoweekday() for d in asked] == [4, 5, 1, 2, 3]


async def test_what_is_not_understood_gets_help(suite: Suite) -> None:
    """Words that make no sense change nothing and show how it goes."""
    await start(suite)
    assert "!checkin at 8:30" in await answer(suite, "!checkin whenever you feel like it")
    assert len(prompts(await suite.forward(days=1))) == 1


async def test_after_days_of_downtime_there_is_one_prompt_at_most(suite: Suite) -> None:
    """Three days down: back at 10:30 the third morning's prompt alone is still useful; the next comes the day after."""
    await start(suite)
    down(suite, days=2, hours=22, minutes=30)
    assert [at(d) for d in prompts(await suite.settle())] == ["2026-11-21T10:30+00:00"]
    assert [at(d) for d in prompts(await suite.forward(days=1))] == ["2026-11-22T08:30+00:00"]


async def test_after_downtime_that_ends_late_in_the_day_nothing_is_caught_up(suite: Suite) -> None:
    """Three days down, back at 18:00: nine hours late is too late, the next morning is enough."""
    await start(suite)
    down(suite, days=3, hours=6)
    assert not prompts(await suite.settle())
    assert [at(d) for d in prompts(await suite.forward(days=1))] == ["2026-11-22T08:30+00:00"]


async def test_a_prompt_that_is_a_little_late_still_comes_and_one_much_later_does_not(suite: Suite) -> None:
    """Two hours late it is still useful; five hours late the next day's is enough."""
    await start(suite)
    down(suite, hours=22, minutes=30)  # until 10:30 the next morning
    assert len(prompts(await suite.settle())) == 1
    down(suite, hours=27)  # until 13:30 the day after
    assert not prompts(await suite.settle())
    assert [at(d) for d in prompts(await suite.forward(days=1))] == ["2026-11-21T08:30+00:00"]


async def test_a_late_prompt_never_falls_into_quiet_hours(suite: Suite) -> None:
    """A prompt of 20:30 is not sent at 21:30, though it would be only an hour late."""
    await start(suite, "20:30")
    down(suite, hours=9, minutes=30)
    assert not prompts(await suite.settle())


async def test_a_new_time_on_the_same_day_does_not_ask_twice(suite: Suite) -> None:
    """Who was asked at 13:00 and then chooses 15:00 is asked the next day at 15:00."""
    await start(suite, "13:00")
    await suite.forward(hours=2)
    await suite.dm("checkin", ANNA, "!checkin at 15:00")
    assert [at(d) for d in prompts(await suite.forward(days=1.5))] == ["2026-11-19T15:00+00:00"]


async def test_a_timer_that_is_out_of_date_asks_nobody(suite: Suite) -> None:
    """Two changes in a row leave one timer, and an old one in the inbox is passed over."""
    await start(suite, "13:00")
    async with suite.database.transaction() as db:
        (old,) = await db.due_timers(bot="checkin", now=suite.clock.now() + 10**9, most=9)
    await suite.dm("checkin", ANNA, "!checkin at 14:00")
    event = suite.house.seal.open(old["event_sealed"])
    down(suite, hours=1)
    assert not prompts(await suite.tell("checkin", Concern.from_json(event)))
    assert [at(d) for d in prompts(await suite.forward(hours=2))] == ["2026-11-18T14:00+00:00"]


async def test_a_move_to_another_zone_moves_the_prompt(suite: Suite) -> None:
    """The time stays 8:30 on the member's own clock, from the day after the move at the latest."""
    await start(suite)
    await suite.speaks(ANNA, zone="America/New_York")
    asked = [at(d, "America/New_York") for d in prompts(await suite.forward(days=2.5))]
    assert asked == ["2026-11-19T08:30-05:00", "2026-11-20T08:30-05:00"]


async def test_a_restart_in_the_middle_changes_nothing(suite: Suite) -> None:
    """New workers on the same database: the open question is answered, the next prompt comes, words find their day."""
    await start(suite)
    asked = await next_prompt(suite)
    suite.restart()
    assert "4, good" in texts(await suite.vote(asked, "4", by=ANNA))
    suite.restart()
    assert "I kept your words" in await answer(suite, "a walk in the sun")
    assert [at(d) for d in prompts(await suite.forward(days=1))] == ["2026-11-20T08:30+00:00"]


# ── answering ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "4", "4, good"),
        ("en", "Good!", "4, good"),
        ("en", "very bad", "1, very bad"),
        ("en", "so so", "3, okay"),
        ("es", "4", "4, bien"),
        ("es", "muy mal", "1, muy mal"),
        ("es", "Más o menos", "3, regular"),
        ("de", "5", "5, sehr gut"),
        ("de", "geht so", "3, mittel"),
        ("de", "Sehr schlecht.", "1, sehr schlecht"),
    ],
)
async def test_a_value_can_be_a_number_or_a_word(suite: Suite, language: str, words: str, expected: str) -> None:
    """In each language the number and the words do the same, and the answer says the value in words."""
    await start(suite, language=language)
    await suite.forward(days=1)
    assert expected in await answer(suite, words)


async def test_a_value_can_be_a_vote(suite: Suite) -> None:
    """A vote in the poll of the direct chat is an answer; somebody else's is not."""
    await start(suite)
    asked = await next_prompt(suite)
    assert not await suite.vote(asked, "5", by="@other:kith.localhost")
    assert "2, bad" in texts(await suite.vote(asked, "2", by=ANNA))


async def test_a_check_in_is_three_messages_at_most(suite: Suite) -> None:
    """The prompt, one question for words, one thank-you."""
    await start(suite)
    before = len(suite.said(bot="checkin"))
    asked = await next_prompt(suite)
    await suite.vote(asked, "3", by=ANNA)
    await suite.dm("checkin", ANNA, "a long walk helped")
    assert len(suite.said(bot="checkin")) - before == 3


@pytest.mark.parametrize("words", ["!skip", "skip", "no thanks"])
async def test_words_can_be_left_out(suite: Suite, words: str) -> None:
    """Skipping closes the question; nothing is kept as words."""
    await start(suite)
    await suite.vote(await next_prompt(suite), "3", by=ANNA)
    assert "No words today" in await answer(suite, words)
    assert await stored(suite, "SELECT words_sealed FROM checkin_answers") == [(None,)]


async def test_a_second_answer_of_the_day_replaces_the_first(suite: Suite) -> None:
    """By vote or by number, also while words are asked for: one row a day, with the last value."""
    await start(suite)
    asked = await next_prompt(suite)
    await suite.vote(asked, "2", by=ANNA)
    assert "3, okay" in await answer(suite, "3")
    assert "4, good" in texts(await suite.vote(asked, "4", by=ANNA))
    assert len(await stored(suite, "SELECT member FROM checkin_answers")) == 1
    assert "■■■■□ good" in await answer(suite, "!trend")


async def test_a_doubled_vote_is_answered_once(suite: Suite) -> None:
    """The same option tapped twice says thank you once."""
    await start(suite)
    asked = await next_prompt(suite)
    assert await suite.vote(asked, "2", by=ANNA)
    assert not await suite.vote(asked, "2", by=ANNA)


async def test_a_vote_on_an_old_prompt_is_told_that_it_is_closed(suite: Suite) -> None:
    """Only the last prompt takes answers; a late tap is not passed over in silence."""
    await start(suite)
    old = await next_prompt(suite)
    await next_prompt(suite)
    assert "closed" in texts(await suite.vote(old, "2", by=ANNA))
    assert not await stored(suite, "SELECT member FROM checkin_answers")


async def test_an_answer_after_midnight_belongs_to_the_day_before(suite: Suite) -> None:
    """Asked at 20:15, answered at 00:30: the trend shows it on the day that was asked about."""
    await start(suite, "20:15")
    asked = await next_prompt(suite)
    await suite.forward(hours=4.5)
    await suite.vote(asked, "4", by=ANNA)
    assert "Wed, Nov 18: ■■■■□ good" in await answer(suite, "!trend")


async def test_now_asks_right_away(suite: Suite) -> None:
    """`!checkin now` asks at any hour, also somebody who never chose a time."""
    await suite.speaks(ANNA)
    await suite.forward(hours=11)
    (asked,) = prompts(await suite.dm("checkin", ANNA, "!checkin now"))
    assert "very bad" in texts(await suite.vote(asked, "1", by=ANNA))


async def test_loose_words_get_a_hint_and_stop_stops(suite: Suite) -> None:
    """Words that answer nothing get what the bot can do, but not every time; "stop" alone is understood."""
    await start(suite)
    assert "I can only say" in await answer(suite, "hello there")
    assert not await answer(suite, "hm")
    assert "do not ask now" in await answer(suite, "Stop.")
    assert not prompts(await suite.forward(days=3))


# ── pace ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_unanswered_prompts_become_fewer_and_end(suite: Suite) -> None:
    """7 unanswered: three a week; 14: weekly; 28: an end with a kind note. Each change is said once."""
    await start(suite)
    said = [d for d in await suite.forward(days=140) if d.bot == "checkin"]
    asked = [datetime.fromisoformat(at(d)) for d in prompts(said)]
    assert len(asked) == 28
    assert asked[6] - asked[0] == timedelta(days=6)
    assert asked[13] - asked[8] <= timedelta(days=13) and asked[13] - asked[8] >= timedelta(days=9)
    assert {later - earlier for earlier, later in pairwise(asked[15:])} == {timedelta(days=7)}
    assert ["three times a week" in d.text for d in prompts(said)].index(True) == 7
    assert ["once a week" in d.text for d in prompts(said)].index(True) == 14
    assert texts(said).count("three times a week") == texts(said).count("once a week") == 1
    assert "I stop asking" in said[-1].text and len(said) == 29


async def test_any_answer_brings_the_pace_back(suite: Suite) -> None:
    """After a week of silence an answer makes it daily again, and that is said."""
    await start(suite)
    asked = prompts(await suite.forward(days=10))
    assert "every day again" in texts(await suite.vote(asked[-1], "3", by=ANNA))
    assert len(prompts(await suite.forward(days=5))) == 5


async def test_an_answer_wakes_what_fell_asleep_but_not_what_was_stopped(suite: Suite) -> None:
    """After the kind note a vote on the last prompt starts it again; after `!checkin stop` it does not."""
    await start(suite)
    asked = prompts(await suite.forward(days=140))
    assert "every day again" in texts(await suite.vote(asked[-1], "3", by=ANNA))
    (last,) = prompts(await suite.forward(days=1))
    await suite.dm("checkin", ANNA, "!checkin stop")
    await suite.vote(last, "3", by=ANNA)
    assert not prompts(await suite.forward(days=7))


async def test_more_and_less_move_the_pace(suite: Suite) -> None:
    """`!less` twice is weekly, a third time says so; `!more` goes back."""
    await start(suite)
    assert "three times a week" in await answer(suite, "!less")
    assert "once a week" in await answer(suite, "!less")
    assert "less often I cannot" in await answer(suite, "!less")
    assert len(prompts(await suite.forward(days=14))) == 2
    assert "three times a week" in await answer(suite, "!more")
    assert "every day" in await answer(suite, "!more")
    assert "more often I cannot" in await answer(suite, "!more")


@pytest.mark.parametrize(("words", "first"), [("!quiet 3d", 22), ("!quiet", 20), ("!pause 1w", 26)])
async def test_a_break_ends_by_itself(suite: Suite, words: str, first: int) -> None:
    """Quiet for three days, one day, or a week: nothing until then, and then the usual time."""
    await start(suite)
    await suite.dm("checkin", ANNA, words)
    assert at(await next_prompt(suite, 10)) == f"2026-11-{first}T08:30+00:00"


async def test_a_pause_without_end_ends_with_back(suite: Suite) -> None:
    """`!pause` holds until `!back`; a length that is no length changes nothing."""
    await start(suite)
    assert "!back" in await answer(suite, "!pause")
    assert not prompts(await suite.forward(days=10))
    assert "!pause 2w" in await answer(suite, "!pause for ages and ages")
    assert "every day at 8:30" in await answer(suite, "!back")
    assert len(prompts(await suite.forward(days=1))) == 1


async def test_who_leaves_the_chat_is_not_invited_back(suite: Suite) -> None:
    """A member who closes the direct chat is asked no more, until they write again."""
    await start(suite)
    await suite.leave(await suite.dm_room("checkin", ANNA), ANNA, ["checkin"])
    assert not [d for d in await suite.forward(days=3) if d.bot == "checkin"]
    assert "every day at 8:30" in await answer(suite, "!back")


async def test_prompts_can_be_counted(suite: Suite) -> None:
    """Every prompt that the bot began leaves a row, those that a member asked for are told apart."""
    await start(suite)
    await suite.forward(days=2)
    await suite.dm("checkin", ANNA, "!checkin now")
    rows = await stored(suite, "SELECT day, began FROM checkin_prompts ORDER BY id")
    assert rows == [("2026-11-19", "bot"), ("2026-11-20", "bot"), ("2026-11-20", "member")]


# ── keeping ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_without_consent_nothing_is_kept_and_the_choice_is_offered(suite: Suite) -> None:
    """The first time brings the question; until a yes the prompt works and nothing is stored."""
    await start(suite, keeps=False)
    assert "Shall I keep your answers" in suite.said(bot="checkin")[-1].text
    said = texts(await suite.vote(await next_prompt(suite), "4", by=ANNA))
    assert "good" in said and "do not keep" in said
    assert not await stored(suite, "SELECT member FROM checkin_answers")


async def test_a_yes_to_keeping_is_written_into_the_ledger(suite: Suite) -> None:
    """A tap turns the switch on, with the version of the text, and every other bot is told."""
    await start(suite, keeps=False)
    assert "From now on I keep" in texts(await suite.tap(suite.said(bot="checkin")[-1], "✅", by=ANNA))
    rows = await stored(suite, "SELECT switch, is_on, text_version, language FROM consents")
    assert rows == [("checkins", 1, "checkin-1", "en")]
    told = await stored(suite, "SELECT bot FROM inbox WHERE kind = 'Consented' ORDER BY bot")
    assert told == [("escalation",), ("intake",), ("moderation",)]
    await suite.vote(await next_prompt(suite), "4", by=ANNA)
    assert len(await stored(suite, "SELECT member FROM checkin_answers")) == 1


async def test_a_no_is_remembered_and_not_asked_again(suite: Suite) -> None:
    """A no is a line of the ledger too; a new time does not bring the question back, `!checkin keep` does."""
    await start(suite, keeps=False)
    await suite.dm("checkin", ANNA, "no")
    assert "Shall I keep" not in await answer(suite, "!checkin at 9:00")
    assert "Shall I keep" in await answer(suite, "!checkin keep")


async def test_values_and_words_are_sealed(suite: Suite) -> None:
    """Neither the value nor a word of an answer can be read in any column of any table."""
    await start(suite)
    await suite.vote(await next_prompt(suite), "2", by=ANNA)
    await suite.dm("checkin", ANNA, "the lighthouse was loud")
    tables = [name for (name,) in await stored(suite, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    raw = [row for table in tables for row in await stored(suite, f"SELECT * FROM {table}")]
    assert not any("lighthouse" in str(value) for row in raw for value in row)
    ((value, words),) = await stored(suite, "SELECT value_sealed, words_sealed FROM checkin_answers")
    assert (suite.house.seal.open(str(value)), suite.house.seal.open(str(words))) == (2, "the lighthouse was loud")
    assert str(value).startswith("gAAAA") and str(words).startswith("gAAAA")


async def test_consent_taken_back_deletes_what_was_kept(suite: Suite) -> None:
    """The switch goes off: answers are deleted, the member is told how many, and keeping stops at once."""
    await start(suite)
    await suite.vote(await next_prompt(suite), "2", by=ANNA)
    asked = await next_prompt(suite)
    await suite.vote(asked, "3", by=ANNA)
    async with suite.database.transaction() as db:
        now = suite.clock.now()
        await db.write_consent(member=ANNA, switch="checkins", is_on=0, at=now, text_version="1", language="en")
    said = await suite.tell("checkin", Consented(member=ANNA, switch="checkins", on=False, at=suite.clock.now()))
    assert "deleted all 2" in texts(said)
    assert "do not keep your words" in await answer(suite, "walked a lot")
    assert "do not keep" in texts(await suite.vote(asked, "5", by=ANNA))
    assert not await stored(suite, "SELECT member FROM checkin_answers")
    assert "nothing to show" in await answer(suite, "!trend")


async def test_without_the_service_nobody_is_asked(suite: Suite) -> None:
    """Taking back the consent to the service ends the prompts."""
    await start(suite)
    await suite.tell("checkin", Consented(member=ANNA, switch="service", on=False, at=suite.clock.now()))
    assert not prompts(await suite.forward(days=3))


# ── hard days ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def hard_days(suite: Suite, count: int) -> list[str]:
    """Anna answers 1 on that many days in a row, without words; what was said to each."""
    said = []
    for _ in range(count):
        said.append(texts(await suite.vote(await next_prompt(suite), "1", by=ANNA)))
    return said


async def concerns(suite: Suite) -> int:
    return len(await stored(suite, "SELECT seq FROM inbox WHERE bot = 'escalation' AND kind = 'Concern'"))


async def test_three_hard_days_bring_one_offer_and_no_alarm(suite: Suite) -> None:
    """The third 1 within seven days is answered with an offer of a talk; nobody is told, and it is not repeated."""
    await start(suite)
    said = await hard_days(suite, 5)
    assert ["Would you like to talk" in text for text in said] == [False, False, True, False, False]
    assert all("!crisis" in text for text in said)
    assert await concerns(suite) == 0


async def test_a_yes_to_the_offer_reaches_escalation(suite: Suite) -> None:
    """A vote for yes: the team is told, as "soon", and the member hears what is true and which lines answer now."""
    await start(suite)
    await hard_days(suite, 3)
    said = texts([d for d in await suite.dm("checkin", ANNA, "yes") if d.bot == "checkin"])
    assert "told the team" in said and "999" in said
    assert await concerns(suite) == 1


async def test_a_no_to_the_offer_is_fine_and_words_are_welcome(suite: Suite) -> None:
    """No: nobody is told, and a few words may still follow."""
    await start(suite)
    await hard_days(suite, 3)
    offer = suite.said(bot="checkin")[-1]
    assert "All right" in texts(await suite.vote(offer, "no", by=ANNA))
    assert "I kept your words" in await answer(suite, "a walk with the dog")
    assert await concerns(suite) == 0


async def test_words_instead_of_yes_or_no_are_kept_and_the_offer_stays(suite: Suite) -> None:
    """Who answers the offer with words is asked once more; then the usual answers work."""
    await start(suite)
    await hard_days(suite, 3)
    said = await answer(suite, "a walk with the dog")
    assert "I kept your words" in said and "Would you like to talk" in said
    await suite.dm("checkin", ANNA, "yes please")
    assert await concerns(suite) == 1


async def test_a_vote_in_the_first_poll_still_counts_after_words(suite: Suite) -> None:
    """Words first, then a tap on the earlier of the two polls: the yes is heard."""
    await start(suite)
    await hard_days(suite, 3)
    offer = suite.said(bot="checkin")[-1]
    await suite.dm("checkin", ANNA, "a walk with the dog")
    await suite.vote(offer, "yes", by=ANNA)
    assert await concerns(suite) == 1


async def test_words_of_another_day_are_not_mixed_up(suite: Suite) -> None:
    """A question for words that was left open ends with the next prompt."""
    await start(suite)
    await suite.vote(await next_prompt(suite), "3", by=ANNA)
    await next_prompt(suite)
    assert "I can only say" in await answer(suite, "a walk with the dog")
    assert await stored(suite, "SELECT words_sealed FROM checkin_answers") == [(None,)]


async def test_the_offer_may_come_again_after_a_week(suite: Suite) -> None:
    """Seven days after the first offer another one may follow."""
    await start(suite)
    said = await hard_days(suite, 10)
    assert [n for n, text in enumerate(said) if "Would you like to talk" in text] == [2, 9]


async def test_a_crisis_in_the_words_is_answered_and_never_kept(suite: Suite) -> None:
    """Words of crisis get the crisis answer; neither they nor what follows become part of the check-in."""
    await start(suite)
    await suite.vote(await next_prompt(suite), "1", by=ANNA)
    said = await answer(suite, "I want to kill myself tonight, I have the pills here")
    assert "999" in said and "kept" not in said
    assert "did not put this with your answers" in await answer(suite, "everything hurts")
    assert await stored(suite, "SELECT words_sealed FROM checkin_answers") == [(None,)]
    assert "asked for a person" in await answer(suite, "yes")


async def test_after_a_crisis_nobody_is_asked_for_a_day(suite: Suite) -> None:
    """No prompt stands between a member and the question whether a person shall come."""
    await start(suite)
    await suite.forward(hours=10)
    await suite.dm("checkin", ANNA, "!crisis")
    assert at(await next_prompt(suite)) == "2026-11-20T08:30+00:00"


# ── the trend ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_trend_counts_every_day_honestly(suite: Suite) -> None:
    """Answers with words and bars, days asked in vain, days not asked; in the member's language and range."""
    await start(suite, language="de")
    for value in ("4", None, "2", "3"):
        asked = (await suite.forward(days=1))[-1]
        if value:
            await suite.vote(asked, value, by=ANNA)
            await suite.dm("checkin", ANNA, "!skip")
    said = await answer(suite, "!trend 7 Tage")
    assert "■■■■□ gut (4 von 5)" in said and "gefragt, keine Antwort" in said
    assert "Tage mit Antwort: 3. Gefragt, aber keine Antwort: 1. Nicht gefragt: 3." in said
    assert "Durchschnitt: 3 von 5" in said
    assert "letzte 30 Tage" in await answer(suite, "!trend 30d")
    assert "!trend 7d" in await answer(suite, "!trend lately")


# ── the other database ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_story_on_postgresql(suite: Suite, fresh_postgres) -> None:  # type: ignore[no-untyped-def]
    """Choosing a time, a yes to keeping, prompts, answers, words, the trend and taking it back, on PostgreSQL."""
    database = await Database.open(await fresh_postgres())
    try:
        await migrate(database)
        other = Suite.of(suite.house, suite.clock, database)
        await start(other, keeps=False)
        await other.dm("checkin", ANNA, "yes")
        asked = await next_prompt(other)
        assert "4, good" in texts(await other.vote(asked, "4", by=ANNA))
        assert "I kept your words" in await answer(other, "slept well")
        assert len(await hard_days(other, 3)) == 3
        await other.dm("checkin", ANNA, "no")
        said = await answer(other, "!trend")
        assert "■■■■□ good" in said and "Days with an answer: 4" in said
        await other.dm("checkin", ANNA, "!checkin keep")
        assert "deleted all 4" in await answer(other, "no")
        await other.dm("checkin", ANNA, "!checkin stop")
        assert not prompts(await other.forward(days=2))
    finally:
        await database.close()
