"""The moderators' desk: cards are put up in their room, and answered there."""

import re
from dataclasses import replace

from bots import effects
from bots.events import Message, Reaction
from bots.moderation import alarm, cards, outcome
from bots.moderation.cards import Card
from bots.turn import Turn
from bots.ui import tapped
from policies.texts import Phrase, phrase

ROOM = "staff:moderators"
STAFF = ("moderator", "coordinator")
_USER = re.compile(r"@[^\s:]+:\S+")


async def put_up(turn: Turn, card: Card, gather: int = 0) -> Card:
    """Show a new card; or, if one of the same person was opened less than `gather` ms ago and waits, count it there."""
    since = turn.now - gather
    number = await turn.db.gather(member=card.member, topic=card.topic, tier=int(card.tier), since=since)
    if number is not None:
        return await show_again(turn, number)
    number = await turn.db.open_card(
        topic=card.topic,
        event_id=card.event_id,
        room_id=card.room_id,
        thread=card.thread,
        member=card.member,
        tier=int(card.tier),
        reasons=" ".join(card.reasons),
        percent=card.percent,
        at=card.at,
    )
    card = replace(card, number=number)
    await show(turn, card, key=card.key)
    return card


async def show(turn: Turn, card: Card, *, key: str | None = None, edits: str | None = None) -> None:
    """Say a card in the moderators' room, with taps if the message has a key; without a room it waits in `!cards`."""
    room = await turn.place(ROOM)
    if room is None:
        return
    await turn.say(room, await _face(turn, card), key=key, edits=edits)
    if key and card.answer is None:
        for option in cards.options(card.topic):
            turn.do(effects.React(room=room, target=key, tap=option.tap or ""))


async def show_again(turn: Turn, number: int) -> Card:
    """The card as it is now, in place of what was shown of it."""
    card = Card.of(await turn.db.card(id=number))
    await show(turn, card, edits=card.key)
    return card


async def by_tap(turn: Turn, tap: Reaction) -> None:
    """A tap under a card."""
    sent = await turn.db.outbox_by_event(event_id=tap.target)
    number = cards.number_in(sent["key"]) if sent and sent["bot"] == turn.bot else None
    row = await turn.db.card(id=number) if number else None
    if row is None:
        return
    card = Card.of(row)
    option = tapped(cards.shown(card.topic, await _labels(turn, card)), tap.tap)
    if option and await _may(turn, tap.sender):
        await answer(turn, card, option.key, tap.sender)
    elif option:
        await turn.say(tap.room_id, phrase("choice-not-yours"), to=tap.sender)


async def by_words(turn: Turn, said: Message, card: Card, words: str) -> None:
    """`!card 12 wrong`; to escalate what a report says about somebody, their name: `!card 12 escalate @who:server`."""
    named = _USER.search(words)
    option = cards.typed(cards.shown(card.topic, await _labels(turn, card)), _USER.sub("", words).strip())
    if option is None:
        return await turn.say(said.room_id, _how(card), to=said.sender)
    member = card.member or (named[0] if named else None)
    return await answer(turn, replace(card, member=member), option, said.sender)


async def answer(turn: Turn, card: Card, given: str, by: str) -> None:
    """Note the answer and do what it means. The last answer counts, but for those that others have seen."""
    if given == card.answer:
        return None
    if card.answer in cards.FINAL or (card.room_id is None and card.topic != cards.REPORT):
        return await _say(turn, phrase("moderation-card-over", number=card.number))
    if given == cards.ESCALATE and card.member is None:
        return await _say(turn, phrase("moderation-card-whom", command=f"!card {card.number} {cards.ESCALATE} @…"))
    await turn.db.answer_card(id=card.number, answer=given, by=by, at=turn.now)
    await turn.audit(by, f"card-{given}", card.key)
    await _follow(turn, card, given)
    return await show(turn, replace(card, answer=given, answered_by=by), edits=card.key)


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


async def _face(turn: Turn, card: Card) -> Phrase:
    where = link_to(turn, card.room_id, card.event_id)
    return cards.face(card, await room_name(turn, card.room_id), where, await _below(turn, card))


async def _below(turn: Turn, card: Card) -> tuple[Phrase | str, ...]:
    if card.answer:
        said = cards.label(card.topic, card.answer)
        return (phrase("moderation-card-answered", answer=said, by=card.answered_by or ""),)
    known = cards.shown(card.topic, await _labels(turn, card))
    return (*(f"{o.number}. {o.tap} {o.label}" for o in known), _how(card))


def _how(card: Card) -> Phrase:
    return phrase("moderation-card-how", command=f"!card {card.number}")


def link_to(turn: Turn, room_id: str | None, event_id: str | None) -> str | Phrase:
    """The way to a message, or to the room where none is named."""
    if room_id is None:
        return phrase("moderation-no-link")
    return cards.link(room_id, event_id, turn.me.split(":", 1)[1])


async def room_name(turn: Turn, room_id: str | None) -> str | Phrase:
    """What the community calls the room."""
    place = await turn.db.place_of_room(room_id=room_id) if room_id else None
    name = str(place["name"]).removeprefix("topic:") if place else room_id
    return name or phrase("moderation-no-room")


async def _labels(turn: Turn, card: Card) -> list[str]:
    return [await turn.words(cards.label(card.topic, key)) for key in cards.ANSWERS[card.topic]]


async def _may(turn: Turn, user_id: str) -> bool:
    return any([await turn.may(user_id, role) for role in STAFF])


async def _say(turn: Turn, words: Phrase) -> None:
    if room := await turn.place(ROOM):
        await turn.say(room, words)
