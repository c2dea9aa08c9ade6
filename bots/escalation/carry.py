"""What follows from a move, done within the turn: the case is saved, then each deed in its order."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bots import effects
from bots.escalation import deeds, pages, records, timers, voice
from bots.escalation.case import Case, Moved, Place
from bots.turn import Turn
from policies.texts import phrase

CarryOut = Callable[[Turn, Case, Any], Awaitable[None]]


async def carry(turn: Turn, moved: Moved) -> Case:
    """Save the case and do what follows; the case."""
    await records.save(turn, moved.case)
    for deed in moved.deeds:
        await CARRY_OUT[type(deed)](turn, moved.case, deed)
    return moved.case


async def answer_member(turn: Turn, case: Case, deed: deeds.AnswerMember) -> None:
    """In their DM."""
    await voice.answer(turn, case, await _dm(turn, case))


async def ask_member(turn: Turn, case: Case, deed: deeds.AskMember) -> None:
    """In their DM."""
    await voice.offer(turn, case.member, await _dm(turn, case), deed.question)


async def tell_member(turn: Turn, case: Case, deed: deeds.TellMember) -> None:
    """In the case room once it is there."""
    in_room = case.room_at and case.room and not deed.in_dm
    place = Place(turn.bot, case.room or "") if in_room else await _dm(turn, case)
    await voice.say(turn, case.member, place, deed.said)


async def tell_person(turn: Turn, case: Case, deed: deeds.TellPerson) -> None:
    """In a direct chat."""
    await turn.say(await turn.dm(deed.person), deed.said, to=deed.person)


async def page(turn: Turn, case: Case, deed: deeds.Page) -> None:
    """To the rooms and people whom the call names."""
    await pages.ask(turn, case, deed.call)


async def list_quietly(turn: Turn, case: Case, deed: deeds.ListQuietly) -> None:
    """In the specialists' room."""
    await pages.list_quietly(turn, case)


async def show_state(turn: Turn, case: Case, deed: deeds.ShowState) -> None:
    """On every page."""
    await pages.show_state(turn, case)


async def open_room(turn: Turn, case: Case, deed: deeds.OpenRoom) -> None:
    """Encrypted, for the member and the owner; nobody but the bot has power there."""
    turn.do(
        effects.CreateRoom(
            room=case.room or "",
            kind="case",
            name=await turn.words(phrase("case-room-name", number=case.number), case.member),
            topic=await turn.words(phrase("topic-bots-read"), case.member),
            invite=(case.member, case.owner or ""),
            member=case.member,
        )
    )


async def bring_in(turn: Turn, case: Case, deed: deeds.BringIn) -> None:
    """Into the case room."""
    turn.do(effects.Invite(room=case.room or "", member=deed.person))


async def take_out(turn: Turn, case: Case, deed: deeds.TakeOut) -> None:
    """Out of the case room."""
    turn.do(effects.Kick(room=case.room or "", member=deed.person))


async def withdraw_offer(turn: Turn, case: Case, deed: deeds.WithdrawOffer) -> None:
    """In every DM of the member."""
    await voice.withdraw(turn, case.member)


async def wake(turn: Turn, case: Case, deed: deeds.Wake) -> None:
    """A timer."""
    due = timers.CaseDue(number=case.number, timer=deed.timer)
    await turn.wake(deed.at, due, key=timers.key(case.number, deed.timer))


async def sleep(turn: Turn, case: Case, deed: deeds.Sleep) -> None:
    """No timer."""
    for timer in deed.timers:
        await turn.sleep_on(timers.key(case.number, timer))


async def audit(turn: Turn, case: Case, deed: deeds.Audit) -> None:
    """Who did what to which case."""
    await turn.audit(deed.actor, deed.action, f"case:{case.number}")


async def _dm(turn: Turn, case: Case) -> Place:
    return await voice.place_of(turn, case.member, case.dm_bot, case.dm_room)


CARRY_OUT: Mapping[type[deeds.Deed], CarryOut] = {
    deeds.AnswerMember: answer_member,
    deeds.AskMember: ask_member,
    deeds.TellMember: tell_member,
    deeds.TellPerson: tell_person,
    deeds.Page: page,
    deeds.ListQuietly: list_quietly,
    deeds.ShowState: show_state,
    deeds.OpenRoom: open_room,
    deeds.BringIn: bring_in,
    deeds.TakeOut: take_out,
    deeds.WithdrawOffer: withdraw_offer,
    deeds.Wake: wake,
    deeds.Sleep: sleep,
    deeds.Audit: audit,
}
