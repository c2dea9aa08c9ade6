"""Matching in the now lane: a card for one, a card for the other, a room only when both said yes."""

import pytest

from bots.clock import DAY
from bots.effects import CreateRoom, Invite, Kick, Pin, Redact
from bots.store.database import Database
from bots.store.migrate import migrate
from tests.turns.intake import (
    ANNA,
    BEN,
    COORDINATOR,
    CORA,
    DAN,
    answer,
    cards,
    grown_up,
    pair_rooms,
    paired,
    rooms,
    rows,
    sent,
    supporter,
    tells,
    texts,
)
from tests.turns.suite import Suite

EVA, FINN = "@eva:kith.localhost", "@finn:kith.localhost"
STAFF = "!staff-coordinators"


async def anna_looks(suite: Suite) -> str:
    await grown_up(suite, ANNA, "matching")
    return texts(await suite.dm("intake", ANNA, "!match"))


async def states(suite: Suite, table: str) -> list[str]:
    return [row["state"] for row in await rows(suite, f"SELECT state FROM {table} ORDER BY id")]


@pytest.mark.parametrize("how", ["tap", "number", "word"])
async def test_both_say_yes_and_a_room_opens(suite: Suite, how: str) -> None:
    """Card to the supporter, card to the member, an encrypted room with the bot in it, and the agreement pinned."""
    await supporter(suite, BEN, "panic attacks and night shifts")
    await grown_up(suite, ANNA, "matching")
    await tells(suite, ANNA, "night shifts; panic")
    assert "I am looking" in texts(await suite.dm("intake", ANNA, "!match"))
    (card,) = cards(suite, BEN)
    assert "You both wrote about night shifts and panic attacks." in card.text and "anna" not in card.text
    assert not cards(suite, ANNA) and not pair_rooms(suite)
    await answer(suite, BEN, "yes", how)
    (card,) = cards(suite, ANNA)
    assert "would like to talk with you" in card.text and "ben" not in card.text
    assert not pair_rooms(suite)
    done = await answer(suite, ANNA, "yes", how)
    (made,) = pair_rooms(suite)
    assert isinstance(made.effect, CreateRoom) and made.effect.encrypted and set(made.effect.invite) == {ANNA, BEN}
    assert "!whatdoyousee" in made.effect.topic
    agreement = sent(suite, made.room)[0]
    assert all(head in agreement for head in ("Who", "What", "When", "Where", "How"))
    assert [d.effect.target for d in done if isinstance(d.effect, Pin)] == ["agreement:1"]
    assert await states(suite, "requests") == ["matched"]


async def test_the_agreement_waits_for_both_and_then_the_bot_is_quiet(suite: Suite) -> None:
    """A tap and a word; after the second the starters are shown once, and talk is answered no more."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    room = await paired(suite)
    question = suite.said(room)[0]
    assert "wait for the other" in texts(await suite.tap(question, "✅", by=ANNA))
    assert not await suite.tap(question, "✅", by=ANNA)
    assert not await suite.tap(question, "✅", by=CORA)
    both = texts(await suite.write(room, BEN, "yes"))
    assert "The room is yours" in both and both.count("- ") == 3
    for words in ("hello Anna", "yes", "1"):
        assert not await suite.write(room, BEN, words)
    assert "Who" in texts(await suite.write(room, BEN, "!agreement"))
    assert "three ways" in texts(await suite.write(room, BEN, "!starter"))


async def test_the_agreement_can_be_asked_again_before_both_agreed(suite: Suite) -> None:
    """It is shown as a question again, and a yes from before still counts."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    room = await paired(suite)
    await suite.write(room, ANNA, "yes")
    await suite.write(room, ANNA, "!agreement")
    assert "The room is yours" in texts(await suite.tap(suite.said(room)[-1], "✅", by=BEN))


async def test_a_refusal_by_a_supporter_is_never_told(suite: Suite) -> None:
    """The next candidate gets a card; the member hears nothing of the first."""
    await supporter(suite, BEN, "panic")
    await supporter(suite, CORA)
    await grown_up(suite, ANNA, "matching")
    await tells(suite, ANNA, "panic")
    await suite.dm("intake", ANNA, "!match")
    before = await suite.said_to(ANNA)
    assert "Nobody hears of it" in texts(await answer(suite, BEN, "no", "tap"))
    assert await suite.said_to(ANNA) == before
    assert len(cards(suite, CORA)) == 1
    assert await states(suite, "proposals") == ["declined", "with_supporter"]


