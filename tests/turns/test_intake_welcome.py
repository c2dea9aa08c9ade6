"""The welcome: five short steps, in any language, by tap, number or word, and never from the start again."""

import pytest

from bots.effects import Invite
from bots.events import Joined
from tests.turns.intake import ANNA, COORDINATOR, answer, last_question, rooms, rows, texts
from tests.turns.suite import Done, Suite

ENGLISH = ["English", "go on", "I agree"]


async def room_of(suite: Suite, member: str = ANNA) -> str:
    return await suite.dm_room("intake", member)


async def step(suite: Suite, member: str = ANNA) -> str:
    (row,) = await rows(suite, f"SELECT step FROM welcomes WHERE member = '{member}'")
    return str(row["step"])


async def arrive(suite: Suite, member: str = ANNA) -> None:
    """Somebody comes into the welcome room and finds the bot's chat."""
    await rooms(suite)
    await suite.join("!welcome", member, ["intake"])


async def until_adult(suite: Suite, country: str = "Germany") -> None:
    await arrive(suite)
    for words in (*ENGLISH, country):
        await answer(suite, ANNA, words)


@pytest.mark.parametrize("how", ["tap", "number", "word"])
async def test_the_whole_welcome_by_tap_number_and_word(suite: Suite, how: str) -> None:
    """A newcomer is welcomed in English, with all processes restarted between any two steps."""
    await arrive(suite)
    room = await room_of(suite)
    hello = suite.said(room)[0].text
    assert "software, not a person" in hello and "Harbour" in hello and "Welche Sprache" in hello
    following = ["do not get your words", "What is said here stays here", "Which country"]
    for words, next_words in zip(ENGLISH, following, strict=True):
        suite.restart()
        assert next_words in texts(await answer(suite, ANNA, words, how))
    suite.restart()
    lines = texts(await answer(suite, ANNA, "Germany"))
    assert "112" in lines and "!crisis" in lines and "Are you 18 or over?" in lines
    suite.restart()
    end = await answer(suite, ANNA, "yes", how)
    invited = sorted(d.room for d in end if isinstance(d.effect, Invite) and d.effect.member == ANNA)
    assert invited == ["!space", "!topic-evenings", "!topic-nights"]
    assert "All are off until you turn them on" in texts(end)
    done = await answer(suite, ANNA, "that is all", how)
    assert "!match" in texts(done) and await step(suite) == "done"


async def test_the_whole_welcome_in_german(suite: Suite) -> None:
    """A word in any language chooses it, and from then on everything is in it, the lines of the country as well."""
    await arrive(suite)
    assert "bevor du mir etwas erzählst" in texts(await answer(suite, ANNA, "auf Deutsch")).lower()
    assert "bleibt hier" in texts(await answer(suite, ANNA, "alles klar"))
    assert "In welchem Land" in texts(await answer(suite, ANNA, "einverstanden"))
    lines = texts(await answer(suite, ANNA, "Östereich"))
    assert "Bist du 18 oder älter?" in lines and "112" in lines
    opened = texts(await answer(suite, ANNA, "ja"))
    assert "Einladung" in opened and "Vermittlung" in opened
    assert "Vermittlung ist an" in texts(await answer(suite, ANNA, "Vermittlung und Profil"))
    (member,) = await rows(suite, "SELECT language, country, time_zone, adult FROM members")
    assert member == {"language": "de", "country": "AT", "time_zone": "Europe/Vienna", "adult": 1}


async def test_a_chat_that_the_member_opened_is_greeted_too(suite: Suite) -> None:
    """Whoever writes to the bot first gets the same welcome, once."""
    room = await room_of(suite)
    first = await suite.join(room, suite.house.users["intake"], ["intake"])
    assert "software" in texts(first)
    assert not await suite.join(room, suite.house.users["intake"], ["intake"])
    assert not [d for d in await suite.join(room, ANNA, ["intake"]) if d.text]


async def test_coming_in_twice_greets_once(suite: Suite) -> None:
    """Leaving and entering the welcome room again starts nothing anew."""
    await arrive(suite)
    before = len(suite.said(await room_of(suite)))
    await suite.leave("!welcome", ANNA, ["intake"])
    await suite.join("!welcome", ANNA, ["intake"])
    assert len(suite.said(await room_of(suite))) == before


async def test_bots_are_not_welcomed(suite: Suite) -> None:
    """The suite's own bots come into the room unasked."""
    await rooms(suite)
    assert not await suite.join("!welcome", suite.house.users["moderation"], ["intake"])


