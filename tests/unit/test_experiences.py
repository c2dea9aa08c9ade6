"""Own words become themes of the community's vocabulary."""

import pytest

from policies.experiences import Experiences

VOCABULARY = Experiences.load()


@pytest.mark.parametrize(
    ("typed", "themes"),
    [
        ("panic attacks and night shifts", {"panic", "night-shifts"}),
        ("Panikattacken, Nachtschicht", {"panic", "night-shifts"}),
        ("ataques de pánico y trabajo de noche", {"panic", "night-shifts"}),
        ("ataques de panico", {"panic"}),
        ("I am bipolar and lonely", {"bipolar", "loneliness"}),
        ("insomina", {"sleep"}),
        ("Panikatacken", {"panic"}),
        ("PTSD!!", {"trauma"}),
        ("hello, how are you", set()),
        ("", set()),
    ],
)
def test_themes_are_found_in_own_words(typed: str, themes: set[str]) -> None:
    """In three languages, without accents, with typing errors; nothing is guessed from small talk."""
    assert set(VOCABULARY.find(typed)) == themes


def test_every_theme_has_a_name_in_every_language() -> None:
    """What a card says is never a mere key."""
    assert {t for t, theme in VOCABULARY.themes.items() if set(theme.names) < {"en", "es", "de"}} == set()


def test_every_name_is_found_as_its_theme() -> None:
    """What the bot calls a theme is what it understands."""
    names = {(tag, n) for tag, theme in VOCABULARY.themes.items() for n in theme.names.values()}
    assert {(tag, name) for tag, name in names if tag not in VOCABULARY.find(name)} == set()


def test_a_very_long_answer_takes_no_long_time() -> None:
    """Of ten thousand words the first are read."""
    assert VOCABULARY.find("panic " + "zzzzzzz " * 10_000) == ("panic",)


def test_a_theme_that_is_no_longer_known_keeps_its_key() -> None:
    """An organization may take a theme out while profiles still hold it."""
    assert VOCABULARY.name("old-theme", "de") == "old-theme"
