"""A member's routine: what they chose, how it goes, and the one timer that stands for the next prompt."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal, cast

from bots.checkin import pace
from bots.checkin.schedule import Plan, next_prompt
from bots.events import Event
from bots.turn import Member, Turn
from policies.checkin import CheckIn, Pace

State = Literal["on", "paused", "stopped", "asleep"]
Days = Literal["daily", "weekdays"]


@dataclass(frozen=True, kw_only=True)
class PromptDue(Event):
    """Time to ask a member; `at` (ms) is when it was planned. Not the routine's `next_at`: planned anew since."""

    member: str
    at: int


@dataclass(frozen=True, kw_only=True)
class Routine:
    """`minute`: local, after midnight. `chosen`: the member's pace, `pace`: the one now. Times in ms since the epoch.

    `paused`, `stopped`: by the member; `asleep`: by the bot, because nobody answered. `unanswered`: prompts in a row.
    """

    member: str
    minute: int | None = None
    days: Days = "daily"
    chosen: Pace = "daily"
    pace: Pace = "daily"
    state: State = "stopped"
    paused_until: int = 0
    unanswered: int = 0
    asked_on: date | None = None
    next_at: int | None = None
    hinted_at: int = 0
    talk_at: int = 0

    def awake(self) -> "Routine":
        """Asked again, at the member's own pace, as if nothing had gone unanswered."""
        return replace(self, state="on", pace=self.chosen, unanswered=0, paused_until=0)

    def answered(self) -> "Routine":
        """After an answer: their own pace again; what the bot let fall asleep wakes, what they stopped does not."""
        state: State = "on" if self.state == "asleep" else self.state
        return replace(self, state=state, pace=self.chosen, unanswered=0)

    def paced(self, chosen: Pace) -> "Routine":
        """With another pace, chosen by the member."""
        return replace(self, chosen=chosen, pace=chosen, unanswered=0)

    def plan(self, person: Member, policy: CheckIn) -> Plan | None:
        """When to ask; None while nobody is to be asked."""
        if self.state != "on" or self.minute is None:
            return None
        days = pace.days_of(self.pace, self.days, policy)
        return Plan(self.minute, days, person.zone, policy.quiet, self.paused_until, self.asked_on)


async def routine_of(turn: Turn, member: str) -> Routine:
    """The member's routine; a fresh one, not yet kept, if there is none."""
    row = await turn.db.checkin_routine(member=member)
    return _read(turn, row) if row else Routine(member=member)


async def keep(turn: Turn, routine: Routine) -> Routine:
    """Write a routine and set its timer anew, in this turn; the routine as it stands now."""
    person, policy = await turn.member(routine.member), turn.policy(CheckIn)
    plan = routine.plan(person, policy)
    routine = replace(routine, next_at=next_prompt(plan, turn.now) if plan else None)
    await turn.db.keep_checkin_routine(**_row(turn, routine))
    if routine.next_at is None:
        await turn.sleep_on(_timer(routine.member))
    else:
        due = PromptDue(member=routine.member, at=routine.next_at)
        await turn.wake(routine.next_at, due, key=_timer(routine.member))
    return routine


def _timer(member: str) -> str:
    return f"checkin:{member}"


def _row(turn: Turn, routine: Routine) -> dict[str, Any]:
    row = asdict(routine)
    talk_at = row.pop("talk_at")
    asked_on = routine.asked_on and routine.asked_on.isoformat()
    return row | {"asked_on": asked_on, "talk_sealed": turn.house.seal.seal(talk_at or None)}


def _read(turn: Turn, row: Any) -> Routine:
    values = cast("dict[str, Any]", dict(row))
    values["talk_at"] = turn.house.seal.open(values.pop("talk_sealed")) or 0
    values["asked_on"] = values["asked_on"] and date.fromisoformat(values["asked_on"])
    return Routine(**values)
