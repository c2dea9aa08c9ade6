from zoneinfo import ZoneInfo

import pytest

from policies import countries, languages

SHIPPED = ("en", "es", "de")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Netherlands", "NL"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("NL", "NL"),
        ("nl", "NL"),
        ("Alemania", "DE"),
        ("Deutschland", "DE"),
        ("DEU", "DE"),
        ("die Schweiz", "CH"),
        ("ich wohne in der Schweiz", "CH"),
        ("I live in Spain", "ES"),
        ("españa", "ES"),
        ("espana", "ES"),
        ("vivo en México", "MX"),
        ("EE. UU.", "US"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("Vereinigtes Königreich", "GB"),
        ("uk", "GB"),
        ("Irland", "IE"),
        ("Island", "IS"),
        ("Niger", "NE"),
        ("Ivory Coast", "CI"),
        ("NO", "NO"),
    ],
)
def test_a_country_is_found_as_people_write_it(typed: str, code: str) -> None:
    """Names in three languages, everyday names, articles, codes, accents and capitals."""
    assert countries.find(typed) == (code,)


@pytest.mark.parametrize(
    ("typed", "code"), [("Nethrlands", "NL"), ("Deutchland", "DE"), ("Phillipines", "PH"), ("Schwiz", "CH")]
)
def test_typing_errors_are_forgiven(typed: str, code: str) -> None:
    """A letter too few, too many or swapped still finds the country."""
    assert countries.find(typed) == (code,)


@pytest.mark.parametrize(
    ("typed", "possible"), [("Congo", {"CD", "CG"}), ("Austrlia", {"AT", "AU"}), ("Samoa", {"WS"})]
)
def test_words_that_mean_several_countries_give_them_all(typed: str, possible: set[str]) -> None:
    """Where two countries are as likely, the member is asked instead of guessed about."""
    assert set(countries.find(typed)) == possible


@pytest.mark.parametrize("typed", ["", "  ", "??", "xyz", "no", "si", "in", "me", "I don't want to say"])
def test_words_that_are_no_country_find_none(typed: str) -> None:
    """Nothing is guessed from small words: "no" is not Norway."""
    assert countries.find(typed) == ()


@pytest.mark.parametrize("language", SHIPPED)
def test_every_country_is_found_by_its_own_name(language: str) -> None:
    """What the bot calls a country is what it understands."""
    named = {code: countries.name(code, language) for code in countries.codes()}
    assert {code: name for code, name in named.items() if code not in countries.find(name)} == {}


def test_a_country_has_a_name_in_every_language() -> None:
    """Names come in the language of the member, also a regional one."""
    assert [countries.name("CH", language) for language in ("en", "es", "de-AT")] == ["Switzerland", "Suiza", "Schweiz"]


@pytest.mark.parametrize(
    ("country", "zone"),
    [("DE", "Europe/Berlin"), ("US", "America/New_York"), ("AU", "Australia/Sydney"), ("BR", "America/Sao_Paulo")],
)
def test_a_country_has_a_likely_time_zone(country: str, zone: str) -> None:
    """The zone where most people live, not the first of a list."""
    assert countries.likely_zone(country) == zone


def test_every_inhabited_country_has_time_zones_that_exist() -> None:
    """Only two uninhabited islands have none; every zone can be used."""
    assert {code for code in countries.codes() if not countries.zones(code)} == {"BV", "HM"}
    assert all(ZoneInfo(zone) for code in countries.codes() for zone in countries.zones(code))


def test_a_member_is_asked_for_a_zone_only_where_clocks_differ() -> None:
    """Germany has one clock, Spain two, the United States eight."""
    assert countries.distinct_zones("DE", 2026) == ("Europe/Berlin",)
    assert countries.distinct_zones("ES", 2026) == ("Europe/Madrid", "Atlantic/Canary")
    assert len(countries.distinct_zones("US", 2026)) == 8
    assert countries.distinct_zones("XX", 2026) == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("English", "en"),
        ("inglés", "en"),
        ("ingles", "en"),
        ("Englisch", "en"),
        ("engish", "en"),
        ("Español", "es"),
        ("castellano", "es"),
        ("Deutsch", "de"),
        ("auf Deutsch", "de"),
        ("DE", "de"),
    ],
)
def test_a_language_is_found_as_people_write_it(typed: str, code: str) -> None:
    """In any of the languages, in itself, by code, and with a typing error."""
    assert languages.find(typed, SHIPPED) == (code,)


@pytest.mark.parametrize("typed", ["français", "", "hello", "??"])
def test_a_language_without_texts_is_not_found(typed: str) -> None:
    """Only languages that the bots speak are offered."""
    assert languages.find(typed, SHIPPED) == ()
