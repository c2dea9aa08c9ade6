"""What a bot is: a name and four tables. Knowing one bot's folder is knowing all."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bots.commands import Command, parse
from bots.events import Chosen, Event, Joined, Malformed, Message, Reaction, Redaction, RoomEvent
from bots.store.inbox import GROUP, URGENT
from bots.turn import Turn

Handler = Callable[[Turn, Any], Awaitable[None]]
ChoiceHandler = Callable[[Turn, Chosen], Awaitable[None]]
Said = Message | Malformed
BatchHandler = Callable[[Turn, Sequence[Said]], Awaitable[None]]
CROWDED = ("group", "welcome", "space")


@dataclass(frozen=True)
class Bot:
    """`handlers`: which event goes to which function. `choices`: which answer. `batch`: group messages, many at once.

    `start` runs once at each start, in a turn of its own; what it raises as `CannotStart` stops the suite.
    """

    name: str
    handlers: Mapping[type[Event], Handler] = field(default_factory=dict)
    choices: Mapping[str, ChoiceHandler] = field(default_factory=dict)
    commands: Mapping[str, Command] = field(default_factory=dict)
    batch: BatchHandler | None = None
    start: Callable[[Turn], Awaitable[None]] | None = None

    def lane(self, event: RoomEvent, room_kind: str, crisis_words: frozenset[str]) -> int | None:
        """In which lane the event enters this bot's inbox; None if nothing here has a use for it."""
        if isinstance(event, Message | Malformed):
            return self._lane_of_words(event, room_kind, crisis_words)
        if (
            isinstance(event, Reaction | Joined | Redaction)
            and room_kind in CROWDED
            and type(event) not in self.handlers
        ):
            return None
        return URGENT

    def _lane_of_words(self, said: Said, room_kind: str, crisis_words: frozenset[str]) -> int | None:
        if room_kind not in CROWDED:
            return URGENT
        if parse(said.body) or plain(said.body) in crisis_words:
            return URGENT
        return GROUP if self.batch else None


class CannotStart(Exception):
    """The bot must not run as things are; the sentence says why and what to do. Nothing was lost."""


def plain(body: str) -> str:
    """Words as they are compared with the crisis words: lower case, single spaces, no punctuation around."""
    return " ".join(body.casefold().split()).strip(" .!?,;:¡¿")
