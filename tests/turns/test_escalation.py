"""Escalation: signals, claims, answers, rooms, and how a case ends."""

from dataclasses import replace

import pytest

from bots.bot import CannotStart
from bots.clock import MINUTE, SECOND, HandClock
from bots.effects import Kick, React
from bots.events import Message, SayTo, WantsPerson
from bots.house import House
from bots.store.database import Database
from policies.texts import phrase
from tests.turns.night import ALEX, BO, CARO, CLEO, CONTACT, NOA, WORDS, Night
from tests.turns.suite import Done, Suite

SAM = "@sam:kith.localhost"


@pytest.fixture
async def night(suite: Suite) -> Night:
    """Alex and Bo are on shift."""
    return await Night.of(suite, ALEX, BO)


async def in_crisis(night: Night, member: str = NOA, bot: str = "checkin") -> tuple[str, Done]:
    """The member writes words of crisis in their DM: the room, and the page."""
    dm = await night.suite.dm_room(bot, member)
    await night.suite.dm(bot, member, WORDS)
    return dm, night.pages()[-1]


async def talking(night: Night) -> tuple[str, Done, str]:
    """Noa said yes and Alex came: their DM, the page, the case room."""
    dm, page = await in_crisis(night)
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    await night.suite.tap(page, "✅", by=ALEX)
    return dm, page, night.case_rooms()[-1].room


# ── claims ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_people_tap_within_a_second_and_one_has_it(night: Night) -> None:
    """The first tap claims; the other one is told who has it, and no second room is made."""
    dm, page = await in_crisis(night)
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    await night.suite.tap(page, "✅", by=BO)
    await night.suite.forward(seconds=0.4)
    await night.suite.tap(page, "✅", by=ALEX)
    assert len(night.case_rooms()) == 1
    assert night.suite.invited(night.case_rooms()[0].room) == {NOA, BO}
    assert (await night.alone(ALEX))[-1] == "Case 1 already has somebody: bo."


async def test_a_case_is_claimed_by_number_as_well(night: Night) -> None:
    """`!claim 1` does what the tap does; who has it already hears so; an unknown number is named."""
    await in_crisis(night)
    await night.suite.write(night.specialists, BO, "!claim 1")
    assert "Case 1 is yours" in (await night.alone(BO))[-1]
    assert await night.case("!claim #1", by=BO) == "Case 1 is yours already."
    assert "bo" in await night.case("!claim 1", by=ALEX)
    assert "no case 7" in await night.case("!claim 7")
    assert "goes like this" in await night.case("!claim")


async def test_a_tap_of_somebody_outside_the_team_does_nothing(night: Night) -> None:
    """Only specialists, coordinators and the fallback contact take cases, and nobody their own."""
    _, page = await in_crisis(night)
    assert not await night.suite.tap(page, "✅", by=SAM)
    assert not await night.suite.tap(page, "👍", by=ALEX)
    await in_crisis(night, member=BO)
    await night.suite.tap(night.pages()[-1], "✅", by=BO)
    assert (await night.alone(BO))[-1] == "Case 2 is about you, so another person takes it."
    await night.suite.tap(page, "✅", by=CARO)
    assert "caro has it" in night.shown(page)


async def test_a_claim_before_the_yes_waits_for_it(night: Night) -> None:
    """Claimed first: no room is made until the member says yes, then at once."""
    dm, page = await in_crisis(night)
    await night.suite.tap(page, "✅", by=ALEX)
    assert not night.case_rooms() and "have not said yes or no yet" in (await night.alone(ALEX))[-1]
    await night.suite.forward(minutes=20)
    assert len(night.pages()) == 1
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    assert night.suite.invited(night.case_rooms()[0].room) == {NOA, ALEX}
    assert "they said yes" in "\n".join(await night.alone(ALEX))


