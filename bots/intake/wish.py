"""A member wants to be matched: what may still be missing, said kindly."""

from bots.intake import proposals
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies.texts import Phrase, phrase

MATCH_CONSENT = "match-consent"


async def wish(turn: Turn, member: str, room: str) -> None:
    """Put the member on the waiting list, or say what stands before it."""
    if missing := await _missing(turn, member):
        return await turn.say(room, missing, to=member)
    if not await turn.consents(member, "matching"):
        return await turn.ask(room, Choice(MATCH_CONSENT, phrase("match-consent"), (yes(), no())), to=member)
    return await proposals.request(turn, member, room)


async def _missing(turn: Turn, member: str) -> Phrase | None:
    row = await turn.db.member(member=member)
    if row and row["adult"] == 0:
        return phrase("match-adults-only")
    if row is None or row["adult"] is None or row["language"] is None:
        return phrase("match-needs-welcome")
    profile = await turn.db.profile(member=member)
    return phrase("match-while-resting") if profile and profile["role"] == "resting" else None
