"""What people type: `!word rest`. A command is a function with a decorator; everything else about it stands here.

    @command("shift", roles=("specialist",), usage="!shift on | off")
    async def shift(turn: Turn, said: Message, words: str) -> None: ...

The help line of a command is the text `help-<name>`, or the one that `help` names; `confirm` names the text of what is
about to happen, to which the person must say yes first.
"""

import difflib
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from bots.events import Message

if TYPE_CHECKING:
    from bots.turn import Turn

Run = Callable[["Turn", Message, str], Awaitable[None]]
EVERYWHERE = ("dm", "group", "welcome", "pair", "case", "staff", "space")


@dataclass(frozen=True)
class Command:
    """A command: who may use it, in which kinds of room, how it is written. No roles: everybody.

    `help` is the id of its help line.
    """

    name: str
    run: Run
    roles: tuple[str, ...] = ()
    rooms: tuple[str, ...] = EVERYWHERE
    usage: str = ""
    confirm: str | None = None
    help: str = ""


def command(
    name: str,
    *,
    roles: Iterable[str] = (),
    rooms: Iterable[str] = EVERYWHERE,
    usage: str = "",
    confirm: str | None = None,
    help: str = "",
) -> Callable[[Run], Run]:
    """Make a function a command; `commands_of` finds it. `help` where two bots know one word for different things."""

    def mark(run: Run) -> Run:
        made = Command(name, run, tuple(roles), tuple(rooms), usage or f"!{name}", confirm, help or f"help-{name}")
        run.command = made  # type: ignore[attr-defined]
        return run

    return mark


def commands_of(*modules: ModuleType) -> dict[str, Command]:
    """All commands that the modules define, by name."""
    values = (v for module in modules for v in vars(module).values())
    return {v.command.name: v.command for v in values if isinstance(getattr(v, "command", None), Command)}


def parse(body: str) -> tuple[str, str] | None:
    """`("word", "rest")` of `!word rest`, or None if it is no command. A lone "!" is the command ""."""
    found = re.match(r"\s*!\s?(\w*)\s*(.*)\Z", body, re.DOTALL)
    return (found[1].casefold(), found[2].strip()) if found else None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The command that was probably meant, or None."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