async def test_no_answer_lets_the_claimer_write_once(night: Night) -> None:
    """Two minutes without yes or no: the claimer may pass one message through the bot, and no second one."""
    dm, page = await in_crisis(night)
    await night.suite.tap(page, "✅", by=ALEX)
    assert "cannot pass on" in await night.case("!say 1 Hello")
    await night.suite.forward(minutes=2)
    assert "!say 1" in (await night.alone(ALEX))[-1]
    assert await night.case("!say 1 Hello, I am Alex. I am here if you like.") == "Passed on. Case 1."
    assert night.suite.said(dm)[-1].text.endswith("Hello, I am Alex. I am here if you like.")
    assert "cannot pass on" in await night.case("!say 1 And another")
    assert "belongs to alex" in await night.case("!say 1 Me too", by=BO)


async def test_a_late_claimer_hears_at_once_that_they_may_write(night: Night) -> None:
    """Who claims after the two minutes is told right away."""
    _, page = await in_crisis(night)
    await night.suite.forward(minutes=3)
    await night.suite.tap(page, "✅", by=ALEX)
    assert "!say 1" in (await night.alone(ALEX))[-1]


# ── yes and no ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_no_is_asked_once_more_and_never_again(night: Night) -> None:
    """No: nobody enters, nobody else is asked, one question after ten minutes, then quiet."""
    dm, page = await in_crisis(night)
    await night.suite.write(dm, NOA, "no", bots=["checkin"])
    assert "Standing by" in night.shown(page)
    heard = len(night.suite.said(dm))
    await night.suite.forward(minutes=9, seconds=59)
    assert len(night.suite.said(dm)) == heard and len(night.pages()) == 1
    await night.suite.forward(seconds=1)
    assert "so I ask once more" in night.suite.said(dm)[-1].text
    await night.suite.write(dm, NOA, "no", bots=["checkin"])
    heard = len(night.suite.said(dm))
    await night.suite.forward(days=1)
    assert len(night.suite.said(dm)) == heard and await night.suite.timers("escalation") == []
    assert not night.case_rooms() and len(night.pages()) == 1


async def test_a_yes_to_the_second_question_calls_people_anew(night: Night) -> None:
    """No, then yes by tap to the second question: pages, and the ladder from its beginning."""
    dm, page = await in_crisis(night)
    await night.suite.write(dm, NOA, "no", bots=["checkin"])
    await night.suite.forward(minutes=10)
    await night.suite.tap(night.suite.said(dm)[-1], "✅", by=NOA)
    assert len(night.pages()) == 2 and "They want a person" in night.shown(page)
    await night.suite.forward(minutes=2)
    assert len(night.pages()) == 3
    assert "Nobody has picked this up yet" in night.suite.said(dm)[-1].text


async def test_a_case_of_no_may_be_claimed_and_nobody_enters(night: Night) -> None:
    """Standing by with an owner: no room, until the member says yes."""
    dm, page = await in_crisis(night)
    await night.suite.write(dm, NOA, "no", bots=["checkin"])
    await night.suite.tap(page, "✅", by=ALEX)
    assert not night.case_rooms() and "I open no room" in (await night.alone(ALEX))[-1]
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    assert len(night.case_rooms()) == 1


async def test_a_doubled_answer_changes_nothing(night: Night) -> None:
    """Yes by word and by tap is one yes: one page, one room."""
    dm, page = await in_crisis(night)
    question = night.suite.said(dm)[-1]
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    await night.suite.tap(question, "✅", by=NOA)
    await night.suite.tap(page, "✅", by=ALEX)
    await night.suite.tap(page, "✅", by=ALEX)
    assert len(night.pages()) == 1 and len(night.case_rooms()) == 1


async def test_a_yes_without_a_case_opens_one(night: Night) -> None:
    """A yes that comes when no case is open is not lost; a no needs nothing."""
    dm = await night.suite.dm_room("intake", NOA)
    await night.suite.tell("escalation", WantsPerson(member=NOA, wants=False, room_id=dm, at=night.suite.clock.now()))
    assert not night.pages()
    await night.suite.tell("escalation", WantsPerson(member=NOA, wants=True, room_id=dm, at=night.suite.clock.now()))
    assert "They want a person" in night.shown(night.pages()[0])


