"""A proxy before the homeserver that breaks chosen requests, so that every failure of a network can be had."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web

Answer = Callable[[web.Request], web.StreamResponse]


@dataclass
class Fault:
    """What happens to the next `times` requests whose method and path contain `where`.

    `lost`: the homeserver does what was asked and its answer never arrives. `hangs`: nobody answers. Otherwise the
    homeserver never hears of it, and the client gets `status` and `body`.
    """

    where: str
    times: int = 1
    status: int = 502
    body: str = "<html>bad gateway</html>"
    lost: bool = False
    hangs: bool = False


@dataclass
class Proxy:
    """Forwards to `target`; `seen` holds "METHOD path" of every request that reached the homeserver."""

    target: str
    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    def count(self, where: str) -> int:
        """How many requests with `where` in them reached the homeserver."""
        return sum(where in request for request in self.seen)

    def _fault(self, request: str) -> Fault | None:
        found = next((f for f in self.faults if f.times and f.where in request), None)
        if found:
            found.times -= 1
        return found

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Forward one request, or not."""
        name = f"{request.method} {request.raw_path}"
        fault = self._fault(name)
        if fault and fault.hangs:
            self.reached.set()
            await asyncio.Event().wait()
        if fault and not fault.lost:
            return web.Response(status=fault.status, text=fault.body, content_type=_type_of(fault.body))
        answer = await self._forward(request)
        self.seen.append(name)
        if fault:
            self.reached.set()
            assert request.transport
            request.transport.close()
        return answer

    async def _forward(self, request: web.Request) -> web.Response:
        headers = {k: v for k, v in request.headers.items() if k.lower() not in ("host", "content-length")}
        async with (
            aiohttp.ClientSession(auto_decompress=False) as http,
            http.request(
                request.method, self.target + request.raw_path, headers=headers, data=await request.read()
            ) as answer,
        ):
            kept = {k: v for k, v in answer.headers.items() if k.lower() not in ("transfer-encoding", "content-length")}
            return web.Response(status=answer.status, headers=kept, body=await answer.read())


def _type_of(body: str) -> str:
    return "application/json" if body.startswith("{") else "text/html"


@asynccontextmanager
async def proxy(target: str) -> AsyncIterator[Proxy]:
    """A running proxy on the loopback."""
    between = Proxy(target)
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", between.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    between.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield between
    finally:
        await runner.cleanup()
