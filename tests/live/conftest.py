"""A real Synapse for the live tests: one that they share, and fresh ones for those that break it."""

import itertools
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from nio import AsyncClient

from bots.clock import SystemClock
from bots.demo.homeserver import Homeserver
from bots.house import House
from bots.link.accounts import Account
from tests.live.desk import Desk, Reader, open_desk
from tests.live.ear import Ear, Person
from tests.live.proxy import Proxy, proxy

StartHomeserver = Callable[..., Awaitable[Homeserver]]
OpenDevice = Callable[..., Awaitable[AsyncClient]]
NewAccount = Callable[[], Awaitable[Account]]
NewPerson = Callable[[], Awaitable[Person]]


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


@pytest.fixture
async def new_account(homeserver: Homeserver) -> Callable[[], Awaitable[Account]]:
    """Registers accounts on the shared homeserver, under names of their own and with the password "secret"."""
    return lambda: homeserver.register(f"user-{secrets.token_hex(4)}", "secret")


@pytest.fixture
async def open_device(tmp_path: Path) -> AsyncIterator[OpenDevice]:
    """Opens nio's client for an account, with its crypto store in `store` or, left out, in a directory of its own."""
    directories = (tmp_path / f"store-{number}" for number in itertools.count(1))
    async with AsyncExitStack() as running:

        async def open_store(account: Account, store: Path | None = None) -> AsyncClient:
            directory = store or next(directories)
            directory.mkdir(exist_ok=True)
            client = AsyncClient(account.homeserver, store_path=str(directory))
            running.push_async_callback(client.close)
            client.restore_login(account.user_id, account.device_id, account.access_token)
            return client

        yield open_store


@pytest.fixture
async def desk(new_account: NewAccount, make_house: Callable[..., House], tmp_path: Path) -> AsyncIterator[Desk]:
    """A bot's desk, its sender running."""
    async with open_desk(await new_account(), tmp_path, make_house(SystemClock())) as opened:
        opened.start()
        yield opened


@pytest.fixture
async def broken_desk(
    new_account: NewAccount, make_house: Callable[..., House], tmp_path: Path
) -> AsyncIterator[tuple[Desk, Proxy]]:
    """A bot's desk behind a proxy that can break requests; its sender is not started."""
    account = await new_account()
    async with (
        proxy(account.homeserver) as between,
        open_desk(account, tmp_path, make_house(SystemClock()), through=between.url) as opened,
    ):
        yield opened, between


@pytest.fixture
async def new_reader(new_account: NewAccount, open_device: OpenDevice) -> Callable[[], Awaitable[Reader]]:
    """Registers members with a client of their own."""

    async def new() -> Reader:
        return await Reader(await open_device(await new_account())).start()

    return new


@pytest.fixture
async def ear(new_account: NewAccount, make_house: Callable[..., House], tmp_path: Path) -> AsyncIterator[Ear]:
    """A bot that does not listen yet."""
    opened = await Ear.open(await new_account(), tmp_path, make_house(SystemClock()))
    yield opened
    await opened.close()


@pytest.fixture
async def new_person(new_account: NewAccount, open_device: OpenDevice, http: aiohttp.ClientSession) -> NewPerson:
    """Registers people with a client that can encrypt."""

    async def new() -> Person:
        account = await new_account()
        person = Person(account, await open_device(account), http)
        await person.look()
        return person

    return new


@pytest.fixture
async def person(new_person: NewPerson) -> Person:
    """One of them."""
    return await new_person()
