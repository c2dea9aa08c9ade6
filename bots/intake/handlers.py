"""Which event goes to which function, and those functions."""

from collections.abc import Mapping

from bots.bot import ChoiceHandler, Handler
from bots.events import Chosen, Event, Joined, Left, Message, RoomReady
from bots.intake import answers, cards, consents, journey, pairs, profile, proposals, questions, steps, supporters
from bots.intake.events import CardDue, QueueDue
from bots.intake.wish import MATCH_CONSENT, wish
from bots.turn import Turn
from policies.texts import phrase


async def on_joined(turn: Turn, joined: Joined) -> None:
    """Whoever comes into the welcome room, or opens a chat with this bot, is greeted in the chat."""
    room = await turn.db.room(bot=turn.bot, room_id=joined.room_id)
    if room is None:
        return
    if room["kind"] == "welcome" and not turn.house.bot_of(joined.sender):
        await journey.begin(turn, joined.sender)
    elif room["kind"] == "dm" and joined.sender == turn.me and room["member"]:
        await journey.begin(turn, room["member"], joined.room_id)


async def on_message(turn: Turn, said: Message) -> None:
    """Words in a direct chat that answer no question; in pair rooms nothing is read here."""
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    if room is None or room["kind"] != "dm" or said.edits:
        return
    row = await turn.db.welcome(member=said.sender)
    if row is None:
        await journey.begin(turn, said.sender, said.room_id)
    elif row["step"] == steps.MINOR:
        await journey.say_where(turn, said.sender, said.room_id, steps.MINOR)
    elif row["step"] == steps.DONE:
        await turn.say(said.room_id, phrase("dont-know-no-person"), to=said.sender)
    else:
        await _not_understood(turn, said, paused=bool(row["paused"]))


async def _not_understood(turn: Turn, said: Message, *, paused: bool) -> None:
    if paused:
        return await turn.say(said.room_id, phrase("welcome-paused"), to=said.sender)
    await turn.say(said.room_id, phrase("welcome-again"), to=said.sender)
    return await journey.resume(turn, said.sender, said.room_id)


async def on_left(turn: Turn, left: Left) -> None:
    """One of a pair went out of their room: it is over, and the other hears so in their own chat."""
    pair = await pairs.here(turn, left.room_id)
    if pair is None or left.member not in (pair["seeker"], pair["supporter"]):
        return
    if await pairs.end(turn, pair):
        await pairs.tell_other(turn, pair, left.member)
        await proposals.look(turn)


async def on_queue_due(turn: Turn, due: QueueDue) -> None:
    """Look at the waiting list again."""
    await proposals.look(turn)


async def on_match_consent(turn: Turn, chosen: Chosen) -> None:
    """A yes to matching, asked for because the member wants to be matched."""
    if chosen.option != "yes":
        return await turn.say(chosen.room_id, phrase("confirm-cancelled"), to=chosen.by)
    await consents.change(turn, chosen.by, ["matching"], True)
    return await wish(turn, chosen.by, chosen.room_id)


async def on_again(turn: Turn, chosen: Chosen) -> None:
    """Somebody whose pair has ended would like another person, or not now."""
    if chosen.option != "yes":
        return await turn.say(chosen.room_id, phrase("match-again-later"), to=chosen.by)
    return await wish(turn, chosen.by, chosen.room_id)


async def on_may_keep(turn: Turn, chosen: Chosen) -> None:
    """A yes to keeping a profile, asked for because the member wants to fill it in."""
    if chosen.option != "yes":
        return await turn.say(chosen.room_id, phrase("confirm-cancelled"), to=chosen.by)
    await consents.change(turn, chosen.by, ["service"], True)
    return await profile.ask_alone(turn, chosen.by, chosen.room_id, chosen.data["field"])


HANDLERS: Mapping[type[Event], Handler] = {
    Joined: on_joined,
    Message: on_message,
    RoomReady: pairs.on_ready,
    Left: on_left,
    CardDue: proposals.on_card_due,
    QueueDue: on_queue_due,
}
CHOICES: Mapping[str, ChoiceHandler] = {
    **{f"{questions.PREFIX}{step}": answers.on_answer for step in answers.ANSWERS},
    **dict.fromkeys(cards.ASKS, proposals.on_card_answered),
    profile.CHANGE: profile.on_change,
    profile.MAY_KEEP: on_may_keep,
    supporters.MAY_SHOW: supporters.on_may_show,
    MATCH_CONSENT: on_match_consent,
    pairs.AGREEMENT: pairs.on_agreed,
    pairs.AGAIN: on_again,
}
