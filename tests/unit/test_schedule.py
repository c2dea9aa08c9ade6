"""When somebody is asked: exact at local time in every zone, also across clock changes; pace and typed times."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.checkin import pace, typed
from bots.checkin.schedule import Plan, day_of_answer, last_prompt, local, minute_of, next_prompt, still_useful
from bots.clock import DAY, HOUR, MINUTE
from policies.checkin import DAYS, CheckIn, QuietHours

POLICY = CheckIn.load()
QUIET = POLICY.quiet
NEVER_QUIET = QuietHours(from_hour=0, to_hour=0, margin_minutes=5)
ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("posix", "right")))
EVERY_DAY = frozenset(DAYS)

zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.datetimes(datetime(2015, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)).map(
    lambda shown: int(shown.timestamp() * 1000)
)
minutes = st.integers(0, 24 * 60 - 1)
day_sets = st.frozensets(st.sampled_from(DAYS), min_size=1)


def plan(minute: int, zone: ZoneInfo, days: frozenset[str] = EVERY_DAY, quiet: QuietHours = QUIET) -> Plan:
    return Plan(minute, days, zone, quiet)  # type: ignore[arg-type]


def shown(at: int | None, zone: str) -> str:
    assert at is not None
    return local(at, ZoneInfo(zone)).isoformat(timespec="minutes")


def utc(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@given(zones, moments, minutes, day_sets)
def test_the_next_prompt_is_on_time_on_a_wanted_day_and_never_quiet(
    zone: ZoneInfo, now: int, minute: int, days: frozenset[str]
) -> None:
    """In any zone at any time: later than now, at the chosen minute, on a chosen day, outside quiet hours."""
    at = next_prompt(plan(minute, zone, days), now)
    assert at is not None and at > now
    clock = local(at, zone)
    assert DAYS[clock.weekday()] in days
    assert not QUIET.cover(minute_of(clock))
    left_out_by_the_clocks = clock.utcoffset() != local(at - DAY, zone).utcoffset()
    assert minute_of(clock) == QUIET.nearest(minute) or left_out_by_the_clocks


@given(zones, moments, minutes)
def test_every_day_has_exactly_one_prompt(zone: ZoneInfo, now: int, minute: int) -> None:
    """Forty prompts in a row stand on forty days in a row; only a day that a zone skipped is left out."""
    asked: list[int] = [now]
    for _ in range(40):
        at = next_prompt(plan(minute, zone), asked[-1])
        assert at is not None
        asked.append(at)
    days = [local(at, zone).date() for at in asked[1:]]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


@given(zones, moments, minutes, st.integers(0, 40 * DAY))
def test_a_pause_holds(zone: ZoneInfo, now: int, minute: int, length: int) -> None:
    """Nobody is asked before the pause is over, and then within a day and a clock change."""
    at = next_prompt(replace(plan(minute, zone), paused_until=now + length), now)
    assert at is not None
    assert now + length <= at <= now + length + DAY + 2 * HOUR


@given(zones, moments, minutes, st.integers(0, 3 * DAY))
def test_a_missed_prompt_is_sent_only_while_useful(zone: ZoneInfo, due: int, minute: int, late: int) -> None:
    """Too late or in quiet hours it is left out."""
    if still_useful(plan(minute, zone), due, due + late, 4 * HOUR):
        assert late <= 4 * HOUR
        assert not QUIET.cover(minute_of(local(due + late, zone)))


@given(zones, moments, minutes, day_sets, st.integers(0, 10 * DAY))
def test_of_all_missed_prompts_the_last_one_counts(
    zone: ZoneInfo, due: int, minute: int, days: frozenset[str], length: int
) -> None:
    """It is the one that stepping through all of them ends with."""
    wanted, now = plan(minute, zone, days), due + length
    stepped = at = next_prompt(wanted, due - 1)
    while at is not None and at <= now:
        stepped, at = at, next_prompt(wanted, at)
    assert last_prompt(wanted, due, now) == (stepped if stepped and stepped <= now else None)


@given(minutes)
def test_the_nearest_time_is_allowed(minute: int) -> None:
    """What is offered instead of a quiet minute can be chosen, and an allowed minute is offered as it is."""
    assert QUIET.allow(QUIET.nearest(minute))
    assert QUIET.nearest(minute) == minute or not QUIET.allow(minute)


@pytest.mark.parametrize(
    ("zone", "before", "expected"),
    [
        ("Europe/London", "2027-03-27T12:00", "2027-03-28T08:30+01:00"),
        ("Europe/London", "2027-10-30T12:00", "2027-10-31T08:30+00:00"),
        ("America/New_York", "2027-03-13T18:00", "2027-03-14T08:30-04:00"),
        ("America/New_York", "2027-11-06T18:00", "2027-11-07T08:30-05:00"),
        ("Australia/Lord_Howe", "2027-04-03T01:00", "2027-04-04T08:30+10:30"),
        ("Australia/Lord_Howe", "2027-10-02T01:00", "2027-10-03T08:30+11:00"),
    ],
)
def test_clock_changes_do_not_move_the_local_time(zone: str, before: str, expected: str) -> None:
    """On the day of a change, forward and back, the clock on the wall says 8:30."""
    assert shown(next_prompt(plan(510, ZoneInfo(zone)), utc(before)), zone) == expected


def test_a_time_that_the_clocks_leave_out_moves_on_with_them() -> None:
    """2:30 does not exist on 28 March 2027 in Berlin: the prompt comes at 3:30 summer time, and the next at 2:30."""
    berlin = ZoneInfo("Europe/Berlin")
    wanted = plan(150, berlin, quiet=NEVER_QUIET)
    first = next_prompt(wanted, utc("2027-03-27T12:00"))
    assert shown(first, "Europe/Berlin") == "2027-03-28T03:30+02:00"
    assert first is not None
    assert shown(next_prompt(wanted, first), "Europe/Berlin") == "2027-03-29T02:30+02:00"


def test_a_time_that_comes_twice_counts_once() -> None:
    """2:30 comes twice on 31 October 2027 in Berlin: the first one asks, the second does not."""
    berlin = ZoneInfo("Europe/Berlin")
    wanted = plan(150, berlin, quiet=NEVER_QUIET)
    first = next_prompt(wanted, utc("2027-10-30T12:00"))
    assert shown(first, "Europe/Berlin") == "2027-10-31T02:30+02:00"
    assert first is not None
    assert shown(next_prompt(wanted, first), "Europe/Berlin") == "2027-11-01T02:30+01:00"


def test_a_day_that_a_zone_skipped_has_no_prompt() -> None:
    """Samoa had no 30 December 2011: who is asked on Fridays is not asked on the Saturday instead."""
    apia = ZoneInfo("Pacific/Apia")
    fridays = plan(510, apia, frozenset({"fri"}))
    assert shown(next_prompt(fridays, utc("2011-12-29T00:00")), "Pacific/Apia").startswith("2012-01-06T08:30")


def test_a_day_that_is_done_is_left_out() -> None:
    """Who was asked today and then chooses a later time is asked tomorrow."""
    london = ZoneInfo("Europe/London")
    done = replace(plan(20 * 60, london), asked_on=date(2026, 11, 18))
    assert shown(next_prompt(done, utc("2026-11-18T12:00")), "Europe/London") == "2026-11-19T20:00+00:00"


def test_a_late_answer_belongs_to_the_day_that_was_asked_about() -> None:
    """Just after midnight it is about the prompt's day; a week later it is about the day it was given."""
    london, asked = ZoneInfo("Europe/London"), utc("2026-11-18T20:15")
    assert day_of_answer(asked, asked + 4 * HOUR, london, 16 * HOUR) == date(2026, 11, 18)
    assert day_of_answer(asked, asked + 7 * DAY, london, 16 * HOUR) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("unanswered", "expected"),
    [(0, "daily"), (6, "daily"), (7, "thrice"), (13, "thrice"), (14, "weekly"), (27, "weekly"), (28, None)],
)
def test_the_pace_follows_the_answers(unanswered: int, expected: str | None) -> None:
    """7, 14 and 28 prompts without an answer make it three a week, weekly, and an end."""
    assert pace.slowed("daily", unanswered, POLICY) == expected


