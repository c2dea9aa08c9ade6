"""What is written in rooms: who hears of it, and who does not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bots.clock import DAY, HOUR, MINUTE
from bots.effects import Send
from bots.events import Malformed, Message
from bots.store.database import Database
from bots.store.inbox import GROUP, put
from bots.store.migrate import migrate
from bots.store.statements import Statements
from models import Judge, Text
from tests.turns.moderation import ANNA, BEN, DANGER, FRIEND, HARMLESS, MOD, WORRY, Town, rules_only
from tests.turns.suite import Suite


@pytest.fixture
async def town(suite: Suite, tmp_path: Path) -> Town:
    """A room in which only the hard rules decide."""
    return await Town.of(suite, overlay=rules_only(tmp_path))


# ── a crisis ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_crisis_in_a_room_is_told_to_escalation_and_nothing_is_said_there(town: Town) -> None:
    """Escalation hears at once, with ids and no words; the room, the moderators and the member hear nothing."""
    await town.says(ANNA, DANGER)
    (concern,) = town.concerns
    assert (concern.member, concern.level, concern.room_id) == (ANNA, "now", town.room)
    assert concern.answered_in is None and "kill" not in str(concern)
    assert not town.suite.done


async def test_a_crisis_in_a_room_is_answered_in_private(suite: Suite, tmp_path: Path) -> None:
    """The whole suite: the member is answered where they are alone, never in the room."""
    room = await suite.room("topic:evenings", "group", ["moderation", "intake"])
    await suite.room("staff:specialists", "staff", ["escalation"])
    await suite.speaks(ANNA)
    await suite.write(room, ANNA, DANGER)
    assert not suite.said(room)
    assert any("999" in text for text in await suite.said_to(ANNA))


async def test_distress_is_answered_by_one_private_line_and_a_card(town: Town) -> None:
    """Soon: the moderators get a card without a quotation, the member one gentle line, the room nothing."""
    await town.says(ANNA, WORRY)
    (card,) = town.cards()
    assert "soon" in card.text and "evenings" in card.text and "https://matrix.to/#/" in card.text
    assert "want to die" not in card.text and "anna" not in card.text
    (line,) = await town.suite.said_to(ANNA)
    assert "software" in line and "!crisis" in line
    assert not town.suite.said(town.room) and not town.concerns


async def test_a_member_is_written_to_once_a_day(town: Town) -> None:
    """Further messages bring no second line; after a day one more may come."""
    await town.says(ANNA, WORRY)
    await town.says(ANNA, WORRY)
    assert len(await town.suite.said_to(ANNA)) == 1
    await town.suite.forward(hours=25)
    await town.says(ANNA, WORRY)
    assert len(await town.suite.said_to(ANNA)) == 2


async def test_an_old_message_brings_no_line_out_of_the_blue(town: Town) -> None:
    """After hours of downtime the moderators get the card, and the member no line."""
    await town.says(ANNA, HARMLESS)
    late = Message(room_id=town.room, event_id="$old", sender=ANNA, at=town.suite.clock.now() - 2 * HOUR, body=WORRY)
    await town.suite.see(late, ["moderation"])
    assert len(town.cards()) == 1 and not await town.suite.said_to(ANNA)


async def test_messages_of_one_person_share_a_card_until_it_gets_worse(town: Town) -> None:
    """Within the hour they are counted on the card that waits; somebody else gets a card of their own."""
    for _ in range(3):
        await town.says(ANNA, WORRY)
    await town.says(BEN, WORRY)
    assert [c["more"] for c in await town.rows("cards")] == [2, 0]
    assert "2 more messages" in town.cards()[2].text
    await town.suite.forward(hours=2)
    await town.says(ANNA, WORRY)
    assert len(await town.rows("cards")) == 3


async def test_worry_about_another_person_gets_help_for_a_friend(town: Town) -> None:
    """Third person: a card, and in private how to help a friend, with lines."""
    await town.says(ANNA, FRIEND)
    (text,) = await town.suite.said_to(ANNA)
    assert "look out for them" in text and "999" in text
    assert "another person" in town.cards()[0].text


# ── S2 ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_low_words_in_a_room_page_nobody(suite: Suite, tmp_path: Path) -> None:
    """S2 with the shipped thresholds: a watch item, no public reply, no page, at most one private line."""
    town = await Town.of(suite)
    await town.says(ANNA, "I'm tired of everything lately.")
    assert [f["tier"] for f in await town.rows("flags")] == [1]
    assert not suite.said(town.room) and not town.concerns
    assert len(await suite.said_to(ANNA)) <= 1


async def test_what_is_watched_is_noted_and_listed_and_nobody_is_written_to(suite: Suite, tmp_path: Path) -> None:
    """S2: a watch item stands in the queue and in the next daily list, without words or name."""
    town = await Town.of(suite, overlay=rules_only(tmp_path, watch=True))
    await start(town)
    await town.says(ANNA, "I'm tired of everything lately.")
    assert [f["tier"] for f in await town.rows("flags")] == [1]
    assert not town.suite.done and not town.concerns
    await town.suite.forward(days=1)
    (listed,) = town.suite.said(town.staff)
    assert "evenings" in listed.text and "matrix.to" in listed.text
    assert "tired" not in listed.text and "anna" not in listed.text


@pytest.mark.parametrize("how", ["leave me be", "1", "Leave me alone!", "🤫", "!leaveme", "tap"])
async def test_leave_me_be_holds_seven_days(town: Town, how: str) -> None:
    """By tap, number, word or command: for a week no line, while the moderators still get their card."""
    await town.says(ANNA, WORRY)
    line = next(d for d in town.suite.said() if d.room != town.staff)
    if how == "tap":
        await town.suite.tap(line, "🤫", by=ANNA)
    else:
        await town.suite.write(line.room, ANNA, how, bots=["moderation"])
    assert "7 days" in (await town.suite.said_to(ANNA))[-1]
    await town.suite.forward(days=6)
    await town.says(ANNA, WORRY)
    assert len(await town.suite.said_to(ANNA)) == 2 and len(await town.rows("cards")) == 2
    await town.suite.forward(days=2)
    await town.says(ANNA, WORRY)
    assert len(await town.suite.said_to(ANNA)) == 3


async def test_leave_me_be_never_mutes_a_crisis(town: Town) -> None:
    """A higher level goes to escalation all the same."""
    await town.says(ANNA, "!leaveme")
    assert not town.suite.said(town.room)
    await town.says(ANNA, DANGER)
    assert len(town.concerns) == 1


# ── edits, threads, malformed events ─────────────────────────────────────────────────────────────────────────────────


async def test_an_edit_is_judged_anew_and_acts_only_if_worse(town: Town) -> None:
    """Harmless → soon → now: a card, then a concern; the same edit again, or a milder one, brings nothing."""
    await town.says(ANNA, HARMLESS)
    first = {"edits": "$first"}
    await town.says(ANNA, WORRY, **first)
    await town.says(ANNA, DANGER, **first)
    await town.says(ANNA, DANGER + "!", **first)
    await town.says(ANNA, WORRY, **first)
    assert len(town.cards()) == 1 and len(town.concerns) == 1
    assert [(f["event_id"], f["tier"]) for f in await town.rows("flags")] == [("$first", 3)]


async def test_an_edit_that_looks_like_a_command_is_judged(town: Town) -> None:
    """Writing "!" before the new words is no way around."""
    await town.says(ANNA, f"!{DANGER}", edits="$first")
    assert len(town.concerns) == 1


@pytest.mark.parametrize("mark", ["!", "! ", "!help ", "!checkin ", "!hlep "])
async def test_words_behind_a_command_are_judged(town: Town, mark: str) -> None:
    """Whether the command is ours, another bot's or nobody's."""
    await town.says(ANNA, mark + DANGER)
    assert [c.member for c in town.concerns] == [ANNA]


async def test_plain_commands_in_a_room_are_no_distress(suite: Suite, tmp_path: Path) -> None:
    """The names of commands are not judged."""
    town = await Town.of(suite, overlay=rules_only(tmp_path, watch=True, claims=True))
    for words in ("!help", "!whatdoyousee", "!trend"):
        await town.says(ANNA, words)
    assert not await town.rows("flags")


async def test_words_in_a_direct_chat_are_answered_by_the_way_to_a_person(town: Town) -> None:
    """The bot does not talk, and says who does."""
    (answer,) = await town.suite.dm("moderation", ANNA, "thanks, it was just a long day")
    assert "software" in answer.text and "!crisis" in answer.text


async def test_the_same_event_never_makes_two_cards(town: Town) -> None:
    """Delivered twice, also in two shapes, it is acted upon once."""
    where: dict[str, Any] = {"room_id": town.room, "sender": ANNA, "at": town.suite.clock.now()}
    await town.suite.see(Message(**where, event_id="$x", body=WORRY), ["moderation"])
    await town.suite.see(Message(**where, event_id="$x", body=WORRY), ["moderation"])
    await town.suite.see(Message(**where, event_id="$y", edits="$x", body=WORRY), ["moderation"])
    (card,) = await town.rows("cards")
    assert card["more"] == 0


async def test_thread_replies_and_formatted_words_are_judged(town: Town) -> None:
    """Neither a thread nor a harmless body beside other formatted words hides anything."""
    await town.says(ANNA, WORRY, thread="$root")
    await town.says(BEN, "hello", html=f"hello <b>{DANGER}</b>")
    assert len(town.cards()) == 1 and [c.member for c in town.concerns] == [BEN]


@pytest.mark.parametrize("body", [f"x\n{DANGER}", f"!x\n{DANGER}"])
async def test_malformed_events_are_judged(town: Town, body: str) -> None:
    """Words of an event that breaks the specification (in formatted_body, in new_content) go the same way."""
    broken = Malformed(
        room_id=town.room, event_id="$m", sender=ANNA, at=town.suite.clock.now(), body=body, type="m.room.message"
    )
    await town.suite.see(broken, ["moderation"])
    assert [c.event_id for c in town.concerns] == ["$m"]


async def test_a_yes_to_a_question_in_the_same_batch_is_understood(town: Town) -> None:
    """A reply is judged with what it answers, where that is at hand."""
    await burst(town, [(BEN, "Are you thinking about suicide?", {}), (ANNA, "yes", {"reply_to": "$b0"})])
    assert [c.member for c in town.concerns] == [ANNA]


async def test_bots_notices_and_empty_messages_are_not_judged(suite: Suite, tmp_path: Path) -> None:
    """What machines say is nobody's distress, and no words are no words."""
    town = await Town.of(suite, overlay=rules_only(tmp_path, watch=True, claims=True))
    await town.says(suite.house.users["intake"], DANGER)
    await town.says(ANNA, DANGER, msgtype="m.notice")
    await town.says(ANNA, "   ")
    assert not await town.rows("flags") and not town.concerns


