"""The switch "checkins": whether answers are kept. Off until the member says yes; off again, and they are deleted."""

from dataclasses import replace

from bots.checkin import diary
from bots.checkin.routine import keep, routine_of
from bots.events import Chosen, Consented
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies.checkin import CheckIn
from policies.texts import phrase

STORE = "checkin-store"


async def offer(turn: Turn, room: str, member: str) -> None:
    """Ask whether answers may be kept."""
    await turn.ask(room, Choice(STORE, phrase("checkin-store-ask"), (yes(), no())), to=member)


async def offer_once(turn: Turn, room: str, member: str) -> None:
    """Ask whoever has never said yes or no."""
    if await turn.db.consent(member=member, switch=diary.SWITCH) is None:
        await offer(turn, room, member)


async def on_store(turn: Turn, chosen: Chosen) -> None:
    """Write the ledger, tell every other bot, and do it at once."""
    on = chosen.option == "yes"
    await turn.db.write_consent(
        member=chosen.by,
        switch=diary.SWITCH,
        is_on=int(on),
        at=turn.now,
        text_version=turn.policy(CheckIn).consent_version,
        language=(await turn.member(chosen.by)).language,
    )
    changed = Consented(member=chosen.by, switch=diary.SWITCH, on=on, at=turn.now)
    for bot in turn.house.users.keys() - {turn.bot}:
        await turn.tell(bot, changed)
    if on:
        await turn.say(chosen.room_id, phrase("checkin-store-yes"), to=chosen.by)
    elif not await _forget(turn, chosen.room_id, chosen.by):
        await turn.say(chosen.room_id, phrase("checkin-store-no"), to=chosen.by)


async def on_consented(turn: Turn, changed: Consented) -> None:
    """Keeping ends at once when the member takes the yes back; without the service there are no prompts either."""
    if changed.switch == "service" and not changed.on:
        await keep(turn, replace(await routine_of(turn, changed.member), state="stopped"))
    if changed.switch == diary.SWITCH and not changed.on:
        await _forget(turn, None, changed.member)


async def _forget(turn: Turn, room: str | None, member: str) -> int:
    """Delete what is kept, and say so; how many answers there were."""
    count = await diary.forget(turn, member)
    if count:
        await turn.say(room or await turn.dm(member), phrase("checkin-deleted", count=count), to=member)
    return count
