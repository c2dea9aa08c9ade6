"""`kith demo`: the whole story is seen, a step that is not seen is named, and nothing is left behind."""

import asyncio
import io
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.console import Console

from bots.demo import tour
from bots.demo.bots_process import BotsProcess, free_port
from bots.demo.community import Community
from bots.demo.homeserver import Homeserver
from bots.demo.member import Member
from bots.demo.player import Player
from bots.demo.stage import Stage
from bots.demo.world import World

HEADINGS = (
    "Behind the curtain",
    "Tuesday evening: Anna arrives",
    "A little later: Ben, who has been there",
    "Before bed: how was your day?",
    "Around midnight: the room Night shift",
    "02:00: Anna cannot sleep",
    "Wednesday morning: and if the machine dies?",
)


@asynccontextmanager
async def demo(folder: Path, *options: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The demonstration as a process of its own, whose temporary files lie in `folder`."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bots", "demo", *options),
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    yield process
    if process.returncode is None:
        process.terminate()
        await process.wait()


def nothing_is_left(folder: Path) -> bool:
    """Whether the folder for temporary files is empty."""
    return not list(folder.iterdir())


async def test_the_whole_story_is_seen(tmp_path: Path) -> None:
    """`kith demo --once` shows every scene and the table, exits with 0 and leaves no file behind."""
    async with demo(tmp_path, "--once") as process:
        shown = (await process.communicate())[0].decode()
    assert process.returncode == 0, shown
    table = shown[shown.index("What happened") :]
    for heading in HEADINGS:
        assert f"{heading} ──" in shown and heading in table
    assert nothing_is_left(tmp_path)


async def test_it_can_be_stopped_at_any_time(tmp_path: Path) -> None:
    """Ctrl-C in the middle ends everything it started, with a code that says that the story was not seen."""
    async with demo(tmp_path, "--once") as process:
        assert process.stdout is not None
        while b"kith init" not in (line := await process.stdout.readline()):
            assert line, "it ended by itself"
        process.send_signal(signal.SIGINT)
        await process.communicate()
    assert process.returncode == tour.INTERRUPTED
    assert nothing_is_left(tmp_path)


@pytest.fixture
async def lonely(tmp_path: Path) -> AsyncIterator[World]:
    """Anna in the welcome room of a community whose bots do not run."""
    async with await Homeserver.start(tmp_path / "homeserver") as homeserver:
        community = await Community.found(homeserver, tmp_path / "kith", {"alex": ["specialist"]})
        async with await Member.arrive(await community.join("anna"), tmp_path / "anna") as anna:
            await anna.join(community.places["welcome"])
            stage = Stage(Console(file=io.StringIO(), width=100))
            yield World(stage, community, BotsProcess(community, free_port()), {"anna": Player(anna, stage)})


async def test_a_step_that_is_not_seen_is_named(lonely: World) -> None:
    """The story stops there, with the step that was missed, what was seen instead, and 1 as the code."""
    after: list[str] = []

    async def nobody_answers(world: World) -> None:
        await world.cast["anna"].says(world.place("welcome"), "is anybody there?")
        await world.cast["anna"].hears("yes", step="an answer from nobody", within=0.5)

    async def later(world: World) -> None:
        after.append("told")

    assert await tour.tell(lonely, (nobody_answers, later)) == 1
    shown = lonely.stage.console.file.getvalue()  # type: ignore[attr-defined]
    assert "Not seen: an answer from nobody" in shown
    assert "Instead: @anna:kith.localhost: is anybody there?" in shown
    assert "What happened" not in shown and not after