async def test_a_refusal_by_the_member_is_told_as_chance(suite: Suite) -> None:
    """The supporter who was ready hears words that are the same for a no, for silence and for a change of mind."""
    await supporter(suite, BEN)
    await anna_looks(suite)
    await suite.dm("intake", BEN, "yes")
    said = await suite.dm("intake", ANNA, "no")
    (to_ben,) = [d.text for d in said if d.room == "!intake-ben"]
    assert to_ben.startswith("Thank you for being ready. It did not come about this time.")
    assert not pair_rooms(suite)


async def test_silence_goes_on_to_the_next(suite: Suite) -> None:
    """A card that nobody answers is closed, and somebody else is asked; a late yes changes nothing."""
    await supporter(suite, BEN)
    await supporter(suite, CORA)
    await anna_looks(suite)
    (first,) = cards(suite, BEN) or cards(suite, CORA)
    asked, other = (BEN, CORA) if first.room.endswith("ben") else (CORA, BEN)
    await suite.forward(minutes=11)
    assert len(cards(suite, other)) == 1
    assert not [d for d in await suite.tap(first, "✅", by=asked) if d.text]
    assert await states(suite, "proposals") == ["unanswered", "with_supporter"]


async def test_a_member_who_does_not_answer_stops_the_search(suite: Suite) -> None:
    """Nobody waits for somebody who is away; the supporter is free again."""
    await supporter(suite, BEN)
    await anna_looks(suite)
    await suite.dm("intake", BEN, "yes")
    said = await suite.forward(minutes=121)
    assert "I have stopped looking" in texts([d for d in said if d.room == "!intake-anna"])
    assert "not about you" in texts([d for d in said if d.room == "!intake-ben"])
    assert await states(suite, "requests") == ["closed"]


async def test_nobody_is_said_honestly(suite: Suite) -> None:
    """“No one yet”, a group room meanwhile, and the coordinators hear that somebody waits, without a name."""
    await rooms(suite)
    await suite.grant(COORDINATOR, "coordinator")
    said = await anna_looks(suite)
    assert "found no one yet" in said and "evenings" in said
    assert [d.room for d in suite.done if isinstance(d.effect, Invite)] == ["!topic-evenings"]
    (notice,) = suite.said(STAFF)
    assert "English" in notice.text and "anna" not in notice.text
    assert "still looking" in texts(await suite.dm("intake", ANNA, "!match"))
    await suite.forward(hours=5)
    assert len(suite.said(STAFF)) == 1


async def test_whoever_waits_is_served_when_somebody_comes(suite: Suite) -> None:
    """A new supporter gets the card of the one who has waited longest."""
    await anna_looks(suite)
    await suite.forward(minutes=1)
    await grown_up(suite, DAN, "matching")
    await suite.dm("intake", DAN, "!match")
    await supporter(suite, BEN)
    assert [row["seeker"] for row in await rows(suite, "SELECT seeker FROM proposals")] == [ANNA]
    await suite.dm("intake", BEN, "no")
    assert [row["seeker"] for row in await rows(suite, "SELECT seeker FROM proposals ORDER BY id")] == [ANNA, DAN]


async def test_three_candidates_then_a_rest(suite: Suite) -> None:
    """After three cards that came to nothing the member hears the honest word; the fourth is asked later."""
    for member in (BEN, CORA, DAN, EVA):
        await supporter(suite, member)
    await anna_looks(suite)
    for _ in range(3):
        (row,) = await rows(suite, "SELECT supporter FROM proposals WHERE state = 'with_supporter'")
        await suite.dm("intake", row["supporter"], "no")
    assert await states(suite, "proposals") == ["declined"] * 3
    assert "found no one yet" in "\n".join(await suite.said_to(ANNA))
    await suite.forward(minutes=31)
    assert await states(suite, "proposals") == ["declined"] * 3 + ["with_supporter"]


