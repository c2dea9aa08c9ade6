"""What all tests share: the judge and the texts, read once, and a house that stands on a clock moved by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.clock import Clock, HandClock
from bots.everyone import BOTS
from bots.house import House
from bots.store.seal import Seal
from models import Judge
from policies import crisis_lines
from policies.crisis_words import CrisisWords
from policies.texts import Texts

NOON = int(datetime(2026, 11, 18, 12, 0, tzinfo=UTC).timestamp() * 1000)
"""A Wednesday, at noon in London."""
SERVER = "kith.localhost"


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The packs; a missing text or argument fails the test."""
    return Texts.load(strict=True)


@pytest.fixture(scope="session")
def judge() -> Judge:
    """The shipped judge."""
    return Judge.load()


@pytest.fixture
def clock() -> HandClock:
    """Stands at noon until a test moves it."""
    return HandClock(NOON)


@pytest.fixture
def make_house(texts: Texts, judge: Judge, tmp_path: Path) -> Callable[..., House]:
    """Builds a house: `make_house(clock, users={...}, overlay=...)`."""

    def make(clock: Clock, *, users: dict[str, str] | None = None, overlay: Path | None = None) -> House:
        return House(
            organization="Harbour",
            language="en",
            country="GB",
            time_zone="Europe/London",
            users=users or {name: f"@kith-{name}:{SERVER}" for name in BOTS},
            clock=clock,
            seal=Seal.create(tmp_path / f"seal{len(list(tmp_path.iterdir()))}.key"),
            texts=texts,
            lines=crisis_lines.load(),
            judge=judge,
            commands={name: bot.commands for name, bot in BOTS.items()},
            crisis_words=CrisisWords.load().all(),
            overlay=overlay,
        )

    return make


@pytest.fixture
def house(make_house: Callable[..., House], clock: HandClock) -> House:
    """A house on the hand clock."""
    return make_house(clock)
