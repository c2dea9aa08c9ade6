"""The event that comes back when a case has waited long enough."""

from dataclasses import dataclass

from bots.events import Event


@dataclass(frozen=True, kw_only=True)
class CaseDue(Event):
    """The timer `timer` of case `number` has come due."""

    number: int
    timer: str


def key(number: int, timer: str) -> str:
    """Under which the timer is kept, so that it can be stopped."""
    return f"case:{number}:{timer}"
