"""Telling escalation that somebody may be in danger now. What they wrote does not travel."""

from bots.events import Concern
from bots.turn import Turn
from models.judgement import SPOKEN

ESCALATION = "escalation"
WORDS = "words"
MODERATOR = "moderator"


async def tell(
    turn: Turn, *, member: str, room_id: str, event_id: str, at: int, reason: str, language: str | None = None
) -> None:
    """Nobody has answered the member yet: escalation does, where they can be alone."""
    concern = Concern(
        member=member,
        level="now",
        source=turn.bot,
        room_id=room_id,
        event_id=event_id,
        at=at,
        reason=reason,
        language=language if language in SPOKEN else None,
        answered_in=None,
    )
    await turn.tell(ESCALATION, concern)