async def test_a_supporter_has_three_pairs_at_most(suite: Suite) -> None:
    """The fourth who asks waits, until one of the pairs ends."""
    await supporter(suite, BEN)
    seekers = [ANNA, CORA, DAN]
    for member in seekers:
        await grown_up(suite, member, "matching")
        await paired(suite, member)
    await grown_up(suite, EVA, "matching")
    await suite.dm("intake", EVA, "!match")
    assert len(cards(suite, BEN)) == 3
    await suite.write(pair_rooms(suite)[0].room, ANNA, "!rematch")
    assert await rows(suite, "SELECT seeker FROM proposals WHERE state = 'with_supporter'") == [{"seeker": EVA}]


async def test_full_and_resting_hold_at_once(suite: Suite) -> None:
    """The card that is out goes to somebody else; `!available` brings cards back."""
    await supporter(suite, BEN)
    await anna_looks(suite)
    assert "No new cards" in texts(await suite.dm("intake", BEN, "!full"))
    assert await states(suite, "proposals") == ["withdrawn"]
    await suite.dm("intake", BEN, "!resting")
    assert "You get cards again" in texts(await suite.dm("intake", BEN, "!available"))
    assert await states(suite, "proposals") == ["withdrawn", "with_supporter"]
    assert "only for supporters" in texts(await suite.dm("intake", ANNA, "!full"))


async def test_a_supporter_who_is_full_meanwhile_is_not_paired(suite: Suite) -> None:
    """The constraints hold again at each yes: a yes of the member after `!full` opens no room."""
    await supporter(suite, BEN)
    await anna_looks(suite)
    await suite.dm("intake", BEN, "yes")
    async with suite.database.transaction("intake") as db:
        await db.set_supporter_state(member=BEN, state="full")
    assert "This card is closed" in texts(await suite.dm("intake", ANNA, "yes"))
    assert not pair_rooms(suite)


async def test_rematch_ends_a_pair_for_good(suite: Suite) -> None:
    """One step, the same kind words for both, another person at once, and never the same two again."""
    await supporter(suite, BEN)
    await supporter(suite, CORA)
    await grown_up(suite, ANNA, "matching")
    await suite.dm("intake", ANNA, "!match")
    (row,) = await rows(suite, "SELECT supporter FROM proposals")
    first = row["supporter"]
    other = CORA if first == BEN else BEN
    await suite.dm("intake", first, "yes")
    await suite.dm("intake", ANNA, "yes")
    room = pair_rooms(suite)[0].room
    done = await suite.write(room, ANNA, "!rematch")
    assert {d.effect.member for d in done if isinstance(d.effect, Kick)} == {ANNA, first}
    assert len(cards(suite, other)) == 1
    await suite.dm("intake", other, "no")
    suite.clock.forward(31 * DAY)
    await suite.forward(hours=1)
    assert len(cards(suite, first)) == 1
    await suite.dm("intake", ANNA, "!match stop")
    await suite.write(STAFF, COORDINATOR, f"!match make {ANNA} {first} they asked", bots=["intake"])
    assert "not paired again" in suite.said(STAFF)[-1].text
    await suite.dm("intake", first, "!rematch")
    assert len(cards(suite, first)) == 1


async def test_a_rematch_by_the_supporter_offers_the_member_somebody_else(suite: Suite) -> None:
    """From the direct chat as well; the member is asked, not told why, and the supporter is not proposed again."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    await paired(suite)
    await suite.dm("intake", BEN, "!rematch")
    assert "Shall I look for another person?" in (await suite.said_to(ANNA))[-1]
    assert "found no one yet" in texts(await suite.dm("intake", ANNA, "yes"))
    assert len(cards(suite, BEN)) == 1


async def test_a_pair_is_over_when_one_of_them_leaves(suite: Suite) -> None:
    """Also when an invitation is declined; the other hears so kindly, in their own chat."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    room = await paired(suite)
    done = await suite.leave(room, BEN)
    assert "It" not in texts([d for d in done if d.room == "!intake-ben"])
    assert "another person" in texts([d for d in done if d.room == "!intake-anna"])
    assert not await suite.leave(room, ANNA)
    assert await states(suite, "pairs") == ["ended"]


