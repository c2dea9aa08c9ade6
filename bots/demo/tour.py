"""`kith demo`: one night in a community, played by real clients against a real homeserver."""

import asyncio
import signal
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from rich.console import Console

from bots.demo import ending
from bots.demo.bots_process import BotsFailed
from bots.demo.homeserver import HomeserverFailed
from bots.demo.member import NotHeard
from bots.demo.scenes import SCENES
from bots.demo.stage import WIDEST, Stage
from bots.demo.steps import Missed
from bots.demo.world import World, raised

Scene = Callable[[World], Awaitable[None]]
INTERRUPTED = 130
"""The exit code of what Ctrl-C ended too early."""
TITLE = "Kith · one night in a community"
WORDS = (
    "Everything that follows happens now, on this machine: a real homeserver, four bots, and six people with devices "
    "of their own. Each line is what one of their clients shows; 🔒 marks end-to-end encryption. Only the hours of the "
    "night are played: on the left, minutes and seconds since the beginning; on the right, how long it really took."
)


async def tour(*, once: bool) -> int:
    """Tell the story and, unless `once`, keep the community running until Ctrl-C.

    Returns:
        The exit code: 0 only if every step of the story was seen.
    """
    _stop_on_sigterm()
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDEST
    stage = Stage(console, audience=console.is_terminal and not once)
    code = INTERRUPTED
    try:
        with tempfile.TemporaryDirectory(prefix="kith-demo-", ignore_cleanup_errors=True) as folder:
            stage.title(TITLE, WORDS)
            async with raised(stage, Path(folder)) as world:
                code = await tell(world, SCENES)
                if code == 0 and not once:
                    code = await _stay(world)
    except (HomeserverFailed, BotsFailed) as failed:
        console.print(str(failed), style="red", markup=False)
        return 1
    except asyncio.CancelledError:
        stage.tell("Stopped. Nothing is left of it.")
    return code


def _stop_on_sigterm() -> None:
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


async def tell(world: World, scenes: Sequence[Scene]) -> int:
    """All scenes and then the table, and 0; or the step that was missed, and 1."""
    try:
        for scene in scenes:
            await scene(world)
    except (Missed, NotHeard) as nothing:
        missed = nothing if isinstance(nothing, Missed) else Missed("somebody of the cast can act", str(nothing))
        world.stage.missed(missed, world.bots.log_tail())
        return 1
    ending.table(world.stage)
    return 0


async def _stay(world: World) -> int:
    """Until somebody presses Ctrl-C; should the bots' process end by itself, its exit code."""
    await ending.way_in(world)
    return await world.bots.ended()
