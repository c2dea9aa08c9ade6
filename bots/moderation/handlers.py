"""Which event goes to which function, and those functions.

A message in a room: `batch` → models/ judges → policies/decide.py decides → act.py acts. What needs a
human becomes a card (desk.py, answers.py); what somebody reports, too (reports.py).
"""

from collections.abc import Mapping, Sequence

from bots import effects
from bots.bot import CROWDED, ChoiceHandler, Handler, Said
from bots.events import Chosen, Event, LetIn, Malformed, Message, Reaction
from bots.judging import judge_all
from bots.moderation import act, answers, approach, exempt, observing, reports, rounds
from bots.moderation.heard import heard
from bots.turn import Turn
from policies.decide import decide
from policies.texts import phrase
from policies.thresholds import Tier


async def batch(turn: Turn, said: Sequence[Said]) -> None:
    """Judge what was written in rooms: one read, one judgement for all, and rows only for what somebody must see."""
    messages = [m for m in map(heard, said) if m.words and exempt.is_judged(turn.house, m.said)]
    if not messages:
        return
    people = await approach.people(turn, {m.author for m in messages})
    texts = [m.text(messages, people[m.author].language) for m in messages]
    for message, judgement in zip(messages, judge_all(turn.house.judge, texts), strict=True):
        author = people[message.author]
        decisions = decide(judgement, turn.house.thresholds, author.context(turn.now))
        if decisions:
            await act.on_decisions(turn, message, judgement, exempt.without(decisions, author, message))


async def on_words(turn: Turn, said: Message | Malformed) -> None:
    """Words by the urgent lane: in a room they are judged like all others; in a direct chat they were judged before."""
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    if room and room["kind"] in CROWDED:
        await batch(turn, [said])
    elif room and room["kind"] == "dm" and heard(said).event_id == said.event_id:
        await turn.say(said.room_id, phrase("moderation-no-talker"), to=said.sender)


async def on_reaction(turn: Turn, tap: Reaction) -> None:
    """A tap that reports a message, or one that answers a card."""
    if reports.is_report(turn, tap):
        await reports.by_tap(turn, tap)
    else:
        await answers.by_tap(turn, tap)


async def on_let_in(turn: Turn, welcomed: LetIn) -> None:
    """Somebody has been welcomed: the group rooms open for them."""
    for room in welcomed.rooms:
        turn.do(effects.Invite(room=room, member=welcomed.member))


async def on_leave_me(turn: Turn, chosen: Chosen) -> None:
    """The answer to the private line: leave me be."""
    await approach.leave_alone(turn, chosen.by, Tier(chosen.data["tier"]))


async def start(turn: Turn) -> None:
    """At each start: remember the first one, and have the daily round come."""
    await observing.begin(turn)
    await rounds.begin(turn)


HANDLERS: Mapping[type[Event], Handler] = {
    Message: on_words,
    Malformed: on_words,
    Reaction: on_reaction,
    LetIn: on_let_in,
    rounds.DailyRound: rounds.on_daily_round,
}
CHOICES: Mapping[str, ChoiceHandler] = {approach.LEAVE_ME: on_leave_me}
