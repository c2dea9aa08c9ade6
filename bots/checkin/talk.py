"""Several hard days in a row: an offer of a talk with a person. An offer, not an alarm; the member decides."""

from bots.checkin import scale
from bots.crisis import ESCALATION
from bots.events import Chosen, Concern
from bots.lines import lines_for
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies.texts import Phrase, phrase


async def offer(turn: Turn, chosen: Chosen, day: str, said: list[Phrase], *, again: bool = False) -> None:
    """Ask for a yes or no; `said` comes before it. Words are welcome too, but only the first time."""
    question = scale.lines(*said, phrase("checkin-talk-again" if again else "checkin-talk-ask"))
    choice = Choice(scale.TALK, question, (yes(), no()), private=True, words=not again)
    # One key for both, so that a vote in the first poll still counts when the second has been asked.
    await turn.ask(chosen.room_id, choice, to=chosen.by, data={"day": day}, key=f"checkin:{chosen.by}:{day}")


async def accepted(turn: Turn, chosen: Chosen) -> None:
    """Tell escalation; tell the member what is true: that the team was asked, and which lines answer now."""
    await turn.say(chosen.room_id, phrase("checkin-talk-yes", lines=await lines_for(turn, chosen.by)), to=chosen.by)
    concern = Concern(
        member=chosen.by,
        level="soon",
        source=turn.bot,
        room_id=chosen.room_id,
        event_id=chosen.event_id,
        at=chosen.at,
        reason="checkin",
        language=(await turn.member(chosen.by)).language,
        answered_in=chosen.room_id,
    )
    await turn.tell(ESCALATION, concern)
