"""When the daily round comes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bots.moderation.rounds import next_round


def ms(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp() * 1000)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (ms(2026, 11, 18, 5), ms(2026, 11, 18, 8)),
        (ms(2026, 11, 18, 8), ms(2026, 11, 19, 8)),
        (ms(2026, 11, 18, 23), ms(2026, 11, 19, 8)),
        (ms(2026, 10, 24, 12), ms(2026, 10, 25, 8)),
        (ms(2026, 3, 28, 12), ms(2026, 3, 29, 7)),
    ],
)
def test_the_round_comes_at_the_same_hour_of_the_clock(now: int, due: int) -> None:
    """Nine in the morning in Berlin, also on the days when the clocks change."""
    assert next_round(now, ZoneInfo("Europe/Berlin"), 9) == due
