"""Nothing is dropped silently: what cannot be handled is set aside, and somebody is told."""

from bots.events import Concern, Malformed, Message, RoomEvent
from bots.lines import lines_for
from bots.shared import OPERATORS
from bots.store.inbox import Entry
from bots.turn import Turn
from policies.texts import phrase


async def park(turn: Turn, entry: Entry, error: str) -> None:
    """Set an event aside; tell operators, its author in a direct chat, and coordinators where a crisis is at stake."""
    await turn.db.inbox_park(seq=entry.seq, error=error)
    event = entry.event
    room_id = event.room_id if isinstance(event, RoomEvent | Concern) else "-"
    told = phrase("operators-parked", event=entry.source, kind=entry.kind, room=room_id, error=error)
    places = [OPERATORS, "staff:coordinators"] if isinstance(event, Concern | Message | Malformed) else [OPERATORS]
    for name in places:
        if place := await turn.place(name):
            await turn.say(place, told)
    if isinstance(event, Message | Malformed):
        await _tell_author(turn, event)
    await turn.write_effects()


async def _tell_author(turn: Turn, said: Message | Malformed) -> None:
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    if room and room["kind"] in ("dm", "case"):
        await turn.say(said.room_id, phrase("turn-failed", lines=await lines_for(turn, said.sender)), to=said.sender)
