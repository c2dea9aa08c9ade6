from pathlib import Path

import pytest

from policies.texts import BadTextsError, IncompletePhraseError, Phrase, TextError, Texts, UnknownTextError, phrase
from policies.texts.pack import PackFile
from tests.unit.reading import grade, words

TEXTS = Texts.load(strict=True)
HIGHEST_GRADE = 6
JUDGED_FROM = 20  # words: in a shorter text one long word decides the grade
FORBIDDEN = {
    "en": [
        "i understand how you feel",
        "i know how you feel",
        "i'm a peer",
        "i am a peer",
        "someone is coming",
        "somebody is coming",
        "help is on the way",
        "calm down",
        "you must",
        "you have to",
        "commit suicide",
        "committed suicide",
    ],
    "es": [
        "entiendo cómo te sientes",
        "sé cómo te sientes",
        "viene alguien",
        "alguien viene",
        "la ayuda está en camino",
        "cálmate",
        "tienes que",
        "tú debes",
        "cometer suicidio",
    ],
    "de": [
        "verstehe, wie du dich fühlst",
        "weiß, wie du dich fühlst",
        "jemand kommt",
        "es kommt jemand",
        "hilfe ist unterwegs",
        "beruhige dich",
        "du musst",
        "du sollst",
        "selbstmord",
    ],
}


def filled(language: str, message_id: str) -> str:
    """The text with a short word for each variable."""
    known = TEXTS.variables(language, message_id)
    return TEXTS.say(language, Phrase(message_id, dict.fromkeys(known, "this")))


