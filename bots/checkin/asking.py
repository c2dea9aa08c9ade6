"""Asking how today is, and knowing when not to."""

from dataclasses import replace

from bots.checkin import pace, scale
from bots.checkin.routine import PromptDue, Routine, keep, routine_of
from bots.checkin.schedule import Plan, last_prompt, local, still_useful
from bots.clock import DAY, HOUR
from bots.crisis import OFFER as CRISIS
from bots.turn import Turn
from policies.checkin import CheckIn
from policies.texts import Phrase, phrase


async def prompt(turn: Turn, room: str, member: str, *, began: str, note: Phrase | None = None) -> None:
    """Ask; `began` is who began: the "bot", which is counted (R17), or the "member". `note` is said before it.

    What an earlier prompt left open is closed, so that no words of today end up with another day.
    """
    zone = (await turn.member(member)).zone
    for left_open in (scale.WORDS, scale.TALK):
        await turn.db.close_choices(bot=turn.bot, choice=left_open, room=room)
    await turn.ask(room, scale.prompt(note), to=member, data={"at": turn.now})
    today = local(turn.now, zone).date().isoformat()
    await turn.db.write_checkin_prompt(member=member, day=today, began=began, at=turn.now)


async def on_due(turn: Turn, due: PromptDue) -> None:
    """A prompt is due: ask if that is still useful, and set the timer for the next one.

    After a downtime several were due: the last of them alone counts.
    """
    routine = await routine_of(turn, due.member)
    if routine.next_at != due.at:
        return
    plan = routine.plan(await turn.member(due.member), turn.policy(CheckIn))
    missed = last_prompt(plan, due.at, turn.now) if plan else None
    if plan and missed and await _welcome(turn, plan, due.member, missed):
        routine = await _ask(turn, routine, plan)
    await keep(turn, routine)


async def in_crisis(turn: Turn, member: str) -> bool:
    """Whether any bot has answered a crisis of this member lately: what they write may be about that."""
    at = await turn.db.last_crisis(member=member, offer=CRISIS)
    return at is not None and turn.now - at < turn.policy(CheckIn).crisis_hours * HOUR


async def _welcome(turn: Turn, plan: Plan, member: str, planned: int) -> bool:
    policy = turn.policy(CheckIn)
    begun = await turn.db.checkin_prompts_begun(member=member, since=turn.now - DAY)
    useful = still_useful(plan, planned, turn.now, policy.useful_hours * HOUR)
    return useful and begun < policy.most_a_day and not await in_crisis(turn, member)


async def _ask(turn: Turn, routine: Routine, plan: Plan) -> Routine:
    """Ask at the pace that fits the answers so far, and say so where it changes; or say goodbye for now."""
    room = await turn.dm(routine.member)
    fitting = pace.slowed(routine.chosen, routine.unanswered, turn.policy(CheckIn))
    if fitting is None:
        await turn.say(room, phrase("checkin-asleep"), to=routine.member)
        return replace(routine, state="asleep")
    note = phrase(f"checkin-slower-{fitting}") if fitting != routine.pace else None
    await prompt(turn, room, routine.member, began="bot", note=note)
    today = local(turn.now, plan.zone).date()
    return replace(routine, pace=fitting, unanswered=routine.unanswered + 1, asked_on=today)
