"""`kith inbox retry`."""

from bots.everyone import BOTS
from bots.store.database import Database


async def retry(database: Database) -> int:
    """Put every event that was set aside back in the queue; how many those were."""
    async with database.transaction() as db:
        return sum([await db.inbox_unpark(bot=bot, now=0) for bot in BOTS])
