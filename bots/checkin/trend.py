"""A member's values over some days, told in words and characters. Pure; it counts and claims no causes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import mean, median

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal

from bots.checkin import scale
from policies.texts import Phrase, phrase

FULL, EMPTY = "■", "□"


@dataclass(frozen=True)
class Trend:
    """The days that are shown, oldest first, the values (1–5) of some, and those on which the member was asked."""

    days: Sequence[date]
    values: Mapping[date, int]
    asked: Collection[date]

    @classmethod
    def until(cls, today: date, length: int, values: Mapping[date, int], asked: Collection[date]) -> "Trend":
        """The last `length` days, today included."""
        days = [today - timedelta(days=n) for n in reversed(range(length))]
        shown = {day: values[day] for day in days if day in values}
        return cls(days, shown, [day for day in days if day in asked and day not in values])

    @property
    def unasked(self) -> int:
        """How many days have no answer because nobody asked."""
        return len(self.days) - len(self.values) - len(self.asked)


def told(trend: Trend, language: str, least_for_mean: int) -> Phrase:
    """The trend as one message: a line for each answer and each gap, then the figures."""
    days = tuple(_lines(trend, language))
    return phrase("checkin-trend", count=len(trend.days), days=days, figures=_figures(trend, language, least_for_mean))


def low_days(values: Mapping[date, int], today: date, value: int, within: int) -> int:
    """On how many of the last `within` days, today included, the value was that one."""
    return sum(v == value and 0 <= (today - day).days < within for day, v in values.items())


def bar(value: int) -> str:
    """`■■■□□`, for a value that stands beside it in words."""
    return FULL * value + EMPTY * (len(scale.VALUES) - value)


def _lines(trend: Trend, language: str) -> Iterator[Phrase]:
    for kind, days in groupby(trend.days, key=lambda day: _kind(trend, day)):
        run = list(days)
        if kind == "answer":
            yield from (_answer(day, trend.values[day], language) for day in run)
        else:
            yield phrase(f"checkin-trend-{kind}", days=_run(run, language))


def _kind(trend: Trend, day: date) -> str:
    return "answer" if day in trend.values else "missing" if day in trend.asked else "unasked"


def _answer(day: date, value: int, language: str) -> Phrase:
    return phrase("checkin-trend-day", day=_day(day, language), bar=bar(value), value=scale.value(value), number=value)


def _run(days: Sequence[date], language: str) -> str:
    first, last = _day(days[0], language), _day(days[-1], language)
    return first if len(days) == 1 else f"{first} – {last}"


def _figures(trend: Trend, language: str, least_for_mean: int) -> tuple[Phrase, ...]:
    counts = phrase("checkin-trend-counts", answered=len(trend.values), missing=len(trend.asked), unasked=trend.unasked)
    if len(trend.values) < least_for_mean:
        return counts, phrase("checkin-trend-few", least=least_for_mean)
    values = list(trend.values.values())
    average, middle = _number(mean(values), language), _number(median(values), language)
    return counts, phrase("checkin-trend-middle", mean=average, median=middle)


def _day(day: date, language: str) -> str:
    return str(format_skeleton("MMMEd", day, locale=_locale(language)))


def _number(value: float, language: str) -> str:
    return str(format_decimal(value, format="0.#", locale=_locale(language)))


def _locale(language: str) -> Locale:
    return Locale.parse(language.replace("_", "-"), sep="-")
