"""The receiving half of the link: what happens on the homeserver enters the inbox, once, in order, whatever happens.

The sync token moves only in the transaction that stores the last of the events it stands for (see `harvest.py`).
"""

import asyncio
import json
from contextlib import suppress

import aiohttp
import structlog

from bots.bot import Bot
from bots.clock import SECOND
from bots.house import House
from bots.link.answers import Answer, events_of
from bots.link.backoff import backoff_ms
from bots.link.chores import Chores
from bots.link.errors import LinkStopped
from bots.link.fallback import stock_of
from bots.link.feed import feed
from bots.link.harvest import Harvest
from bots.link.http import HomeserverRefused, JsonObject
from bots.link.session import Session
from bots.link.stopping import StoppableApi, Stopped
from bots.link.undecryptable import Undecrypted
from bots.store.database import Database, DatabaseBusy, DatabaseFull, DatabaseGone
from bots.wakeups import Wakeups

POLL_MS = 25_000
"""How long the homeserver may hold a sync open when nothing happens."""
QUIET_S = 90.0
"""Without a completed sync for so long the connection is given up and made anew."""
FIRST_TIMES = 4
"""The first sync with all state may take longer than `QUIET_S` by this factor."""
TICK_S = 1.0
"""How often unread messages are looked at."""

_QUIET: JsonObject = {"types": []}
_ROOM_FILTER = {"ephemeral": _QUIET, "account_data": _QUIET}
FILTER: JsonObject = {
    "presence": _QUIET,
    "account_data": _QUIET,
    "room": {**_ROOM_FILTER, "timeline": {"limit": 100}},
}
"""Never narrower: a filter that hides m.room.encryption leads to plaintext in an encrypted room."""
FIRST_FILTER: JsonObject = {**FILTER, "room": {**_ROOM_FILTER, "timeline": {"limit": 1}}}

log = structlog.get_logger("kith.sync")


class SyncLoop:
    """Listens for one bot. `reconnects` counts how often the watchdog gave a connection up."""

    def __init__(
        self,
        session: Session,
        bot: Bot,
        house: House,
        database: Database,
        wakeups: Wakeups,
        *,
        quiet_s: float = QUIET_S,
    ) -> None:
        self.session = session
        self.bot = bot
        self.house = house
        self.database = database
        self.wakeups = wakeups
        self.quiet_s = quiet_s
        self.reconnects = 0
        self.undecrypted = Undecrypted(session, bot, house, database, wakeups)
        self._chores = Chores(session)
        self._stopping = asyncio.Event()
        self._api = StoppableApi(session, self._stopping)
        self._harvest = Harvest(session, bot, house, database, wakeups, self.undecrypted, self._stopping)
        self._pending: Answer | None = None
        self._since: str | None = None
        self._joined: frozenset[str] | None = None
        self._failures = 0

    async def run(self) -> None:
        """Until `stop`; all that passes by itself is waited out. Raises LinkStopped, DatabaseFull."""
        watch = asyncio.create_task(self._watch_unread())
        try:
            while not self._stopping.is_set():
                await self._step()
        finally:
            self._stopping.set()
            await watch
            await self._chores.stop()

    def stop(self) -> None:
        """Let a running transaction finish, then end; what was fetched and not stored is fetched again."""
        self._stopping.set()

    async def _watch_unread(self) -> None:
        """Look every second while somebody may have to hear that a message could not be read."""
        while not self._stopping.is_set():
            try:
                if self.undecrypted.untold:
                    await self.undecrypted.tell_overdue()
            except (DatabaseBusy, DatabaseGone, DatabaseFull) as error:
                log.warning("database_waits", bot=self.bot.name, error=type(error).__name__)
            await self._pause(TICK_S)

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _step(self) -> None:
        try:
            await self.once()
            self._failures = 0
        except (LinkStopped, DatabaseFull):
            raise
        except Stopped:
            return
        except Exception as error:
            log.warning("sync_failed", bot=self.bot.name, error=_name(error), failures=self._failures)
            wait_s = _asked_to_wait(error) or backoff_ms(self._failures) / SECOND
            self._failures += 1
            await self._pause(wait_s)

    async def once(self) -> None:
        """One sync: fetch, let nio learn of it, fill gaps, store. What failed to be stored is stored next time."""
        self._pending = self._pending or await self._fetch()
        await self._harvest.bring_in(self._pending)
        self._since, self._joined = self._pending.token, self._pending.joined
        self._chores.start(stock_of(self._pending.content))
        self._pending = None
        self.session.ready.set()

    # ── fetching ─────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _fetch(self) -> Answer:
        since = self._since or await self._token()
        answer = Answer(since, await self._ask(since), self._joined)
        answer.keys = await feed(self.session, answer.content)
        for room_id, room in answer.rooms("join"):
            self.session.states.hear(room_id, (*events_of(room, "state"), *events_of(room, "timeline")))
        return answer

    async def _token(self) -> str | None:
        async with self.database.transaction(self.bot.name) as db:
            token: str | None = await db.sync_token(bot=self.bot.name)
        return token

    async def _ask(self, since: str | None) -> JsonObject:
        first = self._joined is None
        query = {
            "filter": json.dumps(FILTER if since else FIRST_FILTER, separators=(",", ":")),
            "timeout": "0" if first else str(POLL_MS),
            **({"since": since} if since else {}),
            **({"full_state": "true"} if first else {}),
        }
        limit = self.quiet_s * (FIRST_TIMES if first else 1)
        patience = aiohttp.ClientTimeout(limit + 1)
        try:
            async with asyncio.timeout(limit):
                content = await self._api.call("GET", ("sync",), query=query, timeout=patience)
        except TimeoutError:
            await self._reconnect()
            raise
        if not isinstance(content.get("next_batch"), str):
            raise ValueError("not a sync answer")
        return content

    async def _reconnect(self) -> None:
        """The connection is dead, though nobody says so."""
        self.reconnects += 1
        log.warning("reconnect", bot=self.bot.name, times=self.reconnects)
        await self.session.reconnect()


def _name(error: Exception) -> str:
    """Never the message: it could hold a member's words."""
    return f"{error.status} {error.errcode}" if isinstance(error, HomeserverRefused) else type(error).__name__


def _asked_to_wait(error: Exception) -> float | None:
    """Seconds that the homeserver asked for."""
    limited = isinstance(error, HomeserverRefused) and error.status == 429
    return error.retry_after_s if limited and isinstance(error, HomeserverRefused) else None
