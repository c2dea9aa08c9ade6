"""The people that matching chooses among, as the database knows them now."""

from collections.abc import Mapping
from typing import Any

from bots.clock import DAY, HOUR
from bots.intake.matching import Seeker, Supporter
from bots.turn import Turn
from policies.experiences import Experiences
from policies.intake import Intake
from policies.texts import Phrase, phrase

NOT_OFFERING = ("seeking", "resting")


async def seeker(turn: Turn, member: str) -> Seeker | None:
    """A member as one who looks for a person; None for somebody who is unknown."""
    row = await turn.db.seeker(member=member)
    if row is None:
        return None
    rules = turn.policy(Intake)
    declined = turn.now - rules.declined_rest_days * DAY
    unanswered = turn.now - rules.unanswered_rest_hours * HOUR
    resting = await turn.db.not_now_with(member=member, declined_after=declined, unanswered_after=unanswered)
    return Seeker(
        **_common(turn, row),
        never=frozenset(r[0] for r in await turn.db.never_with(member=member)),
        not_now=frozenset(r["supporter"] for r in resting),
    )


async def supporters(turn: Turn) -> list[Supporter]:
    """Everybody whom a coordinator has flagged."""
    return [_supporter(turn, row) for row in await turn.db.supporters()]


def _supporter(turn: Turn, row: Mapping[str, Any]) -> Supporter:
    return Supporter(
        **_common(turn, row),
        state="resting" if row["role"] in NOT_OFFERING and row["state"] == "available" else row["state"],
        pairs=row["pairs"],
        busy=row["cards"] > 0,
        asked_at=row["asked_at"],
    )


def _common(turn: Turn, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["member"],
        "language": row["language"],
        "adult": row["adult"] == 1,
        "consents": row["consents"] == 1,
        "experiences": frozenset(tags_of(turn, row["experiences_sealed"])),
    }


def tags_of(turn: Turn, experiences_sealed: str | None) -> list[str]:
    """The tags of a sealed answer about experiences."""
    opened = turn.house.seal.open(experiences_sealed)
    return list(opened["tags"]) if opened else []


async def shared(turn: Turn, one: str, other: str) -> tuple[str, ...]:
    """The tags that both have written about."""
    tags = [set(tags_of(turn, row["experiences_sealed"])) for row in await _profiles(turn, one, other)]
    return tuple(sorted(set.intersection(*tags))) if len(tags) > 1 else ()


async def _profiles(turn: Turn, *members: str) -> list[Mapping[str, Any]]:
    rows = [await turn.db.profile(member=member) for member in members]
    return [row for row in rows if row]


async def on_card(turn: Turn, member: str, language: str) -> list[Phrase]:
    """What stands about a member on a card, for a reader of `language`: themes and what helps, and nothing else."""
    row = await turn.db.profile(member=member)
    tags = tags_of(turn, row["experiences_sealed"]) if row else []
    helps = turn.house.seal.open(row["helps_sealed"]) if row else None
    themes = [phrase("card-themes", themes=turn.policy(Experiences).list(tags, language))] if tags else []
    return themes + ([phrase("card-helps", words=helps)] if helps else [])