async def test_after_a_case_a_yes_means_something_else_again(night: Night) -> None:
    """A closed case takes its offers with it: a later "yes" in that DM opens nothing."""
    dm, _ = await in_crisis(night)
    await night.case("!case close 1 looked after")
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    assert await night.case("!case") == "There is no open case."


# ── signals ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_several_signals_of_one_member_are_one_case(night: Night) -> None:
    """Words to two bots and in a group: one case, one page; the owner hears of the later ones."""
    await in_crisis(night)
    await night.suite.dm("intake", NOA, WORDS)
    await night.concern()
    assert len(night.pages()) == 1
    await night.suite.write(night.specialists, ALEX, "!claim 1")
    await night.concern()
    assert "words of crisis from them again" in (await night.alone(ALEX))[-1]
    await in_crisis(night, member=SAM)
    assert "Case 2" in night.pages()[-1].text


async def test_soon_stays_quiet(night: Night) -> None:
    """Level soon: one quiet line that mentions nobody, no ladder, no word to the member before somebody takes it."""
    dm = await night.suite.dm_room("checkin", NOA)
    await night.concern(level="soon")
    (page,) = night.pages()
    assert page.effect.quiet and not night.asked(page) and "soon" in page.text  # type: ignore[attr-defined]
    assert await night.suite.timers("escalation") == []
    await night.suite.forward(hours=2)
    assert len(night.pages()) == 1 and not night.suite.said(dm) and not await night.alone(ALEX)

    await night.suite.tap(page, "✅", by=ALEX)
    assert "would like to ask how you are" in night.suite.said(dm)[-1].text
    await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    assert len(night.case_rooms()) == 1


async def test_a_soon_case_without_a_chat_makes_none(night: Night) -> None:
    """Nothing is created for a member at level soon until a person takes it."""
    done = await night.concern(level="soon", member=SAM)
    assert {d.room for d in done} == {night.specialists}


async def test_a_tap_on_a_closed_case_writes_to_no_member(night: Night) -> None:
    """Whoever taps too late hears that it is closed; no chat is made with the member."""
    await night.concern(level="soon", member=SAM)
    page = night.pages()[0]
    await night.case("!case false 1")
    done = await night.suite.tap(page, "✅", by=BO)
    assert (await night.alone(BO))[-1] == "That does not work for case 1 as it stands. Closed."
    assert not any(SAM in night.suite.invited(d.room) for d in done)


async def test_the_level_rises_and_never_falls(night: Night) -> None:
    """Soon, then now: answered and paged. Soon again: the case stays now."""
    dm = await night.suite.dm_room("checkin", NOA)
    await night.concern(level="soon")
    await night.suite.forward(hours=3)
    await night.concern(level="now")
    assert "NOW" in night.shown(night.pages()[0]) and "waiting 0 min" in night.pages()[1].text
    assert night.asked(night.pages()[1]) == (ALEX,)
    assert night.suite.said(dm)[0].text.startswith("Thank you for writing this")
    await night.concern(level="soon")
    assert "NOW" in await night.case("!case 1")


async def test_new_words_of_crisis_after_a_no_call_people_again(night: Night) -> None:
    """A no holds for what was said before it, not for what is written later."""
    dm, _ = await in_crisis(night)
    await night.suite.write(dm, NOA, "no", bots=["checkin"])
    await night.suite.forward(minutes=5)
    await night.suite.write(dm, NOA, WORDS, bots=["checkin"])
    assert len(night.pages()) == 2
    await night.suite.forward(minutes=2)
    assert "Nobody has picked this up yet" in night.suite.said(dm)[-1].text


