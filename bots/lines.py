"""The crisis lines for one member, ready to be said."""

from datetime import UTC, datetime

from bots.clock import SECOND
from bots.turn import Turn
from policies import line_phrases
from policies.texts import Phrase


async def lines_for(turn: Turn, user_id: str, *, youth: bool = False) -> tuple[Phrase, ...]:
    """The `$lines` of the crisis texts for this member's country, language and hour; never nothing."""
    person = await turn.member(user_id)
    local = datetime.fromtimestamp(turn.now / SECOND, UTC).astimezone(person.zone)
    shown = turn.house.lines.for_member(person.country, [person.language], local.date(), youth, local)
    return line_phrases.lines(shown, person.language)
