"""One database for all bots: SQLite in a file (the default) or PostgreSQL, behind one small face.

    database = await Database.open("sqlite:///var/kith.db")
    async with database.transaction("intake") as db:
        await db.meet_member(member="@a:b", at=now)

All that is written inside `transaction()` is there together or not at all.
"""

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite
import asyncpg
import stamina

from bots.store.statements import Statements, statements


class DatabaseTrouble(Exception):
    """Base of what can happen to a database; the docstring of each kind is its sentence."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(" ".join(f"{type(self).__doc__} {detail}".split()))


class DatabaseFull(DatabaseTrouble):
    """The disk that holds the database is full, over its quota, or failing. Nothing was lost: what could not be written
    is still on the homeserver or waits in the database. Free some space and start Kith again."""


class DatabaseBusy(DatabaseTrouble):
    """Another program holds the database locked. Nothing was lost; Kith tries again by itself."""


class DatabaseGone(DatabaseTrouble):
    """The database does not answer. Nothing was lost; Kith tries again by itself. See that the server runs."""


class Database(ABC):
    """Where everything durable lives."""

    driver: str

    @staticmethod
    async def open(url: str) -> "Database":
        """Open `sqlite:///file` or `postgresql://…`."""
        if url.startswith("sqlite:///"):
            return await Sqlite.connect(Path(url.removeprefix("sqlite:///")))
        return await Postgres.connect(url)

    @asynccontextmanager
    async def transaction(self, bot: str | None = None) -> AsyncIterator[Statements]:
        """The statements of `bot` in one transaction. Raises DatabaseFull, DatabaseBusy, DatabaseGone."""
        async with self.connection() as connection:
            yield Statements(connection, statements(self.driver, bot))

    @abstractmethod
    def connection(self) -> Any:
        """An async context manager: the driver's connection within a transaction."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of the database."""


class Sqlite(Database):
    """SQLite in WAL mode; `synchronous=FULL`, so that what was committed survives a power cut."""

    driver = "aiosqlite"

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._mine = asyncio.Lock()

    @classmethod
    async def connect(cls, file: Path) -> "Sqlite":
        """Open or create the file (0600). Raises DatabaseFull, DatabaseBusy."""
        await asyncio.to_thread(_prepare, file)
        connection = await aiosqlite.connect(file, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            for pragma in ("busy_timeout=2000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                await connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            await connection.close()
            raise _sqlite_error(error) from error
        return cls(connection)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[aiosqlite.Connection]:
        """One transaction at a time in this process; between processes SQLite's own lock."""
        async with self._mine:
            try:
                await self._begin()
                yield self._connection
                await self._connection.execute("COMMIT")
            except BaseException as error:
                await self._rollback()
                raise _sqlite_error(error) from error

    @stamina.retry(on=DatabaseBusy, attempts=5, wait_initial=0.05, wait_max=1.0, timeout=10.0)
    async def _begin(self) -> None:
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise _sqlite_error(error) from error

    async def _rollback(self) -> None:
        """SQLite may have done it by itself."""
        if self._connection.in_transaction:
            await self._connection.execute("ROLLBACK")

    async def close(self) -> None:
        """Close the file."""
        await self._connection.close()


def _prepare(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)


def _sqlite_error(error: BaseException) -> BaseException:
    if not isinstance(error, sqlite3.OperationalError):
        return error
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return DatabaseFull()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy()
    return error


class Postgres(Database):
    """PostgreSQL through a small pool."""

    driver = "asyncpg"

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    @classmethod
    async def connect(cls, url: str) -> "Postgres":
        """Open a pool of up to eight connections."""
        try:
            return cls(await asyncpg.create_pool(url, min_size=1, max_size=8))
        except (OSError, asyncpg.PostgresError) as error:
            raise DatabaseGone(f"({type(error).__name__})") from error

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Any]:
        """A pooled connection within a transaction."""
        try:
            async with self._pool.acquire() as connection, connection.transaction():
                yield connection
        except asyncpg.DiskFullError as error:
            raise DatabaseFull from error
        except (OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError) as error:
            raise DatabaseGone from error

    @asynccontextmanager
    async def listening(self, channel: str, heard: Callable[[str], None]) -> AsyncIterator[None]:
        """While it lasts, `heard` gets what any process says on the channel."""
        async with self._pool.acquire() as connection:

            def hear(_connection: object, _process: int, _channel: str, said: str) -> None:
                heard(said)

            await connection.add_listener(channel, hear)
            try:
                yield
            finally:
                await connection.remove_listener(channel, hear)

    async def notify(self, channel: str, words: str) -> None:
        """Say something to all processes that listen on the channel. Raises DatabaseGone."""
        async with self.connection() as connection:
            await connection.execute("SELECT pg_notify($1, $2)", channel, words)

    async def close(self) -> None:
        """Return all connections."""
        await self._pool.close()
