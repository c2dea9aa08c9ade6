"""One crisis line: how it is reached, when it answers, and who last checked it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from policies import phone_numbers

Days = tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]
WEEK: Days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise ValueError(f"“{name}” is no time zone; write one like Europe/Berlin") from None
    return name


def _language(code: str) -> str:
    if code not in Locale("en").languages:
        raise ValueError(f"“{code}” is no language code; write one like en, es or fil")
    return code


def _clock(text: str) -> str:
    try:
        time.fromisoformat(text)
    except ValueError:
        raise ValueError(f'“{text}” is no time of day; write it in quotes, like "09:30"') from None
    return text


Clock = Annotated[str, AfterValidator(_clock)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Digits = Annotated[str, StringConstraints(pattern=r"^\+?[0-9]+$")]
Web = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Hours(_Record):
    """Opening hours in the line's own time zone; `to` before `from` means the next morning."""

    zone: Annotated[str, AfterValidator(_zone)]
    days: Days = WEEK
    from_: Clock = Field(alias="from")
    to: Clock

    def open_at(self, now: datetime) -> bool:
        """Whether the line answers at `now` (with a time zone)."""
        local = now.astimezone(ZoneInfo(self.zone))
        return any(self._open_on(local.date() - timedelta(days=back), local) for back in (0, 1))

    def _open_on(self, day: date, local: datetime) -> bool:
        start, end = time.fromisoformat(self.from_), time.fromisoformat(self.to)
        opens = datetime.combine(day, start, local.tzinfo)
        closes = datetime.combine(day if start < end else day + timedelta(days=1), end, local.tzinfo)
        return WEEK[day.weekday()] in self.days and opens <= local < closes


class Line(_Record):
    """A crisis line as its country's file has it. Numbers are written as people dial them there."""

    id: Words
    name: Words
    category: Literal["suicide_crisis", "mental_health", "general"]
    audience: Literal["everyone", "youth"] = "everyone"
    call: Digits | None = None
    text: Digits | None = None
    keyword: Words | None = None
    extension: Words | None = None
    chat: Web | None = None
    landline_only: bool = False
    languages: tuple[Annotated[str, AfterValidator(_language)], ...] = Field(min_length=1)
    hours: Literal["always"] | Hours
    url: Web | None = None
    number_note: Words | None = None
    note: Words | None = None
    source: Words
    verified_at: date
    verified_by: Words

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.call or self.text or self.chat):
            raise ValueError("nobody can reach it; write call, text or chat")
        if self.keyword and not self.text:
            raise ValueError("a keyword is sent by text; write text as well")
        return self

    def number_problems(self, country: str) -> list[tuple[str, str]]:
        """`(key, what is wrong and the cure)` of each number that the phonenumbers library does not vouch for."""
        checked = {key: (n, phone_numbers.status(n, country)) for key in ("call", "text") if (n := getattr(self, key))}
        return [
            (key, _cure(number, status, country))
            for key, (number, status) in checked.items()
            if status == "impossible" or (status == "possible" and not self.number_note)
        ]

    def age(self, today: date) -> int:
        """Days since the last check; negative if its date is in the future."""
        return (today - self.verified_at).days

    def always(self) -> bool:
        """Whether it answers day and night."""
        return self.hours == "always"

    def open_at(self, now: datetime) -> bool:
        """Whether it answers at `now`."""
        return self.hours == "always" or self.hours.open_at(now)


def _cure(number: str, status: phone_numbers.Status, country: str) -> str:
    if status == "impossible":
        return f"{number} cannot be dialled in {country}; write the number as people dial it there"
    return f"{number} is possible in {country} but not known to phonenumbers; say in number_note why it is right"
