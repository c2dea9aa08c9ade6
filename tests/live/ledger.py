"""What a suite wrote down, and what the homeserver has of it, read from outside."""

import asyncio
import re
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bots.demo.community import Community
from bots.demo.homeserver import Homeserver
from tests.live.crowd import Written

LOOK_S = 0.1


class Ledger:
    """The suite's database, read-only; the bots may be running."""

    def __init__(self, community: Community) -> None:
        self.file = Path(community.settings.database.dsn.removeprefix("sqlite:///"))

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """What a query finds."""
        return query(self.file, sql, values)

    def count(self, sql: str, *values: Any) -> int:
        """The one number that a query finds."""
        return int(next(iter(self.rows(sql, *values)[0].values())))

    async def wait(self, sql: str, *values: Any, seconds: float = 30.0) -> dict[str, Any]:
        """The first row, once there is one. Raises AssertionError."""
        end = time.monotonic() + seconds
        while not (rows := self.rows(sql, *values)):
            assert time.monotonic() < end, f"not within {seconds:.0f} s: {sql} {values}"
            await asyncio.sleep(LOOK_S)
        return rows[0]

    async def settles(self, server: "Server", written: Iterable[Written], seconds: float) -> None:
        """Wait until all of this has been handled, and nothing waits: no event, no effect, no timer of a case."""
        handled = "SELECT 1 FROM inbox WHERE bot = ? AND source = ? AND state = 'done'"
        for message in written:
            await self.wait(handled, message.bot, message.event_id, seconds=seconds)
        end = time.monotonic() + seconds
        while not (self._has_heard_all(server) and self._is_idle(seconds)):
            assert time.monotonic() < end, f"not idle within {seconds:.0f} s"
            await asyncio.sleep(LOOK_S)

    def _is_idle(self, seconds: float) -> bool:
        soon = int((time.time() + seconds) * 1000)
        waiting = self.rows(
            "SELECT 1 FROM inbox WHERE state = 'ready' UNION ALL SELECT 1 FROM outbox WHERE state = 'ready'"
            " UNION ALL SELECT 1 FROM timers WHERE key LIKE 'case:%' AND due < ?",
            soon,
        )
        return not waiting

    def _has_heard_all(self, server: "Server") -> bool:
        """Whether each bot's sync has come to the last event of its rooms."""
        for row in self.rows("SELECT bot, token FROM sync_state"):
            rooms = self.rows("SELECT room_id FROM rooms WHERE bot = ? AND joined = 1", row["bot"])
            if int(re.findall(r"\d+", row["token"])[0]) < server.last_event(room["room_id"] for room in rooms):
                return False
        return True


class Server:
    """The homeserver's own database, read-only."""

    def __init__(self, homeserver: Homeserver) -> None:
        self.file = homeserver.directory / "homeserver.db"

    def events_of(self, users: Iterable[str]) -> list[dict[str, Any]]:
        """Every event that these users ever made: event_id, room_id, type, state_key (None for messages), sender."""
        names = list(users)
        marks = ", ".join("?" * len(names))
        return query(
            self.file,
            f"SELECT event_id, room_id, type, state_key, sender FROM events WHERE sender IN ({marks})"
            " AND outlier = 0 AND rejection_reason IS NULL ORDER BY stream_ordering",
            names,
        )

    def last_event(self, rooms: Iterable[str]) -> int:
        """The place of the newest event of these rooms in the order of all events."""
        names = list(rooms)
        marks = ", ".join("?" * len(names))
        found = query(self.file, f"SELECT MAX(stream_ordering) AS last FROM events WHERE room_id IN ({marks})", names)
        return int(found[0]["last"] or 0)

    def rooms_of(self, users: Iterable[str]) -> dict[str, str]:
        """The rooms that these users made, and who made each."""
        made = [e for e in self.events_of(users) if e["type"] == "m.room.create"]
        return {event["room_id"]: event["sender"] for event in made}

    def invitations(self, inviter: str) -> list[tuple[str, str]]:
        """Rooms and whom that user invited there."""
        events = [e for e in self.events_of([inviter]) if e["type"] == "m.room.member" and e["state_key"] != inviter]
        return [(e["room_id"], e["state_key"]) for e in events if self._membership(e["event_id"]) == "invite"]

    def name_of(self, room_id: str) -> str | None:
        """What a room is called."""
        rows = query(self.file, "SELECT name FROM room_stats_state WHERE room_id = ?", (room_id,))
        return rows[0]["name"] if rows else None

    def _membership(self, event_id: str) -> str:
        rows = query(self.file, "SELECT membership FROM room_memberships WHERE event_id = ?", (event_id,))
        return str(rows[0]["membership"])


def query(file: Path, sql: str, values: Iterable[Any] = ()) -> list[dict[str, Any]]:
    """Rows of an SQLite file, as mappings."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(sql, tuple(values))]
    finally:
        connection.close()
