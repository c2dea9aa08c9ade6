"""`/live`, `/ready` and `/metrics`, on the loopback unless told otherwise."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bots.clock import SECOND
from bots.suite import Suite

STALE_S = 60
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def health(suite: Suite, host: str, port: int | None) -> AsyncIterator[int | None]:
    """Listen while the suite runs; gives the port (`port=0`: a free one), None where it is off."""
    if port is None:
        yield None
        return
    app = web.Application()
    app.add_routes([web.get(f"/{name}", answer) for name, answer in _answers(suite).items()])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _answers(suite: Suite) -> dict[str, Handler]:
    async def live(_: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def ready(_: web.Request) -> web.Response:
        waiting = await not_ready(suite)
        return web.Response(text="\n".join(waiting or ["ready"]) + "\n", status=503 if waiting else 200)

    async def metrics(_: web.Request) -> web.Response:
        registry = CollectorRegistry()
        registry.register(_Figures(await figures(suite)))
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return {"live": live, "ready": ready, "metrics": metrics}


async def not_ready(suite: Suite) -> list[str]:
    """Which of this process's bots do not serve, and why."""
    now = suite.house.clock.now()
    async with suite.database.transaction() as db:
        beats = {row["bot"]: row["at"] for row in await db.heartbeats()}
    waiting = []
    for bot in suite.bots:
        if bot.name in suite.failed:
            waiting.append(f"{bot.name}: stopped ({type(suite.failed[bot.name]).__name__})")
        elif bot.name not in suite.running or now - beats.get(bot.name, 0) > STALE_S * SECOND:
            waiting.append(f"{bot.name}: not running yet")
    return waiting


async def figures(suite: Suite) -> list[GaugeMetricFamily]:
    """What operators watch, as counts and ages without any member in them."""
    now = suite.house.clock.now()
    async with suite.database.transaction() as db:
        queues = {"inbox": await db.inbox_counts(), "outbox": await db.outbox_counts()}
        beats = await db.heartbeats()
    waiting = GaugeMetricFamily("kith_queue", "Rows that wait or are parked", labels=["queue", "bot", "state"])
    for queue, rows in queues.items():
        for row in rows:
            waiting.add_metric([queue, row["bot"], row["state"]], row["n"])
    age = GaugeMetricFamily("kith_heartbeat_age_seconds", "Time since a bot's heart beat", labels=["bot"])
    for row in beats:
        age.add_metric([row["bot"]], (now - row["at"]) / SECOND)
    crashes = GaugeMetricFamily("kith_loop_crashes", "Loops that had to start again", labels=["bot"])
    reconnects = GaugeMetricFamily("kith_sync_reconnects", "Syncs that the watchdog ended", labels=["bot"])
    for name, running in suite.running.items():
        crashes.add_metric([name], running.crashes)
        reconnects.add_metric([name], running.sync.reconnects)
    return [waiting, age, crashes, reconnects]


class _Figures(Collector):
    def __init__(self, families: list[GaugeMetricFamily]) -> None:
        self._families = families

    def collect(self) -> Iterable[GaugeMetricFamily]:
        return self._families