def test_a_slower_choice_is_never_made_faster() -> None:
    """Who chose weekly stays weekly until the end."""
    assert [pace.slowed("weekly", n, POLICY) for n in (0, 7, 14, 28)] == ["weekly", "weekly", "weekly", None]


def test_paces_ask_on_their_days() -> None:
    """Three a week is three days, weekly one, and weekdays leave the weekend out."""
    assert len(pace.days_of("thrice", "daily", POLICY)) == 3
    assert len(pace.days_of("weekly", "daily", POLICY)) == 1
    assert pace.days_of("daily", "weekdays", POLICY) == frozenset(DAYS[:5])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("8:30", 510),
        ("8.30", 510),
        ("08:30", 510),
        ("830", 510),
        ("8h30", 510),
        ("8 30", 510),
        ("8:30 am", 510),
        ("20:15", 1215),
        ("2015", 1215),
        ("8pm", 1200),
        ("8 p.m.", 1200),
        ("8:15PM", 1215),
        ("12am", 0),
        ("12 pm", 720),
        ("at 8:30", 510),
        ("um 20.15 Uhr", 1215),
        ("20 h", 1200),
        ("a las 8:30", 510),
        ("a las 20h", 1200),
        ("noon", 720),
        ("mediodía", 720),
        ("at 8:30, please", 510),
    ],
)
def test_clock_times_are_read_as_people_write_them(words: str, expected: int) -> None:
    """Dots, colons, halves of the day and small words around a time, in three languages."""
    read = typed.understand(words, POLICY)
    assert (read.minute, read.rest) == (expected, "")


