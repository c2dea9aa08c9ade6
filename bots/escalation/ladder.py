"""The ladder of a case that nobody has taken: whom each rung asks, when, and what the member hears. Pure.

What the member hears follows from whom was really asked: no word of it is said for a page that was not written.
"""

from dataclasses import dataclass
from enum import IntEnum

from bots.clock import MINUTE
from bots.escalation.rota import Roster
from policies.escalation import Ladder
from policies.texts import Phrase, phrase


class Rung(IntEnum):
    """How far the search has gone."""

    FIRST = 0
    SECOND = 1
    EVERYONE = 2
    FALLBACK = 3


@dataclass(frozen=True)
class Call:
    """Whom a rung asks: `people` by name in the specialists' room, `alone` in a direct chat as well."""

    people: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    coordinators: bool = False
    contact: str | None = None


def call(rung: Rung, roster: Roster, cap: int) -> Call:
    """Whom this rung asks. With nobody free the coordinators hear of it, and at the beginning the fallback contact."""
    if rung >= Rung.EVERYONE:
        contact = roster.contact if rung is Rung.FALLBACK else None
        return Call(roster.everybody, roster.not_asked, coordinators=True, contact=contact)
    person = roster.next(cap)
    if person and not (rung is Rung.SECOND and person in roster.asked):
        return Call((person,), (person,))
    nobody_yet = rung is Rung.FIRST
    return Call(roster.everybody, (), coordinators=True, contact=roster.contact if nobody_yet else None)


def notice(before: Rung, rung: Rung, roster: Roster, cap: int) -> Phrase | None:
    """What the member is told once the pages are written; `before` is the rung on which the case stood."""
    if rung is Rung.FIRST:
        return None if call(rung, roster, cap).alone else phrase("case-nobody-free")
    if rung is Rung.FALLBACK and before >= Rung.EVERYONE:
        return None
    if rung is Rung.SECOND:
        second = bool(roster.asked) and bool(call(rung, roster, cap).alone)
        return phrase("crisis-waiting-first" if second else "case-waiting-again")
    return phrase("crisis-waiting-second" if roster.on_duty else "case-waiting-again")


def reached(since: int, now: int, ladder: Ladder) -> Rung:
    """The highest rung whose time has come, for a ladder that began at `since` (ms)."""
    return Rung(sum(now >= since + minutes * MINUTE for minutes in ladder.rungs))


def next_at(since: int, rung: Rung, ladder: Ladder) -> int | None:
    """When the rung above is due (ms), or None at the top."""
    return since + ladder.rungs[rung] * MINUTE if rung < Rung.FALLBACK else None
