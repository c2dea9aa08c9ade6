"""A real Synapse for the live tests: one that they share, and fresh ones for those that break it."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bots.demo.homeserver import Homeserver

StartHomeserver = Callable[..., Awaitable[Homeserver]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    """The shared homeserver, without rate limits. Use names of your own in it; never stop it."""
    async with await Homeserver.start(tmp_path_factory.mktemp("homeserver")) as server:
        yield server


@pytest.fixture
async def start_homeserver(tmp_path: Path) -> AsyncIterator[StartHomeserver]:
    """Starts a homeserver for this test alone, with the arguments of `Homeserver.start`."""
    directories = (tmp_path / f"homeserver-{number}" for number in itertools.count(1))
    async with AsyncExitStack() as running:

        async def start(**options: Any) -> Homeserver:
            return await running.enter_async_context(await Homeserver.start(next(directories), **options))

        yield start


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A session for plain calls to a homeserver."""
    async with aiohttp.ClientSession() as session:
        yield session
