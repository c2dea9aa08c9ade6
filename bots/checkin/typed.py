"""What somebody typed after a command: a clock time, a length of time, a word of ours. Pure and forgiving."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bots.ui import fold
from policies import naming
from policies.checkin import Asked, CheckIn, Length

CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*|\s+)?(?P<minute>\d{2})?\s*(?:h|(?P<half>[ap])\.?\s?m?\.?)?")
SPAN = re.compile(r"(?P<count>\d{1,4})?\s*(?P<unit>[a-z]+)")
DAYS_IN: Mapping[Length, int] = {"day": 1, "week": 7, "month": 30}
NOON = 12 * 60


@dataclass(frozen=True)
class Typed:
    """What was understood: a minute of the day, what is asked for; `rest` is what made no sense."""

    minute: int | None = None
    asked: tuple[Asked, ...] = ()
    rest: str = ""


def understand(words: str, policy: CheckIn) -> Typed:
    """Read `at 8:30 weekdays`, `8pm`, `um 20.15 Uhr`, `pausa`."""
    rest, asked = _take(fold(words), policy.words)
    rest = _without(rest, policy.fillers)
    minute = NOON if "noon" in asked else clock_time(rest)
    if rest and minute is None:
        near = naming.find(rest, {fold(w): frozenset({key}) for key, said in policy.words.items() for w in said})
        asked, rest = (*asked, *[key for key in policy.words if key in near[:1]]), "" if near else rest
    return Typed(minute, asked, "" if minute is not None else rest)


def clock_time(words: str) -> int | None:
    """`8:30`, `8.30`, `8h30`, `830`, `20`, `8 pm` as minutes after midnight; None if it is no time."""
    found = CLOCK.fullmatch(words.strip())
    if not found:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def days_long(words: str, policy: CheckIn) -> int | None:
    """`3d`, `2 weeks`, `una semana`, `month` or a bare number as days; None if it is no length of time."""
    typed = _without(fold(words), policy.fillers)
    if typed.isdecimal():
        return int(typed) or None
    found = SPAN.fullmatch(_without(typed, ("a", "an", "one", "un", "una", "ein", "eine", "einen")))
    unit = next((u for u, said in policy.lengths.items() if found and found["unit"] in map(fold, said)), None)
    return int(found["count"] or 1) * DAYS_IN[unit] or None if found and unit else None


def wish(words: str, policy: CheckIn) -> Asked | None:
    """What a whole message asks for in one of our words ("stop", "überspringen"); None for anything else."""
    return next((key for key, said in policy.words.items() if fold(words) in map(fold, said)), None)


def _take(typed: str, known: Mapping[Asked, Iterable[str]]) -> tuple[str, tuple[Asked, ...]]:
    """The words that we know, taken out; the longest first, so that "every day" is not "day"."""
    asked: list[Asked] = []
    for said, key in sorted(((fold(w), k) for k, ws in known.items() for w in ws), key=lambda pair: -len(pair[0])):
        typed, times = re.subn(rf"(?<!\w){re.escape(said)}(?!\w)", " ", typed)
        if times and key not in asked:
            asked.append(key)
    return " ".join(typed.split()), tuple(asked)


def _without(typed: str, fillers: Iterable[str]) -> str:
    for filler in sorted(map(fold, fillers), key=len, reverse=True):
        typed = re.sub(rf"(?<!\w){re.escape(filler)}(?!\w)", " ", typed)
    return " ".join(typed.replace(",", " ").split())