@pytest.mark.parametrize("words", ["25:00", "8:75", "13pm", "0 am", "1234567", "8:3", "soon", "tomorrow evening", "8m"])
def test_what_is_no_time_is_not_guessed(words: str) -> None:
    """Anything else is left as it is, so that help can follow."""
    read = typed.understand(words, POLICY)
    assert read.minute is None and read.asked == () and read.rest


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("weekdays", "weekdays"),
        ("Werktags", "weekdays"),
        ("entre semana", "weekdays"),
        ("every day", "daily"),
        ("täglich", "daily"),
        ("todos los días", "daily"),
        ("now!", "now"),
        ("jetzt", "now"),
        ("ahora", "now"),
        ("weekdyas", "weekdays"),
        ("STOP", "stop"),
        ("aufhören", "stop"),
        ("parar", "stop"),
        ("Pausa", "pause"),
        ("zurück", "back"),
    ],
)
def test_wishes_are_understood_in_three_languages(words: str, asked: str) -> None:
    """Also with accents left out or a typing error."""
    assert typed.understand(words, POLICY) == typed.Typed(None, (asked,), "")  # type: ignore[arg-type]


def test_a_time_and_days_may_come_together() -> None:
    """`at 8:30 weekdays` is one wish with two parts."""
    assert typed.understand("at 8:30 weekdays", POLICY) == typed.Typed(510, ("weekdays",), "")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("3d", 3),
        ("3 days", 3),
        ("2w", 14),
        ("zwei", None),
        ("2 Wochen", 14),
        ("una semana", 7),
        ("week", 7),
        ("10", 10),
        ("30d", 30),
        ("1 mes", 30),
        ("0d", None),
        ("soon", None),
        ("für 3 Tage", 3),
    ],
)
def test_lengths_of_time_are_read(words: str, days: int | None) -> None:
    """Days, weeks and months in three languages; what is no length is not guessed."""
    assert typed.days_long(words, POLICY) == days


def test_minutes_are_exact() -> None:
    """A prompt is due at the second, so that the ± 2 minutes are left for the journey."""
    at = next_prompt(plan(510, ZoneInfo("Asia/Kathmandu")), utc("2026-11-18T00:00"))
    assert at is not None and at % MINUTE == 0
