"""The country that a member typed as a word, its name, and its time zones.

Names are those of the CLDR (babel library) in the shipped languages; codes and zones those of the tz database (tzdata).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from policies import naming
from policies.load import Policy

LANGUAGES = ("en", "es", "de")


class CountryWords(Policy, file="country_words.yaml"):
    """Other names of countries, words that say nothing about which it is, and the zone where most people live."""

    also: dict[str, tuple[str, ...]]
    fillers: tuple[str, ...]
    not_codes: tuple[str, ...]
    main_zone: dict[str, str]


@cache
def codes() -> frozenset[str]:
    """The ISO 3166 codes of all countries."""
    return frozenset(row[0] for row in _table("iso3166.tab"))


def find(typed: str) -> tuple[str, ...]:
    """What "Netherlands", "Alemania", "die Schweiz" or "NL" means: no code, one, or several that are as likely."""
    word, rules = typed.strip(), _words()
    if word.upper() in codes() and (word.isupper() or word not in rules.not_codes):
        return (word.upper(),)
    folded = naming.without(naming.fold(word), rules.fillers)
    return naming.find(folded, _names()) if folded else ()


def name(country: str, language: str) -> str:
    """The country's name in a language; its code where the language has no name for it."""
    return str(Locale.parse(language, sep="-").territories.get(country, country))


@cache
def zones(country: str) -> tuple[str, ...]:
    """All time zones of a country, the one where most people live first; empty for an unknown country."""
    found = [row[2] for row in _table("zone.tab") if row[0] == country]
    return tuple(sorted(found, key=lambda zone: zone != _words().main_zone.get(country)))


def likely_zone(country: str) -> str | None:
    """The time zone in which most people of a country live; None for an unknown country."""
    return next(iter(zones(country)), None)


@cache
def distinct_zones(country: str, year: int) -> tuple[str, ...]:
    """One zone for each clock that the country's people live by in that year: what to ask where there are several."""
    first_of: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones(country):
        first_of.setdefault(_clock(zone, year), zone)
    return tuple(first_of.values())


def _clock(zone: str, year: int) -> tuple[timedelta | None, ...]:
    return tuple(datetime(year, month, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset() for month in range(1, 13))


@cache
def _words() -> CountryWords:
    return CountryWords.load()


@cache
def _names() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for country, said in _all_names():
        found[naming.without(naming.fold(said), _words().fillers)].add(country)
    return {said: frozenset(countries) for said, countries in found.items()}


def _all_names() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield from ((code, said) for code, said in Locale(language).territories.items() if code in codes())
    yield from ((new[0], old) for old, new in get_global("territory_aliases").items() if _is_alpha_3(old, new))
    yield from ((code, said) for code, also in _words().also.items() for said in also)


def _is_alpha_3(old: str, new: list[str]) -> bool:
    """The CLDR lists the three-letter codes (USA, DEU) as aliases of the two-letter ones."""
    return len(old) == 3 and old.isalpha() and len(new) == 1 and new[0] in codes()


def _table(file: str) -> Iterator[list[str]]:
    rows = files("tzdata.zoneinfo").joinpath(file).read_text("utf-8").splitlines()
    return (row.split("\t") for row in rows if row and not row.startswith("#"))