# ── the judge fails, or does not know ────────────────────────────────────────────────────────────────────────────────


async def test_a_message_that_breaks_the_judge_goes_to_a_human_and_the_others_are_judged(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One text makes the judge raise: it gets a card, its neighbours are judged, nothing is parked."""
    judge = Judge.judge

    def fragile(self: Judge, texts: list[Text]) -> Any:
        if any("breaks" in text.body for text in texts):
            raise ValueError("synthetic")
        return judge(self, texts)

    monkeypatch.setattr(Judge, "judge", fragile)
    await burst(town, [(ANNA, "this one breaks it", {}), (BEN, DANGER, {}), (MOD, HARMLESS, {})])
    (card,) = town.cards()
    assert "could not judge" in card.text and "something broke" in card.text
    assert [c.member for c in town.concerns] == [BEN]
    assert {row["state"] for row in await town.rows("inbox") if row["bot"] == "moderation"} == {"done"}


async def test_a_language_that_the_judge_does_not_know_goes_to_a_human_once_a_day(town: Town) -> None:
    """Never "fine"; and one card for a person, not one a message."""
    for _ in range(3):
        await town.says(ANNA, "je suis très fatigué et je ne sais plus quoi faire de ma vie")
    (card,) = await town.rows("cards")
    assert (card["topic"], card["reasons"], card["more"]) == ("doubt", "language", 2)
    assert "language" in town.cards()[0].text


async def test_what_the_judge_is_torn_about_stands_in_the_list(suite: Suite, judge: Judge, tmp_path: Path) -> None:
    """Between nothing and a crisis: a human looks, in the daily list."""
    town = await Town.of(suite, overlay=rules_only(tmp_path), judge=replace(judge, abstention=0.0))
    await town.says(ANNA, HARMLESS)
    assert not town.suite.done
    (listed,) = await town.mod("!flags")
    assert "not sure what it means" in listed.text
    assert "Nothing waits" in (await town.mod("!flags"))[0].text


async def test_a_file_name_is_no_foreign_language(suite: Suite, judge: Judge, tmp_path: Path) -> None:
    """Nobody is asked about the name of a picture."""
    town = await Town.of(suite, overlay=rules_only(tmp_path), judge=replace(judge, abstention=0.0))
    await town.says(ANNA, "Screenshot from 2026-11-22.png", msgtype="m.image", media={"name": None})
    assert not await town.rows("flags")


# ── cost ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_sixty_four_harmless_messages_are_one_turn_of_one_statement(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One read for all of them, no row, nothing said."""
    statements: list[str] = []
    run = Statements._run

    async def counted(self: Statements, statement: Any, *args: Any, **kwargs: Any) -> Any:
        statements.append(statement.__name__)
        return await run(self, statement, *args, **kwargs)

    await town.suite.settle()
    await fill(town, [(f"@m{n % 20}:kith.localhost", HARMLESS, {}) for n in range(64)])
    monkeypatch.setattr(Statements, "_run", counted)
    assert await town.suite.workers["moderation"].step()
    assert statements == ["next_in_inbox", "people", "inbox_done"]
    assert not await town.rows("flags") and not await town.rows("outbox")


# ── time ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_installation_only_observes_at_first(town: Town) -> None:
    """For 14 days members are not written to unasked; cards and crises go their way from the first minute."""
    await start(town)
    await town.says(ANNA, WORRY)
    await town.says(BEN, DANGER)
    assert len(town.cards()) == 1 and len(town.concerns) == 1
    assert not await town.suite.said_to(ANNA)
    await town.suite.forward(days=15)
    await start(town)
    await town.says(ANNA, WORRY)
    assert len(await town.suite.said_to(ANNA)) == 1


async def test_notes_are_forgotten_after_thirty_days(town: Town) -> None:
    """Flags and reports are gone; of a card only number, level and answer remain."""
    await start(town)
    await town.says(ANNA, WORRY)
    await town.says(BEN, "!report somebody was rude")
    await town.mod("!card 1 seen")
    await town.suite.forward(days=32)
    assert not await town.rows("flags") and not await town.rows("reports") and not await town.rows("approaches")
    card = (await town.rows("cards"))[0]
    assert (card["answer"], card["member"], card["event_id"], card["room_id"]) == ("seen", None, None, None)
    assert "closed for good" in (await town.mod("!card 1 wrong"))[0].text


async def test_a_round_that_fell_due_while_the_bot_was_down_is_not_put_off(town: Town) -> None:
    """A start leaves the timer that is there alone: the list comes at once, not tomorrow."""
    await start(town)
    await town.says(ANNA, WORRY)
    town.suite.clock.forward(3 * DAY + 5 * MINUTE)
    await start(town)
    assert "Open cards: 1" in town.suite.said(town.staff)[-1].text


# ── nothing leaks, both databases ────────────────────────────────────────────────────────────────────────────────────


async def test_no_word_of_a_member_is_stored_or_shown_to_staff(suite: Suite, tmp_path: Path) -> None:
    """Whatever is decided about a message, no table and no staff room holds its words."""
    town = await Town.of(suite, overlay=rules_only(tmp_path, watch=True, claims=True))
    for words in (WORRY, DANGER, FRIEND, HARMLESS, "je ne sais plus quoi faire de ma vie, vraiment"):
        await town.says(ANNA, f"{words} marzipan")
    for command in ("!cards", "!claims", "!flags", "!card 1", "!card 2 right"):
        await town.mod(command)
    shown = "".join(d.effect.text for d in town.suite.done if isinstance(d.effect, Send))
    assert "Card" in shown and "marzipan" not in shown
    assert "marzipan" not in await town.everything_stored()


async def test_the_story_on_postgresql(suite: Suite, fresh_postgres: Callable[[], Any], tmp_path: Path) -> None:
    """Edits, cards, answers, quiet and the daily round, on the other database."""
    database = await Database.open(await fresh_postgres())
    try:
        await migrate(database)
        town = await Town.of(Suite.of(suite.house, suite.clock, database), overlay=rules_only(tmp_path))
        await burst(town, [(ANNA, WORRY, {}), (BEN, HARMLESS, {}), (ANNA, WORRY, {})])
        await town.says(ANNA, DANGER, edits="$b0")
        await town.says(BEN, "!report he is rude", reply_to="$b0")
        await town.says(BEN, "!leaveme")
        for words in ("!cards", "!claims", "!flags", "!card 2", "!card 1 seen"):
            await town.mod(words)
        assert "matrix.to" in (await town.suite.dm("moderation", ANNA, "!myflags"))[0].text
        await start(town)
        await town.suite.forward(days=40)
        assert len(town.concerns) == 1
        assert [(c["topic"], c["answer"], c["more"]) for c in await town.rows("cards")] == [
            ("distress", "seen", 1),
            ("report", None, 0),
        ]
        assert not await town.rows("flags") and not await town.rows("approaches")
    finally:
        await database.close()


# ── how tests drive it ───────────────────────────────────────────────────────────────────────────────────────────────


async def fill(town: Town, said: list[tuple[str, str, dict[str, Any]]]) -> None:
    """Messages that came while nobody looked: `$b0`, `$b1`, …"""
    house, now = town.suite.house, town.suite.clock.now()
    async with town.suite.database.transaction() as db:
        for n, (sender, body, more) in enumerate(said):
            message = Message(room_id=town.room, event_id=f"$b{n}", sender=sender, at=now, body=body, **more)
            await put(db, house.seal, "moderation", message, source=f"$b{n}", lane=GROUP, now=now)


async def burst(town: Town, said: list[tuple[str, str, dict[str, Any]]]) -> None:
    """They are handled, all in one batch."""
    await fill(town, said)
    await town.suite.settle()


async def start(town: Town) -> None:
    """The bot starts."""
    await town.suite.workers["moderation"]._started()
    await town.suite.settle()
