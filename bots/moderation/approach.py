"""How members are approached: in private, rarely, and not at all if they would rather be left alone."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bots.clock import DAY, HOUR, MINUTE
from bots.lines import lines_for
from bots.moderation import observing
from bots.turn import Turn
from bots.ui import Choice, Option
from policies.decide import Context
from policies.moderation import Moderation
from policies.texts import phrase
from policies.thresholds import Tier

LEAVE_ME = "leave-me"


@dataclass(frozen=True)
class Person:
    """What is known of an author when their words are judged. Times in ms; 0: never."""

    id: str
    language: str | None = None
    staff: bool = False
    left_alone_until: int = 0
    left_alone_at: Tier = Tier.NONE

    def context(self, now: int) -> Context:
        """For `decide`."""
        return Context(now=now, left_alone_until=self.left_alone_until, left_alone_at=self.left_alone_at)


async def people(turn: Turn, ids: Iterable[str]) -> dict[str, Person]:
    """All of them, in one read."""
    rows = await turn.db.people(members=json.dumps(sorted(ids)), now=turn.now)
    return {row["member"]: _person(row) for row in rows}


def _person(row: Mapping[str, Any]) -> Person:
    return Person(
        id=row["member"],
        language=row["language"],
        staff=bool(row["staff"]),
        left_alone_until=row["left_alone_until"] or 0,
        left_alone_at=Tier(row["left_alone_at"] or 0),
    )


async def write_gently(turn: Turn, member: str, tier: Tier, wrote_at: int) -> None:
    """One private line with a way to say "leave me be"; none soon after another, and none out of the blue."""
    if await _may_write(turn, member, wrote_at):
        leave = Option("leave", phrase("moderation-leave-me"), "🤫", phrase("moderation-leave-me-words"))
        line = Choice(LEAVE_ME, phrase("moderation-gentle-line"), (leave,))
        await turn.ask(await turn.dm(member), line, to=member, data={"tier": int(tier)})


async def help_friend(turn: Turn, member: str, wrote_at: int) -> None:
    """For somebody who worries about another person: how to help, and lines that talk to friends."""
    if await _may_write(turn, member, wrote_at):
        lines = await lines_for(turn, member)
        await turn.say(await turn.dm(member), phrase("crisis-friend", lines=lines), to=member)


async def leave_alone(turn: Turn, member: str, tier: Tier) -> None:
    """From now on nothing of that tier or below is a reason to write to them. A crisis is never muted by this."""
    days = turn.policy(Moderation).leave_alone_days
    at_most = min(tier, Tier.SOON)
    await turn.db.leave_alone(member=member, until=turn.now + days * DAY, tier=int(at_most))
    await turn.say(await turn.dm(member), phrase("moderation-left-alone", days=days), to=member)


async def _may_write(turn: Turn, member: str, wrote_at: int) -> bool:
    policy = turn.policy(Moderation)
    if turn.now - wrote_at > policy.line_late_minutes * MINUTE or await observing.only(turn):
        return False
    since = turn.now - policy.line_every_hours * HOUR
    return bool(await turn.db.may_write_to(member=member, now=turn.now, since=since))
