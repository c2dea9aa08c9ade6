"""Reports: acknowledged in private, answered in private, and never traced back."""

import json
from pathlib import Path

import pytest

from bots.effects import CreateRoom
from bots.events import Reaction
from bots.store.statements import Statements
from tests.turns.moderation import ANNA, BEN, DANGER, MOD, WORRY, Town, rules_only
from tests.turns.suite import Done, Suite

CARA = "@cara:kith.localhost"


@pytest.fixture
async def town(suite: Suite, tmp_path: Path) -> Town:
    """A room in which only the hard rules decide."""
    return await Town.of(suite, overlay=rules_only(tmp_path))


async def flag(town: Town, by: str, target: str = "$rude", tap: str = "🚩") -> list[Done]:
    """Somebody taps a flag under a message of the room."""
    where = {"room_id": town.room, "event_id": town.suite.event_id(), "sender": by, "at": town.suite.clock.now()}
    return await town.suite.see(Reaction(**where, target=target, tap=tap), ["moderation"])  # type: ignore[arg-type]


async def test_a_flag_under_a_message_is_a_report(town: Town) -> None:
    """A card with the link for moderators, an acknowledgement in private, and the tap is taken away."""
    await flag(town, ANNA)
    (card,) = town.cards()
    assert "reported" in card.text and "/$rude?" in card.text
    (thanks,) = await town.suite.said_to(ANNA)
    assert "report 1" in thanks and "72 hours" in thanks
    assert len(town.taken_away()) == 1 and not town.suite.said(town.room)


@pytest.mark.parametrize("tap", ["👍", "🎏", "x"])
async def test_other_taps_are_no_reports(town: Town, tap: str) -> None:
    """Only the flag reports."""
    assert not await flag(town, ANNA, tap=tap)


async def test_a_flag_in_a_direct_chat_or_staff_room_reports_nothing(town: Town) -> None:
    """Reports are about the rooms of the community."""
    line = (await town.suite.dm("moderation", ANNA, "!help"))[0]
    assert not await town.suite.tap(line, "🚩", by=ANNA)


async def test_a_written_report_in_a_room_vanishes_and_is_answered_in_private(town: Town) -> None:
    """`!report` as a reply: what was written is taken away, the card links to the message replied to."""
    await town.says(ANNA, "!report he keeps asking for money", reply_to="$rude")
    (card,) = town.cards()
    assert "/$rude?" in card.text and "money" not in card.text
    assert len(await town.suite.said_to(ANNA)) == 1
    assert len(town.taken_away()) == 1 and not town.suite.said(town.room)


async def test_a_report_in_a_direct_chat_names_neither_room_nor_sender(town: Town) -> None:
    """Not even the id of the direct chat stands on the card."""
    (_, *_) = await town.suite.dm("moderation", ANNA, "!report somebody asks for photos")
    assert "not named" in town.cards()[0].text and "!moderation-anna" not in town.cards()[0].text


async def test_an_empty_report_gets_the_way_to_do_it(town: Town) -> None:
    """Nothing to look at: the usage, in private, and no card."""
    await town.says(ANNA, "!report")
    assert "!report" in (await town.suite.said_to(ANNA))[0] and not town.cards()


async def test_the_sentence_is_read_on_request_and_that_is_written_down(town: Town) -> None:
    """`!card 1` shows what was written to the team, without the reporter's id; the audit log says who read it."""
    await town.suite.dm("moderation", ANNA, f"!report Ben was rude to me. {ANNA} (@anna)")
    assert "rude" not in town.cards()[0].text
    words = (await town.mod("!card 1"))[-1].text
    assert "Ben was rude to me" in words and "anna" not in words
    assert [(r["actor"], r["action"]) for r in await town.rows("audit")] == [(MOD, "report-read")]


@pytest.mark.parametrize(("tap", "told"), [("✅", "did something"), ("❌", "nothing that goes against")])
async def test_each_reporter_hears_the_outcome_once(town: Town, tap: str, told: str) -> None:
    """Two people reported the same message: one card, two acknowledgements, two outcomes."""
    for member in (ANNA, BEN, ANNA):
        await flag(town, member)
    (row,) = await town.rows("cards")
    assert row["more"] == 1 and "one more member" in town.cards()[-1].text
    await town.suite.tap(town.cards()[0], tap, by=MOD)
    await town.mod("!card 1 done")
    for member in (ANNA, BEN):
        assert [told in text for text in await town.suite.said_to(member)].count(True) == 1


async def test_a_reported_crisis_is_escalated_by_name_of_the_person(town: Town) -> None:
    """A report does not say who wrote the message: the moderator does, unless a note about it does."""
    await flag(town, ANNA)
    assert "user id" in (await town.suite.tap(town.cards()[0], "⬆️", by=MOD))[0].text
    await town.mod(f"!card 1 escalate {CARA}")
    assert [c.member for c in town.concerns] == [CARA]
    await town.says(BEN, WORRY, edits="$low")
    await flag(town, ANNA, "$low")
    await town.mod("!card 3 escalate")
    assert town.concerns[-1].member == BEN


async def test_a_report_that_tells_of_a_crisis_does_not_wait(town: Town) -> None:
    """Whoever reports and is in danger is heard at once."""
    await town.says(ANNA, f"!report he is so rude that {DANGER}")
    assert [c.member for c in town.concerns] == [ANNA]


async def test_a_reporter_is_never_revealed(town: Town) -> None:
    """Whatever is reported, listed, read and answered: the reporter's id is in nobody's room but their own."""
    await flag(town, CARA)
    await town.says(CARA, f"!report I am {CARA}, he was rude", reply_to="$rude")
    await town.suite.dm("moderation", CARA, "!report it was me, Cara: @cara:kith.localhost")
    for words in ("!cards", "!card 1", "!card 2", "!card 1 done", "!card 2 wrong", "!flags"):
        await town.mod(words)
    own = await town.suite.dm_room("moderation", CARA)
    elsewhere = [d for d in town.suite.done if d.room != own and not isinstance(d.effect, CreateRoom)]
    shown = json.dumps([[d.room, d.text, d.effect.payload()] for d in elsewhere]).casefold()
    assert "card 2" in shown and "cara" not in shown
    for table in ("cards", "reports", "audit", "flags"):
        assert "cara" not in json.dumps(await town.rows(table))


async def test_a_harmless_reaction_costs_one_look(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reactions are many: one that is no flag and answers no card is over after two statements."""
    statements: list[str] = []
    run = Statements._run

    async def counted(self: Statements, statement: object, *args: object, **kwargs: object) -> object:
        statements.append(statement.__name__)  # type: ignore[attr-defined]
        return await run(self, statement, *args, **kwargs)

    await flag(town, ANNA, tap="👍")
    monkeypatch.setattr(Statements, "_run", counted)
    await flag(town, ANNA, tap="👍")
    assert statements.count("outbox_by_event") == 2 and "card" not in statements