async def test_a_report_reaches_the_moderators_and_nobody_else(suite: Suite) -> None:
    """A ticket about the other, without the reporter's name; the words vanish from the room; the audit has no words."""
    await rooms(suite)
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    room = await paired(suite)
    done = await suite.write(room, ANNA, "!report asks for photos")
    (ticket,) = [d.text for d in done if d.room == "!staff-moderators"]
    assert "Report 1" in ticket and BEN in ticket and "asks for photos" in ticket and "anna" not in ticket
    assert any(isinstance(d.effect, Redact) for d in done)
    assert not [d for d in done if d.text and d.room in (room, "!intake-ben")]
    assert "report number 1" in texts([d for d in done if d.room == "!intake-anna"])
    kept = await rows(suite, "SELECT actor, action, subject, detail FROM audit")
    assert not any(ANNA in str(row) or "photos" in str(row) for row in kept)


async def test_a_report_from_the_direct_chat(suite: Suite) -> None:
    """Where the other cannot see it at all."""
    await rooms(suite)
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    await paired(suite)
    await suite.dm("intake", ANNA, "!report")
    assert "no words given" in suite.said("!staff-moderators")[-1].text


async def test_a_report_after_the_end_still_reaches_the_moderators(suite: Suite) -> None:
    """Whoever left first and writes then is heard; whoever never had a pair is shown where to write."""
    await rooms(suite)
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    await suite.write(await paired(suite), ANNA, "!rematch")
    await suite.dm("intake", ANNA, "!report he asked for money")
    assert "asked for money" in suite.said("!staff-moderators")[-1].text
    assert "no room for two" in texts(await suite.dm("intake", CORA, "!report something"))


async def test_a_supporter_who_is_removed_gets_no_card(suite: Suite) -> None:
    """The card that is out goes to somebody else, and not back to them."""
    await supporter(suite, BEN)
    await anna_looks(suite)
    await suite.write(STAFF, COORDINATOR, f"!supporter remove {BEN}", bots=["intake"])
    assert await states(suite, "proposals") == ["withdrawn"]
    assert "found no one yet" in "\n".join(await suite.said_to(ANNA))


async def test_a_report_in_a_group_belongs_to_another_bot(suite: Suite) -> None:
    """Where the safety bot knows the same word, this one is silent."""
    room = await suite.room("topic:evenings", "group", ["intake", "moderation"])
    assert not [d for d in await suite.write(room, ANNA, "!report spam") if d.bot == "intake"]


async def test_match_asks_for_what_is_missing(suite: Suite) -> None:
    """First the welcome, then the switch; a yes to it starts the search at once."""
    assert "!start" in texts(await suite.dm("intake", ANNA, "!match"))
    await grown_up(suite, ANNA)
    assert "need your yes to matching" in texts(await suite.dm("intake", ANNA, "!match"))
    assert "I am looking" in texts(await suite.dm("intake", ANNA, "yes"))
    assert [row["switch"] for row in await rows(suite, "SELECT switch FROM consents")] == ["matching"]


async def test_whoever_rests_is_not_matched(suite: Suite) -> None:
    """Neither as one who looks nor as one who offers."""
    await grown_up(suite, ANNA, "matching", "service")
    await suite.dm("intake", ANNA, "!role resting")
    assert "you rest for now" in texts(await suite.dm("intake", ANNA, "!match"))
    await suite.dm("intake", ANNA, "!role seeking")
    await supporter(suite, BEN)
    await suite.consent(BEN, "service")
    await suite.dm("intake", BEN, "!role resting")
    await suite.dm("intake", ANNA, "!match")
    assert not cards(suite, BEN)
    await suite.dm("intake", BEN, "!role both")
    assert len(cards(suite, BEN)) == 1


async def test_a_search_can_be_stopped(suite: Suite) -> None:
    """The card that is out is closed."""
    await supporter(suite, BEN)
    await anna_looks(suite)
    assert "not looking any more" in texts(await suite.dm("intake", ANNA, "!match stop"))
    assert await states(suite, "proposals") == ["withdrawn"]


