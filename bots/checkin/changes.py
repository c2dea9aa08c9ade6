"""Changing a routine by what a member asked for, and saying how it stands now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bots.checkin import pace, wording
from bots.checkin.routine import Routine, keep, routine_of
from bots.turn import Turn
from policies.checkin import Asked, CheckIn
from policies.texts import phrase

CHANGES: Mapping[Asked, Callable[[Routine], Routine]] = {
    "stop": lambda routine: replace(routine, state="stopped"),
    "pause": lambda routine: replace(routine, state="paused") if routine.state == "on" else routine,
    "back": lambda routine: routine.awake(),
    "daily": lambda routine: replace(routine.paced("daily"), days="daily"),
    "weekdays": lambda routine: replace(routine.paced("daily"), days="weekdays"),
    "more": lambda routine: routine.paced(pace.more(routine.pace)),
    "less": lambda routine: routine.paced(pace.less(routine.pace)),
}


async def change(turn: Turn, room: str, member: str, *asked: Asked) -> None:
    """Change what was asked, and say how it stands."""
    await _change(turn, room, await routine_of(turn, member), asked)


async def set_time(turn: Turn, room: str, member: str, minute: int, *asked: Asked) -> bool:
    """Start the prompts at a time, with whatever else was asked; False for one in quiet hours, which is not taken."""
    quiet = turn.policy(CheckIn).quiet
    if not quiet.allow(minute):
        await turn.say(room, wording.quiet_hours(minute, quiet), to=member)
        return False
    await _change(turn, room, replace((await routine_of(turn, member)).awake(), minute=minute), asked)
    return True


async def pause(turn: Turn, room: str, member: str, until: int) -> None:
    """No prompts until that moment."""
    routine = await routine_of(turn, member)
    if routine.state in ("on", "paused"):
        routine = await keep(turn, replace(routine, state="on", paused_until=until))
    await tell(turn, room, routine)


async def step(turn: Turn, room: str, member: str, asked: Asked) -> None:
    """More or less often; at the end of the ladder, say so."""
    before = await routine_of(turn, member)
    if before.minute is not None and CHANGES[asked](before).pace == before.pace:
        return await turn.say(room, phrase(f"checkin-no-{asked}"), to=member)
    return await change(turn, room, member, asked)


async def _change(turn: Turn, room: str, routine: Routine, asked: Iterable[Asked]) -> None:
    for key in asked:
        routine = CHANGES[key](routine) if key in CHANGES else routine
    await tell(turn, room, await keep(turn, routine))


async def tell(turn: Turn, room: str, routine: Routine) -> None:
    """Say how the routine stands."""
    person = await turn.member(routine.member)
    language = turn.house.texts.closest(person.language)
    await turn.say(room, wording.state(routine, person.zone, language, turn.now), to=routine.member)
