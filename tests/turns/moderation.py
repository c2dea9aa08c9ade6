"""A community with one room and a moderators' room, for tests of the moderation bot."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from bots.bot import Bot
from bots.effects import Redact
from bots.events import Concern
from bots.store.database import Sqlite
from bots.turn import Turn
from bots.worker import Worker
from tests.turns.suite import Done, Suite

ANNA, BEN, MOD = "@anna:kith.localhost", "@ben:kith.localhost", "@mod:kith.localhost"
DANGER = "I am going to kill myself tonight, I have the pills here"
WORRY = "I want to die"
FRIEND = "my brother wants to end his life right now"
HARMLESS = "good morning everybody, the bread was nice today"


def rules_only(folder: Path, *, watch: bool = False, claims: bool = False) -> Path:
    """An organization's thresholds by which only the hard rules decide: a wish to die is soon, with means or time now.

    On request every message is watched, or taken for a claim.
    """
    own = {
        "distress": {
            "group": {"now": 0, "soon": 0, "watch": 1000 if watch else 0},
            "rules": {"intent": "soon", "other-acute": "soon"},
            "least_crisis": 1.0,
        },
        "misinformation": {"flags_per_mille": 1000 if claims else 0, "least_probability": 0.0 if claims else 1.0},
    }
    (folder / "thresholds.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
    return folder


@dataclass
class Town:
    """The suite, its room and the moderators' room; `concerns` is what escalation was told."""

    suite: Suite
    room: str
    staff: str
    concerns: list[Concern]

    @classmethod
    async def of(cls, suite: Suite, **house: Any) -> "Town":
        """With another judge or overlay if need be. Only the moderation bot works; escalation listens."""
        suite = Suite.of(replace(suite.house, _policies={}, **house), suite.clock, suite.database)
        concerns: list[Concern] = []

        async def listen(turn: Turn, concern: Concern) -> None:
            concerns.append(concern)

        moderation = suite.workers["moderation"]
        listener = Worker(Bot("escalation", {Concern: listen}), suite.house, suite.database, moderation.wakeups)
        suite.workers = {"moderation": moderation, "escalation": listener}
        room = await suite.room("topic:evenings", "group", ["moderation", "intake"])
        staff = await suite.room("staff:moderators", "staff", ["moderation"])
        await suite.grant(MOD, "moderator")
        await suite.speaks(ANNA)
        await suite.speaks(BEN)
        return cls(suite, room, staff, concerns)

    async def says(self, member: str, words: str, **more: Any) -> list[Done]:
        """A member writes in the room."""
        return await self.suite.write(self.room, member, words, bots=["moderation"], **more)

    async def mod(self, words: str) -> list[Done]:
        """The moderator writes in the moderators' room."""
        return await self.suite.write(self.staff, MOD, words, bots=["moderation"])

    def cards(self) -> list[Done]:
        """Every card that was put up or changed, as last shown."""
        return [d for d in self.suite.said(self.staff) if d.text.startswith("Card")]

    async def rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        async with self.suite.database.connection() as connection:
            sql = f"SELECT * FROM {table} ORDER BY 1"
            rows = await (connection.fetch(sql) if not sqlite(self) else connection.execute_fetchall(sql))
        return [dict(row) for row in rows]

    async def everything_stored(self) -> str:
        """Every value of every table, as one text."""
        tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
        async with self.suite.database.connection() as connection:
            names = [row[0] for row in await connection.execute_fetchall(tables)]
        return json.dumps({name: [list(r.values()) for r in await self.rows(name)] for name in names}, default=str)

    def taken_away(self) -> list[str]:
        """Which events the bot redacted."""
        return [d.effect.target for d in self.suite.done if isinstance(d.effect, Redact)]


def sqlite(town: Town) -> bool:
    """Which of the two databases it stands on."""
    return isinstance(town.suite.database, Sqlite)