async def test_a_coordinator_names_and_removes_supporters(suite: Suite) -> None:
    """The supporter hears it, the list says what is missing, the audit log who did it."""
    await suite.room("staff:coordinators", "staff", ["intake"])
    await suite.grant(COORDINATOR, "coordinator")

    async def types(words: str, by: str = COORDINATOR) -> str:
        return texts([d for d in await suite.write(STAFF, by, words) if d.room == STAFF])

    assert "only for coordinators" in await types(f"!supporter {BEN}", by=ANNA)
    assert "There is nobody yet" in await types("!supporters")
    assert "is a supporter now" in await types(f"!supporter {BEN}")
    told = "\n".join(await suite.said_to(BEN))
    assert "named you as a supporter" in told and "Which language" in told
    assert "already" in await types(f"!supporter {BEN}")
    assert "the welcome is not finished" in await types("!supporters")
    await grown_up(suite, BEN, "matching")
    assert "available, 0 of 3 pairs, language: English" in await types("!supporters")
    assert "no longer a supporter" in await types(f"!supporter remove {BEN}")
    assert "not a supporter" in await types(f"!supporter remove {BEN}")
    assert "It goes like this" in await types("!supporter")
    kept = await rows(suite, "SELECT actor, action, subject FROM audit ORDER BY seq")
    assert [(r["actor"], r["action"], r["subject"]) for r in kept] == [
        (COORDINATOR, "supporter-flagged", BEN),
        (COORDINATOR, "supporter-removed", BEN),
    ]


async def test_a_supporter_says_yes_to_cards_on_being_named(suite: Suite) -> None:
    """The switch is asked for in the same chat; after the yes cards may come."""
    await grown_up(suite, BEN)
    await suite.grant(COORDINATOR, "coordinator")
    await suite.dm("intake", COORDINATOR, f"!supporter {BEN}")
    await anna_looks(suite)
    assert not cards(suite, BEN)
    await suite.dm("intake", BEN, "yes")
    assert len(cards(suite, BEN)) == 1


async def test_the_waiting_list_and_a_match_by_hand(suite: Suite) -> None:
    """A coordinator sees who waits and proposes two people with a reason; both are asked all the same."""
    await supporter(suite, BEN)
    await supporter(suite, CORA, "panic")
    await grown_up(suite, ANNA, "matching")
    await tells(suite, ANNA, "panic")
    await suite.dm("intake", ANNA, "!match")
    await suite.forward(minutes=5)
    queue = texts(await suite.write(STAFF, COORDINATOR, "!match queue", bots=["intake"]))
    assert ANNA in queue and "5 minutes" in queue and CORA in queue
    made = await suite.write(STAFF, COORDINATOR, f"!match make {ANNA} {BEN} both are nurses", bots=["intake"])
    assert "I ask both of them" in texts(made) and len(cards(suite, BEN)) == 1
    assert await states(suite, "proposals") == ["withdrawn", "with_supporter"]
    (line,) = await rows(suite, "SELECT actor, detail FROM audit WHERE action = 'match-made'")
    assert line == {"actor": COORDINATOR, "detail": "both are nurses"}
    await suite.dm("intake", BEN, "yes")
    await suite.dm("intake", ANNA, "yes")
    assert len(pair_rooms(suite)) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"!match make {ANNA} {BEN}", "It goes like this"),
        (f"!match make {ANNA}", "It goes like this"),
        (f"!match make {ANNA} {FINN} because", "do not know one of them"),
        (f"!match make {BEN} {BEN} because", "one and the same person"),
        (f"!match make {DAN} {BEN} because", "do not share a language"),
        ("!match queue", "Nobody waits"),
        ("!match", "Nobody waits"),
    ],
)
async def test_a_match_by_hand_keeps_the_hard_constraints(suite: Suite, words: str, told: str) -> None:
    """The refusal names which one it was."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    await grown_up(suite, DAN, "matching", language="de")
    assert told in texts(await suite.write(STAFF, COORDINATOR, words, bots=["intake"]))
    assert await rows(suite, "SELECT 1 FROM proposals") == []


async def test_names_picked_from_a_list_are_understood(suite: Suite) -> None:
    """Clients write a mention as a link; the ids stand in it."""
    await suite.room("staff:coordinators", "staff", ["intake"])
    await suite.grant(COORDINATOR, "coordinator")
    html = f'!supporter <a href="https://matrix.to/#/{BEN}">Ben</a>'
    await suite.write(STAFF, COORDINATOR, "!supporter Ben", bots=["intake"], html=html, mentions=(BEN,))
    assert await rows(suite, "SELECT member FROM supporters") == [{"member": BEN}]


async def test_the_list_is_for_coordinators(suite: Suite) -> None:
    """A member who asks for it hears so, in a chat as in a room of the team."""
    await grown_up(suite, ANNA, "matching")
    assert "only for coordinators" in texts(await suite.dm("intake", ANNA, "!match queue"))


async def test_words_in_a_pair_room_are_read_only_with_consent(suite: Suite) -> None:
    """Without the switch not even words of a crisis reach anybody; with it they reach the people on duty."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    room = await paired(suite)
    before = len(suite.done)
    await suite.write(room, ANNA, "I am going to kill myself tonight, I have the pills here", bots=["intake"])
    assert len(suite.done) == before
    await suite.consent(ANNA, "screening")
    await suite.write(room, ANNA, "I am going to kill myself tonight, I have the pills here", bots=["intake"])
    assert [d for d in suite.done[before:] if d.bot == "escalation"]


