"""The receiving half of the link: what happens on the homeserver enters the inbox, once, in order, whatever happens.

The sync token moves only in the transaction that stores the last of the events it stands for. Earlier ones may be
stored before it (gaps, long timelines): a crash in between fetches them again, and the inbox knows their ids.
"""

import asyncio
import json
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import structlog

from bots.bot import Bot
from bots.clock import SECOND
from bots.house import House
from bots.link import gaps, rooms
from bots.link.api import Api
from bots.link.arrivals import Arrivals
from bots.link.backoff import backoff_ms
from bots.link.chores import Chores
from bots.link.errors import LinkStopped
from bots.link.fallback import stock_of
from bots.link.feed import feed
from bots.link.http import HomeserverRefused, JsonObject
from bots.link.rooms import Here
from bots.link.session import Session
from bots.link.undecryptable import Undecrypted
from bots.store.database import Database, DatabaseBusy, DatabaseFull, DatabaseGone
from bots.store.statements import Statements
from bots.wakeups import INBOX, OUTBOX, Wakeups

POLL_MS = 25_000
"""How long the homeserver may hold a sync open when nothing happens."""
QUIET_S = 90.0
"""Without a completed sync for so long the connection is given up and made anew."""
FIRST_TIMES = 4
"""The first sync with all state may take longer than `QUIET_S` by this factor."""
TICK_S = 1.0
AT_ONCE = 500
"""Events a transaction; other bots write between two."""

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


@dataclass
class Answer:
    """A sync answer that is not stored yet. `known` are the rooms in which the bot was at `since`; None: not known."""

    since: str | None
    content: JsonObject
    known: frozenset[str] | None
    keys: set[str] = field(default_factory=set)

    @property
    def token(self) -> str:
        """The sync token that these events lead to."""
        return str(self.content["next_batch"])

    @property
    def left(self) -> list[str]:
        """The rooms that the bot is no longer in."""
        return [room_id for room_id, _ in self.rooms("leave")]

    def joined_and_left(self) -> Iterator[tuple[str, JsonObject]]:
        """The rooms with events that the bot may see."""
        yield from self.rooms("join")
        yield from self.rooms("leave")

    def rooms(self, section: str) -> Iterator[tuple[str, JsonObject]]:
        """The rooms of "join", "leave" or "invite"."""
        yield from self.content.get("rooms", {}).get(section, {}).items()


@dataclass
class Heard:
    """What an answer says about one room that the bot is in, or has left."""

    here: Here
    content: JsonObject
    left: bool

    @property
    def timeline(self) -> list[JsonObject]:
        """The latest events."""
        return _events(self.content, "timeline")

    @property
    def encrypted(self) -> bool:
        """Whether encryption was turned on, as far as this answer says."""
        events = (*_events(self.content, "state"), *self.timeline)
        return any(event.get("type") == "m.room.encryption" and "state_key" in event for event in events)