async def test_words_in_a_group_are_answered_in_the_newest_direct_chat(night: Night) -> None:
    """Nothing is said in the group; the bot that the member talks with says the whole answer and asks."""
    await night.suite.dm_room("intake", NOA)
    await night.suite.forward(seconds=1)
    newest = await night.suite.dm_room("checkin", NOA)
    group = await night.suite.room("topic:evenings", "group", ["moderation"])
    await night.concern(room=group)
    answer, question = night.suite.said(newest)
    assert answer.bot == "checkin" and "999" in answer.text and "Shall I bring a person" in question.text
    assert not night.suite.said(group)
    await night.suite.write(newest, NOA, "yes", bots=["checkin"])
    assert "They want a person" in night.shown(night.pages()[0])


async def test_a_member_without_a_chat_gets_one(night: Night) -> None:
    """Words in a group of somebody who never wrote to a bot: the crisis bot opens a direct chat."""
    await night.concern(member=SAM)
    dm = await night.suite.dm_room("escalation", SAM)
    assert [d.text.split()[0] for d in night.suite.said(dm)] == ["Thank", "Shall"]
    await night.suite.write(dm, SAM, "no", bots=["escalation"])
    await night.suite.forward(minutes=10)
    assert "so I ask once more" in night.suite.said(dm)[-1].text


async def test_a_bot_that_is_gone_is_not_spoken_through(night: Night) -> None:
    """A bot silent for long is left aside, and another one speaks; after a common sleep nobody counts as gone."""
    usual = await night.suite.dm_room("checkin", NOA)
    async with night.suite.database.transaction() as db:
        await db.beat(bot="checkin", at=night.suite.clock.now() - 2 * MINUTE)
        await db.beat(bot="escalation", at=night.suite.clock.now() - 2 * MINUTE)
    await night.concern()
    assert len(night.suite.said(usual)) == 2
    async with night.suite.database.transaction() as db:
        await db.beat(bot="escalation", at=night.suite.clock.now())
    await night.suite.forward(minutes=2)
    assert "Nobody has picked this up yet" in (await night.alone(NOA))[-1]
    assert len(night.suite.said(usual)) == 2


async def test_late_words_are_answered_with_an_apology_and_paged_at_once(night: Night) -> None:
    """The bots were down for half an hour: sorry first, then the answer; the page says how old the words are."""
    dm = await night.suite.dm_room("checkin", NOA)
    written = night.suite.clock.now()
    night.suite.clock.forward(30 * MINUTE)
    await night.concern(at=written)
    assert night.suite.said(dm)[0].text.startswith("I was not running when you wrote, 30 minutes ago. I am sorry.")
    (page,) = night.pages()
    assert "waiting 30 min" in page.text and "30 minutes before I could read it" in page.text
    assert night.asked(page) == (ALEX,)


@pytest.mark.parametrize(("minutes", "said"), [(6, "6 minutes ago"), (150, "about 2 hours ago")])
async def test_a_late_answer_says_sorry_wherever_it_is_given(suite: Suite, minutes: int, said: str) -> None:
    """Words in a DM that were read late are answered with an apology by whichever bot read them."""
    dm = await suite.dm_room("checkin", NOA)
    written = suite.clock.now()
    suite.clock.forward(minutes * MINUTE)
    await suite.see(Message(room_id=dm, event_id="$old", sender=NOA, at=written, body=WORDS), ["checkin"])
    assert said in suite.said(dm)[0].text and "999" in suite.said(dm)[1].text


async def test_a_downtime_over_several_rungs_gives_one_honest_notice(night: Night) -> None:
    """Down from minute 1 to minute 7: everybody is asked, the member hears so once."""
    dm, _ = await in_crisis(night)
    heard = len(night.suite.said(dm))
    night.suite.clock.forward(7 * MINUTE)
    night.suite.restart()
    await night.suite.settle()
    assert len(night.suite.said(dm)) == heard + 1
    assert "I have now asked all who are on duty" in night.suite.said(dm)[-1].text
    assert set(night.asked(night.pages()[-1])) == {ALEX, BO}


