"""What people type to this bot."""

from collections.abc import Mapping
from typing import Any

from bots.commands import command
from bots.events import Message
from bots.moderation import answers, approach, cards, desk, outcome, reports, watchlist
from bots.moderation.cards import Card
from bots.turn import Turn
from policies.texts import Phrase, phrase
from policies.thresholds import Tier

MOST = 100
"""Lines in one answer: the largest event that Matrix carries has room for them."""
OPEN_ROOMS = ("dm", "group", "welcome", "space")


@command("report", rooms=OPEN_ROOMS, usage="!report …")
async def report(turn: Turn, said: Message, words: str) -> None:
    """Tell the team that something is not right."""
    await reports.by_words(turn, said, words)


@command("leaveme", rooms=OPEN_ROOMS)
async def leaveme(turn: Turn, said: Message, words: str) -> None:
    """No private lines for some days, unless it gets worse."""
    await approach.leave_alone(turn, said.sender, Tier.SOON)


@command("myflags", rooms=("dm",))
async def myflags(turn: Turn, said: Message, words: str) -> None:
    """Every note about the member's own messages."""
    rows = await turn.db.flags_of(member=said.sender, now=turn.now, most=MOST)
    zone = (await turn.member(said.sender)).time_zone
    lines = tuple([await _own(turn, row, zone) for row in rows])
    answer = phrase("moderation-myflags", items=lines) if lines else phrase("moderation-myflags-none")
    await turn.say(said.room_id, answer, to=said.sender)


@command("cards", roles=answers.STAFF, rooms=("staff",))
async def cards_(turn: Turn, said: Message, words: str) -> None:
    """All open cards."""
    await _list(turn, said, await _open(turn))


@command("claims", roles=answers.STAFF, rooms=("staff",))
async def claims(turn: Turn, said: Message, words: str) -> None:
    """The open cards about claims."""
    await _list(turn, said, [card for card in await _open(turn) if card.topic == cards.CLAIM])


@command("flags", roles=answers.STAFF, rooms=("staff",))
async def flags(turn: Turn, said: Message, words: str) -> None:
    """The next messages of the daily list."""
    await turn.say(said.room_id, await watchlist.next_part(turn) or phrase("moderation-cards-none"), to=said.sender)


@command("card", roles=answers.STAFF, rooms=("staff",), usage="!card 12 · !card 12 right | wrong | escalate")
async def card_(turn: Turn, said: Message, words: str) -> None:
    """See a card again, or answer it."""
    number, _, rest = words.partition(" ")
    row = await turn.db.card(id=int(number)) if number.isdecimal() and len(number) < 10 else None
    if row is None:
        usage = phrase("command-usage", usage=turn.house.commands[turn.bot]["card"].usage)
        return await turn.say(said.room_id, usage, to=said.sender)
    if rest:
        return await answers.by_words(turn, said, Card.of(row), rest)
    return await _see(turn, said, Card.of(row))


async def _see(turn: Turn, said: Message, card: Card) -> None:
    """A card once more; the words of those who reported are read only here, and that they were is written down."""
    await desk.show(turn, card, room=said.room_id, key=f"{card.key}:{said.event_id}")
    written = await outcome.sentences(turn, card.number) if card.topic == cards.REPORT else ()
    if written:
        await turn.audit(said.sender, "report-read", card.key)
        await turn.say(said.room_id, phrase("moderation-report-words", number=card.number, words=written))


async def _open(turn: Turn) -> list[Card]:
    return [Card.of(row) for row in await turn.db.open_cards(since=watchlist.since(turn), most=MOST)]


async def _list(turn: Turn, said: Message, found: list[Card]) -> None:
    lines = tuple([await _line(turn, card) for card in found])
    answer = phrase("moderation-cards", items=lines) if lines else phrase("moderation-cards-none")
    await turn.say(said.room_id, answer, to=said.sender)


async def _line(turn: Turn, card: Card) -> Phrase:
    return phrase(
        "moderation-card-line",
        number=card.number,
        what=cards.what(card),
        room=await desk.room_name(turn, card.room_id),
        day=watchlist.day(card.at, turn.house.time_zone),
        link=desk.link_to(turn, card.room_id, card.event_id),
    )


async def _own(turn: Turn, row: Mapping[str, Any], zone: str) -> Phrase:
    return phrase(
        "moderation-myflags-item",
        day=watchlist.day(row["at"], zone),
        until=watchlist.day(row["expires"], zone),
        room=await desk.room_name(turn, row["room_id"]),
        what=phrase(f"moderation-own-{row['topic']}"),
        link=desk.link_to(turn, row["room_id"], row["event_id"]),
    )
