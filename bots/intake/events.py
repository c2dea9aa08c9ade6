"""The timers of intake."""

from dataclasses import dataclass

from bots.events import Event


@dataclass(frozen=True, kw_only=True)
class CardDue(Event):
    """A card has waited long enough for an answer; `state` is who was asked when the timer was set."""

    proposal: int
    state: str


@dataclass(frozen=True, kw_only=True)
class QueueDue(Event):
    """Time to look at the waiting list again."""