async def test_later_stops_and_start_goes_on_days_after(suite: Suite) -> None:
    """`!later` closes the question, words then are no answer, and `!start` asks the same step again."""
    await arrive(suite)
    await answer(suite, ANNA, "English")
    assert "!start" in texts(await suite.dm("intake", ANNA, "!later"))
    assert not await suite.forward(days=9)
    suite.restart()
    assert "Write !start" in texts(await suite.dm("intake", ANNA, "hello?"))
    assert await step(suite) == "about"
    assert "Before you tell me anything" in texts(await suite.dm("intake", ANNA, "!start"))
    assert "stays here" in texts(await answer(suite, ANNA, "go on", "tap"))


async def test_a_new_chat_goes_on_where_the_old_one_stopped(suite: Suite) -> None:
    """A member who left the chat and opens another is asked the open step there, and the old question is closed."""
    await arrive(suite)
    await answer(suite, ANNA, "English")
    old = last_question(suite, await room_of(suite))
    await suite.leave(await room_of(suite), ANNA, ["intake"])
    async with suite.database.transaction("intake") as db:
        await db.know_room(
            bot="intake", room_id="!new", key=None, kind="dm", member=ANNA, encrypted=1, at=suite.clock.now() + 1
        )
    asked = await suite.join("!new", suite.house.users["intake"], ["intake"])
    assert "Before you tell me anything" in texts(asked)
    assert not await suite.tap(old, "✅", by=ANNA)
    assert await step(suite) == "about"


@pytest.mark.parametrize("skip", ["!skip", "skip", "⏭️"])
async def test_a_step_can_be_skipped(suite: Suite, skip: str) -> None:
    """Without a country nothing is known about it, and the welcome goes on."""
    await arrive(suite)
    for words in ENGLISH:
        await answer(suite, ANNA, words)
    assert "Are you 18" in texts(await suite.dm("intake", ANNA, skip))
    (member,) = await rows(suite, "SELECT country FROM members")
    assert member["country"] is None


async def test_values_and_age_cannot_be_skipped(suite: Suite) -> None:
    """The rooms open after both; the bot says so and asks again."""
    await until_adult(suite)
    said = texts(await suite.dm("intake", ANNA, "!skip"))
    assert "before the rooms open" in said and "18 or over" in said
    assert await step(suite) == "adult"


async def test_values_are_agreed_to_in_a_version(suite: Suite) -> None:
    """Which values, and when; whoever does not agree can come back later."""
    await arrive(suite)
    await answer(suite, ANNA, "English")
    await answer(suite, ANNA, "go on")
    assert "!start" in texts(await answer(suite, ANNA, "later", "number"))
    await suite.dm("intake", ANNA, "!start")
    await answer(suite, ANNA, "I agree", "tap")
    (row,) = await rows(suite, "SELECT values_version, values_at FROM welcomes")
    assert row == {"values_version": "1", "values_at": suite.clock.now()}


async def test_words_that_answer_nothing_are_asked_again(suite: Suite) -> None:
    """The bot says that it did not get it, and shows the question once more."""
    await arrive(suite)
    await answer(suite, ANNA, "English")
    said = texts(await suite.dm("intake", ANNA, "what is this"))
    assert "I ask again" in said and "Before you tell me anything" in said


async def test_a_language_that_has_no_texts_is_asked_again(suite: Suite) -> None:
    """Nobody is answered in a language that they did not choose without a word about it."""
    await arrive(suite)
    assert "do not speak that language yet" in texts(await answer(suite, ANNA, "Tigrinya"))
    assert "Antes de que me cuentes" in texts(await answer(suite, ANNA, "Español"))


async def test_a_country_that_may_be_several_is_chosen_from_a_list(suite: Suite) -> None:
    """Two Congos: the member says which, by tap; words that mean no country are asked again."""
    await arrive(suite)
    for words in ENGLISH:
        await answer(suite, ANNA, words)
    assert "did not find that country" in texts(await answer(suite, ANNA, "Narnia"))
    assert "is it one of these" in texts(await answer(suite, ANNA, "Congo")).lower()
    await answer(suite, ANNA, "Kinshasa", "tap")
    (member,) = await rows(suite, "SELECT country FROM members")
    assert member["country"] == "CD"


@pytest.mark.parametrize(("words", "how"), [("Los Angeles", "tap"), ("Los Angeles", "number"), ("los angeles", "word")])
async def test_a_country_with_several_times_is_asked_for_the_clock(suite: Suite, words: str, how: str) -> None:
    """In the United States the bots write at the member's own hour, not at New York's."""
    await until_adult(suite, "USA")
    assert "04:00" in last_question(suite, await room_of(suite)).text
    assert "911" in texts(await answer(suite, ANNA, words, how))
    (member,) = await rows(suite, "SELECT time_zone FROM members")
    assert member["time_zone"] == "America/Los_Angeles"


