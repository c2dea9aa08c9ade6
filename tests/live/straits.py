"""`kith run` where there is little space: a limit on the size of files, and, where the machine allows it, a small disk.

A process that may not make a file longer gets EFBIG, as one over its quota gets EDQUOT; a full disk gives ENOSPC.
SQLite has names of its own for each.
"""

import asyncio
import resource
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from bots.demo.community import Community
from bots.demo.parent import die_with_parent

Process = asyncio.subprocess.Process
Shortage = Callable[[Community], Awaitable[Process]]
SPARE = 300_000
"""Bytes that may still be written: a start needs some, and a few messages need the rest."""
ISOLATED = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
SMALL_DISK = """
cp -a "$1/." "$2" && mount -t tmpfs -o size="$3" small "$1" && cp -a "$2/." "$1" || exit 99
shift 3
"$@"
"""


async def limited(community: Community) -> Process:
    """No file may grow by much."""
    largest = max(file.stat().st_size for file in _var(community).rglob("*") if file.is_file())
    die = die_with_parent()

    def before() -> None:
        if die:
            die()
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + SPARE, largest + SPARE))

    return await _run(community, [], before)


async def on_a_small_disk(community: Community) -> Process:
    """The bots' folder is on a file system of its own, with little space left; it is kept when the process ends."""
    var, kept = _var(community), community.folder / "kept"
    kept.mkdir()
    used = sum(file.stat().st_blocks * 512 for file in var.rglob("*"))
    script = f'{SMALL_DISK}code=$?; rm -r "{kept}"; cp -a "{var}" "{kept}"; exit $code'
    return await _run(community, [*isolated(), "sh", "-c", script, "sh", str(var), str(kept), str(used + SPARE)])


def give_space(community: Community) -> None:
    """After `on_a_small_disk`: what was on it moves to a disk with space."""
    kept = community.folder / "kept"
    if kept.exists():
        shutil.rmtree(_var(community))
        kept.rename(_var(community))


@cache
def isolated() -> tuple[str, ...]:
    """What gives a command a view of the disks of its own; empty where this machine does not allow it."""
    for way in (ISOLATED, (*ISOLATED, "--map-root-user")):
        try:
            tried = subprocess.run([*way, "mount", "-t", "tmpfs", "tried", "/mnt"], capture_output=True)
        except FileNotFoundError:
            return ()
        if tried.returncode == 0:
            return way
    return ()


def ways() -> dict[str, Shortage]:
    """The shortages that this machine can show."""
    everywhere: dict[str, Shortage] = {"quota": limited}
    return everywhere | ({"disk": on_a_small_disk} if isolated() else {})


def said(community: Community) -> str:
    """The log of all runs."""
    return (community.folder / "kith.log").read_text()


def _var(community: Community) -> Path:
    return Path(community.settings.state_dir)


async def _run(community: Community, way: list[str], before: Callable[[], None] | None = None) -> Process:
    log = await asyncio.to_thread((community.folder / "kith.log").open, "ab")
    return await asyncio.create_subprocess_exec(
        *(*way, sys.executable, "-m", "bots", "--config", str(community.config), "run"),
        stdout=log,
        stderr=log,
        preexec_fn=before or die_with_parent(),
    )
