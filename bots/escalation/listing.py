"""What `!case` and `!rota` show."""

from bots.escalation import records, words
from bots.escalation.case import Case, name_of
from bots.turn import Turn
from policies.escalation import Escalation
from policies.texts import Phrase, phrase


async def open_cases(turn: Turn, reader: str) -> Phrase:
    """All open cases in the reader's language, the most urgent first."""
    found = await records.open_ones(turn)
    if not found:
        return phrase("case-none")
    return phrase("case-list", cases=tuple([await _line(turn, case, reader) for case in found]))


async def one(turn: Turn, case: Case, reader: str) -> Phrase:
    """One case: how it stands, since when, and what it waits for."""
    zone = (await turn.member(reader)).zone.key
    rows = await turn.db.case_timers(prefix=f"case:{case.number}:")
    timers = [(row["key"].rpartition(":")[2], words.at(row["due"], zone)) for row in rows]
    waits = tuple(phrase(f"case-timer-{timer}", at=due) for timer, due in timers)
    return phrase(
        "case-card",
        line=await _line(turn, case, reader),
        opened=words.at(case.opened_at, zone),
        timers=waits or (phrase("case-timer-none"),),
    )


async def rota(turn: Turn) -> Phrase:
    """Who is on duty, and how many cases each has."""
    people = await turn.db.on_duty(now=turn.now)
    if not people:
        return phrase("rota-empty")
    lines = tuple(phrase("rota-line", name=name_of(row["person"]), cases=row["live"]) for row in people)
    return phrase("rota-list", people=lines)


async def _line(turn: Turn, case: Case, reader: str) -> Phrase:
    language = (await turn.member(reader)).language
    head = words.head(
        case, now=turn.now, name=words.pseudonym(case, turn.policy(Escalation).case_names), language=language
    )
    return phrase("case-line", head=head, state=words.state(case))
