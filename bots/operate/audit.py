"""`kith audit verify`."""

from bots.store import audit
from bots.store.database import Database


async def verify(database: Database) -> int:
    """The number of intact lines. Raises ChainBroken."""
    async with database.transaction() as db:
        return await audit.verify(db)
