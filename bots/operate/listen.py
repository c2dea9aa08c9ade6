"""From `kith init` on nothing is missed: each bot's place in the homeserver's stream is noted before it first runs."""

import json

import aiohttp

from bots.link.accounts import CLIENT, Account
from bots.link.http import call
from bots.store.database import Database

FILTER = json.dumps({"room": {"timeline": {"limit": 1}, "state": {"types": []}}}, separators=(",", ":"))


async def begin_here(http: aiohttp.ClientSession, database: Database, bot: str, account: Account, now: int) -> None:
    """Note where the stream stands, unless the bot has listened before."""
    async with database.transaction() as db:
        if await db.sync_token(bot=bot):
            return
    answer = await call(http, "GET", f"{account.homeserver}{CLIENT}/sync?filter={FILTER}", token=account.access_token)
    async with database.transaction() as db:
        await db.save_sync_token(bot=bot, token=str(answer["next_batch"]), at=now)