def overlay(folder: Path, language: str, source: str) -> Path:
    (folder / language).mkdir(parents=True)
    (folder / language / "ours.ftl").write_text(source, encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", ["es", "de"])
def test_every_text_is_in_every_language(language: str) -> None:
    """No language lacks a message id or has one that English lacks."""
    assert TEXTS.ids(language) ^ TEXTS.ids("en") == frozenset()


@pytest.mark.parametrize("language", ["es", "de"])
def test_a_text_has_the_same_variables_in_every_language(language: str) -> None:
    """What a bot passes for English is what the other languages need."""
    shared = TEXTS.ids("en") & TEXTS.ids(language)
    assert {i for i in shared if TEXTS.variables("en", i) != TEXTS.variables(language, i)} == set()


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_text_can_be_said(language: str) -> None:
    """Every message of every pack formats without an error and is not empty."""
    assert [i for i in TEXTS.ids(language) if not filled(language, i).strip()] == []


def test_english_texts_are_easy_to_read() -> None:
    """Every English text that is long enough to be judged has a reading grade of at most 6."""
    said = {i: filled("en", i) for i in TEXTS.ids("en")}
    grades = {i: round(grade(text), 1) for i, text in said.items() if words(text) >= JUDGED_FROM}
    assert {i: g for i, g in grades.items() if g > HIGHEST_GRADE} == {}


def test_the_reading_grade_tells_plain_words_from_official_ones() -> None:
    """The measure itself: a child's sentence is far below grade 6, an official one far above."""
    assert grade("The cat sat on the mat. It was warm.") < 2
    assert grade("Notification of individual eligibility requires documentation of residential status.") > 15


@pytest.mark.parametrize("language", TEXTS.languages)
def test_no_text_uses_a_phrase_that_hurts(language: str) -> None:
    """No text claims a feeling, promises a person who may not come, or commands."""
    said = {i: filled(language, i).lower() for i in TEXTS.ids(language)}
    assert {i: bad for i, text in said.items() for bad in FORBIDDEN.get(language, []) if bad in text} == {}


def test_every_pack_file_says_who_reviewed_it() -> None:
    """Each file begins with its reviewer and whether that person has lived experience."""
    assert [file.name for file in TEXTS.files() if not file.has_header] == []


def test_files_without_a_named_reviewer_are_listed(tmp_path: Path) -> None:
    """A file whose reviewer is nobody is listed at the start; one with a name is not."""
    ours = overlay(tmp_path, "en", "# reviewed-by: Ada Example\n# lived-experience: yes\n\nconfirm-done = Fine.\n")
    (ours / "en" / "theirs.ftl").write_text("choice-later = in a while\n", encoding="utf-8")
    unreviewed = Texts.load(ours).unreviewed()
    assert "overlay/en/ours.ftl" not in unreviewed
    assert "overlay/en/theirs.ftl" in unreviewed
    assert PackFile("x", "# reviewed-by: nobody yet\n").reviewer is None


def test_a_phrase_in_a_phrase_is_said_in_the_same_language() -> None:
    """Nested phrases follow the language, and a tuple becomes lines."""
    items = tuple(phrase("help-line", command=f"!{c}", what=phrase(f"help-{c}")) for c in ("crisis", "help"))
    said = TEXTS.say("de", phrase("help-frame", bot=phrase("bot-intake"), commands=items))
    assert "der Willkommens-Bot" in said
    assert (
        "- **!crisis**: Nummern, die jetzt antworten, und ein Mensch, wenn du magst\n- **!help**: diese Liste" in said
    )


def test_a_phrase_survives_json() -> None:
    """What travels through the outbox comes back as it was."""
    sent = phrase("a", name="Ada", days=3, lines=(phrase("b", number="112"), "plain"), inner=phrase("c"))
    assert Phrase.from_json(sent.to_json()) == sent


def test_numbers_choose_the_plural_and_keep_their_digits() -> None:
    """One minute is not "1 minutes", and a case number gets no thousands separator."""
    assert "vor einer Minute" in TEXTS.say("de", phrase("crisis-late", minutes=1))
    assert "12345 minutos" in TEXTS.say("es", phrase("crisis-late", minutes=12345))


def test_a_long_argument_is_said_whole() -> None:
    """A journal of many pages arrives complete although Fluent itself refuses long arguments."""
    assert TEXTS.say("en", phrase("command-usage", usage="x" * 9000)).count("x") == 9000


def test_a_regional_language_gets_its_base_language() -> None:
    """de-AT is answered in German, an unknown language in English."""
    assert TEXTS.say("de-AT", phrase("choice-yes")) == "ja"
    assert TEXTS.say("ti", phrase("choice-yes")) == "yes"
    assert TEXTS.closest(None, "ti", "es_MX", "de") == "es"
    assert TEXTS.closest("ti", None) == "en"


def test_tests_hear_of_an_unknown_text_and_of_a_missing_argument() -> None:
    """In strict mode both raise, with the id, the language and the cure."""
    with pytest.raises(UnknownTextError, match="No text “nope” in de"):
        TEXTS.say("de", phrase("nope"))
    with pytest.raises(IncompletePhraseError, match=r"“crisis-person-here” \(de\) needs \$name"):
        TEXTS.say("de", phrase("crisis-person-here"))


def test_a_running_bot_is_never_without_words() -> None:
    """An unknown id falls back to a text that points to a person, a missing argument to a gap; both are reported."""
    problems: list[TextError] = []
    texts = Texts.load(report=problems.append)
    assert "!crisis" in texts.say("de", phrase("nope"))
    assert texts.say("de", phrase("nope")).startswith("Mir fehlen")
    assert texts.say("de", phrase("crisis-person-here")) == "Jetzt ist ein Mensch da: …."
    assert [type(p) for p in problems] == [UnknownTextError, UnknownTextError, IncompletePhraseError]


def test_an_organization_says_single_things_differently(tmp_path: Path) -> None:
    """An overlay replaces its messages and leaves all others alone."""
    texts = Texts.load(overlay(tmp_path, "de", "bot-intake = Lotse\n"), strict=True)
    assert texts.say("de", phrase("hello-software", bot=phrase("bot-intake"))).startswith("Hallo. Ich bin Lotse.")
    assert texts.say("de", phrase("choice-yes")) == "ja"


def test_an_organization_may_bring_a_language(tmp_path: Path) -> None:
    """A new language speaks what it has and English for the rest, without being taken for an error."""
    problems: list[TextError] = []
    texts = Texts.load(overlay(tmp_path, "nl", "choice-yes = ja hoor\n"), report=problems.append)
    assert texts.languages == ("en", "de", "es", "nl")
    assert texts.say("nl", phrase("choice-yes")) == "ja hoor"
    assert texts.say("nl", phrase("choice-no")) == "no"
    assert problems == []


def test_a_bad_overlay_is_refused_with_every_problem_at_once(tmp_path: Path) -> None:
    """An unknown id, an unknown variable, a text that cannot be read and a wrong reference: four lines."""
    source = "nope = x\nchoice-line = { $nummer }\n**bad\nchoice-later = { choice-latr }\n"
    with pytest.raises(BadTextsError) as caught:
        Texts.load(overlay(tmp_path, "en", source))
    told = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4, told
    for expected in ("“nope”", "“choice-line” has no $nummer", "near “**bad”", "“choice-latr”, which is not there"):
        assert expected in told


def test_a_missing_overlay_folder_is_told(tmp_path: Path) -> None:
    """A folder in the configuration that is not there is an error with its cure."""
    with pytest.raises(BadTextsError, match="Create it or take it out"):
        Texts.load(tmp_path / "nowhere")
