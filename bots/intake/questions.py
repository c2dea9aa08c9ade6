"""The questions of the welcome and of the profile, one builder a step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location

from bots.clock import SECOND
from bots.turn import Member, Turn
from bots.ui import NUMBERS, Choice, Option, no, yes
from policies import countries, languages
from policies.consent import Consent
from policies.crisis_lines import base
from policies.texts import Phrase, phrase

PREFIX = "welcome-"
SKIP = Option("skip", phrase("choice-skip"), "⏭️")
LATER = Option("later", phrase("choice-later"), "⏸️")
ROLES = ("seeking", "offering", "both", "resting")


def ask_language(turn: Turn, person: Member) -> Choice:
    """The first words: a machine speaks, and this place is the organization's."""
    hello = phrase("hello-software", bot=phrase(f"bot-{turn.bot}"))
    again = ask_language_again(turn, person)
    question = phrase("welcome-hello", hello=hello, organization=turn.house.organization, question=again.question)
    return replace(again, question=question)


def ask_language_again(turn: Turn, person: Member) -> Choice:
    """In all languages at once, because nobody knows yet which one is right."""
    texts = turn.house.texts
    asked = "\n".join(texts.say(code, phrase("welcome-language")) for code in texts.languages)
    return Choice(f"{PREFIX}language", word(asked), language_options(turn), words=True)


def language_options(turn: Turn) -> tuple[Option, ...]:
    """Each language by its own name."""
    return tuple(Option(code, word(languages.name(code, code))) for code in turn.house.texts.languages)


def ask_about(turn: Turn, person: Member) -> Choice:
    """What bots see, and what is reported to whom, before anything is told."""
    go_on = Option("ok", phrase("welcome-go-on"), "✅", phrase("welcome-go-on-words"))
    return Choice(f"{PREFIX}about", phrase("welcome-about"), (go_on,))


def ask_values(turn: Turn, person: Member) -> Choice:
    """The community's values."""
    agree = Option("yes", phrase("welcome-agree"), "✅", phrase("welcome-agree-words"))
    return Choice(f"{PREFIX}values", phrase("welcome-values"), (agree, LATER))


def ask_country(turn: Turn, person: Member) -> Choice:
    """Where the member lives."""
    return country_choice(phrase("welcome-country"))


def country_choice(question: Phrase, possible: Sequence[str] = (), language: str = "en") -> Choice:
    """A question about the country, with those that it may be."""
    some = possible[: len(NUMBERS) - 2]
    known = tuple(Option(code, word(countries.name(code, language))) for code in some)
    return Choice(f"{PREFIX}country", question, (*known, SKIP, LATER), words=True)


def ask_zone(turn: Turn, person: Member) -> Choice:
    """Which of the country's clocks is the member's."""
    zones = clocks(turn, person.country)[: len(NUMBERS) - 1]
    options = tuple(_zone_option(zone, _utc(turn), person.language) for zone in zones)
    return Choice(f"{PREFIX}zone", phrase("welcome-zone"), (*options, SKIP), words=True)


def clocks(turn: Turn, country: str) -> tuple[str, ...]:
    """One time zone for each clock that the country's people live by this year."""
    return countries.distinct_zones(country, _utc(turn).year)


def _utc(turn: Turn) -> datetime:
    return datetime.fromtimestamp(turn.now / SECOND, UTC)


def _zone_option(zone: str, now: datetime, language: str) -> Option:
    city = city_of(zone, language)
    time = now.astimezone(ZoneInfo(zone)).strftime("%H:%M")
    return Option(zone, phrase("welcome-zone-option", city=city, time=time), words=word(city))


def city_of(zone: str, language: str) -> str:
    """What people call the place that a time zone is named after."""
    return str(get_timezone_location(zone, locale=Locale(base(language)), return_city=True))


def ask_adult(turn: Turn, person: Member) -> Choice:
    """Whether the member is 18 or over."""
    return Choice(f"{PREFIX}adult", phrase("welcome-adult"), (yes(), no()), words=True)


def ask_consent(turn: Turn, person: Member) -> Choice:
    """The six switches, all off."""
    switches = tuple(_switch_option(switch) for switch in turn.policy(Consent).switches)
    done = Option("done", phrase("consent-done"), "✅", phrase("consent-done-words"))
    return Choice(f"{PREFIX}consent", phrase("consent-ask"), (*switches, done), words=True, many=True)


def _switch_option(switch: str) -> Option:
    label = phrase("consent-option", name=phrase(f"consent-name-{switch}"), what=phrase(f"consent-what-{switch}"))
    return Option(switch, label, words=phrase(f"consent-words-{switch}"))


def ask_experiences(turn: Turn, person: Member) -> Choice:
    """What the member has lived with."""
    return Choice(f"{PREFIX}experiences", phrase("profile-ask-experiences"), (SKIP, LATER), words=True)


def ask_helps(turn: Turn, person: Member) -> Choice:
    """What helps them."""
    return Choice(f"{PREFIX}helps", phrase("profile-ask-helps"), (SKIP, LATER), words=True)


def ask_role(turn: Turn, person: Member) -> Choice:
    """Whether they seek or offer support."""
    roles = tuple(Option(r, phrase(f"profile-role-{r}"), words=phrase(f"profile-role-{r}-words")) for r in ROLES)
    return Choice(f"{PREFIX}role", phrase("profile-ask-role"), (*roles, SKIP))


def word(text: str) -> Phrase:
    """A name that is the same in every sentence."""
    return phrase("intake-word", word=text)


QUESTIONS: Mapping[str, Callable[[Turn, Member], Choice]] = {
    "language": ask_language,
    "about": ask_about,
    "values": ask_values,
    "country": ask_country,
    "zone": ask_zone,
    "adult": ask_adult,
    "consent": ask_consent,
    "experiences": ask_experiences,
    "helps": ask_helps,
    "role": ask_role,
}