async def test_someone_who_is_both_answers_the_right_card(suite: Suite) -> None:
    """A supporter who looks for somebody has two cards in one chat; each is answered by its own tap."""
    await supporter(suite, BEN)
    await supporter(suite, CORA)
    await suite.dm("intake", BEN, "!match")
    await suite.dm("intake", CORA, "yes")
    await anna_looks(suite)
    as_seeker, as_supporter = cards(suite, BEN)
    await suite.tap(as_seeker, "✅", by=BEN)
    assert len(pair_rooms(suite)) == 1 and set(pair_rooms(suite)[0].effect.invite) == {BEN, CORA}
    await suite.tap(as_supporter, "❌", by=BEN)
    assert (await states(suite, "proposals"))[:2] == ["accepted", "declined"]


async def test_a_restart_between_any_two_steps_loses_nothing(suite: Suite) -> None:
    """All processes end after each step; the room opens all the same, once."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    for member, words in ((ANNA, "!match"), (BEN, "yes"), (ANNA, "yes")):
        suite.restart()
        await suite.dm("intake", member, words)
    suite.restart()
    await suite.settle()
    assert len(pair_rooms(suite)) == 1 and len(sent(suite, pair_rooms(suite)[0].room)) == 1


async def test_somebody_who_turns_out_to_be_under_18_is_in_no_pair(suite: Suite) -> None:
    """Asked again, they say no: their room closes, and the other hears kind words."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    await paired(suite)
    await suite.write(STAFF, COORDINATOR, f"!adult {ANNA}", bots=["intake"])
    done = await answer(suite, ANNA, "no", "tap")
    assert "people of 18 and over" in texts(done)
    assert {d.effect.member for d in done if isinstance(d.effect, Kick)} == {ANNA, BEN}
    assert await states(suite, "pairs") == ["ended"]


async def test_the_story_on_postgresql(house, clock, fresh_postgres) -> None:  # type: ignore[no-untyped-def]
    """Welcome, consent, profile, supporter, both yes, agreement, rematch: the same on the other database."""
    database = await Database.open(await fresh_postgres())
    await migrate(database)
    suite = Suite.of(house, clock, database)
    await rooms(suite)
    await supporter(suite, BEN, "panic attacks")
    await suite.join("!welcome", ANNA, ["intake"])
    for words in ("English", "go on", "I agree", "Germany", "yes", "service, matching", "panic", "patience"):
        await answer(suite, ANNA, words)
    await answer(suite, ANNA, "I look for support", "tap")
    room = await paired(suite)
    await suite.write(room, ANNA, "yes")
    assert "The room is yours" in texts(await suite.write(room, BEN, "yes"))
    await suite.write(room, BEN, "!report nothing bad")
    ended = await suite.write(room, ANNA, "!rematch")
    assert {d.effect.member for d in ended if isinstance(d.effect, Kick)} == {ANNA, BEN}
    await suite.write(STAFF, COORDINATOR, "!match queue", bots=["intake"])
    await suite.write(STAFF, COORDINATOR, "!supporters", bots=["intake"])
    await suite.dm("intake", ANNA, "!privacy off all")
    assert await states(suite, "requests") == ["matched", "closed"]
    assert await rows(suite, "SELECT member FROM profiles WHERE member = '@anna:kith.localhost'") == []
    await database.close()
