"""Which function an event goes to: commands, then open questions, then the bot's own table.

Before any of them a member's own words are judged; only an answer that names an option as it was shown is not.
"""

from dataclasses import replace
from typing import Any

from bots import ask, crisis, shared
from bots.bot import CROWDED, Bot, plain
from bots.commands import Command, nearest, parse
from bots.events import Chosen, Event, Malformed, Message, PollAnswer, Reaction
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies.texts import Phrase, phrase

CONFIRM = "confirm-command"


async def dispatch(bot: Bot, turn: Turn, event: Event) -> None:
    """Hand one event to whatever this bot has for it."""
    match event:
        case Message():
            await _message(bot, turn, event)
        case Malformed():
            await _malformed(bot, turn, event)
        case Reaction() | PollAnswer():
            await _tap(bot, turn, event)
        case Chosen():
            await _chosen(bot, turn, event)
        case _:
            await _handle(bot, turn, event)


async def _handle(bot: Bot, turn: Turn, event: Event) -> None:
    for table in (shared.HANDLERS, bot.handlers):
        if handler := table.get(type(event)):
            await handler(turn, event)


async def _message(bot: Bot, turn: Turn, said: Message) -> None:
    if turn.house.bot_of(said.sender) or said.msgtype == "m.notice":
        return
    room = await turn.db.room(bot=bot.name, room_id=said.room_id)
    kind = room["kind"] if room else "group"
    command = ("crisis", "") if plain(said.body) in turn.house.crisis_words else parse(said.body)
    if named := None if command or said.edits else await ask.by_words(turn, said, exact=True):
        await _chosen(bot, turn, named)
    elif (command is None or command[0] != "crisis") and await crisis.screen(turn, said, kind):
        return
    elif said.edits is not None:
        await _handle(bot, turn, said)
    elif command:
        await _judge_behind(bot, turn, said, *command, kind)
        await _run(bot, turn, said, *command, kind)
    elif answered := await ask.by_words(turn, said):
        await _chosen(bot, turn, answered)
    else:
        await _handle(bot, turn, said)


async def _judge_behind(bot: Bot, turn: Turn, said: Message, name: str, words: str, kind: str) -> None:
    """A "!" is no way around moderation: what follows is judged, but where the bot's own command looks after it."""
    known = name in shared.COMMANDS or any(name in commands for commands in turn.house.commands.values())
    heard = words if known else said.body
    if bot.batch and kind in CROWDED and heard and name != "crisis" and name not in bot.commands:
        await bot.batch(turn, [replace(said, body=heard)])


async def _malformed(bot: Bot, turn: Turn, said: Malformed) -> None:
    room = await turn.db.room(bot=bot.name, room_id=said.room_id)
    if not turn.house.bot_of(said.sender) and not await crisis.screen(turn, said, room["kind"] if room else "group"):
        await _handle(bot, turn, said)


async def _tap(bot: Bot, turn: Turn, tap: Reaction | PollAnswer) -> None:
    if turn.house.bot_of(tap.sender):
        return
    answered = await ask.by_tap(turn, tap)
    await (_chosen(bot, turn, answered) if answered else _handle(bot, turn, tap))


async def _chosen(bot: Bot, turn: Turn, chosen: Chosen) -> None:
    if chosen.choice == CONFIRM:
        return await _confirmed(bot, turn, chosen)
    handler = shared.CHOICES.get(chosen.choice) or bot.choices.get(chosen.choice)
    if handler:
        await handler(turn, chosen)
    return None


async def _run(bot: Bot, turn: Turn, said: Message, name: str, words: str, kind: str) -> None:
    command = shared.COMMANDS.get(name) or bot.commands.get(name)
    if command is None:
        return await _unknown(bot, turn, said, name, kind)
    if name in shared.COMMANDS and not await _mine(turn, said, name):
        return None
    if kind not in command.rooms and await _anothers(turn, said, name, kind):
        return None
    if refusal := await _refusal(turn, said, command, kind):
        return await turn.say(said.room_id, refusal, to=said.sender)
    if command.confirm:
        return await _confirm(turn, said, command, words)
    return await command.run(turn, said, words)


async def _mine(turn: Turn, said: Message, name: str) -> bool:
    """Of several bots in a room one answers a shared command; `!crisis` is looked after until it has been answered."""
    return await (crisis.mine_to_answer(turn, said) if name == "crisis" else turn.first_to(said.event_id))


async def _anothers(turn: Turn, said: Message, name: str, kind: str) -> bool:
    """Whether another bot in this room knows the same word for what may be done here."""
    others = [turn.house.commands.get(other, {}) for other in await shared.bots_here(turn, said.room_id)]
    return any(name in known and kind in known[name].rooms for known in others)


async def _refusal(turn: Turn, said: Message, command: Command, kind: str) -> Phrase | None:
    name = f"!{command.name}"
    if command.roles and not any([await turn.may(said.sender, role) for role in command.roles]):
        return phrase("command-not-allowed", command=name, role=phrase(f"role-{command.roles[0]}"))
    if kind not in command.rooms:
        return phrase("command-wrong-room", command=name, place=phrase(f"place-{command.rooms[0]}"))
    return None


async def _unknown(bot: Bot, turn: Turn, said: Message, name: str, kind: str) -> None:
    here = await shared.bots_here(turn, said.room_id)
    if any(name in turn.house.commands.get(other, {}) for other in here) or not await turn.first_to(said.event_id):
        return
    await turn.say(said.room_id, await _hint(turn, said, name, here, kind), to=said.sender)
    if not name:
        await shared.help_(turn, said, "")


async def _hint(turn: Turn, said: Message, name: str, here: list[str], kind: str) -> Phrase:
    owner = next((other for other, known in turn.house.commands.items() if name in known), None)
    if owner:
        return phrase("command-elsewhere", command=f"!{name}", bot=phrase(f"bot-{owner}"), user=turn.house.users[owner])
    meant = nearest(name, [c.name for c in await shared.usable(turn, said.sender, here, kind)])
    if meant:
        return phrase("command-did-you-mean", command=f"!{name}", suggestion=f"!{meant}")
    return phrase("command-unknown", command=f"!{name}")


async def _confirm(turn: Turn, said: Message, command: Command, words: str) -> None:
    data = {"command": command.name, "said": said.to_json(), "words": words}
    question = phrase("confirm-ask", action=phrase(command.confirm or "", words=words))
    await turn.ask(said.room_id, Choice(CONFIRM, question, (yes(), no())), to=said.sender, data=data)


async def _confirmed(bot: Bot, turn: Turn, chosen: Chosen) -> None:
    if chosen.option != "yes":
        return await turn.say(chosen.room_id, phrase("confirm-cancelled"), to=chosen.by)
    said: Any = Message.from_json(chosen.data["said"])
    return await bot.commands[chosen.data["command"]].run(turn, said, chosen.data["words"])
