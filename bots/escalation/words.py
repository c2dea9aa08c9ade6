"""What is said about a case: number, level, language, waiting time, a made-up name. Never a member's words."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.clock import MINUTE, SECOND
from bots.escalation.case import Case, State, name_of
from policies.languages import name as language_name
from policies.texts import Phrase, phrase

WAITING = (State.DETECTED, State.OFFERED, State.ACCEPTED, State.STANDING_BY)
STILL_OFFERED = (State.OFFERED, State.STANDING_BY, State.CLAIMED)

HEARD = {
    State.OFFERED: "case-heard-offered",
    State.ACCEPTED: "case-heard-accepted",
    State.STANDING_BY: "case-heard-standing-by",
    State.CLAIMED: "case-heard-claimed",
    State.TALKING: "case-heard-talking",
}


def page(case: Case, *, now: int, name: str, language: str, late_after: int) -> Phrase:
    """The page of a case as things stand. `language`: in which it is written; `late_after`: minutes."""
    lines = [head(case, now=now, name=name, language=language), state(case)]
    late = (case.read_at - case.written_at) // MINUTE
    if late >= late_after:
        lines.append(phrase("case-page-late", minutes=late))
    if case.state in WAITING:
        lines.append(phrase("case-page-how", number=case.number))
    return phrase("case-page", lines=tuple(lines))


def head(case: Case, *, now: int, name: str, language: str) -> Phrase:
    """The line that says which case it is."""
    return phrase(
        "case-head",
        number=case.number,
        level=phrase(f"case-level-{case.level}"),
        language=language_name(case.language, language),
        minutes=max(0, waited(case, now)) // MINUTE,
        name=name,
    )


def waited(case: Case, now: int) -> int:
    """How long the member has waited, or did until somebody took the case (ms)."""
    return (case.claimed_at or case.closed_at or now) - case.written_at


def state(case: Case) -> Phrase:
    """How things stand."""
    return phrase(f"case-state-{case.outcome or case.state}", owner=name_of(case.owner))


def to_member(case: Case) -> Phrase:
    """How things stand, for the member who asks."""
    return phrase(HEARD.get(case.state, "greeting-dm"), owner=name_of(case.owner))


def at(time: int, zone: str) -> str:
    """A time as hours and minutes in that zone."""
    return f"{datetime.fromtimestamp(time / SECOND, ZoneInfo(zone)):%H:%M}"


def pseudonym(case: Case, names: Sequence[str]) -> str:
    """The member's made-up name; it stays the same for this case."""
    return names[case.number % len(names)]
