"""Consent: six switches, each change a row of the ledger, heard by every bot, with what it stops, keeps and deletes."""

import pytest

from bots.events import Consented, Event
from policies.consent import Consent
from tests.turns.intake import ANNA, BEN, answer, cards, grown_up, rows, supporter, tells, texts
from tests.turns.suite import Suite

SWITCHES = Consent.load().switches


async def ledger(suite: Suite, member: str = ANNA) -> list[tuple[str, int]]:
    found = await rows(suite, f"SELECT switch, is_on FROM consents WHERE member = '{member}' ORDER BY id")
    return [(row["switch"], row["is_on"]) for row in found]


async def asked(suite: Suite, language: str = "en") -> None:
    """Anna is at the question about the switches."""
    await grown_up(suite, ANNA, language=language)
    async with suite.database.transaction("intake") as db:
        await db.move_welcome(member=ANNA, step="consent", room="!intake-anna", at=suite.clock.now())
    await suite.dm("intake", ANNA, "!start")


@pytest.mark.parametrize("how", ["tap", "number", "word"])
async def test_a_switch_is_turned_on_by_tap_number_and_word(suite: Suite, how: str) -> None:
    """One after another; what is not turned on stays off, and the ledger says who, when, which text and language."""
    await asked(suite)
    assert "research is on" in texts(await answer(suite, ANNA, "research", how))
    assert "matching is on" in texts(await answer(suite, ANNA, "matching", how))
    await answer(suite, ANNA, "that is all", how)
    found = await rows(suite, "SELECT member, switch, is_on, at, text_version, language FROM consents ORDER BY id")
    row = {"member": ANNA, "is_on": 1, "at": suite.clock.now(), "text_version": "1", "language": "en"}
    assert found == [row | {"switch": "research"}, row | {"switch": "matching"}]


async def test_several_switches_in_one_line(suite: Suite) -> None:
    """Numbers and names together; the question is answered with that."""
    await asked(suite)
    said = texts(await suite.dm("intake", ANNA, "2, 6 and chek-ins"))
    assert "screening is on" in said and "check-ins is on" in said and "That is all for now" in said
    assert await ledger(suite) == [("screening", 1), ("checkins", 1), ("research", 1)]


@pytest.mark.parametrize(("language", "words"), [("en", "none"), ("de", "keine"), ("es", "ninguno")])
async def test_none_is_an_answer(suite: Suite, language: str, words: str) -> None:
    """A no to all is written down as one."""
    await asked(suite, language)
    await suite.dm("intake", ANNA, words)
    assert await ledger(suite) == [(switch, 0) for switch in SWITCHES]


async def test_words_that_name_no_switch_turn_nothing_on(suite: Suite) -> None:
    """The question stays open and says how it can be answered."""
    await asked(suite)
    assert "numbers or names" in texts(await suite.dm("intake", ANNA, "what do you mean"))
    assert await ledger(suite) == []
    await suite.dm("intake", ANNA, "3")
    assert await ledger(suite) == [("matching", 1)]


async def test_after_that_is_all_a_number_changes_nothing(suite: Suite) -> None:
    """The question is closed; a number in the chat later is no consent."""
    await asked(suite)
    await answer(suite, ANNA, "that is all")
    await suite.dm("intake", ANNA, "6")
    assert await ledger(suite) == []


async def test_privacy_shows_all_six_and_what_each_means(suite: Suite) -> None:
    """On or off, in the member's language."""
    await grown_up(suite, ANNA, "matching", language="de")
    said = texts(await suite.dm("intake", ANNA, "!privacy"))
    assert "Vermittlung ist an" in said and "Forschung ist aus" in said
    assert sum(line.startswith("- ") for line in said.splitlines()) == 6


async def test_privacy_changes_several_at_once_with_typing_errors(suite: Suite) -> None:
    """The reply has what stops, what is kept and what is deleted."""
    await grown_up(suite, ANNA, "matching", "research", "screening")
    said = texts(await suite.dm("intake", ANNA, "!privcy off maching research dm-scan"))
    assert "!privacy" in said
    said = texts(await suite.dm("intake", ANNA, "!privacy off maching research dm-scan"))
    assert said.count("Stops:") == said.count("Kept:") == said.count("Deleted:") == 3
    assert (await ledger(suite))[3:] == [("screening", 0), ("matching", 0), ("research", 0)]


async def test_a_switch_that_stands_as_wanted_writes_no_row(suite: Suite) -> None:
    """The ledger holds changes."""
    await suite.dm("intake", ANNA, "!privacy on matching")
    await suite.dm("intake", ANNA, "!privacy on matching")
    assert await ledger(suite) == [("matching", 1)]


@pytest.mark.parametrize("words", ["toaster", "on toaster", "on", "on matching toaster"])
async def test_an_unknown_name_changes_nothing(suite: Suite, words: str) -> None:
    """Not even the ones beside it: the member is asked instead."""
    await suite.dm("intake", ANNA, f"!privacy {words}")
    assert await ledger(suite) == []


async def test_every_other_bot_hears_of_a_change(suite: Suite) -> None:
    """Each bot's inbox gets the event, also that of a bot which does not run now."""
    del suite.workers["checkin"]
    await suite.dm("intake", ANNA, "!privacy on research")
    heard = await rows(suite, "SELECT bot, state, event_sealed FROM inbox WHERE kind = 'Consented' ORDER BY bot")
    assert [row["bot"] for row in heard] == ["checkin", "escalation", "moderation"]
    waiting = Event.from_json(suite.house.seal.open(heard[0]["event_sealed"]))
    assert waiting == Consented(member=ANNA, switch="research", on=True, at=suite.clock.now())


async def test_without_service_the_profile_is_gone_at_once(suite: Suite) -> None:
    """What was told is deleted in the same turn."""
    await grown_up(suite, ANNA, "service")
    await tells(suite, ANNA, "panic attacks")
    assert await rows(suite, "SELECT member FROM profiles") == [{"member": ANNA}]
    await suite.dm("intake", ANNA, "!privacy off service")
    assert await rows(suite, "SELECT member FROM profiles") == []


async def test_without_matching_the_search_and_the_card_are_gone_at_once(suite: Suite) -> None:
    """The supporter sees the card closed; a late yes opens nothing."""
    await supporter(suite, BEN)
    await grown_up(suite, ANNA, "matching")
    await suite.dm("intake", ANNA, "!match")
    assert cards(suite, BEN)
    said = await suite.dm("intake", ANNA, "!privacy off matching")
    assert "This card is closed" in texts(said)
    assert [row["state"] for row in await rows(suite, "SELECT state FROM requests")] == ["closed"]
    await suite.dm("intake", BEN, "yes")
    assert await rows(suite, "SELECT 1 FROM pairs") == []


async def test_privacy_is_for_the_direct_chat(suite: Suite) -> None:
    """In a group nobody's switches are shown."""
    room = await suite.room("topic:evenings", "group", ["intake"])
    assert "only in a direct chat" in texts(await suite.write(room, ANNA, "!privacy", bots=["intake"]))
