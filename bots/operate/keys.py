"""`kith keys rotate`: a new key for sealed columns, and every row sealed anew."""

from pathlib import Path
from typing import Any

from bots.store.database import Database
from bots.store.seal import Seal, add_key, drop_old_keys

SEALED = "_sealed"
BATCH = 500


async def rotate(database: Database, file: Path) -> int:
    """How many values were sealed anew. Cut short at any point it may be run again; the old keys go last.

    Bots must not run meanwhile: they would go on sealing with the old key.
    """
    seal = add_key(file)
    count = 0
    for table, column in await sealed_columns(database):
        count += await _column(database, seal, table, column)
    drop_old_keys(file)
    return count


async def sealed_columns(database: Database) -> list[tuple[str, str]]:
    """Every (table, column) whose name says that it is sealed, in this database."""
    async with database.transaction() as db:
        return [(row["table_name"], row["column_name"]) for row in await db.sealed_columns()]


async def _column(database: Database, seal: Seal, table: str, column: str) -> int:
    """Names come from the database's own catalogue, never from outside."""
    values = await _values(database, table, column)
    for start in range(0, len(values), BATCH):
        async with database.connection() as connection:
            for value in values[start : start + BATCH]:
                await _replace(database, connection, table, column, value, seal.rotate(value))
    return len(values)


async def _values(database: Database, table: str, column: str) -> list[str]:
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
    async with database.connection() as connection:
        read = connection.fetch if database.driver == "asyncpg" else connection.execute_fetchall
        return [row[0] for row in await read(sql)]


async def _replace(database: Database, connection: Any, table: str, column: str, old: str, new: str) -> None:
    if database.driver == "asyncpg":
        await connection.execute(f"UPDATE {table} SET {column} = $1 WHERE {column} = $2", new, old)
    else:
        await connection.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (new, old))
