"""What time it is: milliseconds since the epoch, UTC, asked for in one place so that tests can turn the hands."""

import time
from dataclasses import dataclass
from typing import Protocol

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Clock(Protocol):
    """Anything that tells the time."""

    def now(self) -> int:
        """Milliseconds since the epoch."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> int:
        """Milliseconds since the epoch."""
        return time.time_ns() // 1_000_000


@dataclass
class HandClock:
    """A clock that moves only when somebody moves it."""

    at: int = 0

    def now(self) -> int:
        """Where the hands stand."""
        return self.at

    def forward(self, milliseconds: int) -> None:
        """Move the hands on."""
        self.at += milliseconds
