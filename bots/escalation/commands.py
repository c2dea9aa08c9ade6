"""What people type to this bot."""

import re

from bots.commands import command
from bots.escalation import cases, listing, records
from bots.escalation.carry import carry
from bots.escalation.case import Case, Moved, Outcome, Refused
from bots.escalation.handlers import take
from bots.events import Message
from bots.turn import Turn
from policies.texts import phrase

TEAM = ("specialist", "coordinator")
WHERE = ("staff", "dm")


@command("claim", roles=TEAM, rooms=WHERE, usage="!claim 12")
async def claim(turn: Turn, said: Message, words: str) -> None:
    """Take a case."""
    case, _ = await _case(turn, said, words, "!claim 12")
    if case and (refused := await take(turn, case, said.sender)):
        await turn.say(said.room_id, refused.why, to=said.sender)


@command(
    "case", roles=TEAM, rooms=WHERE, usage="!case | !case 12 | !case release 12 | !case close 12 … | !case false 12"
)
async def case_(turn: Turn, said: Message, words: str) -> None:
    """All open cases, one of them, or the end of one."""
    verb, _, rest = words.partition(" ")
    if verb == "release":
        return await _release(turn, said, rest)
    if verb in ("close", "false"):
        return await _close(turn, said, rest, "closed" if verb == "close" else "false")
    if not words:
        return await turn.say(said.room_id, await listing.open_cases(turn, said.sender), to=said.sender)
    case, _ = await _case(turn, said, words, "!case 12")
    return await turn.say(said.room_id, await listing.one(turn, case, said.sender), to=said.sender) if case else None


async def _release(turn: Turn, said: Message, words: str) -> None:
    case, _ = await _case(turn, said, words, "!case release 12")
    if case and await _moved(
        turn, said, cases.let_go(case, said.sender, await records.moment(turn, case.member, case))
    ):
        await turn.say(said.room_id, phrase("case-released-done", number=case.number), to=said.sender)


async def _close(turn: Turn, said: Message, words: str, outcome: Outcome) -> None:
    usage = "!case close 12 …" if outcome == "closed" else "!case false 12"
    case, reason = await _case(turn, said, words, usage, text=outcome == "closed")
    if case is None:
        return
    coordinator, now = await turn.may(said.sender, "coordinator"), await records.moment(turn, case.member, case)
    if await _moved(turn, said, cases.close(case, said.sender, outcome, now, coordinator=coordinator)):
        await turn.db.say_why_closed(number=case.number, reason_sealed=turn.house.seal.seal(reason))
        await turn.say(said.room_id, phrase("case-closed-done", number=case.number), to=said.sender)


@command("say", roles=TEAM, rooms=WHERE, usage="!say 12 …")
async def say(turn: Turn, said: Message, words: str) -> None:
    """The owner's one message to a member who has not answered."""
    case, text = await _case(turn, said, words, "!say 12 …", text=True)
    if case and await _moved(
        turn, said, cases.relay(case, said.sender, text, await records.moment(turn, case.member, case))
    ):
        await turn.say(said.room_id, phrase("case-said", number=case.number), to=said.sender)


@command("shift", roles=("specialist",), rooms=WHERE, usage="!shift on | off")
async def shift(turn: Turn, said: Message, words: str) -> None:
    """Begin or end a shift, or see whether one is on it."""
    wish = words.casefold()
    if wish not in ("on", "off", ""):
        return await turn.say(said.room_id, phrase("command-usage", usage="!shift on | off"), to=said.sender)
    if wish:
        await turn.db.set_shift(person=said.sender, on_shift=int(wish == "on"), at=turn.now)
        await turn.audit(said.sender, f"shift.{wish}", said.sender)
    on = await turn.db.shift_of(person=said.sender) is not None
    told = phrase("shift-on", cases=await listing.open_cases(turn, said.sender)) if on else phrase("shift-off")
    return await turn.say(said.room_id, told, to=said.sender)


@command("rota", roles=TEAM, rooms=WHERE)
async def rota(turn: Turn, said: Message, words: str) -> None:
    """Who is on duty."""
    await turn.say(said.room_id, await listing.rota(turn), to=said.sender)


@command("fine", rooms=("dm", "case"))
async def fine(turn: Turn, said: Message, words: str) -> None:
    """ "I'm fine": nobody is sought any more."""
    case = await records.of_member(turn, said.sender)
    if case is None:
        await turn.say(said.room_id, phrase("case-fine-anyway"), to=said.sender)
    elif await _moved(turn, said, cases.fine(case, await records.moment(turn, case.member, case))):
        await turn.say(said.room_id, phrase("case-fine"), to=said.sender)


async def _case(turn: Turn, said: Message, words: str, usage: str, *, text: bool = False) -> tuple[Case | None, str]:
    """The case that was named, and the words after its number; None once told that it, or the words, are missing."""
    found = re.match(r"#?(\d{1,9})\b\s*(.*)\Z", words, re.DOTALL)
    if found is None or (text and not found[2]):
        await turn.say(said.room_id, phrase("command-usage", usage=usage), to=said.sender)
        return None, ""
    case = await records.by_number(turn, int(found[1]))
    if case is None:
        await turn.say(said.room_id, phrase("case-unknown", number=int(found[1])), to=said.sender)
    return case, found[2].strip()


async def _moved(turn: Turn, said: Message, moved: Moved | Refused) -> bool:
    """Carry the move out, or say why not."""
    if isinstance(moved, Refused):
        await turn.say(said.room_id, moved.why, to=said.sender)
        return False
    await carry(turn, moved)
    return True
