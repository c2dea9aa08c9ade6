"""Cases and the rota in the database."""

from dataclasses import asdict, fields
from typing import Any

from bots.escalation.case import Case, Moment
from bots.escalation.rota import OnDuty, Roster
from bots.turn import Turn
from policies.escalation import Escalation


async def by_number(turn: Turn, number: int) -> Case | None:
    """The case of that number."""
    return _case(await turn.db.case(number=number))


async def of_member(turn: Turn, member: str) -> Case | None:
    """The member's open case; there is at most one."""
    return _case(await turn.db.open_case_of(member=member))


async def in_room(turn: Turn, room_id: str) -> Case | None:
    """The case whose room this is."""
    return _case(await turn.db.case_in_room(room=room_id))


async def open_ones(turn: Turn) -> list[Case]:
    """All open cases, the most urgent first."""
    return [_read(row) for row in await turn.db.open_cases()]


async def save(turn: Turn, case: Case) -> None:
    """Write the case as it is now."""
    await turn.db.save_case(**asdict(case))


async def moment(turn: Turn, member: str, case: Case | None = None) -> Moment:
    """What a move may know: the time, the policy, who is on duty (never the member themselves)."""
    people = [
        OnDuty(row["person"], row["live"], row["paged_at"])
        for row in await turn.db.on_duty(now=turn.now)
        if row["person"] != member
    ]
    pages = await turn.db.pages_of(number=case.number) if case else []
    asked = frozenset(row["person"] for row in pages if row["person"])
    roster = Roster(tuple(people), asked, turn.house.fallback_contact)
    return Moment(turn.now, turn.policy(Escalation), roster)


def _case(row: Any) -> Case | None:
    return _read(row) if row else None


def _read(row: Any) -> Case:
    return Case(**{field.name: row[field.name] for field in fields(Case)})
