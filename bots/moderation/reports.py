"""Reports: a tap or a sentence becomes a card. Who reported is sealed, and no room shows it."""

import re

from bots import effects
from bots.bot import CROWDED
from bots.events import Message, Reaction
from bots.judging import judge_all
from bots.moderation import alarm, cards, desk, outcome
from bots.moderation.heard import Heard
from bots.turn import Turn
from policies.decide import Context, Escalate, decide
from policies.moderation import Moderation
from policies.texts import phrase
from policies.thresholds import Tier

_VARIANT = "\ufe0f"


def is_report(turn: Turn, tap: Reaction) -> bool:
    """Whether the emoji is one that reports."""
    taps = {known.rstrip(_VARIANT) for known in turn.policy(Moderation).report_taps}
    return tap.tap.rstrip(_VARIANT) in taps


async def by_tap(turn: Turn, tap: Reaction) -> None:
    """A flag under a message. It is taken away at once: a reaction shows who made it."""
    if await _is_crowded(turn, tap.room_id):
        turn.do(effects.Redact(room=tap.room_id, target=tap.event_id))
        await _file(turn, tap.sender, tap.room_id, tap.target, None)


async def by_words(turn: Turn, said: Message, sentence: str) -> None:
    """`!report what happened`. In a room it is taken away at once, and answered in private."""
    crowded = await _is_crowded(turn, said.room_id)
    if crowded:
        turn.do(effects.Redact(room=said.room_id, target=said.event_id))
    room_id, event_id = (said.room_id, said.reply_to) if crowded else (None, None)
    if not sentence and not event_id:
        usage = phrase("command-usage", usage=turn.house.commands[turn.bot]["report"].usage)
        return await turn.say(await turn.dm(said.sender), usage, to=said.sender)
    if sentence and crowded:
        await _look_for_danger(turn, Heard(said, sentence))
    return await _file(turn, said.sender, room_id, event_id, sentence or None)


async def _is_crowded(turn: Turn, room_id: str) -> bool:
    room = await turn.db.room(bot=turn.bot, room_id=room_id)
    return room is not None and room["kind"] in CROWDED


async def _file(turn: Turn, reporter: str, room_id: str | None, event_id: str | None, sentence: str | None) -> None:
    number = await _card(turn, reporter, room_id, event_id)
    if sentence or reporter not in await outcome.reporters(turn, number):
        seal = turn.house.seal
        words = seal.seal(_without_name(sentence, reporter)) if sentence else None
        await turn.db.file_report(card=number, reporter_sealed=seal.seal(reporter), sentence_sealed=words, at=turn.now)
    heard = phrase("moderation-report-heard", number=number, hours=turn.policy(Moderation).report_hours)
    await turn.say(await turn.dm(reporter), heard, to=reporter)


async def _card(turn: Turn, reporter: str, room_id: str | None, event_id: str | None) -> int:
    """The open card about the same message, or a new one."""
    number = await turn.db.report_card(event_id=event_id) if event_id else None
    if number is not None:
        if reporter not in await outcome.reporters(turn, number):
            await turn.db.one_more_report(id=number)
            await desk.renew(turn, cards.Card.of(await turn.db.card(id=number)))
        return int(number)
    author = await turn.db.author_of_flagged(event_id=event_id, room_id=room_id) if event_id else None
    card = cards.Card(
        number=0,
        topic=cards.REPORT,
        event_id=event_id,
        room_id=room_id,
        thread=event_id,
        member=author,
        tier=Tier.SOON,
        reasons=("member",),
        at=turn.now,
    )
    return (await desk.put_up(turn, card)).number


async def _look_for_danger(turn: Turn, message: Heard) -> None:
    """A report may tell of a crisis: that cannot wait for a moderator. In a direct chat all words are judged anyway."""
    (judgement,) = judge_all(turn.house.judge, [message.text((), None)])
    decisions = decide(judgement, turn.house.thresholds, Context(dm=True, now=turn.now))
    if any(isinstance(d, Escalate) for d in decisions):
        await alarm.tell(
            turn,
            member=message.author,
            room_id=message.said.room_id,
            event_id=message.said.event_id,
            at=message.said.at,
            reason=alarm.WORDS,
        )


def _without_name(sentence: str, reporter: str) -> str:
    """Reporters sometimes sign: neither their id nor its first part stands on the card."""
    local = re.escape(reporter.removeprefix("@").split(":", 1)[0])
    return re.sub(rf"(?<!\w)@?{local}(?!\w)(:[\w.:-]+)?", "…", sentence, flags=re.IGNORECASE)
