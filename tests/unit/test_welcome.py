"""The order of the welcome, ages in words, and who is meant by the words of a switch."""

import pytest

from bots.intake import steps
from bots.intake.answers import age_in
from bots.intake.profile import CONTACT
from bots.intake.steps import Facts, after
from bots.intake.switches import Change, Words, understood
from policies.consent import Consent
from policies.texts import Texts, phrase
from tests.unit.reading import words as count

TEXTS = Texts.load(strict=True)
SWITCHES = Consent.load().switches


def walk(facts: Facts) -> list[str]:
    """All steps from the first to the last."""
    found = [steps.ORDER[0]]
    while found[-1] not in (steps.DONE, steps.MINOR):
        found.append(after(found[-1], facts))
    return found


def test_the_welcome_has_five_short_steps() -> None:
    """Language, what bots see, values, country, age; then the switches, which are no part of it."""
    assert walk(Facts(adult=True)) == ["language", "about", "values", "country", "adult", "consent", "done"]


def test_a_country_with_several_times_asks_which() -> None:
    """One more question, only where it decides at what hour the bots write."""
    assert "zone" in walk(Facts(adult=True, several_clocks=True))


def test_somebody_under_18_goes_no_further() -> None:
    """No rooms, no switches, no profile."""
    assert walk(Facts(adult=False, wants_match=True))[-2:] == ["adult", "minor"]


def test_consent_is_not_asked_for_in_a_crisis() -> None:
    """The switches wait; the rooms open all the same."""
    assert walk(Facts(adult=True, in_crisis=True))[-2:] == ["adult", "done"]


def test_the_profile_is_asked_of_those_who_want_a_match() -> None:
    """Three answers, after the switches that they need."""
    assert walk(Facts(adult=True, wants_match=True))[-4:] == ["experiences", "helps", "role", "done"]


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("I'm 16", 16),
        ("tengo 42 años", 42),
        ("17.", 17),
        ("bin 18", 18),
        ("yes", None),
        ("3", None),
        ("16 or 17", None),
    ],
)
def test_an_age_is_read_in_words(said: str, age: int | None) -> None:
    """One likely number; with none or two of them the question is asked again."""
    assert age_in(said) == age


@pytest.mark.parametrize(
    "said", ["write to me@mail.example", "t.me/somebody", "https://example.org", "+49 170 1234567", "call 0170/1234567"]
)
def test_ways_to_reach_somebody_are_noticed(said: str) -> None:
    """Addresses, links and long numbers do not get onto a card."""
    assert CONTACT.search(said)


@pytest.mark.parametrize("said", ["long walks since 2019", "24/7 it is hard", "somebody calm, 1 to 1"])
def test_other_numbers_are_fine(said: str) -> None:
    """Years and small numbers are no phone numbers."""
    assert not CONTACT.search(said)


def in_language(language: str) -> Words:
    def listed(*ids: str) -> list[str]:
        return [w for i in ids for w in TEXTS.say(language, phrase(i)).split(",")]

    names = {s: listed(f"consent-name-{s}", f"consent-words-{s}") for s in SWITCHES}
    return Words(names, *(listed(i) for i in ("consent-all-words", "privacy-on-words", "privacy-off-words")))


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "off matching research dm-scan", Change(False, ("screening", "matching", "research"), ())),
        ("en", "on matchin", Change(True, ("matching",), ())),
        ("en", "1, 3 and 5", Change(None, ("service", "matching", "reports"), ())),
        ("en", "all", Change(None, SWITCHES, ())),
        ("en", "none", Change(False, (), ())),
        ("en", "on toaster", Change(True, (), ("toaster",))),
        ("en", "7", Change(None, (), ("7",))),
        ("de", "aus Vermittlung, Forschung", Change(False, ("matching", "research"), ())),
        ("de", "an vermitlung und profil", Change(True, ("service", "matching"), ())),
        ("de", "keine", Change(False, (), ())),
        ("es", "sí pareja e investigacion", Change(True, ("matching", "research"), ())),
        ("es", "no investigación", Change(False, ("research",), ())),
    ],
)
def test_switches_are_understood_by_number_name_and_with_errors(language: str, typed: str, expected: Change) -> None:
    """In the member's language or by the ledger's own names; what means nothing is named back."""
    assert understood(typed, in_language(language)) == expected


@pytest.mark.parametrize("language", TEXTS.languages)
def test_no_word_means_two_switches(language: str) -> None:
    """Every name and word stands for one switch, and none of them for on, off or all."""
    known = in_language(language)
    spoken = [w for names in known.names.values() for w in {n.strip().casefold() for n in names}]
    others = [w.strip().casefold() for group in (known.all, known.on, known.off) for w in group]
    assert len(spoken) == len(set(spoken))
    assert set(spoken) & set(others) == set()


@pytest.mark.parametrize("language", TEXTS.languages)
def test_the_consent_text_is_short(language: str) -> None:
    """The question with its six switches has at most 120 words (R3)."""
    labels = [TEXTS.say(language, phrase(f"consent-{part}-{s}")) for s in SWITCHES for part in ("name", "what")]
    shown = [TEXTS.say(language, phrase(i)) for i in ("consent-ask", "consent-done", "choice-hint")]
    assert count(" ".join([*labels, *shown])) <= 120


@pytest.mark.parametrize("language", TEXTS.languages)
def test_turning_a_switch_off_says_what_stops_what_is_kept_and_what_is_deleted(language: str) -> None:
    """Three things for each of the six."""
    english, german, spanish = (
        ("Stops", "Kept", "Deleted"),
        ("Endet", "Bleibt", "Gelöscht"),
        ("Termina", "Queda", "borra"),
    )
    heads = {"en": english, "de": german, "es": spanish}
    said = {s: TEXTS.say(language, phrase(f"consent-off-{s}")) for s in SWITCHES}
    assert {s for s, text in said.items() if not all(head in text for head in heads[language])} == set()
