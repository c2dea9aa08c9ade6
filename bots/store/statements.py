"""Named SQL: every statement stands in a `queries.sql` and is called by its name.

`bots/store/queries.sql` serves everybody, `bots/<bot>/queries.sql` that bot alone; the few statements that differ
between SQLite and PostgreSQL stand in `queries.<driver>.sql` beside them.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any

import aiosql
from aiosql.types import SQLOperationType

BOTS = Path(__file__).resolve().parent.parent
Statement = Callable[..., Any]


class StatementTwice(Exception):
    """A statement's name is defined twice; nothing was loaded. Rename one of them."""


@cache
def statements(driver: str, folder: str | None) -> dict[str, Statement]:
    """All statements for `driver` (aiosqlite, asyncpg): the shared ones and those of `bots/<folder>`."""
    found: dict[str, Statement] = {}
    for name in ("store", folder) if folder else ("store",):
        for file in (BOTS / name / "queries.sql", BOTS / name / f"queries.{driver}.sql"):
            if file.exists():
                _add(found, driver, file)
    return found


def _add(found: dict[str, Statement], driver: str, file: Path) -> None:
    loaded = aiosql.from_path(file, driver, mandatory_parameters=False)
    for name in loaded.available_queries:
        if name.endswith("_cursor"):
            continue
        if name in found:
            raise StatementTwice(f"{name} in {file}")
        found[name] = getattr(loaded, name)


class Statements:
    """The statements bound to one open transaction: `await db.member(member="@a:b")`.

    A select gives a list of rows (mappings), `^` one row or None, `$` one value or None, `!` how many rows changed.
    """

    def __init__(self, connection: Any, found: dict[str, Statement]) -> None:
        self._connection = connection
        self._found = found

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        try:
            statement = self._found[name]
        except KeyError:
            raise AttributeError(f"no SQL statement is named {name!r}") from None
        return lambda *args, **kwargs: self._run(statement, *args, **kwargs)

    async def _run(self, statement: Statement, *args: Any, **kwargs: Any) -> Any:
        kind = statement.operation  # type: ignore[attr-defined]
        if kind == SQLOperationType.SELECT:
            return [row async for row in statement(self._connection, *args, **kwargs)]
        result = await statement(self._connection, *args, **kwargs)
        return _rows_changed(result) if kind == SQLOperationType.INSERT_UPDATE_DELETE else result


def _rows_changed(result: int | str) -> int:
    return result if isinstance(result, int) else int(result.rsplit(" ", 1)[-1])
