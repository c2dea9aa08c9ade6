"""What becomes of a report, told to whoever reported, and to nobody else."""

from bots.turn import Turn
from policies.texts import phrase


async def reporters(turn: Turn, number: int) -> list[str]:
    """Who reported what the card is about."""
    rows = await turn.db.reports_on(card=number)
    return [turn.house.seal.open(row["reporter_sealed"]) for row in rows]


async def sentences(turn: Turn, number: int) -> tuple[str, ...]:
    """What they wrote to the team."""
    rows = await turn.db.reports_on(card=number)
    return tuple(turn.house.seal.open(row["sentence_sealed"]) for row in rows if row["sentence_sealed"])


async def tell_reporters(turn: Turn, number: int, answer: str) -> None:
    """Each hears the outcome in private."""
    for reporter in dict.fromkeys(await reporters(turn, number)):
        told = phrase(f"moderation-outcome-{answer}", number=number)
        await turn.say(await turn.dm(reporter), told, to=reporter)