# ── who is asked ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_nobody_on_duty_is_told_at_once_to_everybody(house: House, clock: HandClock, database: Database) -> None:
    """An empty rota: coordinators and the fallback contact at once, and the member hears the truth."""
    suite = Suite.of(replace(house, fallback_contact=CONTACT), clock, database)
    night = await Night.of(suite)
    dm, page = await in_crisis(night)
    assert night.asked(page) == () and night.asked(night.pages(night.coordinators)[0]) == (CARO,)
    assert "Case 1" in (await night.alone(CONTACT))[-1]
    assert "Nobody from our team is free right now" in suite.said(dm)[-1].text
    await suite.forward(minutes=2)
    assert "I have asked again" in suite.said(dm)[-1].text and len(night.pages(night.coordinators)) == 2
    alone = await suite.dm_room("escalation", CONTACT)
    await suite.tap(night.pages(alone)[0], "✅", by=CONTACT)
    assert "phonetree has it" in night.shown(page)


async def test_one_person_alone_on_duty_is_not_called_a_second_one(suite: Suite) -> None:
    """With nobody else to ask, the member hears that I asked again, not that a second person was asked."""
    night = await Night.of(suite, ALEX)
    dm, _ = await in_crisis(night)
    await suite.forward(minutes=2)
    assert "I have asked again" in suite.said(dm)[-1].text
    assert night.pages(night.coordinators)


async def test_people_are_asked_in_turn_and_not_beyond_their_cap(night: Night) -> None:
    """The one asked least recently is next; who has two open cases is left out until everybody is asked."""
    members = [f"@member{i}:kith.localhost" for i in range(6)]
    asked = []
    for member in members[:4]:
        _, page = await in_crisis(night, member=member)
        asked.append(night.asked(page)[0])
        await night.suite.tap(page, "✅", by=ALEX)
        await night.suite.forward(seconds=1)
    assert asked == [ALEX, BO, BO, BO]
    _, page = await in_crisis(night, member=members[4])
    assert night.asked(page) == (BO,)


async def test_who_ends_their_shift_or_loses_the_role_is_not_asked(night: Night) -> None:
    """Off shift, or no longer a specialist: no pages."""
    await night.suite.grant(CLEO, "specialist")
    assert "off duty" in await night.case("!shift off")
    async with night.suite.database.transaction() as db:
        await db.revoke_role(member=BO, role="specialist")
    assert "Nobody is on duty" in await night.case("!rota")
    assert "You are on duty" in await night.case("!shift on", by=CLEO)
    assert "cleo, 0 open cases" in await night.case("!rota")
    _, page = await in_crisis(night)
    assert night.asked(page) == (CLEO,)
    assert "only for peer specialists" in await night.case("!shift on", by=SAM)


async def test_a_shift_begins_with_what_is_waiting(night: Night) -> None:
    """Who comes on duty sees the open cases."""
    await in_crisis(night)
    assert "Case 1" in await night.case("!shift on")


async def test_it_does_not_start_with_nobody_to_page(suite: Suite) -> None:
    """No specialist and no fallback contact: it refuses to start and says what to do; with either it starts."""
    worker = suite.workers["escalation"]
    with pytest.raises(CannotStart, match=r"fallback_contact.*config\.yaml"):
        await worker.run()
    await suite.grant(ALEX, "specialist")
    worker.stop()
    await worker.run()


# ── the end ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("before", ["offered", "accepted", "standing-by", "claimed", "talking"])
async def test_closing_stops_every_timer(night: Night, before: str) -> None:
    """Whatever a case waits for, nothing of it is left when it is closed."""
    dm, page = await in_crisis(night)
    if before in ("accepted", "talking"):
        await night.suite.write(dm, NOA, "yes", bots=["checkin"])
    if before == "standing-by":
        await night.suite.write(dm, NOA, "no", bots=["checkin"])
    if before in ("claimed", "talking"):
        await night.suite.tap(page, "✅", by=ALEX)
    assert await night.case("!case close 1 done") == "Case 1 is closed."
    assert await night.suite.timers("escalation") == []
    said = len(night.suite.said())
    await night.suite.forward(hours=1)
    assert len(night.suite.said()) == said
    assert "Closed" in night.shown(page)


