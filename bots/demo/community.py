"""A whole community on this machine: a homeserver, Kith set up on it, its staff, and the bots running."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bots.clock import Clock
from bots.demo.config import write_config
from bots.demo.homeserver import Homeserver
from bots.demo.parent import die_with_parent
from bots.house import House
from bots.link.accounts import Account
from bots.operate.init import init
from bots.settings import Settings
from bots.store.database import Database
from bots.suite import Suite, build_house

PASSWORD = "kith demo password"


class Community:
    """`places` maps the names of rooms to their ids, `people` localparts to accounts."""

    def __init__(self, homeserver: Homeserver, folder: Path, config: Path, people: dict[str, Account]) -> None:
        self.homeserver = homeserver
        self.folder = folder
        self.config = config
        self.people = people
        self.settings = Settings.load(config, {})
        self.places: dict[str, str] = {}

    @classmethod
    async def found(
        cls, homeserver: Homeserver, folder: Path, staff: Mapping[str, Sequence[str]], **options: Any
    ) -> "Community":
        """Register `staff` (localpart → roles) and run `kith init`; `options` go to the configuration."""
        people = {name: await homeserver.register(name, PASSWORD) for name in staff}
        config = write_config(folder, homeserver, {people[n].user_id: roles for n, roles in staff.items()}, **options)
        community = cls(homeserver, folder, config, people)
        await init(community.settings, lambda _: None)
        await community._learn_places()
        return community

    async def join(self, localpart: str) -> Account:
        """A new person on the homeserver."""
        self.people[localpart] = await self.homeserver.register(localpart, PASSWORD)
        return self.people[localpart]

    def bot(self, name: str) -> str:
        """A bot's user id."""
        return self.settings.user_id(getattr(self.settings.bots, name).localpart)

    @asynccontextmanager
    async def running(
        self,
        *names: str,
        clock: Clock | None = None,
        rebuilt: Callable[[House], House] = lambda house: house,
        started: Callable[[Suite], object] = lambda suite: None,
    ) -> AsyncIterator[Suite]:
        """The bots in this process, until the block ends.

        `rebuilt` may change the house they stand in; `started` hears of the suite before its bots have begun.
        """
        database = await Database.open(self.settings.database.dsn)
        suite = Suite(rebuilt(build_house(self.settings, clock)), database, self.settings.state_dir, names)
        task = asyncio.create_task(suite.run())
        started(suite)
        try:
            await suite.serving(task)
            yield suite
        finally:
            suite.stop()
            await asyncio.gather(task, return_exceptions=True)
            await database.close()

    async def spawn(self, *names: str, environment: Mapping[str, str] | None = None) -> asyncio.subprocess.Process:
        """`kith run` as a process of its own, which dies with this one."""
        log = (self.folder / "kith.log").open("ab")
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bots", "--config", str(self.config), "run", *names),
            env={**os.environ, **(environment or {})},
            stdout=log,
            stderr=log,
            preexec_fn=die_with_parent(),
        )

    async def _learn_places(self) -> None:
        database = await Database.open(self.settings.database.dsn)
        async with database.transaction() as db:
            self.places = {row["name"]: row["room_id"] for row in await db.places()}
        await database.close()


async def end(process: asyncio.subprocess.Process, how: signal.Signals = signal.SIGTERM) -> int:
    """Stop a spawned suite; its exit code."""
    if process.returncode is None:
        process.send_signal(how)
    return await process.wait()
