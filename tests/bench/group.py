"""What a group message costs: CPU of the whole suite, and of a bare reader in the same rooms, in the same run."""

import asyncio
import secrets
import time
from typing import Any

import aiohttp

from bots.demo.community import Community, end
from bots.link.accounts import CLIENT, Account
from bots.link.http import call
from bots.store.database import Database
from tests.bench.measure import Bare, cpu_seconds

SENDERS = 5
LINES = (
    "good morning everyone, how did you sleep?",
    "I made soup today and it was actually nice",
    "does anybody know a good podcast for long walks",
    "the weather is finally better here",
    "thanks for listening yesterday, that helped",
    "I have an appointment on thursday and I am a bit nervous",
    "my cat brought me a leaf as a present",
    "haha yes exactly that",
)


async def group_cost(community: Community, messages: int) -> dict[str, Any]:
    """CPU milliseconds a message of the suite (all four bots, judging included) and of the reader."""
    rooms = await plain_rooms(community)
    senders = [await community.join(f"sender{n}") for n in range(SENDERS)]
    reader_account = await community.join("reader")
    async with aiohttp.ClientSession() as http:
        for account in (*senders, reader_account):
            await come_in(http, community, account, rooms)
        reader = await Bare.start("reader", reader_account, community.folder)
        suite = await community.spawn()
        await handled(community, 0, 120)
        before = (cpu_seconds(suite.pid), cpu_seconds(reader.process.pid))
        base = await count_done(community)
        start = time.perf_counter()
        await write(http, senders, rooms, messages)
        await asyncio.gather(handled(community, base + messages, 180), reader.until_seen(messages, 180))
        took = time.perf_counter() - start
        costs = [cpu_seconds(suite.pid) - before[0], cpu_seconds(reader.process.pid) - before[1]]
        await end(suite)
        await reader.stop()
    suite_ms, reader_ms = (1000 * seconds / messages for seconds in costs)
    return {
        "suite_cpu_ms": round(suite_ms, 2),
        "reader_cpu_ms": round(reader_ms, 2),
        "rooms": len(rooms),
        "messages": messages,
        "messages_per_s": round(messages / took, 1),
    }


async def plain_rooms(community: Community) -> list[str]:
    """The topic rooms without encryption, where raw senders can write."""
    database = await Database.open(community.settings.database.dsn)
    async with database.transaction() as db:
        rooms = [row["room_id"] for row in await db.places() if row["kind"] == "group" and not row["encrypted"]]
    await database.close()
    return rooms


async def come_in(http: aiohttp.ClientSession, community: Community, account: Account, rooms: list[str]) -> None:
    """Be invited by the moderation bot and join."""
    from bots import state

    host = state.load(community.settings.state_dir, "moderation").account
    for room in [community.places["space"], *rooms]:
        path = f"{account.homeserver}{CLIENT}/rooms/{room}"
        await call(http, "POST", f"{path}/invite", token=host.access_token, body={"user_id": account.user_id})
        await call(http, "POST", f"{path}/join", token=account.access_token, body={})


async def write(http: aiohttp.ClientSession, senders: list[Account], rooms: list[str], messages: int) -> None:
    """Plain chat lines, spread over rooms and senders, each sender one after another."""

    async def one(index: int, account: Account) -> None:
        for number in range(index, messages, len(senders)):
            url = f"{account.homeserver}{CLIENT}/rooms/{rooms[number % len(rooms)]}/send/m.room.message"
            body = {"msgtype": "m.text", "body": LINES[number % len(LINES)]}
            await call(http, "PUT", f"{url}/{secrets.token_hex(8)}", token=account.access_token, body=body)

    await asyncio.gather(*(one(n, a) for n, a in enumerate(senders)))


async def count_done(community: Community) -> int:
    """How many messages the moderation bot has handled."""
    database = await Database.open(community.settings.database.dsn)
    try:
        async with database.connection() as connection:
            sql = "SELECT COUNT(*) FROM inbox WHERE bot = 'moderation' AND kind = 'Message' AND state = 'done'"
            return int(next(iter(await connection.execute_fetchall(sql)))[0])
    finally:
        await database.close()


async def handled(community: Community, count: int, timeout: float) -> None:
    """Until every bot's heart beats and that many messages are handled."""
    database = await Database.open(community.settings.database.dsn)
    start = time.time() * 1000 - 20_000
    try:
        async with asyncio.timeout(timeout):
            while True:
                async with database.transaction() as db:
                    awake = [row for row in await db.heartbeats() if row["at"] > start]
                if len(awake) == 4 and await count_done(community) >= count:
                    return
                await asyncio.sleep(0.2)
    finally:
        await database.close()
