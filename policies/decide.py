"""From a judgement to decisions: pure functions of what was judged, what the organization wants, and what is known.

A judgement that cannot be made goes to a human; it is never "fine".
"""

from dataclasses import dataclass
from typing import Literal

from models.judgement import SPOKEN, Judgement, Kind
from policies.thresholds import Thresholds, Tier

Reason = Literal["no-judgement", "language", "unsure"]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about the message besides its words. Times are milliseconds since the epoch, UTC."""

    dm: bool = False
    """The message was written to a bot, not in a room with others."""
    now: int = 0
    left_alone_until: int = 0
    """Until when the member asked to be left alone; 0: never asked."""
    left_alone_at: Tier = Tier.NONE
    """The tier at which they asked; the wish does not hold for a higher one."""
    open_case: bool = False
    """Specialists already have a case of this member."""


@dataclass(frozen=True, slots=True)
class Escalate:
    """Open a case: answer the member where they can be alone, and page specialists."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddToCase:
    """The member already has a case: tell its owner, open no second one."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellModerators:
    """A card for the moderators: somebody should look soon."""

    tier: Tier
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """A line in the daily list."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteMember:
    """At most one private line to the member; never an answer in the room."""

    tier: Tier


@dataclass(frozen=True, slots=True)
class FlagClaim:
    """Show a claim to a reviewer; `note_at_once`: the neutral note need not wait for them."""

    kind: Kind
    probability: float
    note_at_once: bool


@dataclass(frozen=True, slots=True)
class AskHuman:
    """The machine does not know; a human has to look."""

    reason: Reason


Decision = Escalate | AddToCase | TellModerators | Watch | WriteMember | FlagClaim | AskHuman


@dataclass(frozen=True, slots=True)
class Verdict:
    """How urgent a judgement is, and why: names of hard rules, or "score"."""

    tier: Tier
    reasons: tuple[str, ...] = ()


def decide(judgement: Judgement | None, thresholds: Thresholds, context: Context) -> tuple[Decision, ...]:
    """What to do about one message, most urgent first; `None` means that the judge could not judge it."""
    if judgement is None:
        return (AskHuman("no-judgement"),)
    verdict = grade(judgement, thresholds, dm=context.dm)
    return (
        *_about_distress(verdict, context),
        *_about_doubt(judgement, verdict),
        *_about_claim(judgement, thresholds, context),
    )


def grade(judgement: Judgement, thresholds: Thresholds, *, dm: bool = False) -> Verdict:
    """The tier by score, raised by the hard rules."""
    scored = _by_score(judgement, thresholds, dm)
    ruled = [(thresholds.distress.rules[rule], rule) for rule in judgement.rules]
    tier = max([scored, *(tier for tier, _ in ruled)])
    if tier is Tier.NONE:
        return Verdict(tier)
    because = tuple(rule for raised, rule in ruled if raised is tier)
    return Verdict(tier, because + (("score",) if scored is tier else ()))


def flags_claim(judgement: Judgement, thresholds: Thresholds) -> bool:
    """Whether a reviewer should see the message as a claim."""
    limits = thresholds.misinformation
    rare = judgement.rarity.misinformation <= limits.flags_per_mille
    return rare and judgement.misinformation.probability >= limits.least_probability


def _by_score(judgement: Judgement, thresholds: Thresholds, dm: bool) -> Tier:
    budget = thresholds.distress.dm if dm else thresholds.distress.group
    if judgement.distress.crisis >= thresholds.distress.least_crisis:
        if judgement.rarity.crisis <= budget.now:
            return Tier.NOW
        if judgement.rarity.crisis <= budget.soon:
            return Tier.SOON
    worried = min(judgement.rarity.crisis, judgement.rarity.worry) <= budget.watch
    return Tier.WATCH if worried else Tier.NONE


def _about_distress(verdict: Verdict, context: Context) -> tuple[Decision, ...]:
    if verdict.tier is Tier.NONE:
        return ()
    if context.open_case:
        return (AddToCase(verdict.reasons),)
    if verdict.tier is Tier.WATCH:
        return (Watch(verdict.reasons),)
    if verdict.tier is Tier.SOON:
        line = () if _wants_quiet(verdict, context) else (WriteMember(verdict.tier),)
        return (TellModerators(verdict.tier, verdict.reasons), *line)
    if _wants_quiet(verdict, context):
        return (TellModerators(verdict.tier, verdict.reasons),)
    return (Escalate(verdict.reasons),)


def _wants_quiet(verdict: Verdict, context: Context) -> bool:
    """The member asked to be left alone, and it is not worse now than it was then."""
    return context.now < context.left_alone_until and verdict.tier <= context.left_alone_at


def _about_doubt(judgement: Judgement, verdict: Verdict) -> tuple[Decision, ...]:
    if not judgement.abstain or verdict.tier >= Tier.SOON:
        return ()
    return (AskHuman("unsure" if judgement.language in SPOKEN else "language"),)


def _about_claim(judgement: Judgement, thresholds: Thresholds, context: Context) -> tuple[Decision, ...]:
    if context.dm or not flags_claim(judgement, thresholds):
        return ()
    claim = judgement.misinformation
    return (FlagClaim(claim.kind, claim.probability, claim.kind in thresholds.misinformation.note_at_once),)
