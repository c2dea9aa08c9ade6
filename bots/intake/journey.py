"""The welcome on its way: which step is open, what comes next, and what happens on entering it.

The open step is a row, so that the welcome goes on where it stopped after any restart, and after days.
"""

from bots import crisis, effects
from bots.clock import HOUR
from bots.events import LetIn
from bots.intake import steps
from bots.intake.questions import QUESTIONS, clocks
from bots.lines import lines_for
from bots.turn import Turn
from bots.ui import Choice
from policies.intake import Intake
from policies.texts import phrase


async def begin(turn: Turn, member: str, room: str | None = None) -> None:
    """Greet somebody; where they have been greeted before, go on where it stopped, if this is a new chat."""
    row = await turn.db.welcome(member=member)
    room = room or await turn.dm(member)
    if row is None:
        await turn.db.meet_member(member=member, at=turn.now)
        await ask_step(turn, member, room, steps.ORDER[0])
    elif not await _same_room(turn, row["room"], room):
        await resume(turn, member, room)


async def _same_room(turn: Turn, asked_in: str, room: str) -> bool:
    row = await turn.db.room(bot=turn.bot, room_id=room)
    return asked_in in (room, row["key"] if row else None)


async def resume(turn: Turn, member: str, room: str) -> None:
    """Ask the open step again, or say that all is done."""
    row = await turn.db.welcome(member=member)
    step = row["step"] if row else steps.ORDER[0]
    if step in QUESTIONS:
        return await ask_step(turn, member, room, step)
    return await _enter(turn, member, room, step)


async def ask_step(turn: Turn, member: str, room: str, step: str, choice: Choice | None = None) -> None:
    """Ask a step's question, or `choice` in its place."""
    await turn.db.close_questions(member=member)
    await turn.db.move_welcome(member=member, step=step, room=room, at=turn.now)
    choice = choice or QUESTIONS[step](turn, await turn.member(member))
    await turn.ask(room, choice, to=member, data={"at": turn.now})


async def go_on(turn: Turn, member: str, room: str, answered: str) -> None:
    """The step has been answered: on to the next one."""
    await _enter(turn, member, room, steps.after(answered, await _facts(turn, member)))


async def _enter(turn: Turn, member: str, room: str, step: str) -> None:
    if step == "adult":
        await turn.say(room, phrase("welcome-lines", lines=await lines_for(turn, member)), to=member)
    if step in ("consent", steps.DONE):
        await _open_rooms(turn, member, room)
    if step in QUESTIONS:
        return await ask_step(turn, member, room, step)
    await turn.db.close_questions(member=member)
    await turn.db.move_welcome(member=member, step=step, room=room, at=turn.now)
    return await say_where(turn, member, room, step)


async def say_where(turn: Turn, member: str, room: str, step: str) -> None:
    """The words for a welcome that is over."""
    if step == steps.MINOR:
        await turn.say(room, phrase("crisis-youth", lines=await lines_for(turn, member, youth=True)), to=member)
        return await turn.say(room, phrase("welcome-youth-mistake"), to=member)
    return await turn.say(room, phrase("welcome-done"), to=member)


async def later(turn: Turn, member: str, room: str) -> None:
    """Stop here for now."""
    open_ = await _open_step(turn, member)
    await pause(turn, member)
    await turn.say(room, phrase("welcome-later" if open_ else "welcome-nothing-open"), to=member)


async def pause(turn: Turn, member: str) -> None:
    """Wait until the member says `!start`."""
    await turn.db.close_questions(member=member)
    await turn.db.pause_welcome(member=member)


async def skip(turn: Turn, member: str, room: str) -> None:
    """Go on without an answer, where that is possible."""
    step = await _open_step(turn, member)
    if step is None:
        return await turn.say(room, phrase("welcome-nothing-open"), to=member)
    if step in steps.NEVER_SKIPPED:
        await turn.say(room, phrase("welcome-cannot-skip"), to=member)
        return await ask_step(turn, member, room, step)
    return await go_on(turn, member, room, step)


async def _open_step(turn: Turn, member: str) -> str | None:
    row = await turn.db.welcome(member=member)
    return row["step"] if row and row["step"] in QUESTIONS else None


async def crisis_since(turn: Turn, member: str, at: int) -> bool:
    """Whether any bot has answered a crisis of theirs after that time."""
    last = await turn.db.last_crisis(member=member, offer=crisis.OFFER)
    return last is not None and last > at


async def _facts(turn: Turn, member: str) -> steps.Facts:
    row = await turn.db.member(member=member)
    pause = turn.policy(Intake).crisis_pause_hours * HOUR
    return steps.Facts(
        adult=row["adult"] == 1,
        several_clocks=row["country"] is not None and len(clocks(turn, row["country"])) > 1,
        in_crisis=await crisis_since(turn, member, turn.now - pause),
        wants_match=await turn.consents(member, "service") and await turn.consents(member, "matching"),
    )


async def _open_rooms(turn: Turn, member: str, room: str) -> None:
    """The Space and its rooms open for a member once."""
    if not await turn.db.open_rooms_once(member=member, at=turn.now):
        return
    places = {place["name"]: place["room_id"] for place in await turn.db.places()}
    if space := places.get("space"):
        turn.do(effects.Invite(room=space, member=member))
    topics = tuple(room_id for name, room_id in places.items() if name.startswith("topic:"))
    await turn.tell("moderation", LetIn(member=member, rooms=topics))
    await turn.say(room, phrase("welcome-rooms"), to=member)
