"""Messages that were written while the bots were down: how fast they are all judged after the start."""

import time
from typing import Any

import aiohttp

from bots.demo.community import Community, end
from tests.bench.group import SENDERS, count_done, handled, plain_rooms, write


async def catch_up(community: Community, messages: int) -> dict[str, Any]:
    """Messages a second, from the first sync request to the last verdict; and from the start of the process."""
    rooms = await plain_rooms(community)
    senders = [community.people[f"sender{n}"] for n in range(SENDERS)]
    base = await count_done(community)
    async with aiohttp.ClientSession() as http:
        await write(http, senders, rooms, messages)
    started = time.perf_counter()
    suite = await community.spawn()
    await handled(community, base + 1, 120)
    first = time.perf_counter()
    await handled(community, base + messages, 300)
    done = time.perf_counter()
    await end(suite)
    return {
        "messages": messages,
        "rooms": len(rooms),
        "start_s": round(first - started, 1),
        "messages_per_s": round(messages / max(done - first, 0.2), 1),
        "messages_per_s_with_start": round(messages / (done - started), 1),
    }