async def test_a_case_is_closed_by_its_owner_or_a_coordinator_with_a_reason(night: Night) -> None:
    """Another specialist cannot, a reason is needed, a closed case moves no more."""
    _, page = await in_crisis(night)
    await night.suite.tap(page, "✅", by=ALEX)
    assert "goes like this" in await night.case("!case close 1")
    assert "belongs to alex" in await night.case("!case close 1 done", by=BO)
    assert "is closed" in await night.case("!case close 1 done", by=CARO)
    assert "does not work for case 1" in await night.case("!case close 1 again", by=CARO)
    assert "does not work for case 1" in await night.case("!claim 1", by=BO)


async def test_a_false_alarm_ends_in_one_command_and_says_nothing_more(night: Night) -> None:
    """`!case false 1`: the pages say so, the member hears no more."""
    dm, page = await in_crisis(night)
    heard = len(night.suite.said(dm))
    assert "is closed" in await night.case("!case false 1")
    assert "a false alarm" in night.shown(page) and len(night.suite.said(dm)) == heard
    await night.concern(member=NOA)
    assert "Case 2" in night.pages()[-1].text


async def test_the_reason_is_sealed(night: Night) -> None:
    """What was written as reason is not readable in the database."""
    await in_crisis(night)
    await night.case("!case close 1 went home with a sister")
    async with night.suite.database.transaction("escalation") as db:
        row = await db.case(number=1)
    assert "sister" not in row["reason_sealed"]
    assert night.suite.house.seal.open(row["reason_sealed"]) == "went home with a sister"


async def test_i_am_fine_ends_the_search_kindly(night: Night) -> None:
    """`!fine`: nobody else is asked, the member is not asked again, the team sees it; a human closes the case."""
    dm = await night.suite.dm_room("escalation", NOA)
    await night.suite.dm("escalation", NOA, WORDS)
    page = night.pages()[-1]
    await night.suite.write(dm, NOA, "!fine", bots=["escalation"])
    assert "good to hear" in night.suite.said(dm)[-1].text
    assert await night.suite.timers("escalation") == [] and "Standing by" in night.shown(page)
    await night.suite.forward(hours=1)
    assert "good to hear" in night.suite.said(dm)[-1].text and "Case 1" in await night.case("!case")
    (answer,) = await night.suite.dm("escalation", SAM, "!fine")
    assert "told the team" not in answer.text


async def test_the_member_leaves_the_case_room(night: Night) -> None:
    """The owner hears so and nobody is sought; a later yes brings them together in the same room again."""
    dm, _, room = await talking(night)
    await night.suite.leave(room, NOA)
    assert "left the room" in (await night.alone(ALEX))[-1] and len(night.pages()) == 1
    await night.suite.forward(minutes=30)
    assert "alex has it" in await night.case("!case 1")
    await night.suite.tell("escalation", WantsPerson(member=NOA, wants=True, room_id=dm, at=night.suite.clock.now()))
    assert len(night.case_rooms()) == 1 and "A person is here: alex" in night.suite.said(dm)[-1].text


async def test_the_specialist_leaves_the_case_room(night: Night) -> None:
    """The member hears so in the room, somebody else is asked, and comes into the same room."""
    _, _, room = await talking(night)
    await night.suite.leave(room, ALEX)
    assert "alex has left this room" in night.suite.said(room)[-1].text
    assert night.asked(night.pages()[-1]) == (BO,)
    await night.suite.forward(minutes=2)
    assert "I have asked again" in night.suite.said(room)[-1].text
    await night.suite.tap(night.pages()[-1], "✅", by=BO)
    assert "This room is for you and bo" in night.suite.said(room)[-1].text
    assert BO in night.suite.invited(room) and len(night.case_rooms()) == 1


