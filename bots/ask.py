"""Finding the open question that a tap, a number or a word answers."""

from collections.abc import Mapping
from typing import Any

from bots.events import Chosen, Message, PollAnswer, Reaction
from bots.turn import Turn
from bots.ui import Shown, meant, options_of, tapped


async def by_words(turn: Turn, said: Message, *, exact: bool = False) -> Chosen | None:
    """The newest open question in the room that these words answer; with `exact`, only by naming one of its options.

    A question that takes any words stands before older ones, but for a yes or no to one that stays open: the offer of
    a person is answered whatever was asked since.
    """
    free: Mapping[str, Any] | None = None
    for choice in await _open_to(turn, said):
        option = meant(options_of(choice), said.body)
        if option and (free is None or (choice["many"] and not said.body.strip().isdigit())):
            return await _answer(turn, choice, option, said, None)
        if free is None and _open(turn, choice)["words"]:
            free = choice
    return None if exact or free is None else await _answer(turn, free, None, said, said.body)


async def _open_to(turn: Turn, said: Message) -> list[Mapping[str, Any]]:
    row = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    key = (row and row["key"]) or said.room_id
    choices = await turn.db.choices_in_room(bot=turn.bot, room=said.room_id, room_key=key)
    return [choice for choice in choices if choice["asked"] in (None, said.sender)]


async def by_tap(turn: Turn, tap: Reaction | PollAnswer) -> Chosen | None:
    """The open question under which somebody tapped."""
    message = await turn.db.outbox_by_event(event_id=tap.target)
    if message is None or message["bot"] != turn.bot or message["key"] is None:
        return None
    choice = await turn.db.choice_of_message(bot=turn.bot, outbox_key=message["key"])
    if choice is None or choice["asked"] not in (None, tap.sender):
        return None
    option = _picked(options_of(choice), tap)
    return await _answer(turn, choice, option, tap, None) if option else None


def _picked(options: list[Shown], tap: Reaction | PollAnswer) -> Shown | None:
    if isinstance(tap, Reaction):
        return tapped(options, tap.tap)
    return next((o for o in options if o.key in tap.answers), None)


async def _answer(
    turn: Turn, choice: Mapping[str, Any], option: Shown | None, by: Message | Reaction | PollAnswer, words: str | None
) -> Chosen:
    if not choice["many"]:
        await turn.db.close_choice(id=choice["id"])
    return Chosen(
        choice=choice["choice"],
        option=option.key if option else None,
        words=words,
        by=by.sender,
        room_id=by.room_id,
        event_id=by.event_id,
        at=by.at,
        data=_open(turn, choice)["data"],
    )


def _open(turn: Turn, choice: Mapping[str, Any]) -> dict[str, Any]:
    return turn.house.seal.open(choice["data_sealed"])  # type: ignore[no-any-return]
