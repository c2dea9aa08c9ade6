"""Which bots this process runs: builds the house, starts each bot's loops, watches them and stops them."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Protocol

import structlog

from bots import state
from bots.bot import Bot, CannotStart
from bots.clock import Clock, SystemClock
from bots.everyone import BOTS
from bots.heartbeat import Heartbeat
from bots.house import House
from bots.link.accounts import AccountRefused
from bots.link.crosssigning_errors import ChainBroken
from bots.link.errors import LinkStopped
from bots.link.fallback import KeysConflict
from bots.link.http import HomeserverRefused, HomeserverUnreachable
from bots.link.seeds import SeedsUnreadable
from bots.link.sender import Sender
from bots.link.session import Session
from bots.link.sync import SyncLoop
from bots.settings import Settings
from bots.store.database import Database, DatabaseBusy, DatabaseFull, DatabaseGone
from bots.store.migrate import DatabaseTooOld, pending
from bots.store.seal import Seal
from bots.wakeups import Wakeups
from bots.worker import Worker
from models import Judge
from policies import crisis_lines
from policies.crisis_words import CrisisWords
from policies.texts import Texts

FATAL = (LinkStopped, ChainBroken, SeedsUnreadable, KeysConflict, AccountRefused, CannotStart, state.AccountUnknown)
STOP_S = 4.0
PAUSE_S = 5.0
log = structlog.get_logger("kith.suite")


def build_house(settings: Settings, clock: Clock | None = None) -> House:
    """What the bots read but never write. Raises SealError, BadTextsError, PolicyProblems, ArtefactMissing."""
    overlay, clock = settings.policies_overlay, clock or SystemClock()
    return House(
        organization=settings.organization.name,
        language=settings.organization.default_language,
        country=settings.organization.default_country,
        time_zone=settings.organization.time_zone,
        users={name: settings.user_id(getattr(settings.bots, name).localpart) for name in BOTS},
        clock=clock,
        seal=Seal.from_file(settings.seal_key_file),
        texts=Texts.load(settings.texts_overlay),
        lines=crisis_lines.load(overlay=overlay),
        judge=Judge.load(),
        commands={name: bot.commands for name, bot in BOTS.items()},
        crisis_words=CrisisWords.load(overlay).all(),
        servers=_servers(settings),
        fallback_contact=settings.fallback_contact,
        overlay=overlay,
        started=clock.now(),
    )


def _servers(settings: Settings) -> tuple[str, ...]:
    others = settings.rooms.member_servers
    return () if others is None else (settings.homeserver.server_name, *others)


async def reached(dsn: str) -> Database:
    """The database; a server that does not answer yet is waited for."""
    while True:
        try:
            return await Database.open(dsn)
        except DatabaseGone as gone:
            log.warning("database_waits", why=" ".join(str(gone).split()))
            await asyncio.sleep(PAUSE_S)


class Loop(Protocol):
    """Something that goes on until it is told to stop."""

    async def run(self) -> None:
        """Go on."""

    def stop(self) -> None:
        """Come to an end soon."""


class Suite:
    """The bots of one process on one database."""

    def __init__(self, house: House, database: Database, state_dir: Path, names: Sequence[str] = ()) -> None:
        self.house = house
        self.database = database
        self.state_dir = state_dir
        self.bots = [BOTS[name] for name in names or BOTS]
        self.wakeups = Wakeups(5.0 if len(self.bots) == len(BOTS) else 0.25)
        self.failed: dict[str, BaseException] = {}
        self.running: dict[str, Running] = {}
        self.changed = asyncio.Event()
        self._stopping = asyncio.Event()

    async def run(self) -> int:
        """Until `stop`, or until no bot is left; 0 if none gave up. One that gives up leaves the others alone.

        Raises DatabaseTooOld, DatabaseFull.
        """
        await self._up_to_date()
        async with self.wakeups.across(self.database), asyncio.TaskGroup() as group:
            for bot in self.bots:
                group.create_task(self._bot(bot), name=bot.name)
        return 1 if self.failed else 0

    async def serving(self, run: "asyncio.Task[int]") -> None:
        """Until every bot has had its first sync, or `run` has ended."""
        while len(self.running) + len(self.failed) < len(self.bots) and not run.done():
            self.changed.clear()
            await asyncio.wait([run, asyncio.create_task(self.changed.wait())], return_when=asyncio.FIRST_COMPLETED)
        ready = [asyncio.create_task(running.ready.wait()) for running in self.running.values()]
        await asyncio.wait([run, *ready], return_when=asyncio.FIRST_COMPLETED)
        while not run.done() and not all(task.done() for task in ready):
            await asyncio.wait([run, *[t for t in ready if not t.done()]], return_when=asyncio.FIRST_COMPLETED)

    def stop(self) -> None:
        """Let each bot finish its running turn; all have stopped within five seconds."""
        self._stopping.set()

    async def _up_to_date(self) -> None:
        """A database that is busy or gone is waited for."""
        while not self._stopping.is_set():
            try:
                if waiting := await pending(self.database):
                    raise DatabaseTooOld(f"{', '.join(waiting)}: {DatabaseTooOld.__doc__}")
                return
            except (DatabaseBusy, DatabaseGone) as error:
                log.warning("database_waits", why=str(error))
                await self._pause()

    async def _bot(self, bot: Bot) -> None:
        try:
            session = await self._open(bot)
            if session:
                await self._serve(bot, session)
        except (*FATAL, DatabaseFull) as error:
            self.failed[bot.name] = error
            self.changed.set()
            log.critical("bot_stopped", bot=bot.name, why=" ".join(str(error).split()), kind=type(error).__name__)
            if isinstance(error, DatabaseFull):
                self.stop()

    async def _open(self, bot: Bot) -> Session | None:
        """The bot's device; a homeserver that does not answer is waited for."""
        kept = state.load(self.state_dir, bot.name)
        while not self._stopping.is_set():
            try:
                return await Session.open(
                    kept.account,
                    self.state_dir / bot.name,
                    bot=bot.name,
                    secret=kept.store_secret,
                    password=kept.password,
                )
            except (HomeserverUnreachable, HomeserverRefused) as error:
                log.warning("homeserver_waits", bot=bot.name, why=str(error))
                await self._pause()
        return None

    async def _serve(self, bot: Bot, session: Session) -> None:
        running = Running(bot, session, self)
        self.running[bot.name] = running
        self.changed.set()
        try:
            await running.run(self._stopping)
        finally:
            await session.close()
            del self.running[bot.name]

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), PAUSE_S)


