"""How the check-in bot asks: what stands in `checkin.yaml`."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from policies.load import Policy

Pace = Literal["daily", "thrice", "weekly"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Asked = Literal["now", "daily", "weekdays", "pause", "stop", "back", "keep", "skip", "more", "less", "noon"]
Length = Literal["day", "week", "month"]
Count = Annotated[int, Field(ge=1)]
Hour = Annotated[int, Field(ge=0, le=23)]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOUR = 60
DAY = 24 * HOUR


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class QuietHours(_Part):
    """Local hours in which nobody is prompted, over midnight or within a day. Minutes count from local midnight."""

    from_hour: Hour
    to_hour: Hour
    margin_minutes: Annotated[int, Field(ge=2, le=59)]

    def cover(self, minute: int) -> bool:
        """Whether that minute of the day is quiet."""
        start, end = self.from_hour * HOUR, self.to_hour * HOUR
        return start <= minute < end if start <= end else not end <= minute < start

    def allow(self, minute: int) -> bool:
        """Whether that minute may be chosen: not quiet, and not so late that a prompt could slip into quiet hours."""
        return not self.cover(minute) and not self.cover((minute + self.margin_minutes - 1) % DAY)

    def nearest(self, minute: int) -> int:
        """The allowed minute that is nearest to `minute`, itself if it is allowed."""
        if self.allow(minute):
            return minute
        edges = (self.to_hour * HOUR, (self.from_hour * HOUR - self.margin_minutes) % DAY)
        return min(edges, key=lambda edge: min((edge - minute) % DAY, (minute - edge) % DAY))


class SlowerAfter(_Part):
    """Prompts in a row without an answer until the pace falls, and until prompting stops."""

    thrice: Count
    weekly: Count
    stop: Count

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.thrice < self.weekly < self.stop:
            raise ValueError("must rise: thrice < weekly < stop")
        return self


class Talk(_Part):
    """When a talk is offered: `value` on `times` days within `within_days`; not again before `again_days`."""

    value: Annotated[int, Field(ge=1, le=5)]
    times: Count
    within_days: Count
    again_days: Count


class TrendRange(_Part):
    """How many days a trend shows, and how many answers an average needs."""

    days: Count
    most_days: Count
    least_for_mean: Count


class CheckIn(Policy, file="checkin.yaml"):
    """The whole file: `turn.policy(CheckIn)`."""

    quiet: QuietHours
    useful_hours: Count
    belongs_hours: Count
    most_a_day: Count
    paces: dict[Pace, Annotated[tuple[Day, ...], Field(min_length=1)]]
    slower_after: SlowerAfter
    talk: Talk
    trend: TrendRange
    quiet_days: Count
    longest_pause_days: Count
    crisis_hours: Count
    hint_hours: Count
    consent_version: str
    words: dict[Asked, tuple[str, ...]]
    fillers: tuple[str, ...]
    lengths: dict[Length, tuple[str, ...]]
