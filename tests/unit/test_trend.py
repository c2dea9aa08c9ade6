"""A trend in words: every day is accounted for, nothing is explained."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.checkin.trend import Trend, bar, low_days, told
from policies.texts import Texts

TEXTS = Texts.load(strict=True)
TODAY = date(2026, 11, 18)
CAUSES = ["because", "due to", "caused", "thanks to", "weil", "wegen", "porque", "debido"]


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def said(trend: Trend, language: str = "en") -> str:
    return TEXTS.say(language, told(trend, language, 3))


def test_a_trend_shows_days_in_words_with_a_bar_beside() -> None:
    """Each answer has its day, a bar, the value in words and as a number; gaps are named for what they are."""
    values = {back(4): 2, back(3): 3, back(0): 5}
    trend = Trend.until(TODAY, 7, values, [back(4), back(3), back(2), back(1), back(0)])
    assert said(trend).splitlines() == [
        "Your answers, last 7 days:",
        "",
        "Thu, Nov 12 – Fri, Nov 13: not asked",
        "Sat, Nov 14: ■■□□□ bad (2 of 5)",
        "Sun, Nov 15: ■■■□□ okay (3 of 5)",
        "Mon, Nov 16 – Tue, Nov 17: asked, no answer",
        "Wed, Nov 18: ■■■■■ very good (5 of 5)",
        "",
        "Days with an answer: 3. Asked, but no answer: 2. Not asked: 2.",
        "Average: 3.3 of 5. Middle value: 3 of 5.",
    ]


@pytest.mark.parametrize(
    ("language", "expected"), [("es", "mié, 18 nov: ■■■■□ bien (4 de 5)"), ("de", "Mi., 18. Nov.: ■■■■□ gut (4 von 5)")]
)
def test_a_trend_speaks_the_members_language(language: str, expected: str) -> None:
    """Days, values and decimals as they are written there."""
    text = said(Trend.until(TODAY, 7, {back(0): 4, back(1): 4, back(2): 5}, []), language)
    assert expected in text and "4,3" in text


def test_few_answers_get_no_average() -> None:
    """Two answers are shown, but not as a figure."""
    text = said(Trend.until(TODAY, 7, {back(0): 4, back(1): 5}, []))
    assert "Average" not in text and "fewer than 3" in text


@given(st.dictionaries(st.integers(0, 60), st.integers(1, 5)), st.sets(st.integers(0, 60)), st.integers(1, 60))
def test_every_day_is_counted_once(values: dict[int, int], asked: set[int], length: int) -> None:
    """Days with an answer, without one, and not asked make up the whole range, whatever is stored."""
    trend = Trend.until(TODAY, length, {back(n): v for n, v in values.items()}, {back(n) for n in asked})
    assert len(trend.values) + len(trend.asked) + trend.unasked == length
    assert trend.unasked >= 0


@pytest.mark.parametrize("language", TEXTS.languages)
def test_a_trend_claims_no_causes(language: str) -> None:
    """No word of the trend says why."""
    text = said(Trend.until(TODAY, 30, {back(n): 1 + n % 5 for n in range(0, 30, 2)}, [back(1)]), language).lower()
    assert [word for word in CAUSES if word in text] == []


def test_a_bar_is_as_long_as_the_scale() -> None:
    """Five signs, as many full ones as the value."""
    assert [bar(n) for n in (1, 3, 5)] == ["■□□□□", "■■■□□", "■■■■■"]


def test_hard_days_are_counted_within_their_days() -> None:
    """The seventh day back is too old, tomorrow does not count, other values do not either."""
    values = {back(0): 1, back(6): 1, back(7): 1, back(2): 2, back(-1): 1}
    assert low_days(values, TODAY, 1, 7) == 2
