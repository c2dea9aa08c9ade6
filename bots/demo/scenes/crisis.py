"""Scene 5: two in the morning. Software answers at once, and then a human does."""

import asyncio
import re

from bots.demo.player import Player
from bots.demo.words import whole
from bots.demo.world import World
from bots.events import Message

WORDS = "I can't do this any more. I am going to kill myself tonight."
ANSWERED, PAGED, CASE_ROOM = "lines that answer now", "the page to the specialists", "the room with a human in it"
"""The steps whose times are told at the end."""
ANSWER_S, PAGE_S, ROOM_S = 5.0, 10.0, 15.0
"""What Kith promises, in seconds from the words (the answer, the page) and from the yes (the room)."""


async def crisis(world: World) -> None:
    """From a sentence to a human in a room with Anna."""
    world.stage.begin(
        "02:00: Anna cannot sleep",
        "Robin and Sam have the night shift. What Anna writes is judged on this machine; nothing leaves it.",
    )
    anna, team = world.cast["anna"], [world.cast["robin"], world.cast["sam"]]
    await _on_shift(world, team)
    chat = world.stage.room_called("Anna and the check-in bot")
    offer, page = await _answer_and_page(world, anna, chat)
    owner = await _one_wins(world, team, page)
    room = await _room(world, anna, owner, offer)
    await _human(world, anna, owner, room, _number(page))
    _team_read_nothing(world, team, room)


async def _on_shift(world: World, team: list[Player]) -> None:
    room = world.place("staff:specialists")
    for person in team:
        await person.says(room, "!shift on")
        await person.hears("You are on duty", room=room, step="a specialist goes on duty")


async def _answer_and_page(world: World, anna: Player, chat: str) -> tuple[Message, Message]:
    robin, staff = world.cast["robin"], world.place("staff:specialists")
    robin.listens()
    await anna.says(chat, WORDS)
    await anna.hears("112", room=chat, shows=whole, within=ANSWER_S, step=ANSWERED)
    offer = await anna.hears("Shall I bring a person", room=chat, within=ANSWER_S, step="the offer of a person")
    page = await robin.hears("NOW", room=staff, within=PAGE_S, shows=whole, step=PAGED)
    quoted = [word for word in ("kill", "tonight", "anna") if word in page.body.lower()]
    world.stage.check("the page holds neither her name nor her words", not quoted, page.body)
    return offer, page


async def _one_wins(world: World, team: list[Player], page: Message) -> Player:
    """Who has the case."""
    world.stage.tell("Both specialists tap in the same moment: one has it, and the other hears who.")
    await asyncio.gather(*(person.taps(page, "✅") for person in team))
    verdicts = []
    for person in team:
        title = f"{world.stage.names[person.user_id][0]} and the crisis bot"
        either = ("is yours", "already has somebody")
        verdicts.append(
            await person.hears(by=world.bot("escalation"), one_of=either, title=title, step="who has the case")
        )
    mine = ["is yours" in verdict.body for verdict in verdicts]
    world.stage.check("exactly one of them has it", mine.count(True) == 1, str([v.body for v in verdicts]))
    return team[mine.index(True)]


async def _room(world: World, anna: Player, owner: Player, offer: Message) -> str:
    """Anna says yes: a room for the two of them."""
    crisis_bot, name = world.bot("escalation"), world.stage.names[owner.user_id][0]
    owner.listens()
    await anna.taps(offer, "✅")
    await anna.hears("I have asked for a person", room=offer.room_id, step="her yes is heard")
    await anna.hears("A person is here", room=offer.room_id, within=ROOM_S, step="who is there")
    hello = await anna.hears(
        "This room is for you and", by=crisis_bot, title=f"Anna and {name}", within=ROOM_S, step="the case room"
    )
    await owner.comes_into(hello.room_id, step=CASE_ROOM)
    inside = set(anna.member.session.client.rooms[hello.room_id].users)
    expected = {anna.user_id, owner.user_id, crisis_bot}
    world.stage.check("in it: Anna, one human and the crisis bot, and nobody else", inside == expected, str(inside))
    return hello.room_id


async def _human(world: World, anna: Player, owner: Player, room: str, case: str) -> None:
    """They talk, and the human says when it is over."""
    await owner.says(room, "Hi Anna. I am a person, and I have time. I am glad that you wrote.")
    await anna.reads("I have time", by=owner, room=room)
    await anna.says(room, "I did not think that anybody would be awake.")
    await owner.reads("would be awake", by=anna, room=room)
    staff = world.place("staff:specialists")
    await owner.says(staff, f"!case close {case} we talked; her sister is with her now")
    await owner.hears(f"Case {case} is closed", room=staff, step="the human closes the case")
    await anna.hears("closed this for now", room=room, shows=("112",), step="she hears how to come back")


def _team_read_nothing(world: World, team: list[Player], room: str) -> None:
    """Her words to the bot are in no room of the team."""
    heard = [e for person in team for e in person.member.heard if isinstance(e, Message) and e.room_id != room]
    quoted = [said.body for said in heard if "kill" in said.body or "tonight" in said.body]
    world.stage.check("nobody on the team has read what she wrote to the bot", not quoted, str(quoted))


def _number(page: Message) -> str:
    found = re.search(r"Case (\d+)", page.body)
    assert found is not None
    return found[1]
