"""The moderators' desk: cards are put up in their room."""

from dataclasses import replace

from bots import effects
from bots.moderation import cards
from bots.moderation.cards import Card
from bots.turn import Turn
from bots.ui import Shown
from policies.texts import Phrase, phrase

ROOM = "staff:moderators"


async def put_up(turn: Turn, card: Card, gather: int = 0) -> Card:
    """Show a new card; or, if one of the same person was opened less than `gather` ms ago and waits, count it there."""
    since = turn.now - gather
    number = await turn.db.gather(member=card.member, topic=card.topic, tier=int(card.tier), since=since)
    if number is not None:
        return await renew(turn, Card.of(await turn.db.card(id=number)))
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


async def show(
    turn: Turn, card: Card, *, room: str | None = None, key: str | None = None, edits: str | None = None
) -> None:
    """Say a card in the moderators' room (or `room`), with taps if it has a key; with no room it waits in the list."""
    room = room or await turn.place(ROOM)
    if room is None:
        return
    await turn.say(room, await _face(turn, card), key=key, edits=edits)
    if key and card.answer is None:
        for option in cards.options(card.topic):
            turn.do(effects.React(room=room, target=key, tap=option.tap or ""))


async def renew(turn: Turn, card: Card) -> Card:
    """Change what was shown of a card; one that no room has seen yet is shown now."""
    sent = await turn.db.outbox_by_key(bot=turn.bot, key=card.key)
    if sent or any(effect.key == card.key for effect in turn.effects):
        await show(turn, card, edits=card.key)
    else:
        await show(turn, card, key=card.key)
    return card


async def options(turn: Turn, card: Card) -> list[Shown]:
    """The answers to a card in the language of the moderators' room."""
    labels = [await turn.words(cards.label(card.topic, key)) for key in cards.ANSWERS[card.topic]]
    return cards.shown(card.topic, labels)


def how(card: Card) -> Phrase:
    """How a card is answered."""
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


async def _face(turn: Turn, card: Card) -> Phrase:
    where = link_to(turn, card.room_id, card.event_id)
    return cards.face(card, await room_name(turn, card.room_id), where, await _below(turn, card))


async def _below(turn: Turn, card: Card) -> tuple[Phrase | str, ...]:
    if card.answer:
        said = cards.label(card.topic, card.answer)
        return (phrase("moderation-card-answered", answer=said, by=card.answered_by or ""),)
    known = await options(turn, card)
    return (*(f"{o.number}. {o.tap} {o.label}" for o in known), how(card))
