"""One Synapse process on the loopback, for the demo and the tests: SQLite, no federation, dies with its parent."""

import asyncio
import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from bots.demo import synapse_config
from bots.demo.parent import die_with_parent
from bots.demo.synapse_config import CONFIG, LOG, OtherServerName
from bots.link import accounts
from bots.link.accounts import Account

START_S = 60.0
"""Longest wait for a healthy server; 2–3 s is usual."""
STOP_S = 10.0


class HomeserverFailed(Exception):
    """The embedded Synapse did not come up."""

    def __init__(self, reason: str, log: str = "") -> None:
        super().__init__(
            f"The embedded homeserver did not start: {reason}. Its data was kept."
            + (f" The end of its log:\n{log}" if log else "")
        )


class Homeserver:
    """One Synapse process on the loopback; a later `start` with the same directory finds the same users and rooms.

    `url` is the client address, `shared_secret` registers users, `directory` holds database, keys, media and logs.
    """

    def __init__(self, directory: Path, config: dict[str, Any]) -> None:
        self.directory = directory
        self.server_name = str(config["server_name"])
        self.shared_secret = str(config["registration_shared_secret"])
        self.url = f"http://127.0.0.1:{config['listeners'][0]['port']}"
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    async def start(
        cls, directory: Path, *, server_name: str = "kith.localhost", rate_limits: bool = False
    ) -> "Homeserver":
        """Start Synapse and wait until it is healthy.

        Args:
            directory: where its data lives; made where it is missing, used again where it is not.
            rate_limits: keep Synapse's default limits (about 10 messages and 10 rooms in one go).

        Raises:
            HomeserverFailed: with the last lines of the log.
        """
        if find_spec("synapse") is None:
            raise HomeserverFailed("Synapse is not installed; `make .venv` installs it")
        try:
            server = cls(directory, synapse_config.write(directory, server_name, rate_limits))
        except OtherServerName as other:
            raise HomeserverFailed(str(other)) from other
        await server._launch()
        return server

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        if self._process is None:
            raise HomeserverFailed("it is stopped; restart() starts it again")
        return self._process.pid

    async def stop(self) -> None:
        """Stop in order (SIGTERM), or after 10 s without (SIGKILL). Stopping twice is fine."""
        await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        """End the process at once (SIGKILL), as a power cut would."""
        await self._end(signal.SIGKILL)

    async def restart(self) -> None:
        """Stop where running, then start on the same port with the same data."""
        await self.stop()
        await self._launch()

    async def register(self, localpart: str, password: str, *, admin: bool = False) -> Account:
        """Register a user through the shared secret.

        Raises:
            NameTaken: the user exists.
        """
        async with aiohttp.ClientSession() as http:
            return await accounts.register_shared_secret(
                http, self.url, self.shared_secret, localpart, password, admin=admin
            )

    def cpu_seconds(self) -> float:
        """CPU time (user + system) that the running process has used so far; from /proc, so Linux only."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        user_ticks, system_ticks = int(fields[11]), int(fields[12])
        return (user_ticks + system_ticks) / os.sysconf("SC_CLK_TCK")

    def log_tail(self, lines: int = 20) -> str:
        """The last lines of the server's log."""
        return "\n".join((self.directory / LOG).read_text(errors="replace").splitlines()[-lines:])

    async def _launch(self) -> None:
        self._process = self._spawn()
        try:
            await asyncio.wait_for(self._healthy(self._process), START_S)
        except TimeoutError:
            await self._give_up(f"no answer on {self.url} within {START_S:.0f} s")
        except BaseException:
            await self.kill()
            raise

    def _spawn(self) -> subprocess.Popen[bytes]:
        """Not asyncio's subprocess: that is bound to one event loop, and tests share a server across loops."""
        with (self.directory / LOG).open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "synapse.app.homeserver", "-c", str(self.directory / CONFIG)],
                cwd=self.directory,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=die_with_parent(),
            )

    async def _healthy(self, process: subprocess.Popen[bytes]) -> None:
        async with aiohttp.ClientSession() as http:
            while not await _answers(http, f"{self.url}/health"):
                if process.poll() is not None:
                    await self._give_up(f"the process ended with code {process.returncode}")
                await asyncio.sleep(0.05)

    async def _give_up(self, reason: str) -> None:
        await self.kill()
        raise HomeserverFailed(reason, self.log_tail())

    async def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            await asyncio.to_thread(self._process.wait, STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)
        self._process = None


async def _answers(http: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with http.get(url, timeout=aiohttp.ClientTimeout(total=2)) as response:
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False
