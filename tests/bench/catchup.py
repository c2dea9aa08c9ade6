"""Messages that were written while the bots were down: how fast they are all judged after the start."""

import asyncio
import time
from typing import Any

import aiohttp

from bots.demo.community import Community
from bots.suite import Suite
from tests.bench.group import SENDERS, count_done, plain_rooms, write

LOOK_S = 0.05
LIMIT_S = 300


async def catch_up(community: Community, messages: int) -> dict[str, Any]:
    """Messages a second, from the moment the bot's device is open to the last verdict."""
    rooms = await plain_rooms(community)
    senders = [community.people[f"sender{n}"] for n in range(SENDERS)]
    base = await count_done(community)
    async with aiohttp.ClientSession() as http:
        await write(http, senders, rooms, messages)
    opening: list[asyncio.Task[float]] = []

    async with asyncio.timeout(LIMIT_S):
        async with community.running(started=lambda suite: opening.append(asyncio.create_task(_opened(suite)))):
            while (done := await count_done(community)) < base + messages:
                assert done >= base
                await asyncio.sleep(LOOK_S)
            took = time.perf_counter() - await opening[0]
    return {
        "messages": messages,
        "rooms": len(rooms),
        "seconds": round(took, 2),
        "messages_per_s": round(messages / took, 1),
    }


async def _opened(suite: Suite) -> float:
    """When the moderation bot's device was open and its first sync began."""
    while "moderation" not in suite.running:
        await suite.changed.wait()
        suite.changed.clear()
    return time.perf_counter()
