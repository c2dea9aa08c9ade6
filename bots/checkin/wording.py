"""How a routine is put into words. Pure."""

from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, get_timezone_location

from bots.checkin.routine import Routine
from bots.checkin.schedule import local, minute_of
from policies.checkin import QuietHours
from policies.texts import Phrase, phrase


def state(routine: Routine, zone: ZoneInfo, language: str, now: int) -> Phrase:
    """When somebody is asked, or why not. `language` is that of a pack."""
    if routine.minute is None:
        return phrase("checkin-state-none")
    if routine.state != "on" or routine.next_at is None:
        return phrase(f"checkin-state-{'paused' if routine.state == 'paused' else 'stopped'}")
    planned = moment(routine.next_at, zone, language)
    known = {"time": clock(routine.minute), "place": place(zone, language), "next": planned}
    if routine.paused_until > now:
        return phrase("checkin-state-paused-until", **known)
    return phrase("checkin-state-on", often=_often(routine), **known)


def quiet_hours(minute: int, quiet: QuietHours) -> Phrase:
    """Why that minute cannot be had, and which one can."""
    start, end = clock(quiet.from_hour * 60), clock(quiet.to_hour * 60)
    return phrase("checkin-quiet-hours", time=clock(minute), start=start, end=end, nearest=clock(quiet.nearest(minute)))


def clock(minute: int) -> str:
    """`8:30`, `20:15`."""
    return f"{minute // 60}:{minute % 60:02}"


def moment(at: int, zone: ZoneInfo, language: str) -> str:
    """`Wed, Nov 18, 8:30`."""
    shown = local(at, zone)
    return f"{format_skeleton('MMMEd', shown.date(), locale=Locale(language))}, {clock(minute_of(shown))}"


def place(zone: ZoneInfo, language: str) -> str:
    """The city after which a time zone is called."""
    return str(get_timezone_location(zone.key, locale=Locale(language), return_city=True))


def _often(routine: Routine) -> Phrase:
    days = "weekdays" if routine.pace == "daily" and routine.days == "weekdays" else routine.pace
    return phrase(f"checkin-often-{days}")