@pytest.mark.parametrize(("words", "how"), [("no", "tap"), ("no", "number"), ("no", "word"), ("I'm 16", "word")])
async def test_somebody_under_18_is_shown_youth_services_and_no_room(suite: Suite, words: str, how: str) -> None:
    """The lines for young people of their country, no invitation, no consent question, never a match."""
    await until_adult(suite, "Germany")
    said = texts(done := await answer(suite, ANNA, words, how))
    assert "people of 18 and over" in said and "112" in said
    assert not [d for d in done if isinstance(d.effect, Invite)] and "switch" not in said
    assert "people of 18 and over" in texts(await suite.dm("intake", ANNA, "!match"))
    assert "18 and over" in texts(await suite.dm("intake", ANNA, "can I come in?"))
    assert await rows(suite, "SELECT 1 FROM requests") == []


async def test_a_wrong_tap_about_the_age_can_be_put_right_by_a_coordinator(suite: Suite) -> None:
    """Only a coordinator reopens the question, and the audit log says so."""
    await until_adult(suite)
    await answer(suite, ANNA, "no", "tap")
    await suite.write("!staff-coordinators", ANNA, f"!adult {ANNA}", bots=["intake"])
    assert await step(suite) == "minor"
    await suite.grant(COORDINATOR, "coordinator")
    await suite.write("!staff-coordinators", COORDINATOR, f"!adult {ANNA}", bots=["intake"])
    assert await step(suite) == "adult"
    assert "invitation" in texts(await answer(suite, ANNA, "yes", "tap"))
    assert [row["action"] for row in await rows(suite, "SELECT action FROM audit")] == ["age-asked-again"]


async def test_rooms_open_once(suite: Suite) -> None:
    """Whoever answers the last step again, or starts again, is not invited again."""
    await until_adult(suite)
    await answer(suite, ANNA, "yes")
    await answer(suite, ANNA, "that is all")
    again = await suite.dm("intake", ANNA, "!start")
    assert "That is all for now" in texts(again)
    assert len([d for d in suite.done if isinstance(d.effect, Invite)]) == 3


async def test_a_doubled_tap_is_one_answer(suite: Suite) -> None:
    """The second tap under an answered question does nothing."""
    await arrive(suite)
    room = await room_of(suite)
    question = last_question(suite, room)
    await suite.tap(question, "1️⃣", by=ANNA)
    assert not await suite.tap(question, "1️⃣", by=ANNA)
    assert await step(suite) == "about"


async def test_a_crisis_puts_the_questions_away(suite: Suite) -> None:
    """Words after a crisis answer are no country and no reason for a question; `!start` brings the welcome back."""
    await arrive(suite)
    for words in ENGLISH:
        await answer(suite, ANNA, words)
    await suite.forward(minutes=1)
    await suite.dm("intake", ANNA, "!crisis")
    await suite.forward(minutes=1)
    said = texts(await suite.dm("intake", ANNA, "I like tea"))
    assert "I put my questions away" in said and "country" not in said
    await suite.forward(minutes=1)
    assert "Which country" in texts(await suite.dm("intake", ANNA, "!start"))
    assert "Are you 18" in texts(await suite.dm("intake", ANNA, "Germany"))


async def test_consent_is_not_first_asked_after_a_crisis(suite: Suite) -> None:
    """The rooms open, and the switches wait for another day."""
    await until_adult(suite)
    await suite.forward(minutes=1)
    await suite.dm("intake", ANNA, "!crisis")
    await suite.forward(minutes=1)
    end = texts(await suite.tap(question_about_age(suite), "✅", by=ANNA))
    assert "invitation" in end and "Six things" not in end
    assert await step(suite) == "done"


def question_about_age(suite: Suite) -> Done:
    return next(d for d in reversed(suite.said(bot="intake")) if "Are you 18" in d.text)


async def test_words_of_a_crisis_in_the_middle_are_answered_and_not_taken_for_an_answer(suite: Suite) -> None:
    """An open question does not swallow them."""
    await arrive(suite)
    for words in ENGLISH:
        await answer(suite, ANNA, words)
    said = texts(await suite.dm("intake", ANNA, "I am going to kill myself tonight"))
    assert "112" in said or "999" in said
    assert await step(suite) == "country"


async def test_a_member_who_writes_before_being_greeted_is_greeted(suite: Suite) -> None:
    """A chat from before this version is not left without an answer."""
    assert "software" in texts(await suite.dm("intake", ANNA, "hello"))
    assert await step(suite) == "language"


async def test_words_in_rooms_are_not_read(suite: Suite) -> None:
    """In a group the bot says nothing to words that are not for it."""
    places = await rooms(suite)
    assert not await suite.write(places["topic:evenings"], ANNA, "hello all", bots=["intake"])
    said = Joined(room_id="!unknown", event_id="$x", sender=ANNA, at=suite.clock.now())
    assert not await suite.see(said, ["intake"])
