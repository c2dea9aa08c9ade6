"""Supporters: flagged by a coordinator, effective at once whenever they say that they are full or resting."""

from bots.events import Chosen
from bots.intake import journey, matching, people, proposals
from bots.intake.consents import change
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies import languages
from policies.intake import Intake
from policies.texts import Phrase, phrase

MAY_SHOW = "supporter-may-show"


async def flag(turn: Turn, member: str, by: str) -> bool:
    """Make somebody a supporter and say so to them; False where they are one already."""
    if not await turn.db.flag_supporter(member=member, flagged_by=by, at=turn.now):
        return False
    await turn.audit(by, "supporter-flagged", member)
    room = await turn.dm(member)
    await turn.say(room, phrase("supporter-hello"), to=member)
    await _what_is_missing(turn, member, room)
    await proposals.look(turn)
    return True


async def _what_is_missing(turn: Turn, member: str, room: str) -> None:
    """Cards need the welcome (language, 18+) and a yes to matching."""
    if not await turn.consents(member, "matching"):
        await turn.ask(room, Choice(MAY_SHOW, phrase("supporter-may-show"), (yes(), no())), to=member)
    if await turn.db.welcome(member=member) is None:
        await journey.begin(turn, member, room)


async def on_may_show(turn: Turn, chosen: Chosen) -> None:
    """The supporter's own yes or no to matching."""
    if chosen.option == "yes":
        await change(turn, chosen.by, ["matching"], True)
    said = phrase("supporter-ready") if chosen.option == "yes" else phrase("confirm-cancelled")
    await turn.say(chosen.room_id, said, to=chosen.by)


async def unflag(turn: Turn, member: str, by: str) -> bool:
    """Nobody new for them from now on; pairs that stand are theirs. False where they were none."""
    if not await turn.db.drop_supporter(member=member):
        return False
    await proposals.stop_offering(turn, member)
    await turn.audit(by, "supporter-removed", member)
    return True


async def set_state(turn: Turn, member: str, state: str) -> bool:
    """Available, full or resting, at once; False for somebody who is no supporter."""
    if not await turn.db.set_supporter_state(member=member, state=state):
        return False
    await (proposals.look(turn) if state == "available" else proposals.stop_offering(turn, member))
    return True


async def listed(turn: Turn) -> tuple[Phrase, ...]:
    """All supporters for coordinators: who they are, how many pairs they have, and what keeps cards from them."""
    at_most = turn.policy(Intake).pairs_at_most
    return tuple(_line(turn, s, at_most) for s in await people.supporters(turn))


def _line(turn: Turn, supporter: matching.Supporter, at_most: int) -> Phrase:
    spoken = supporter.language
    language = languages.name(spoken, turn.house.language) if spoken else phrase("profile-nothing")
    state = phrase(f"supporter-is-{matching.readiness(supporter, at_most)}")
    return phrase(
        "supporter-line", user=supporter.id, state=state, pairs=supporter.pairs, most=at_most, language=language
    )