class Running:
    """One bot's loops: it listens, takes turns, sends, and its heart beats."""

    def __init__(self, bot: Bot, session: Session, suite: Suite) -> None:
        shared = (suite.house, suite.database, suite.wakeups)
        self.bot = bot
        self.sync = SyncLoop(session, bot, *shared)
        self.worker = Worker(bot, *shared)
        self.sender = Sender(session, bot.name, *shared)
        self.heart = Heartbeat(bot.name, *shared)
        self.ready = session.ready
        self.crashes = 0

    async def run(self, stopping: asyncio.Event) -> None:
        """Until `stopping`; raises what makes the bot give up."""
        loops: list[Loop] = [self.worker, self.sync, self.sender, self.heart]
        tasks = [asyncio.create_task(self._kept_alive(loop.run, stopping)) for loop in loops]
        stop = asyncio.create_task(stopping.wait())
        await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for loop in loops:
            loop.stop()
        await asyncio.wait(tasks, timeout=STOP_S)
        for task in (stop, *tasks):
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended

    async def _kept_alive(self, run: Callable[[], Awaitable[None]], stopping: asyncio.Event) -> None:
        """A fault of ours in one loop must not silence the bot: it is logged, counted, and the loop starts again."""
        while not stopping.is_set():
            try:
                await run()
                return
            except (*FATAL, DatabaseFull):
                raise
            except Exception as error:
                self.crashes += 1
                log.exception("loop_crashed", bot=self.bot.name, error=type(error).__name__)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), PAUSE_S)
