"""A report from a room for two: a ticket for the moderators that never says from whom it came."""

from bots.intake import pairs
from bots.intake.pairs import Row
from bots.turn import Turn
from policies.texts import phrase

MODERATORS = "staff:moderators"


async def pair_meant(turn: Turn, room_id: str, member: str) -> Row | None:
    """The pair of this room, else the member's latest one, also when it has ended."""
    found = await pairs.meant(turn, room_id, member)
    return found or await turn.db.latest_pair_of(member=member)


async def report(turn: Turn, pair: Row, by: str, words: str) -> None:
    """A ticket for the moderators: about whom and what, never from whom."""
    seal = turn.house.seal.seal
    number = await turn.db.report_pair(
        pair=pair["id"], reporter_sealed=seal(by), words_sealed=seal(words) if words else None, at=turn.now
    )
    said = words or phrase("report-no-words")
    if room := await turn.place(MODERATORS):
        ticket = phrase("report-ticket", number=number, pair=pair["id"], about=pairs.other(pair, by), words=said)
        await turn.say(room, ticket)
    await turn.audit(turn.me, "pair-reported", f"pair {pair['id']}", f"report {number}")
    await turn.say(await turn.dm(by), phrase("report-noted", number=number), to=by)
