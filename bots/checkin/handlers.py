"""Which event goes to which function, and those that are about the chat itself."""

from collections.abc import Mapping
from dataclasses import replace

from bots.bot import ChoiceHandler, Handler
from bots.checkin import answering, asking, scale, storing, typed
from bots.checkin.changes import change
from bots.checkin.routine import PromptDue, keep, routine_of
from bots.clock import HOUR
from bots.events import Consented, Event, Left, Message, PollAnswer
from bots.turn import Turn
from policies.checkin import CheckIn
from policies.texts import phrase


async def on_message(turn: Turn, said: Message) -> None:
    """Words that answer no question: "stop" stops; else, now and then, what this bot can do."""
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    if said.edits or not room or room["kind"] != "dm":
        return None
    if typed.wish(said.body, turn.policy(CheckIn)) == "stop":
        return await change(turn, said.room_id, said.sender, "stop")
    return await _hint(turn, said)


async def _hint(turn: Turn, said: Message) -> None:
    routine = await routine_of(turn, said.sender)
    lately = turn.now - routine.hinted_at < turn.policy(CheckIn).hint_hours * HOUR
    if not lately and not await asking.in_crisis(turn, said.sender):
        await keep(turn, replace(routine, hinted_at=turn.now))
        await turn.say(said.room_id, phrase("checkin-hint"), to=said.sender)


async def on_vote(turn: Turn, vote: PollAnswer) -> None:
    """A vote on a poll of ours that is over."""
    poll = await turn.db.outbox_by_event(event_id=vote.target)
    if vote.answers and poll and poll["bot"] == turn.bot:
        waits = await turn.db.choice_of_message(bot=turn.bot, outbox_key=poll["key"])
        if waits is None:
            await turn.say(vote.room_id, phrase("checkin-closed"), to=vote.sender)


async def on_left(turn: Turn, left: Left) -> None:
    """Who closed the direct chat is not invited to a new one to be asked there."""
    room = await turn.db.room(bot=turn.bot, room_id=left.room_id)
    if not room or room["kind"] != "dm" or left.member not in (room["member"], turn.me):
        return
    routine = await routine_of(turn, room["member"])
    if routine.state == "on" and await turn.db.dm_with(bot=turn.bot, member=routine.member) is None:
        await keep(turn, replace(routine, state="stopped"))


HANDLERS: Mapping[type[Event], Handler] = {
    PromptDue: asking.on_due,
    Message: on_message,
    PollAnswer: on_vote,
    Left: on_left,
    Consented: storing.on_consented,
}
CHOICES: Mapping[str, ChoiceHandler] = {
    scale.PROMPT: answering.on_answer,
    scale.WORDS: answering.on_words,
    scale.TALK: answering.on_talk,
    storing.STORE: storing.on_store,
}