async def test_a_case_is_given_back(night: Night) -> None:
    """`!case release 1`: the old owner is taken out of the room and another person is asked."""
    _, _, room = await talking(night)
    assert "belongs to alex" in await night.case("!case release 1", by=BO)
    assert "no longer yours" in await night.case("!case release 1")
    assert [d.effect.member for d in night.suite.done if isinstance(d.effect, Kick) and d.room == room] == [ALEX]
    await night.suite.leave(room, ALEX)
    assert night.asked(night.pages()[-1]) == (BO,) and len(night.pages()) == 2


async def test_nobody_reads_a_closed_room_and_it_says_so(night: Night) -> None:
    """Words of the member in the room of a closed case are answered with lines and the way back."""
    _, _, room = await talking(night)
    await night.case("!case close 1 done")
    await night.suite.write(room, NOA, "Are you still there?")
    assert "may be that nobody reads here" in night.suite.said(room)[-1].text
    said = len(night.suite.said())
    await night.suite.write(room, ALEX, "Take care.")
    assert len(night.suite.said()) == said
    await night.suite.write(room, NOA, "!crisis")
    assert "Case 2" in night.pages()[-1].text


# ── the direct chat with the crisis bot, and lists ───────────────────────────────────────────────────────────────────


async def test_a_member_who_waits_hears_how_things_stand(night: Night) -> None:
    """Any words to the crisis bot are answered with the truth, and a yes counts there as well."""
    await in_crisis(night)
    dm = await night.suite.dm_room("escalation", NOA)
    await night.suite.write(dm, NOA, "hello?", bots=["escalation"])
    assert "Shall I bring a person" in night.suite.said(dm)[-1].text
    await night.suite.write(dm, NOA, "yes", bots=["escalation"])
    await night.suite.write(dm, NOA, "and now?", bots=["escalation"])
    assert "nobody has picked it up yet" in night.suite.said(dm)[-1].text
    await night.suite.tap(night.pages()[0], "✅", by=ALEX)
    await night.suite.write(dm, NOA, "where?", bots=["escalation"])
    assert "alex from our team is in the room" in night.suite.said(dm)[-1].text


async def test_words_to_the_crisis_bot_without_a_case_get_a_way_on(suite: Suite) -> None:
    """The crisis bot never meets words with silence."""
    (answer,) = [d for d in await suite.dm("escalation", SAM, "good evening") if d in suite.said()]
    assert "!crisis" in answer.text


async def test_the_list_shows_state_owner_and_timers(night: Night) -> None:
    """`!case` lists all; `!case 1` shows what it waits for, at the reader's time."""
    dm, page = await in_crisis(night)
    assert "No answer yet" in await night.case("!case")
    card = await night.case("!case 1")
    assert "At 12:02 I ask more people." in card
    await night.suite.write(dm, NOA, "no", bots=["checkin"])
    assert "At 12:10 I ask the member once more." in await night.case("!case 1")
    await night.suite.tap(page, "✅", by=ALEX)
    assert "alex has it" in await night.case("!case 1", by=BO)


async def test_pages_can_be_tapped_everywhere(night: Night) -> None:
    """Each page bears the tap, in the room and alone; a page alone claims as well."""
    await in_crisis(night)
    alone = await night.suite.dm_room("escalation", ALEX)
    page = night.pages(alone)[0]
    assert any(isinstance(d.effect, React) and d.effect.target == page.key for d in night.suite.done)
    await night.suite.tap(page, "✅", by=ALEX)
    assert "alex has it" in night.shown(page) and "alex has it" in night.shown(night.pages()[0])


async def test_another_bot_repeats_the_offer_as_a_question(suite: Suite) -> None:
    """`as_question`: the phrase itself is the offer, so one question is asked and not two."""
    dm = await suite.dm_room("intake", NOA)
    await suite.tell("intake", SayTo(member=NOA, room_id=dm, phrase=phrase("crisis-ask-again"), as_question=True))
    assert len(suite.said(dm)) == 1 and "I will not ask again" in suite.said(dm)[0].text


async def test_times_of_the_page_are_within_seconds(night: Night) -> None:
    """The page is written in the moment in which the words are read."""
    began = night.suite.clock.now()
    _, page = await in_crisis(night)
    assert page.at - began <= SECOND
