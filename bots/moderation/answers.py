"""Answers to cards: by tap, number or word, noted as labels, and followed at once."""

import re
from dataclasses import replace

from bots.events import Message, Reaction
from bots.moderation import alarm, cards, desk, outcome
from bots.moderation.cards import Card
from bots.turn import Turn
from bots.ui import tapped
from policies.texts import phrase

STAFF = ("moderator", "coordinator")
"""Who may answer."""
_USER = re.compile(r"@[^\s:]+:\S+")


async def by_tap(turn: Turn, tap: Reaction) -> None:
    """A tap under a card."""
    sent = await turn.db.outbox_by_event(event_id=tap.target)
    number = cards.number_in(sent["key"]) if sent and sent["bot"] == turn.bot else None
    row = await turn.db.card(id=number) if number else None
    if row is None:
        return
    card = Card.of(row)
    option = tapped(await desk.options(turn, card), tap.tap)
    if option and await _may(turn, tap.sender):
        await answer(turn, card, option.key, tap.sender, tap.room_id)
    elif option:
        await turn.say(tap.room_id, phrase("choice-not-yours"), to=tap.sender)


async def by_words(turn: Turn, said: Message, card: Card, words: str) -> None:
    """`!card 12 wrong`; to escalate what a report says about somebody, their name: `!card 12 escalate @who:server`."""
    named = _USER.search(words)
    option = cards.typed(await desk.options(turn, card), _USER.sub("", words).strip())
    if option is None:
        return await turn.say(said.room_id, desk.how(card), to=said.sender)
    member = card.member or (named[0] if named else None)
    return await answer(turn, replace(card, member=member), option, said.sender, said.room_id)


async def answer(turn: Turn, card: Card, given: str, by: str, room: str) -> None:
    """Note the answer and do what it means. The last answer counts, but for those that others have seen."""
    if given == card.answer:
        return None
    if card.answer in cards.FINAL or (card.room_id is None and card.topic != cards.REPORT):
        return await turn.say(room, phrase("moderation-card-over", number=card.number))
    if given == cards.ESCALATE and card.member is None:
        return await turn.say(room, phrase("moderation-card-whom", command=f"!card {card.number} {cards.ESCALATE} @…"))
    await turn.db.answer_card(id=card.number, answer=given, by=by, at=turn.now)
    await turn.audit(by, f"card-{given}", card.key)
    await _follow(turn, card, given)
    await desk.renew(turn, replace(card, answer=given, answered_by=by))
    return None


async def _follow(turn: Turn, card: Card, given: str) -> None:
    if given == cards.ESCALATE:
        await _escalate(turn, card)
    if given == cards.NOTE:
        await note(turn, card)
    if card.topic == cards.REPORT and card.answer is None:
        await outcome.tell_reporters(turn, card.number, given)


async def note(turn: Turn, card: Card) -> None:
    """The neutral note, in the thread of the claim, naming nobody."""
    if card.room_id:
        await turn.say(card.room_id, phrase("moderation-note"), thread=card.thread, quiet=True)


async def _escalate(turn: Turn, card: Card) -> None:
    assert card.member is not None
    await alarm.tell(
        turn,
        member=card.member,
        room_id=card.room_id or "",
        event_id=card.event_id or "",
        at=turn.now,
        reason=alarm.MODERATOR,
    )


async def _may(turn: Turn, user_id: str) -> bool:
    return any([await turn.may(user_id, role) for role in STAFF])
