"""What fails around the bots: no message is lost by it, and none is answered twice."""

import asyncio
import re
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bots.demo.community import Community, end
from bots.demo.homeserver import Homeserver
from bots.store.database import DatabaseFull
from tests.live import straits
from tests.live.crashing import Life, dying
from tests.live.crowd import LOST, Crowd, Person, until
from tests.live.ledger import Ledger, Server

STAFF = {"alex": ["coordinator", "moderator", "operator"], "robin": ["specialist"]}
PATIENCE_S = 60.0


@dataclass
class House:
    """A community whose bots are not running yet, and Anna, who writes to the check-in bot."""

    homeserver: Homeserver
    community: Community
    anna: Person
    ledger: Ledger
    chat: str = ""

    async def settles(self) -> None:
        """Wait until everything that Anna wrote was handled, and she has seen all answers."""
        await self.ledger.settles(Server(self.homeserver), self.anna.written, PATIENCE_S)
        await Crowd(self.community, {"anna": self.anna}).catches_up()

    async def asks(self, count: int) -> None:
        """Anna writes so many commands that the bot does not know; each answer names its command."""
        for _ in range(count):
            await self.anna.write(self.chat, f"!zz{len(self.anna.written):03}", to="checkin")

    async def said(self, words: str) -> None:
        """Wait until the log has them."""

        async def there() -> bool:
            return words in straits.said(self.community)

        await until(there, f"{words} in the log")

    @property
    def asked(self) -> list[str]:
        """The commands, in the order of writing."""
        return [written.words for written in self.anna.written if written.words.startswith("!zz")]

    @property
    def answered(self) -> list[str]:
        """The commands that were answered, in the order of the answers."""
        said = self.anna.bodies(self.community.bot("checkin"), self.chat)
        return [found[0] for body in said if (found := re.search(r"!zz\d+", body))]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house of one's own for each test: they break it."""
    async with await Homeserver.start(tmp_path / "homeserver") as homeserver:
        community = await Community.found(homeserver, tmp_path / "kith", STAFF)
        async with Crowd.gather(community, ["anna"]) as crowd:
            house = House(homeserver, community, crowd["anna"], Ledger(community))
            house.chat = await house.anna.open_chat(community.bot("checkin"))
            yield house


@asynccontextmanager
async def running(house: House) -> AsyncIterator[asyncio.subprocess.Process]:
    """`kith run`, which must be alive at the end, and then stop in order."""
    process = await house.community.spawn()
    try:
        yield process
        assert process.returncode is None, straits.said(house.community)[-2000:]
    finally:
        assert await end(process) == 0


@asynccontextmanager
async def locked(file: Path) -> AsyncIterator[None]:
    """Another program holds the database, as a backup or a curious operator may."""
    connection = sqlite3.connect(file, isolation_level=None, timeout=10)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


async def test_the_first_words_are_heard(house: House) -> None:
    """Words written in a new chat while the bot is down, before it could come in, are answered when it starts: once."""
    await house.anna.write(house.chat, LOST, to="checkin")
    async with running(house):
        await house.settles()
    bodies = house.anna.bodies(house.community.bot("checkin"), house.chat)
    assert sum(body.startswith("Thank you for writing this") for body in bodies) == 1


async def test_a_locked_database_is_waited_for(house: House) -> None:
    """Another program holds the database for ten seconds while Anna writes: every answer comes, once, in order."""
    async with running(house):
        await house.asks(1)
        await house.settles()
        async with locked(house.ledger.file):
            free = time.monotonic() + 10.0
            while time.monotonic() < free:
                await house.asks(1)
                await asyncio.sleep(1.0)
            assert house.answered == house.asked[:1]
        await house.settles()
    assert house.answered == house.asked
    assert "turn_failed" not in straits.said(house.community)
    assert "loop_crashed" not in straits.said(house.community)


async def test_a_start_waits_for_a_locked_database(house: House) -> None:
    """A start while another program holds the database goes on as soon as it is free."""
    await house.asks(1)
    async with locked(house.ledger.file):
        process = await house.community.spawn()
        await house.said("database_waits")
    try:
        await house.settles()
    finally:
        assert await end(process) == 0
    assert house.answered == house.asked


async def test_a_killed_homeserver_loses_no_answer(house: House) -> None:
    """The homeserver is killed twice while answers are on their way: all arrive, once, in the order of asking."""
    async with running(house):
        for _ in range(2):
            await house.asks(12)
            await house.anna.hears_from(house.community.bot("checkin"), house.asked[-10])
            await house.homeserver.kill()
            await house.homeserver.restart()
        await house.asks(1)
        await house.settles()
    assert len(house.asked) == 25
    assert house.answered == house.asked


@pytest.mark.parametrize("shortage", straits.ways().values(), ids=straits.ways().keys())
async def test_a_full_disk_loses_nothing(house: House, shortage: straits.Shortage) -> None:
    """Without space the bots stop with a sentence, however often they start; with space all is answered, once."""
    async with running(house):
        await house.asks(3)
        await house.settles()
    for _ in range(2):
        before = len(straits.said(house.community))
        process = await shortage(house.community)
        async with asyncio.timeout(PATIENCE_S):
            while process.returncode is None:
                await house.asks(1)
        straits.give_space(house.community)
        assert await process.wait() == 1
        assert str(DatabaseFull()) in straits.said(house.community)[before:]
    async with running(house):
        await house.settles()
    assert house.answered == house.asked
    assert house.ledger.rows("SELECT bot, kind, error FROM inbox WHERE state = 'parked' OR attempts > 0") == []


async def test_two_bots_give_one_answer(house: House) -> None:
    """Of two bots in a room one answers `!crisis` and dies with the answer sent; the other does not say it again."""
    welcome, anna = house.community.places["welcome"], house.anna
    async with running(house):
        await anna.join(welcome)
        await anna.hears_from(house.community.bot("intake"), "I am software")
        await house.settles()
    plan = [Life("message sent, not marked", 1, PATIENCE_S), Life(seconds=0.1, rest=4.0)]
    async with dying(house.community, plan) as deaths:
        await anna.write(welcome, "!crisis", to="moderation")
        await deaths.over.wait()
        await house.settles()
    assert deaths.all[0].at == "message sent, not marked"
    bots = [house.community.bot(name) for name in ("moderation", "intake")]
    aloud = [body for bot in bots for body in anna.bodies(bot, welcome)]
    assert sum(body.startswith("Thank you for writing this") for body in aloud) == 1
