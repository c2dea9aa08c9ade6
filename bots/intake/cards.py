"""The cards: shown to one of two people at a time, without a name, and closed again.

A refusal is never told to the other: whoever waits hears the same words for a no, for silence and for a change of mind.
"""

from collections.abc import Mapping
from typing import Any

from bots.clock import MINUTE
from bots.intake import matching, people
from bots.intake.events import CardDue
from bots.intake.matching import Fit
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies.experiences import Experiences
from policies.intake import Intake
from policies.texts import phrase

Row = Mapping[str, Any]
WITH_SUPPORTER, WITH_SEEKER = "with_supporter", "with_seeker"
ASKS = {"match-supporter": WITH_SUPPORTER, "match-seeker": WITH_SEEKER}


async def propose(turn: Turn, wish: Row, fit: Fit, made_by: str | None = None) -> None:
    """Show the supporter a card about the one who looks for somebody; nobody knows a name yet."""
    supporter = fit.supporter.id
    number = await turn.db.propose(
        request=wish["id"], seeker=wish["member"], supporter=supporter, made_by=made_by, at=turn.now
    )
    await turn.db.set_request(id=wish["id"], state="offered")
    await show(turn, number, "match-supporter", to=supporter, about=wish["member"], shared=fit.shared)
    await wait(turn, number, WITH_SUPPORTER, turn.policy(Intake).supporter_minutes)


async def wait(turn: Turn, number: int, state: str, minutes: int) -> None:
    """Let the card come back when nobody has answered it by then."""
    await turn.wake(turn.now + minutes * MINUTE, CardDue(proposal=number, state=state), key=f"card:{number}")


async def show(turn: Turn, number: int, choice: str, *, to: str, about: str, shared: tuple[str, ...]) -> None:
    """A card about one person for the other; `shared` are tags that both have written about."""
    language = (await turn.member(to)).language
    why = matching.explain(shared, turn.policy(Experiences), language)
    lines = (why, *await people.on_card(turn, about, language))
    question = phrase("card-for-supporter" if choice == "match-supporter" else "card-for-seeker", lines=lines)
    asked = Choice(choice, question, (yes(), no()))
    await turn.ask(await turn.dm(to), asked, to=to, data={"proposal": number}, key=f"{choice}:{number}")


async def move(turn: Turn, proposal: Row, state: str) -> None:
    """The proposal is somewhere else now, and its timer stops."""
    await turn.db.move_proposal(id=proposal["id"], state=state, was=proposal["state"], at=turn.now)
    await turn.sleep_on(f"card:{proposal['id']}")


async def close(turn: Turn, proposal: Row, state: str, *, told: bool = True) -> None:
    """Close the card; `told`: whoever it waits for sees that it is closed. A supporter who said yes hears it kindly."""
    await move(turn, proposal, state)
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
