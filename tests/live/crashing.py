"""`kith run`, killed again and again: `python -m tests.live.crashing config.yaml lives.json`.

Each entry of `lives.json` is one life: a process of its own that runs `kith run` and ends by SIGKILL, at the `nth` time
that it comes to a `point`, or after `seconds`; a point that was not reached is tried again later. The last life has no
end but the SIGTERM that this process hands on. One line of JSON for each life goes to standard output, and the line
"calm" before the last one begins.

Modules and judge are loaded once, before the fork, for else 50 starts would be all that the test does. The points are
wrapped from outside (`points.py`): the product knows nothing of them.
"""

import asyncio
import gc
import importlib
import json
import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bots.demo.community import Community, end
from bots.demo.parent import die_with_parent
from tests.live.points import POINTS, wrap

AGAIN = 25
"""So many lives may be added for points that were not reached."""
CALM = "calm"


@dataclass(frozen=True)
class Life:
    """How one process ends: at the `nth` time at `point`, or after `seconds`; with neither it lives on.

    `rest`: seconds before it begins.
    """

    point: str | None = None
    nth: int = 1
    seconds: float | None = None
    rest: float = 0.0


@dataclass(frozen=True)
class Death:
    """What became of a life: `at` is the point, "time" or None; `code` as in `subprocess`: -9 for SIGKILL."""

    at: str | None
    code: int
    seconds: float


@dataclass
class Deaths:
    """Those until now; `over` once the last life has begun."""

    all: list[Death] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def hear(self, lines: AsyncIterable[bytes]) -> None:
        """What the process with the lives says."""
        async for line in lines:
            if line.decode().strip() == CALM:
                self.over.set()
            else:
                self.all.append(Death(**json.loads(line)))


@asynccontextmanager
async def dying(community: Community, lives: Iterable[Life]) -> AsyncIterator[Deaths]:
    """The bots of a community in these lives, and one more, which ends in order with the block."""
    file, log = community.folder / "lives.json", await asyncio.to_thread((community.folder / "kith.log").open, "ab")
    await asyncio.to_thread(file.write_text, json.dumps([asdict(life) for life in lives]))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.live.crashing", str(community.config), str(file)),
        stdout=asyncio.subprocess.PIPE,
        stderr=log,
        preexec_fn=die_with_parent(),
    )
    assert process.stdout
    deaths = Deaths()
    hearing = asyncio.create_task(deaths.hear(process.stdout))
    try:
        yield deaths
    finally:
        await end(process)
        await hearing
        log.close()


# ── in the life ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Reaper:
    """Ends this process, once, and says where."""

    def __init__(self, life: Life, tell: int) -> None:
        self._left = life.nth
        self._tell = tell
        if life.point:
            wrap(POINTS[life.point], lambda: self._passed(str(life.point)))
        if life.seconds is not None:
            clock = threading.Timer(life.seconds, self._end, ["time"])
            clock.daemon = True
            clock.start()

    def _passed(self, point: str) -> None:
        self._left -= 1
        if self._left == 0:
            self._end(point)

    def _end(self, where: str) -> None:
        os.write(self._tell, where.encode())
        os.kill(os.getpid(), signal.SIGKILL)


# ── between the lives ────────────────────────────────────────────────────────────────────────────────────────────────


def preload() -> None:
    """Everything that a start would read and that does not change."""
    for name in ("bots.__main__", "bots.suite", "bots.health", "bots.operate.errors"):
        importlib.import_module(name)
    from models import Judge

    judge = Judge.load()
    Judge.load = lambda *_: judge  # type: ignore[method-assign]
    asyncio.run(asyncio.sleep(0))
    gc.freeze()


class Lives:
    """Lives one after another; SIGTERM ends the running one in order, and it is the last."""

    def __init__(self, config: str) -> None:
        self._config = config
        self._child: int | None = None
        self._over = False
        signal.signal(signal.SIGTERM, self._stop)

    def run(self, lives: Iterable[Life], again: int = AGAIN) -> int:
        """The exit code of the last one."""
        waiting = deque(lives)
        while waiting and not self._over:
            life = waiting.popleft()
            death = self._tell(self._live(life))
            if life.point and death.at != life.point and again:
                waiting.append(life)
                again -= 1
        print(CALM, flush=True)
        return self._tell(self._live(Life())).code

    def _tell(self, death: Death) -> Death:
        print(json.dumps(asdict(death)), flush=True)
        return death

    def _live(self, life: Life) -> Death:
        time.sleep(life.rest)
        began, (hear, tell), with_parent = time.monotonic(), os.pipe(), die_with_parent()
        self._child = os.fork()
        if self._child == 0:
            _be(life, tell, self._config, with_parent)
        if self._over:
            os.kill(self._child, signal.SIGTERM)
        _, status = os.waitpid(self._child, 0)
        os.close(tell)
        where = os.read(hear, 100).decode() or None
        os.close(hear)
        return Death(where, os.waitstatus_to_exitcode(status), round(time.monotonic() - began, 2))

    def _stop(self, *_: object) -> None:
        self._over = True
        if self._child:
            os.kill(self._child, signal.SIGTERM)


def _be(life: Life, tell: int, config: str, with_parent: Callable[[], None] | None) -> None:
    """The child: never returns."""
    from bots.__main__ import main

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.dup2(2, 1)
    try:
        if with_parent:
            with_parent()
        Reaper(life, tell)
        main(["--config", config, "run"])
    except SystemExit as ended:
        os._exit(ended.code if isinstance(ended.code, int) else 1)
    except BaseException:
        traceback.print_exc()
    os._exit(1)


if __name__ == "__main__":
    preload()
    plan = [Life(**life) for life in json.loads(Path(sys.argv[2]).read_text())]
    sys.exit(Lives(sys.argv[1]).run(plan))
