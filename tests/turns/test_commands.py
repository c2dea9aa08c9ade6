"""What every command can do: roles, rooms, typing errors, confirmation; and what happens to a turn that fails."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bots.bot import Bot
from bots.commands import Command, command, commands_of, nearest, parse
from bots.events import Message
from bots.turn import Turn
from bots.ui import Choice
from bots.wakeups import Wakeups
from bots.worker import Worker
from policies.texts import phrase
from tests.turns.suite import Suite

ANNA = "@anna:kith.localhost"
ALEX = "@alex:kith.localhost"


async def clear(turn: Turn, said: Message, words: str) -> None:
    """Does what cannot be undone."""
    await turn.say(said.room_id, phrase("confirm-done"), to=said.sender)


async def stumble(turn: Turn, said: Message, words: str) -> None:
    """Fails, with a member's words in the error's message."""
    raise ValueError(said.body)


async def wonder(turn: Turn, said: Message, words: str) -> None:
    """Asks for any words."""
    await turn.ask(said.room_id, Choice("any-words", phrase("choice-later"), words=True), to=said.sender)


COMMANDS: Mapping[str, Command] = {
    "clear": Command(
        "clear", clear, roles=("operator",), rooms=("dm",), usage="!clear", confirm="help-crisis", help="help-help"
    ),
    "wonder": Command("wonder", wonder, rooms=("dm",), usage="!wonder", help="help-help"),
    "stumble": Command("stumble", stumble, rooms=("dm", "staff"), usage="!stumble", help="help-help"),
}


@pytest.fixture
async def bare(suite: Suite) -> Suite:
    """The check-in bot with two commands of its own."""
    bot = Bot("checkin", commands=COMMANDS)
    suite.house = replace(suite.house, commands={**suite.house.commands, "checkin": COMMANDS})
    suite.workers["checkin"] = Worker(bot, suite.house, suite.database, Wakeups())
    return suite


async def answers(suite: Suite, who: str, words: str) -> list[str]:
    """What the bot says to that in a direct chat."""
    return [d.text for d in await suite.dm("checkin", who, words) if d in suite.said()]


async def test_a_command_may_want_a_yes_first(bare: Suite) -> None:
    """Nothing happens before the person has confirmed, and a no is a no."""
    await bare.grant(ALEX, "operator")
    assert "Shall I do this?" in (await answers(bare, ALEX, "!clear"))[0]
    assert await answers(bare, ALEX, "no") == ["All right. Nothing has changed."]
    await answers(bare, ALEX, "!clear")
    assert await answers(bare, ALEX, "yes") == ["Done."]


async def test_a_role_is_asked_for_at_each_use(bare: Suite) -> None:
    """Who does not hold the role, or no longer, is told who may."""
    assert "only for operators" in (await answers(bare, ALEX, "!clear"))[0]
    await bare.grant(ALEX, "operator")
    assert "Shall I do this?" in (await answers(bare, ALEX, "!clear"))[0]
    await bare.forward(days=366)
    assert "only for operators" in (await answers(bare, ALEX, "!clear"))[0]


async def test_typing_errors_are_forgiven(bare: Suite) -> None:
    """A near miss gets the right word, an empty command the help, a stranger's word where it belongs."""
    assert "Did you mean **" not in (await answers(bare, ANNA, "!stumbel"))[0]
    assert "!stumble" in (await answers(bare, ANNA, "!stumbel"))[0]
    assert "!whatdoyousee" in " ".join(await answers(bare, ANNA, "!"))
    assert "crisis bot" in (await answers(bare, ANNA, "!rota"))[0]


async def test_a_turn_that_fails_is_tried_again_then_set_aside_and_told(
    bare: Suite, capfd: pytest.CaptureFixture[str]
) -> None:
    """Five tries; then operators, coordinators and the author hear of it, and nobody reads a word of it in a log."""
    operators = await bare.room("staff:operators", "staff", ["checkin"])
    coordinators = await bare.room("staff:coordinators", "staff", ["checkin"])
    assert await answers(bare, ANNA, "!stumble marmalade") == []
    said = [d for d in await bare.forward(minutes=1) if d in bare.said()]
    dm = await bare.dm_room("checkin", ANNA)
    assert {d.room for d in said} == {operators, coordinators, dm}
    words = {d.room: d.text for d in said}
    assert "Something broke on my side" in words[dm] and "999" in words[dm]
    assert "ValueError" in words[operators]
    assert "marmalade" not in "".join([*capfd.readouterr(), *words.values()])
    async with bare.database.transaction() as db:
        assert [(row["state"], row["n"]) for row in await db.inbox_counts()] == [("parked", 1)]


async def test_a_row_of_another_version_holds_nobody_up(suite: Suite) -> None:
    """A timer or an event that this version cannot read is tried, set aside and told; all else goes on."""
    operators = await suite.room("staff:operators", "staff", ["checkin"])
    sealed = suite.house.seal.seal({"kind": "FromTheFuture", "secret": "marmalade"})
    async with suite.database.transaction() as db:
        await db.set_timer(bot="checkin", key="later", due=suite.clock.now(), event_sealed=sealed)
    await suite.forward(minutes=1)
    assert "FromTheFuture" in suite.said(operators)[0].text and "UnknownEvent" in suite.said(operators)[0].text
    assert "!crisis" in " ".join(await answers(suite, ALEX, "!help"))
    async with suite.database.transaction() as db:
        assert [(row["state"], row["n"]) for row in await db.inbox_counts()] == [("parked", 1)]


async def test_a_failing_turn_holds_nobody_up(bare: Suite) -> None:
    """While one event waits for its next try, others are handled."""
    await bare.dm("checkin", ANNA, "!stumble")
    assert "!crisis" in " ".join(await answers(bare, ALEX, "!help"))


async def test_a_yes_to_the_offer_of_a_person_counts_whatever_was_asked_since(bare: Suite) -> None:
    """A newer question that takes any words does not swallow it."""
    await bare.dm("checkin", ANNA, "!crisis")
    await bare.dm("checkin", ANNA, "!wonder")
    assert "I have asked for a person" in (await answers(bare, ANNA, "yes"))[0]


def test_commands_are_parsed_as_people_type_them() -> None:
    """Space after the mark, capitals and line breaks do not matter."""
    assert parse("! Crisis") == ("crisis", "")
    assert parse("  !shift  on ") == ("shift", "on")
    assert parse("!note 3 two\nlines") == ("note", "3 two\nlines")
    assert parse("!") == ("", "")
    assert parse("hello!") is None
    assert nearest("crsis", ["crisis", "case"]) == "crisis"
    assert nearest("xyz", ["crisis"]) is None


def test_a_module_s_commands_are_found() -> None:
    """The decorator is all it takes."""
    import types

    module = types.ModuleType("some")
    module.wave = command("wave", roles=("operator",))(clear)  # type: ignore[attr-defined]
    assert commands_of(module)["wave"].roles == ("operator",)
