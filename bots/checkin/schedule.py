"""When somebody is asked next. Pure: times are ms since the epoch, UTC; local times follow the zone's own rules.

A local time that a clock change leaves out is moved on by as much as the clock was; one that comes twice means the
first (RFC 5545, 3.3.5).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bots.clock import DAY, SECOND
from policies.checkin import DAYS, Day, QuietHours

LOOK_AHEAD = 30
"""Days; no pace leaves out more."""
LOOK_BACK = 14 * DAY
"""Every pace asks within it."""


@dataclass(frozen=True)
class Plan:
    """When a member wants to be asked. `minute`: local, after midnight. `asked_on`: the day that is done already."""

    minute: int
    days: frozenset[Day]
    zone: ZoneInfo
    quiet: QuietHours
    paused_until: int = 0
    asked_on: date | None = None


def next_prompt(plan: Plan, now: int) -> int | None:
    """The first moment after `now` at which to ask; None if the plan never asks."""
    after = max(now, plan.paused_until - 1)
    return next((at for at in _moments(plan, local(after, plan.zone).date()) if at > after), None)


def last_prompt(plan: Plan, since: int, now: int) -> int | None:
    """The last moment to ask from `since` to `now`, both included; None if there was none."""
    if now < since:
        return None
    first = local(max(since, now - LOOK_BACK), plan.zone).date()
    return max((at for at in _moments(plan, first) if since <= at <= now), default=None)


def still_useful(plan: Plan, due: int, now: int, within: int) -> bool:
    """Whether a prompt that was due at `due` may be sent at `now`: at most `within` ms late, and not in quiet hours."""
    return now - due <= within and not plan.quiet.cover(minute_of(local(now, plan.zone)))


def local(at: int, zone: ZoneInfo) -> datetime:
    """The local time at a moment."""
    return datetime.fromtimestamp(at / SECOND, UTC).astimezone(zone)


def instant(day: date, minute: int, zone: ZoneInfo) -> int:
    """The moment at which the clocks of a zone show that minute of that day."""
    shown = datetime.combine(day, time(*divmod(minute, 60)), zone)
    return int(shown.timestamp() * SECOND)


def minute_of(shown: datetime) -> int:
    """Minutes after midnight on the clock."""
    return shown.hour * 60 + shown.minute


def _moments(plan: Plan, first: date) -> Iterator[int]:
    """Every moment from `first` on; a day that the zone skipped has none."""
    minute = plan.quiet.nearest(plan.minute)
    for day in (first + timedelta(days=n) for n in range(LOOK_AHEAD)):
        at = instant(day, minute, plan.zone)
        shown = local(at, plan.zone)
        if shown.date() == day and _asks_on(plan, day) and not plan.quiet.cover(minute_of(shown)):
            yield at


def _asks_on(plan: Plan, day: date) -> bool:
    return DAYS[day.weekday()] in plan.days and day != plan.asked_on


def day_of_answer(asked: int, answered: int, zone: ZoneInfo, belongs: int) -> date:
    """The local day that an answer is about: the prompt's, up to `belongs` ms after it; later, the answer's own."""
    return local(asked if answered - asked <= belongs else answered, zone).date()
