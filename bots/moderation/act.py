"""From decisions to deeds: each is done once for a message, and again only when an edit made it worse."""

from collections.abc import Sequence

from bots.clock import DAY, HOUR, MINUTE
from bots.moderation import alarm, answers, approach, desk, observing
from bots.moderation.cards import CLAIM, DISTRESS, DOUBT, Card
from bots.moderation.heard import Heard
from bots.turn import Turn
from models import Judgement
from policies.crisis_answer import CrisisAnswer
from policies.decide import AskHuman, Decision, Escalate, FlagClaim, TellModerators, Watch, WriteMember
from policies.moderation import Moderation
from policies.thresholds import Tier

FRIEND = "other-acute"
"""The rule that hears of somebody else in danger."""


async def on_decisions(turn: Turn, message: Heard, judgement: Judgement | None, decisions: Sequence[Decision]) -> None:
    """Do what was decided about one message."""
    writes = any(isinstance(d, WriteMember) for d in decisions)
    for decision in decisions:
        match decision:
            case Escalate():
                await _escalate(turn, message, judgement)
            case TellModerators(tier, reasons):
                await _tell_moderators(turn, message, judgement, tier, reasons, writes)
            case Watch():
                await _flag(turn, message, judgement, DISTRESS, Tier.WATCH, listed=False)
            case FlagClaim():
                await _review(turn, message, judgement, decision)
            case AskHuman(reason):
                await _ask_human(turn, message, judgement, reason)


async def _escalate(turn: Turn, message: Heard, judgement: Judgement | None) -> None:
    if not await _flag(turn, message, judgement, DISTRESS, Tier.NOW):
        return
    friend = _speaks_of_another(judgement)
    await alarm.tell(
        turn,
        member=message.author,
        room_id=message.said.room_id,
        event_id=message.event_id,
        at=message.said.at,
        reason=FRIEND if friend else alarm.WORDS,
        language=judgement.language if judgement else None,
    )
    if friend:
        await approach.help_friend(turn, message.author, message.said.at)


async def _tell_moderators(
    turn: Turn, message: Heard, judgement: Judgement | None, tier: Tier, reasons: tuple[str, ...], writes: bool
) -> None:
    if not await _flag(turn, message, judgement, DISTRESS, tier):
        return
    card = _card(turn, message, DISTRESS, tier=tier, reasons=reasons)
    await desk.put_up(turn, card, gather=turn.policy(Moderation).gather_minutes * MINUTE)
    if writes and _speaks_of_another(judgement):
        await approach.help_friend(turn, message.author, message.said.at)
    elif writes:
        await approach.write_gently(turn, message.author, tier, message.said.at)


async def _review(turn: Turn, message: Heard, judgement: Judgement | None, claim: FlagClaim) -> None:
    if not await _flag(turn, message, judgement, CLAIM, Tier.WATCH, claim.kind):
        return
    percent = round(100 * claim.probability)
    card = await desk.put_up(turn, _card(turn, message, CLAIM, reasons=(claim.kind,), percent=percent))
    if claim.note_at_once and not await observing.only(turn):
        await answers.note(turn, card)


async def _ask_human(turn: Turn, message: Heard, judgement: Judgement | None, reason: str) -> None:
    policy = turn.policy(Moderation)
    is_card = reason in policy.doubts_as_cards
    if await _flag(turn, message, judgement, DOUBT, Tier.WATCH, reason, listed=is_card) and is_card:
        gather = policy.doubt_gather_hours * HOUR
        await desk.put_up(turn, _card(turn, message, DOUBT, reasons=(reason,)), gather=gather)


async def _flag(
    turn: Turn,
    message: Heard,
    judgement: Judgement | None,
    topic: str,
    tier: Tier,
    kind: str = "",
    *,
    listed: bool = True,
) -> bool:
    """Note the level of a message; False when it was noted before, at least as high.

    Not `listed`: no card shows it, so the daily list has to.
    """
    days = turn.policy(CrisisAnswer).flag_days
    return bool(
        await turn.db.raise_flag(
            event_id=message.event_id,
            member=message.author,
            room_id=message.said.room_id,
            topic=topic,
            tier=int(tier),
            kind=kind,
            rarity=min(judgement.rarity.crisis, judgement.rarity.worry) if judgement else 0.0,
            at=turn.now,
            expires=turn.now + days * DAY,
            listed=turn.now if listed else None,
        )
    )


def _card(
    turn: Turn, message: Heard, topic: str, *, tier: Tier = Tier.WATCH, reasons: tuple[str, ...], percent: int = 0
) -> Card:
    return Card(
        number=0,
        topic=topic,
        event_id=message.event_id,
        room_id=message.said.room_id,
        thread=message.thread,
        member=message.author,
        tier=tier,
        reasons=reasons,
        percent=percent,
        at=turn.now,
    )


def _speaks_of_another(judgement: Judgement | None) -> bool:
    return judgement is not None and judgement.rules == (FRIEND,)
