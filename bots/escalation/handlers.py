"""Which event goes to which function, and those functions."""

from collections.abc import Mapping

from bots import crisis
from bots.bot import CannotStart, ChoiceHandler, Handler
from bots.escalation import cases, pages, records, voice, words
from bots.escalation.carry import carry
from bots.escalation.case import Case, Level, Moved, Place, Refused, Signal
from bots.escalation.deeds import Timer
from bots.escalation.timers import CaseDue
from bots.events import Concern, Event, Left, Message, Reaction, RoomReady, WantsPerson
from bots.lines import lines_for
from bots.turn import Turn
from policies.texts import phrase


class NobodyToPage(CannotStart):
    """Nobody holds the role specialist and no fallback contact is set, so nobody would hear of a crisis. Nothing was
    started. Name a specialist under `staff` or a `fallback_contact` in config.yaml, then run `kith init`."""


async def start(turn: Turn) -> None:
    """Raises NobodyToPage."""
    if not turn.house.fallback_contact and not await turn.db.holders(role="specialist", now=turn.now):
        raise NobodyToPage(NobodyToPage.__doc__)


async def on_concern(turn: Turn, concern: Concern) -> None:
    """A bot worries about a member: a new case, or one more signal of theirs."""
    case = await records.of_member(turn, concern.member)
    level: Level = "soon" if concern.level == "soon" else "now"
    place = await _place_of(turn, concern, case, level)
    signal = Signal(level, concern.at, place, answered=concern.answered_in is not None)
    if case is None:
        await _open(turn, concern.member, concern.source, signal, concern.language)
    else:
        await _follow(turn, cases.signalled(case, signal, await records.moment(turn, case.member, case)))


async def _open(turn: Turn, member: str, source: str, signal: Signal, language: str | None = None) -> Case:
    number = await turn.db.next_case_number()
    spoken = language or (await turn.member(member)).language
    return await carry(turn, cases.opened(number, member, spoken, source, signal, await records.moment(turn, member)))


async def on_wants_person(turn: Turn, answer: WantsPerson) -> None:
    """The member's yes or no; a yes to an old offer is a case of its own."""
    case = await records.of_member(turn, answer.member)
    place = await _where(turn, answer)
    if case is None and answer.wants:
        case = await _open(turn, answer.member, place.bot, Signal("now", answer.at, place, answered=True))
    if case:
        await _follow(turn, cases.answered(case, answer.wants, place, await records.moment(turn, case.member, case)))


async def on_tap(turn: Turn, tap: Reaction) -> None:
    """A tap on a page takes the case; the first one has it, the others are told who."""
    number = await pages.number_of(turn, tap.target)
    taken = number is not None and tap.tap.replace("\ufe0f", "") == pages.TAKE and await may_take(turn, tap.sender)
    case = await records.by_number(turn, number) if number and taken else None
    refused = await take(turn, case, tap.sender) if case else None
    if refused:
        await turn.say(await turn.dm(tap.sender), refused.why, to=tap.sender)


async def may_take(turn: Turn, person: str) -> bool:
    """Who may take a case: specialists, coordinators and the fallback contact."""
    roles = [await turn.may(person, role) for role in ("specialist", "coordinator")]
    return any(roles) or person == turn.house.fallback_contact


async def take(turn: Turn, case: Case, person: str) -> Refused | None:
    """The person claims the case, or hears why not."""
    moved = cases.claim(case, person, await records.moment(turn, case.member, case))
    if isinstance(moved, Refused):
        return moved
    await carry(turn, moved)
    return None


async def on_room_ready(turn: Turn, ready: RoomReady) -> None:
    """The case room is there."""
    number = ready.key.removeprefix("case:")
    case = await records.by_number(turn, int(number)) if ready.key.startswith("case:") else None
    if case is None:
        return
    moved = cases.room_ready(case, ready.room_id, await records.moment(turn, case.member, case))
    if isinstance(moved, Refused):
        await _nobody_here(turn, case, ready.room_id)
    else:
        await carry(turn, moved)


async def on_due(turn: Turn, due: CaseDue) -> None:
    """A case has waited long enough for something; if it moved on meanwhile, nothing happens."""
    if case := await records.by_number(turn, due.number):
        await _follow(turn, DUE[Timer(due.timer)](case, await records.moment(turn, case.member, case)))


async def on_left(turn: Turn, left: Left) -> None:
    """The member or the owner went out of the case room."""
    case = await records.in_room(turn, left.room_id)
    if case is None or left.sender == turn.me or left.member not in (case.member, case.owner):
        return
    now = await records.moment(turn, case.member, case)
    is_member = left.member == case.member
    await _follow(turn, cases.member_left(case, now) if is_member else cases.let_go(case, left.member, now))


async def on_message(turn: Turn, said: Message) -> None:
    """Words that nothing else took: in a case room, or in our direct chat."""
    if case := await records.in_room(turn, said.room_id):
        return await _in_case_room(turn, case, said)
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    if room is None or room["kind"] != "dm" or said.edits:
        return None
    return await _heard(turn, await records.of_member(turn, said.sender), said)


async def _heard(turn: Turn, case: Case | None, said: Message) -> None:
    """How things stand; where an answer to the offer is still welcome, it can be given here as well."""
    known = words.to_member(case) if case else phrase("greeting-dm")
    if case and case.state in words.STILL_OFFERED:
        return await crisis.offer(turn, said.room_id, said.sender, known)
    return await turn.say(said.room_id, known, to=said.sender)


async def _in_case_room(turn: Turn, case: Case, said: Message) -> None:
    if case.closed_at and said.sender == case.member:
        await _nobody_here(turn, case, said.room_id)
    elif said.sender == case.owner and case.first_words_at is None:
        await _follow(turn, cases.first_words(case, await records.moment(turn, case.member, case)))


async def _nobody_here(turn: Turn, case: Case, room: str) -> None:
    closed = phrase("case-room-closed", lines=await lines_for(turn, case.member))
    await turn.say(room, closed, to=case.member)


async def _follow(turn: Turn, moved: Moved | Refused) -> None:
    """Carry out a move that nobody waits for an answer to."""
    if isinstance(moved, Moved):
        await carry(turn, moved)


async def _place_of(turn: Turn, concern: Concern, case: Case | None, level: Level) -> Place | None:
    """Where the member has been answered, or is to be; None where nobody writes to them yet, or it is known already."""
    if concern.answered_in:
        return Place(concern.source, concern.answered_in)
    if level == "soon" or (case and case.dm_bot):
        return None
    return await voice.place_of(turn, concern.member)


async def _where(turn: Turn, answer: WantsPerson) -> Place:
    """The direct chat in which they answered."""
    dms = {row["room_id"]: row["bot"] for row in await turn.db.dms_of_member(member=answer.member)}
    return Place(dms.get(answer.room_id, turn.bot), answer.room_id)


DUE = {Timer.LADDER: cases.climb, Timer.NO_ANSWER: cases.no_answer, Timer.ASK_AGAIN: cases.ask_again}
HANDLERS: Mapping[type[Event], Handler] = {
    Concern: on_concern,
    WantsPerson: on_wants_person,
    Reaction: on_tap,
    RoomReady: on_room_ready,
    CaseDue: on_due,
    Left: on_left,
    Message: on_message,
}
CHOICES: Mapping[str, ChoiceHandler] = {}
