"""What the audience sees: scenes, who wrote what in which room and when, and how long each answer took."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bots.demo.steps import Missed, Step

WIDEST = 104
READING_S_PER_LETTER, SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.012, 0.4, 3.5
INDENT = (0, 0, 0, 8)
SPEAKS, ACTS, SEEN = Text("│", "dim"), Text("·", "dim"), Text("✓", "green")


@dataclass
class Stage:
    """The terminal. In front of an audience it leaves time to read; nothing is measured meanwhile.

    `names`: user id → name and colour. `places`: room id → what the audience calls the room.
    """

    console: Console
    audience: bool = False
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    scene: str = ""
    _began: float = field(default_factory=time.monotonic)
    _acted: float = field(default_factory=time.monotonic)
    _room: str = ""
    _unread: int = 0

    @property
    def width(self) -> int:
        """Of everything that is shown, in characters."""
        return min(self.console.width, WIDEST)

    def room_called(self, title: str) -> str:
        """The id of a room that the audience knows."""
        return next(room for room, known in self.places.items() if known == title)

    # ── the narrator ─────────────────────────────────────────────────────────────────────────────────────────────────

    def title(self, title: str, words: str) -> None:
        """The first thing on the screen."""
        self.console.print()
        self.console.print(Panel(Text(words), title=f"[bold]{title}[/]", width=self.width, padding=(1, 2)))

    def begin(self, scene: str, told: str = "") -> None:
        """A scene, and what to look out for in it."""
        self.scene = scene
        self._room = ""
        self.console.print()
        self.console.print(Rule(f"[bold]{scene}[/]", align="left", style="dim"), width=self.width)
        if told:
            self.tell(told)

    def tell(self, words: str) -> None:
        """What cannot be seen."""
        self.console.print(Padding(Text(words, "italic"), INDENT), width=self.width)
        self._room = ""
        self._unread += len(words)

    @contextmanager
    def preparing(self, what: str) -> Iterator[None]:
        """Something behind the scenes is made ready."""
        began = time.monotonic()
        with self.console.status(what):
            yield
        self.did(what, time.monotonic() - began)

    def missed(self, missed: Missed, log: str) -> None:
        """A step did not come: which one, what was seen instead, and the end of the bots' log."""
        told = Text.assemble(("Not seen: ", "bold red"), missed.step, "\n\nInstead: ", missed.instead, "\n\n", log)
        self.console.print(Panel(told, title=f"[red]{self.scene}[/]", width=self.width))

    # ── what happens ─────────────────────────────────────────────────────────────────────────────────────────────────

    async def before_acting(self) -> None:
        """Give the audience time to read; from now on the answer is timed."""
        if self.audience:
            await asyncio.sleep(min(SHORTEST_PAUSE_S + READING_S_PER_LETTER * self._unread, LONGEST_PAUSE_S))
        self._unread = 0
        self._acted = time.monotonic()

    def since_acting(self) -> float:
        """Seconds since somebody last did something."""
        return time.monotonic() - self._acted

    def line(self, user_id: str, words: str, *, room: str, encrypted: bool, seconds: float | None = None) -> None:
        """Somebody says something in a room."""
        self._go_to(room, encrypted)
        self._row(SPEAKS, Text(words), seconds, user_id)

    def deed(
        self, user_id: str, what: str, *, room: str = "", encrypted: bool = True, seconds: float | None = None
    ) -> None:
        """Somebody does something without words."""
        if room:
            self._go_to(room, encrypted)
        self._row(ACTS, Text(what, "italic dim"), seconds, user_id)

    def did(self, what: str, seconds: float) -> None:
        """Something behind the scenes is done; it counts as a step."""
        self._row(SEEN, Text(what), seconds)
        self.steps.append(Step(self.scene, what, seconds))

    def seen(self, what: str, seconds: float, *, answer: bool = True) -> None:
        """A step of the story that a client has shown."""
        self.steps.append(Step(self.scene, what, seconds, answer))

    def check(self, step: str, true: bool, instead: str) -> None:
        """A step that is a fact about what was seen. Raises Missed."""
        if not true:
            raise Missed(step, instead)
        self._row(SEEN, Text(step, "green"))

    def _go_to(self, room: str, encrypted: bool) -> None:
        if room != self._room:
            self._room = room
            where = Text.assemble("🔒 " if encrypted else "🔓 ", (self.places.get(room, room), "underline"))
            self.console.print()
            self.console.print(Padding(where, INDENT), width=self.width)

    def _row(self, mark: Text, words: Text, seconds: float | None = None, user_id: str = "") -> None:
        row = Table.grid(padding=(0, 1), expand=True)
        row.add_column(width=6, justify="right", style="dim")
        row.add_column(width=12, justify="right", no_wrap=True)
        row.add_column(width=1)
        row.add_column(ratio=1)
        row.add_column(width=7, justify="right", style="dim")
        name, style = self.names.get(user_id, (user_id, ""))
        row.add_row(self._clock(), Text(name, style), mark, words, "" if seconds is None else f"{seconds:.2f} s")
        self.console.print(row, width=self.width)
        self._unread += len(words)

    def _clock(self) -> str:
        minutes, seconds = divmod(int(time.monotonic() - self._began), 60)
        return f"{minutes}:{seconds:02}"
