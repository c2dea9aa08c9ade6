"""Through whom a member is spoken to: the bot they talk with, another one if that one is silent, else this one."""

from bots import crisis
from bots.clock import SECOND
from bots.escalation.case import Case, Place
from bots.events import SayTo
from bots.lines import lines_for
from bots.turn import Turn
from policies.escalation import Escalation
from policies.texts import Phrase, phrase


async def place_of(turn: Turn, member: str, bot: str | None = None, room: str | None = None) -> Place:
    """Where to speak to the member: there, if it still works; else their newest direct chat; else a new one of ours."""
    silent = await _silent(turn)
    known = [Place(row["bot"], row["room_id"]) for row in await turn.db.dms_of_member(member=member)]
    usable = [place for place in known if place.bot not in silent]
    for place in usable:
        if (place.bot, place.room) == (bot, room):
            return place
    if usable and bot != turn.bot:
        return usable[0]
    return Place(turn.bot, await turn.dm(member))


async def answer(turn: Turn, case: Case, place: Place) -> None:
    """The crisis answer and the offer of a person, with an apology first when it comes late."""
    if late := crisis.apology(turn, case.written_at):
        await say(turn, case.member, place, late)
    answer_ = phrase("crisis-answer", lines=await lines_for(turn, case.member))
    await turn.tell(place.bot, SayTo(member=case.member, room_id=place.room, phrase=answer_, offer_person=True))


async def say(turn: Turn, member: str, place: Place, said: Phrase) -> None:
    """Say it there, with the member's crisis lines if the text has room for them."""
    if "lines" in turn.house.texts.variables("en", said.id):
        said = phrase(said.id, **said.args, lines=await lines_for(turn, member))
    await turn.tell(place.bot, SayTo(member=member, room_id=place.room, phrase=said))


async def offer(turn: Turn, member: str, place: Place, question: Phrase) -> None:
    """Offer a person there, in these words."""
    asked = SayTo(member=member, room_id=place.room, phrase=question, as_question=True)
    await turn.tell(place.bot, asked)


async def withdraw(turn: Turn, member: str) -> None:
    """Close every open offer to the member, whichever bot made it."""
    rooms = [(row["bot"], row["room_id"]) for row in await turn.db.dms_of_member(member=member)]
    for bot, room in [*rooms, *((bot, f"dm:{member}") for bot in turn.house.users)]:
        await turn.db.close_choices(bot=bot, choice=crisis.OFFER, room=room)


async def _silent(turn: Turn) -> set[str]:
    """Bots not heard of since well before our own last sign of life: after a common sleep nobody counts as silent."""
    beats = {row["bot"]: row["at"] for row in await turn.db.heartbeats()}
    oldest = beats.get(turn.bot, 0) - turn.policy(Escalation).silent_bot_seconds * SECOND
    return {bot for bot, at in beats.items() if at < oldest}
