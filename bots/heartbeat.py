"""Each bot's heart beats in the database, and each bot listens to the others'."""

import asyncio
import contextlib

from bots.clock import DAY, HOUR, SECOND
from bots.house import House
from bots.shared import OPERATORS
from bots.store.database import Database, DatabaseBusy, DatabaseGone
from bots.turn import Turn
from bots.wakeups import OUTBOX, Wakeups
from policies.retention import Retention
from policies.texts import phrase

BEAT_S = 15
SILENT_S = 60


class Heartbeat:
    """Beats for one bot and tidies up behind it; tells operators once when another has been silent for a minute."""

    def __init__(self, bot: str, house: House, database: Database, wakeups: Wakeups) -> None:
        self.bot = bot
        self.house = house
        self.database = database
        self.wakeups = wakeups
        self._stopping = asyncio.Event()
        self._tidied = 0

    async def run(self) -> None:
        """Until `stop`."""
        while not self._stopping.is_set():
            with contextlib.suppress(DatabaseBusy, DatabaseGone):
                await self.beat()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), BEAT_S)

    def stop(self) -> None:
        """Beat no more."""
        self._stopping.set()

    async def beat(self) -> None:
        """Once: beat, listen, and tell."""
        now = self.house.clock.now()
        async with self.database.transaction(self.bot) as db:
            turn = Turn(self.bot, self.house, db, now)
            await db.beat(bot=self.bot, at=now)
            if now - self._tidied >= HOUR:
                await self._tidy(turn)
            for row in await db.heartbeats():
                silent = (now - row["at"]) // SECOND
                if silent > SILENT_S and await db.report_silent(bot=row["bot"]):
                    await self._tell(turn, row["bot"], silent)
            await turn.write_effects()
        if turn.effects:
            self.wakeups.nudge(OUTBOX, self.bot)

    async def _tidy(self, turn: Turn) -> None:
        """Forget which events were handled long ago."""
        self._tidied = turn.now
        before = turn.now - turn.policy(Retention).handled_days * DAY
        await turn.db.prune_inbox(bot=self.bot, before=before)
        await turn.db.prune_undecryptable(bot=self.bot, before=before)
        await turn.db.prune_claims(before=before)

    async def _tell(self, turn: Turn, silent_bot: str, seconds: int) -> None:
        if room := await turn.place(OPERATORS):
            await turn.say(room, phrase("operators-silent", bot=phrase(f"bot-{silent_bot}"), seconds=seconds))
