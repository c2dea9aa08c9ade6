"""Nobody fits now: said honestly, once for each request."""

from bots.events import LetIn
from bots.intake.cards import Row
from bots.turn import Turn
from policies import languages
from policies.intake import Intake
from policies.texts import Phrase, phrase

COORDINATORS = "staff:coordinators"


async def tell(turn: Turn, wish: Row) -> None:
    """The honest word, a group room meanwhile, and a line to the coordinators that names nobody."""
    if not await turn.db.told_nobody(id=wish["id"]):
        return
    member = wish["member"]
    room = await turn.dm(member)
    await turn.say(room, phrase("match-nobody"), to=member)
    if group := await _group_room(turn):
        await turn.tell("moderation", LetIn(member=member, rooms=(group["room_id"],)))
        await turn.say(room, phrase("match-group-meanwhile", room=group["name"].removeprefix("topic:")), to=member)
    if staff := await turn.place(COORDINATORS):
        await turn.say(staff, await _notice(turn, member))


async def _group_room(turn: Turn) -> Row | None:
    wanted = turn.policy(Intake).group_room
    rooms = [row for row in await turn.db.places() if row["name"].startswith("topic:")]
    return next((row for row in rooms if not wanted or row["name"] == f"topic:{wanted}"), None)


async def _notice(turn: Turn, member: str) -> Phrase:
    language = (await turn.member(member)).language
    return phrase("coordinators-nobody", language=languages.name(language, turn.house.language))
