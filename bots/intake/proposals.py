"""From a wish to two who both said yes: the waiting list, and one card after another.

A refusal is never told to the other: whoever waits hears the same words for a no, for silence and for a change of mind.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bots import effects
from bots.clock import MINUTE
from bots.events import Chosen
from bots.intake import matching, pairs, people
from bots.intake.events import CardDue, QueueDue
from bots.intake.matching import Fit
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies import languages
from policies.experiences import Experiences
from policies.intake import Intake
from policies.texts import Phrase, phrase

Row = Mapping[str, Any]
WITH_SUPPORTER, WITH_SEEKER = "with_supporter", "with_seeker"
ASKS = {"match-supporter": WITH_SUPPORTER, "match-seeker": WITH_SEEKER}
COORDINATORS = "staff:coordinators"


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
        await propose(turn, waiting.pop(seeker.id), fit)
    for row in waiting.values():
        await _nobody(turn, row)
    await _look_again(turn)


async def _look_again(turn: Turn) -> None:
    if await turn.db.open_requests():
        later = turn.now + turn.policy(Intake).look_again_minutes * MINUTE
        await turn.wake(later, QueueDue(), key="queue")


async def propose(turn: Turn, wish: Row, fit: Fit, made_by: str | None = None) -> None:
    """Show the supporter a card about the one who looks for somebody; nobody knows a name yet."""
    supporter = fit.supporter.id
    number = await turn.db.propose(
        request=wish["id"], seeker=wish["member"], supporter=supporter, made_by=made_by, at=turn.now
    )
    await turn.db.set_request(id=wish["id"], state="offered")
    await _card(turn, number, "match-supporter", to=supporter, about=wish["member"], shared=fit.shared)
    await _wait(turn, number, WITH_SUPPORTER, turn.policy(Intake).supporter_minutes)


async def _wait(turn: Turn, number: int, state: str, minutes: int) -> None:
    await turn.wake(turn.now + minutes * MINUTE, CardDue(proposal=number, state=state), key=f"card:{number}")


async def _card(turn: Turn, number: int, choice: str, *, to: str, about: str, shared: tuple[str, ...]) -> None:
    language = (await turn.member(to)).language
    why = matching.explain(shared, turn.policy(Experiences), language)
    lines = (why, *await people.on_card(turn, about, language))
    question = phrase("card-for-supporter" if choice == "match-supporter" else "card-for-seeker", lines=lines)
    asked = Choice(choice, question, (yes(), no()))
    await turn.ask(await turn.dm(to), asked, to=to, data={"proposal": number}, key=f"{choice}:{number}")


async def on_card_answered(turn: Turn, chosen: Chosen) -> None:
    """Yes or no from one of the two."""
    proposal = await turn.db.proposal(id=chosen.data["proposal"])
    if proposal["state"] != ASKS[chosen.choice]:
        return await turn.say(chosen.room_id, phrase("choice-closed"), to=chosen.by)
    if chosen.option == "no":
        return await _declined(turn, proposal, chosen)
    if await _no_longer_fits(turn, proposal):
        await turn.say(chosen.room_id, phrase("card-closed"), to=chosen.by)
        await _end(turn, proposal, "withdrawn")
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
    await _move(turn, proposal, WITH_SEEKER)
    await turn.say(chosen.room_id, phrase("match-thanks-wait"), to=chosen.by)
    shared = await people.shared(turn, proposal["seeker"], proposal["supporter"])
    about = {"to": proposal["seeker"], "about": proposal["supporter"]}
    await _card(turn, proposal["id"], "match-seeker", **about, shared=shared)
    await _wait(turn, proposal["id"], WITH_SEEKER, turn.policy(Intake).seeker_minutes)


async def _both(turn: Turn, proposal: Row, chosen: Chosen) -> None:
    await _move(turn, proposal, "accepted")
    await turn.db.set_request(id=proposal["request"], state="matched")
    await pairs.open_room(turn, proposal["seeker"], proposal["supporter"])


async def _declined(turn: Turn, proposal: Row, chosen: Chosen) -> None:
    await _end(turn, proposal, "declined", told=False)
    await turn.say(chosen.room_id, phrase("match-no-is-fine"), to=chosen.by)
    await _next(turn, proposal)


async def on_card_due(turn: Turn, due: CardDue) -> None:
    """Nobody answered: on to the next, or, where it is the seeker who is silent, the search rests."""
    proposal = await turn.db.proposal(id=due.proposal)
    if proposal["state"] != due.state:
        return None
    await _end(turn, proposal, "unanswered")
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
        await _nobody(turn, wish)
    await look(turn)


async def stop(turn: Turn, member: str) -> None:
    """Somebody rests, is full or has said no to matching: their cards and their own search end."""
    for proposal in await turn.db.open_proposals_of(member=member):
        await _end(turn, proposal, "withdrawn")
    if wish := await turn.db.request_of(member=member):
        await turn.db.set_request(id=wish["id"], state="closed")
    await look(turn)


async def stop_offering(turn: Turn, supporter: str) -> None:
    """A supporter has no room now: a card that waits for them goes to somebody else."""
    for proposal in await turn.db.open_proposals_of(member=supporter):
        if proposal["supporter"] == supporter:
            await _end(turn, proposal, "withdrawn")
    await look(turn)


async def withdraw(turn: Turn, wish: Row) -> None:
    """Take back the card that is out for a request, because a coordinator has somebody else in mind."""
    for proposal in await turn.db.open_proposals_of(member=wish["member"]):
        if proposal["request"] == wish["id"]:
            await _end(turn, proposal, "withdrawn")


async def _move(turn: Turn, proposal: Row, state: str) -> None:
    await turn.db.move_proposal(id=proposal["id"], state=state, was=proposal["state"], at=turn.now)
    await turn.sleep_on(f"card:{proposal['id']}")


async def _end(turn: Turn, proposal: Row, state: str, *, told: bool = True) -> None:
    """Close the card; `told`: whoever it waits for sees that it is closed. A supporter who said yes hears it kindly."""
    await _move(turn, proposal, state)
    await turn.db.set_request(id=proposal["request"], state="waiting")
    asked = "supporter" if proposal["state"] == WITH_SUPPORTER else "seeker"
    key = f"match-{asked}:{proposal['id']}"
    await turn.db.close_choice_by_key(bot=turn.bot, outbox_key=key)
    if told:
        who = proposal[asked]
        await turn.say(await turn.dm(who), phrase("card-closed"), to=who, edits=key)
    if asked == "seeker":
        who = proposal["supporter"]
        await turn.say(await turn.dm(who), phrase("match-not-this-time"), to=who)


async def _nobody(turn: Turn, wish: Row) -> None:
    """The honest word, a room meanwhile, and the coordinators; once for each request."""
    if not await turn.db.told_nobody(id=wish["id"]):
        return
    member = wish["member"]
    room = await turn.dm(member)
    await turn.say(room, phrase("match-nobody"), to=member)
    if group := await _group_room(turn):
        turn.do(effects.Invite(room=group["room_id"], member=member))
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
