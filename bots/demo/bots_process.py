"""`kith run` as an operator would start it: a process of its own, which can be killed and started again."""

import asyncio
import signal
import socket

import aiohttp

from bots.demo.community import Community, end

START_S = 60.0
PAUSE_S = 0.05


class BotsFailed(Exception):
    """The bots' process did not come up; nothing of the demonstration is kept. The end of its log follows."""


class BotsProcess:
    """All four bots in one process; `port` is where the community's configuration puts `/ready`."""

    def __init__(self, community: Community, port: int) -> None:
        self.community = community
        self.url = f"http://127.0.0.1:{port}/ready"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start and wait until every bot runs. Raises BotsFailed."""
        self._process = await self.community.spawn()
        try:
            await asyncio.wait_for(self._ready(self._process), START_S)
        except TimeoutError:
            raise BotsFailed(f"{BotsFailed.__doc__}\n{self.log_tail()}") from None

    async def kill(self) -> None:
        """End it at once, as a power cut would (SIGKILL)."""
        if self._process:
            await end(self._process, signal.SIGKILL)

    async def stop(self) -> None:
        """End it in order (SIGTERM)."""
        if self._process:
            await end(self._process)

    async def ended(self) -> int:
        """Wait until it has ended; its exit code."""
        return await self._process.wait() if self._process else 0

    def log_tail(self, lines: int = 12) -> str:
        """The end of its log, which never holds a member's words."""
        log = self.community.folder / "kith.log"
        return "\n".join(log.read_text("utf-8", "replace").splitlines()[-lines:]) if log.exists() else ""

    async def _ready(self, process: asyncio.subprocess.Process) -> None:
        async with aiohttp.ClientSession() as http:
            while not await self._answers(http):
                if process.returncode is not None:
                    raise BotsFailed(f"{BotsFailed.__doc__}\n{self.log_tail()}")
                await asyncio.sleep(PAUSE_S)

    async def _answers(self, http: aiohttp.ClientSession) -> bool:
        try:
            async with http.get(self.url, timeout=aiohttp.ClientTimeout(2)) as response:
                return response.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
