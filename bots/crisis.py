"""The crisis answer, which every bot gives in the same words, with every other bot stopped if need be.

Whoever reads the words answers at once where they were written, offers a person, and tells escalation, which pages one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bots.clock import HOUR, MINUTE, SECOND
from bots.events import Chosen, Concern, Event, Malformed, Message, SayTo, WantsPerson
from bots.judging import judge_all
from bots.lines import lines_for
from bots.turn import Turn
from bots.ui import Choice, no, yes
from bots.words import all_shown
from models import Text
from policies.crisis_answer import CrisisAnswer
from policies.decide import AskHuman, Context, Decision, Escalate, TellModerators, decide
from policies.texts import Phrase, phrase

OFFER = "crisis-person"
LISTENED_TO = ("dm", "pair")
ESCALATION = "escalation"


@dataclass(frozen=True, kw_only=True)
class StillUnanswered(Event):
    """Time to see whether the bot that claimed this `!crisis` has answered; if it is gone, another one does."""

    said: Message
    claimed_by: str

    @classmethod
    def read(cls, data: dict[str, Any]) -> "StillUnanswered":
        """The nested message is an event of its own."""
        said = Event.from_json(data["said"])
        assert isinstance(said, Message)
        return cls(said=said, claimed_by=data["claimed_by"])


async def screen(turn: Turn, said: Message | Malformed, kind: str) -> bool:
    """Judge words written to a bot; True when they were a crisis and have been answered."""
    if kind not in LISTENED_TO or (kind == "pair" and not await turn.consents(said.sender, "screening")):
        return False
    decisions = await _judged(turn, said)
    now = [d for d in decisions if isinstance(d, Escalate)]
    unsure = [d for d in decisions if isinstance(d, TellModerators | AskHuman)]
    if now and kind == "dm":
        await answer(turn, said, reason="words")
        return True
    if now or unsure:
        await _concern(turn, said, level="now" if now else "soon", reason=_reason(decisions), answered_in=None)
    return False


async def _judged(turn: Turn, said: Message | Malformed) -> tuple[Decision, ...]:
    person = await turn.member(said.sender)
    shown = all_shown(said.body, said.html if isinstance(said, Message) else None)
    text = Text(shown, language=person.language if person.known else None)
    judgement = judge_all(turn.house.judge, [text])[0]
    return decide(judgement, turn.house.thresholds, Context(dm=True, now=turn.now))


def _reason(decisions: Sequence[Decision]) -> str:
    return next((d.reason for d in decisions if isinstance(d, AskHuman)), "words")


async def answer(turn: Turn, said: Message | Malformed, *, reason: str) -> None:
    """Acknowledge, show lines that answer now, offer a person; escalation hears of it in the same transaction."""
    alone = await _alone(turn, said)
    lines = await lines_for(turn, said.sender)
    if late := apology(turn, said.at):
        await turn.say(said.room_id, late, to=said.sender)
    key = f"crisis:{said.event_id}"
    await turn.say(said.room_id, phrase("crisis-answer", lines=lines), to=said.sender, key=key)
    if alone:
        await offer(turn, said.room_id, said.sender)
    await _concern(turn, said, level="now", reason=reason, answered_in=said.room_id if alone else None)


def apology(turn: Turn, written_at: int) -> Phrase | None:
    """What is said before an answer that comes late; None when it comes in time."""
    minutes = (turn.now - written_at) // MINUTE
    if minutes < turn.policy(CrisisAnswer).late_minutes:
        return None
    hours = minutes * MINUTE // HOUR
    return phrase("crisis-late-hours", hours=hours) if hours else phrase("crisis-late", minutes=minutes)


async def offer(turn: Turn, room: str, member: str, question: Phrase | None = None) -> None:
    """Ask whether a person should come; the answer goes to escalation."""
    options = (yes(), no())
    await turn.ask(room, Choice(OFFER, question or phrase("crisis-ask-person"), options, many=True), to=member)


async def on_offer_answered(turn: Turn, chosen: Chosen) -> None:
    """The member's yes or no is answered here and travels to escalation."""
    wants = chosen.option == "yes"
    said = phrase("crisis-yes" if wants else "crisis-no", lines=await lines_for(turn, chosen.by))
    await turn.say(chosen.room_id, said, to=chosen.by)
    answered = WantsPerson(member=chosen.by, wants=wants, room_id=chosen.room_id, at=chosen.at)
    await turn.tell(ESCALATION, answered)


async def on_say_to(turn: Turn, asked: SayTo) -> None:
    """Say to a member what another bot asks, in the room they talk in."""
    if asked.as_question:
        return await offer(turn, asked.room_id, asked.member, asked.phrase)
    await turn.say(asked.room_id, asked.phrase, to=asked.member)
    if asked.offer_person:
        await offer(turn, asked.room_id, asked.member)
    return None


async def mine_to_answer(turn: Turn, said: Message) -> bool:
    """Whether this bot answers a command that all bots know; if another does, see later that it really did."""
    if await turn.first_to(said.event_id):
        return True
    claimed_by = await turn.db.claimed_by(event_id=said.event_id)
    await _look_again(turn, StillUnanswered(said=said, claimed_by=claimed_by), at=turn.now + _takeover(turn))
    return False


async def on_still_unanswered(turn: Turn, due: StillUnanswered) -> None:
    """The bot that claimed a `!crisis` has not answered: it is gone, so this one does.

    Soon after a start it gets its time once more: it may have answered, and died before it could note so.
    """
    key = f"crisis:{due.said.event_id}"
    sent = await turn.db.outbox_by_key(bot=due.claimed_by, key=key)
    if sent and sent["state"] == "sent":
        return
    caught_up = turn.house.started + 2 * _takeover(turn)
    if turn.now < caught_up:
        await _look_again(turn, due, at=caught_up)
    elif await turn.db.take_claim(event_id=due.said.event_id, bot=turn.bot, from_bot=due.claimed_by, at=turn.now):
        await turn.db.outbox_cancel(bot=due.claimed_by, key=key)
        await answer(turn, due.said, reason="command")


async def _look_again(turn: Turn, due: StillUnanswered, *, at: int) -> None:
    await turn.wake(at, due, key=f"unanswered:{due.said.event_id}")


def _takeover(turn: Turn) -> int:
    return turn.policy(CrisisAnswer).takeover_seconds * SECOND


async def _alone(turn: Turn, said: Message | Malformed) -> bool:
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    return room is not None and room["kind"] == "dm"


async def _concern(turn: Turn, said: Message | Malformed, *, level: str, reason: str, answered_in: str | None) -> None:
    concern = Concern(
        member=said.sender,
        level=level,
        source=turn.bot,
        room_id=said.room_id,
        event_id=said.event_id,
        at=said.at,
        reason=reason,
        answered_in=answered_in,
    )
    await turn.tell(ESCALATION, concern)
