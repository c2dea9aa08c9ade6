"""From a wish to two who both said yes: the waiting list, and what each answer to a card leads to."""

from dataclasses import replace

from bots.clock import MINUTE
from bots.events import Chosen
from bots.intake import cards, matching, nobody, pairs, people
from bots.intake.cards import ASKS, WITH_SEEKER, WITH_SUPPORTER, Row
from bots.intake.events import CardDue, QueueDue
from bots.turn import Turn
from policies.intake import Intake
from policies.texts import phrase


async def request(turn: Turn, member: str, room: str) -> None:
    """Put somebody who may be matched on the waiting list and look at once."""
    if await turn.db.request_of(member=member):
        return await turn.say(room, phrase("match-still-looking"), to=member)
    await turn.db.open_request(member=member, at=turn.now)
    await turn.say(room, phrase("match-looking"), to=member)
    return await look(turn)


async def look(turn: Turn) -> None:
    """Give a card to everyone on the waiting list who can have one now; who cannot hears so, once."""
    waiting = {row["member"]: row for row in await turn.db.waiting_requests(now=turn.now)}
    seekers = [s for s in [await people.seeker(turn, member) for member in waiting] if s]
    at_most = turn.policy(Intake).pairs_at_most
    served = matching.serve(seekers, await people.supporters(turn), at_most)
    for seeker, fit in served:
        await cards.propose(turn, waiting.pop(seeker.id), fit)
    for row in waiting.values():
        await nobody.tell(turn, row)
    await _look_again(turn)


async def _look_again(turn: Turn) -> None:
    if await turn.db.open_requests():
        later = turn.now + turn.policy(Intake).look_again_minutes * MINUTE
        await turn.wake(later, QueueDue(), key="queue")


async def on_card_answered(turn: Turn, chosen: Chosen) -> None:
    """Yes or no from one of the two."""
    proposal = await turn.db.proposal(id=chosen.data["proposal"])
    if proposal["state"] != ASKS[chosen.choice]:
        return await turn.say(chosen.room_id, phrase("choice-closed"), to=chosen.by)
    if chosen.option == "no":
        return await _declined(turn, proposal, chosen)
    if await _no_longer_fits(turn, proposal):
        await turn.say(chosen.room_id, phrase("card-closed"), to=chosen.by)
        await cards.close(turn, proposal, "withdrawn")
        return await look(turn)
    return await (_to_seeker if proposal["state"] == WITH_SUPPORTER else _both)(turn, proposal, chosen)


async def _no_longer_fits(turn: Turn, proposal: Row) -> str | None:
    """Things may have changed while a card waited: the hard constraints hold at each yes."""
    seeker = await people.seeker(turn, proposal["seeker"])
    supporter = next((s for s in await people.supporters(turn) if s.id == proposal["supporter"]), None)
    if seeker is None or supporter is None:
        return "gone"
    bare = replace(seeker, not_now=frozenset())
    return matching.why_not(bare, replace(supporter, busy=False), turn.policy(Intake).pairs_at_most)


async def _to_seeker(turn: Turn, proposal: Row, chosen: Chosen) -> None:
    await cards.move(turn, proposal, WITH_SEEKER)
    await turn.say(chosen.room_id, phrase("match-thanks-wait"), to=chosen.by)
    shared = await people.shared(turn, proposal["seeker"], proposal["supporter"])
    about = {"to": proposal["seeker"], "about": proposal["supporter"]}
    await cards.show(turn, proposal["id"], "match-seeker", **about, shared=shared)
    await cards.wait(turn, proposal["id"], WITH_SEEKER, turn.policy(Intake).seeker_minutes)


async def _both(turn: Turn, proposal: Row, chosen: Chosen) -> None:
    await cards.move(turn, proposal, "accepted")
    await turn.db.set_request(id=proposal["request"], state="matched")
    await pairs.open_room(turn, proposal["seeker"], proposal["supporter"])


async def _declined(turn: Turn, proposal: Row, chosen: Chosen) -> None:
    await cards.close(turn, proposal, "declined", told=False)
    await turn.say(chosen.room_id, phrase("match-no-is-fine"), to=chosen.by)
    await _next(turn, proposal)


async def on_card_due(turn: Turn, due: CardDue) -> None:
    """Nobody answered: on to the next, or, where it is the seeker who is silent, the search rests."""
    proposal = await turn.db.proposal(id=due.proposal)
    if proposal["state"] != due.state:
        return None
    await cards.close(turn, proposal, "unanswered")
    if due.state == WITH_SUPPORTER:
        return await _next(turn, proposal)
    await turn.db.set_request(id=proposal["request"], state="closed")
    await turn.say(await turn.dm(proposal["seeker"]), phrase("match-search-rests"), to=proposal["seeker"])
    return await look(turn)


async def _next(turn: Turn, proposal: Row) -> None:
    """The next candidate, up to as many as the policy says; then the honest word, and a rest."""
    rules = turn.policy(Intake)
    wish = await turn.db.request(id=proposal["request"])
    tried = wish["tried"] + 1
    enough = tried >= rules.candidates_at_most
    rest = turn.now + rules.look_again_minutes * MINUTE if enough else 0
    await turn.db.request_tried(id=wish["id"], tried=0 if enough else tried, rest_until=rest)
    if enough:
        await nobody.tell(turn, wish)
    await look(turn)


async def stop(turn: Turn, member: str) -> None:
    """Somebody rests, is full or has said no to matching: their cards and their own search end."""
    for proposal in await turn.db.open_proposals_of(member=member):
        await cards.close(turn, proposal, "withdrawn")
    if wish := await turn.db.request_of(member=member):
        await turn.db.set_request(id=wish["id"], state="closed")
    await look(turn)


async def stop_offering(turn: Turn, supporter: str) -> None:
    """A supporter has no room now: a card that waits for them goes to somebody else."""
    for proposal in await turn.db.open_proposals_of(member=supporter):
        if proposal["supporter"] == supporter:
            await cards.close(turn, proposal, "withdrawn")
    await look(turn)


async def withdraw(turn: Turn, wish: Row) -> None:
    """Take back the card that is out for a request, because a coordinator has somebody else in mind."""
    for proposal in await turn.db.open_proposals_of(member=wish["member"]):
        if proposal["request"] == wish["id"]:
            await cards.close(turn, proposal, "withdrawn")
