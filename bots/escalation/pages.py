"""Pages: the messages to the team that ask for somebody, each with a tap that takes the case."""

import secrets
from collections.abc import Sequence

from bots import effects
from bots.escalation import words
from bots.escalation.case import Case
from bots.escalation.ladder import Call
from bots.turn import Turn
from policies.crisis_answer import CrisisAnswer
from policies.escalation import Escalation
from policies.texts import Phrase

SPECIALISTS = "staff:specialists"
COORDINATORS = "staff:coordinators"
TAKE = "✅"


async def ask(turn: Turn, case: Case, call: Call) -> None:
    """Write to everybody whom the call names, all in this turn."""
    if room := await turn.place(SPECIALISTS):
        await _post(turn, case, room, mentions=call.people)
    for person in (*call.alone, *([call.contact] if call.contact else [])):
        await _post(turn, case, await turn.dm(person), person=person)
        await turn.db.was_paged(person=person, at=turn.now)
    if call.coordinators and (room := await turn.place(COORDINATORS)):
        holders = await turn.db.holders(role="coordinator", now=turn.now)
        await _post(turn, case, room, mentions=[row["member"] for row in holders])


async def list_quietly(turn: Turn, case: Case) -> None:
    """One line that notifies nobody."""
    if room := await turn.place(SPECIALISTS):
        await _post(turn, case, room, quiet=True)


async def show_state(turn: Turn, case: Case) -> None:
    """Rewrite every page of the case."""
    for row in await turn.db.pages_of(number=case.number):
        room = row["room"] or await turn.dm(row["person"])
        await turn.say(room, await _words(turn, case, row["person"]), to=row["person"], edits=row["key"])


async def number_of(turn: Turn, event_id: str) -> int | None:
    """The case whose page this message is."""
    message = await turn.db.outbox_by_event(event_id=event_id)
    mine = message and message["bot"] == turn.bot and (message["key"] or "").startswith("page:")
    return int(message["key"].split(":")[1]) if mine else None


async def _post(
    turn: Turn, case: Case, room: str, *, person: str | None = None, mentions: Sequence[str] = (), quiet: bool = False
) -> None:
    key = f"page:{case.number}:{secrets.token_hex(6)}"
    said = await _words(turn, case, person)
    await turn.say(room, said, to=person, key=key, mentions=mentions, quiet=quiet)
    turn.do(effects.React(room=room, target=key, tap=TAKE))
    await turn.db.put_page(key=key, number=case.number, room=None if person else room, person=person, at=turn.now)


async def _words(turn: Turn, case: Case, to: str | None) -> Phrase:
    language = (await turn.member(to)).language if to else turn.house.language
    return words.page(
        case,
        now=turn.now,
        name=words.pseudonym(case, turn.policy(Escalation).case_names),
        language=language,
        late_after=turn.policy(CrisisAnswer).late_minutes,
    )