class Stopped(Exception):
    """`stop` was called while the homeserver was asked."""


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
        self._api = Api(session)
        self._arrivals = Arrivals(session, bot, house, self.undecrypted)
        self._chores = Chores(session)
        self._stopping = asyncio.Event()
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
            log.warning("sync_failed", bot=self.bot.name, error=type(error).__name__, failures=self._failures)
            wait_s = _asked_to_wait(error) or backoff_ms(self._failures) / SECOND
            self._failures += 1
            await self._pause(wait_s)

    async def once(self) -> None:
        """One sync: fetch, let nio learn of it, fill gaps, store. What failed to be stored is stored next time."""
        self._pending = self._pending or await self._fetch()
        await self._store(self._pending)
        self._since = self._pending.token
        self._joined = self._joined_after(self._pending)
        self._chores.start(stock_of(self._pending.content))
        self._pending = None
        self.session.ready.set()

    # ── fetching ─────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _fetch(self) -> Answer:
        since = self._since or await self._token()
        answer = Answer(since, await self._ask(since), self._joined)
        answer.keys = await feed(self.session, answer.content)
        for room_id, room in answer.rooms("join"):
            self.session.states.hear(room_id, (*_events(room, "state"), *_events(room, "timeline")))
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
        call = self._api.call("GET", ("sync",), query=query, timeout=aiohttp.ClientTimeout(limit + 1))
        try:
            content = await self._unless_stopped(call, limit)
        except TimeoutError:
            await self._reconnect()
            raise
        if not isinstance(content.get("next_batch"), str):
            raise ValueError("not a sync answer")
        return content

    async def _unless_stopped(self, call: Coroutine[Any, Any, JsonObject], limit_s: float) -> JsonObject:
        """The homeserver holds a sync open for long; `stop` does not wait for it. Raises Stopped, TimeoutError."""
        asking, stopping = asyncio.create_task(call), asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait((asking, stopping), timeout=limit_s, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return asking.result()
            raise Stopped if self._stopping.is_set() else TimeoutError
        finally:
            asking.cancel()
            stopping.cancel()

    async def _reconnect(self) -> None:
        """The connection is dead, though nobody says so."""
        self.reconnects += 1
        log.warning("reconnect", bot=self.bot.name, times=self.reconnects)
        await self.session.reconnect()

    def _joined_after(self, answer: Answer) -> frozenset[str]:
        joined = {room_id for room_id, _ in answer.rooms("join")}
        return ((answer.known or frozenset()) | joined) - set(answer.left)

    # ── storing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _store(self, answer: Answer) -> None:
        heard = [await self._heard(answer, room_id, room) for room_id, room in answer.joined_and_left()]
        for room in heard if answer.since else ():
            await self._fill(room, str(answer.since))
        parts = list(_parts(heard)) or [[]]
        for number, part in enumerate(parts, 1):
            async with self.database.transaction(self.bot.name) as db:
                if number == 1:
                    await self._open_again(db, answer)
                for room in part:
                    await self._timeline(db, answer, room)
                if number == len(parts):
                    await self._finish(db, answer)
        self._nudge()

    async def _heard(self, answer: Answer, room_id: str, room: JsonObject) -> Heard:
        here = Here(room_id, present=bool(answer.since) and await self._present(answer, room_id, room))
        return Heard(here, room, left=room_id in answer.left)

    async def _present(self, answer: Answer, room_id: str, room: JsonObject) -> bool:
        """Whether the bot was in the room at the old token."""
        if answer.known and room_id in answer.known:
            return True
        told = gaps.joined_before(self.session.user_id, _events(room, "timeline"))
        if told is not None or not _limited(room):
            return told is not False
        return answer.known is None and await gaps.was_joined(self._api, room_id, str(answer.since))

    async def _fill(self, room: Heard, since: str) -> None:
        """What the sync left out of this room, stored as it comes."""
        came_in_timeline = gaps.joined_before(self.session.user_id, room.timeline) is False
        until = room.content.get("timeline", {}).get("prev_batch")
        if not _limited(room.content) or not until or (came_in_timeline and not room.here.present):
            return
        async for page in gaps.missed(self._api, room.here.room_id, since, until):
            async with self.database.transaction(self.bot.name) as db:
                await self._look_up(db, room)
                await self._arrivals.store(db, room.here, page)

    async def _timeline(self, db: Statements, answer: Answer, room: Heard) -> None:
        await self._look_up(db, room)
        if answer.since:
            await self._arrivals.store(db, room.here, room.timeline)
            if room.left and room.here.present:
                await self._arrivals.store(db, room.here, _events(room.content, "state"))

    async def _look_up(self, db: Statements, room: Heard) -> None:
        bot, room_id = self.bot.name, room.here.room_id
        if room.left:
            row = await db.room(bot=bot, room_id=room_id)
            room.here.kind = row["kind"] if row else rooms.UNKNOWN_KIND
        else:
            now = self.house.clock.now()
            room.here.kind = await rooms.know(db, bot, room_id, encrypted=room.encrypted, now=now)

    async def _open_again(self, db: Statements, answer: Answer) -> None:
        """Keys may have come with this answer, or before the last end of the process."""
        if answer.known is None:
            await self.undecrypted.retry(db)
        elif answer.keys:
            await self.undecrypted.retry(db, answer.keys)

    async def _finish(self, db: Statements, answer: Answer) -> None:
        for room_id in answer.left:
            await db.room_left(bot=self.bot.name, room_id=room_id)
        for room_id, room in answer.rooms("invite"):
            await self._arrivals.invited(db, room_id, _events(room, "invite_state"), str(answer.since))
        await db.save_sync_token(bot=self.bot.name, token=answer.token, at=self.house.clock.now())

    def _nudge(self) -> None:
        self.wakeups.nudge(INBOX, self.bot.name)
        if self._arrivals.asked:
            self._arrivals.asked = False
            self.wakeups.nudge(OUTBOX, self.bot.name)


def _parts(heard: list[Heard]) -> Iterator[list[Heard]]:
    """Portions of at least `AT_ONCE` events, the last one apart."""
    part: list[Heard] = []
    for room in heard:
        part.append(room)
        if sum(len(r.timeline) for r in part) >= AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _limited(room: JsonObject) -> bool:
    return room.get("timeline", {}).get("limited") is True


def _events(room: JsonObject, section: str) -> list[JsonObject]:
    part = room.get(section)
    events = part.get("events") if isinstance(part, Mapping) else None
    return [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []


def _asked_to_wait(error: Exception) -> float | None:
    """Seconds that the homeserver asked for."""
    limited = isinstance(error, HomeserverRefused) and error.status == 429
    return error.retry_after_s if limited and isinstance(error, HomeserverRefused) else None
