"""Small tools of the bench: percentiles, CPU time, a process that is watched."""

import asyncio
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from bots.demo.parent import die_with_parent
from bots.link.accounts import Account

TICKS = os.sysconf("SC_CLK_TCK")


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of them lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Bare:
    """A bare bot in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.seen = 0

    @classmethod
    async def start(cls, kind: str, account: Account, folder: Path) -> "Bare":
        """Until it says that it is ready."""
        file = folder / f"{kind}.json"
        file.write_text(json.dumps(asdict(account)))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.bench.bare", kind, str(file)),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            preexec_fn=die_with_parent(),
        )
        assert process.stdout
        await asyncio.wait_for(process.stdout.readuntil(b"ready\n"), 60)
        return cls(process)

    async def until_seen(self, count: int, timeout: float) -> None:
        """Until the reader has read that many messages."""
        assert self.process.stdout
        async with asyncio.timeout(timeout):
            while self.seen < count:
                self.seen += (await self.process.stdout.read(4096)).count(b".")

    async def stop(self) -> None:
        """End it."""
        self.process.kill()
        await self.process.wait()
