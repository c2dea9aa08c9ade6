"""What a card shows, and what answers it."""

import pytest

from bots.moderation import cards
from bots.moderation.cards import CLAIM, DISTRESS, REPORT, Card
from bots.ui import tapped
from models.judgement import KINDS
from models.rules import RULES
from policies.decide import Reason
from policies.texts import Texts
from policies.thresholds import Tier

TEXTS = Texts.load(strict=True)
CARD = Card(12, DISTRESS, "$a", "!room", "$a", "@anna:b", Tier.SOON, ("intent+means", "score"), 0)


def known(topic: str, language: str = "en") -> list[cards.Shown]:
    labels = [TEXTS.say(language, cards.label(topic, key)) for key in cards.ANSWERS[topic]]
    return cards.shown(topic, labels)


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("topic", cards.ANSWERS)
def test_every_answer_is_given_by_number_word_key_and_tap(topic: str, language: str) -> None:
    """In every language each answer has its own number, label, key and tap."""
    options = known(topic, language)
    for at, (key, tap) in enumerate(cards.ANSWERS[topic].items(), start=1):
        option = tapped(options, tap)
        said = [cards.typed(options, words) for words in (str(at), options[at - 1].label, key, tap)]
        assert said == [key] * 4 and option and option.key == key
    assert cards.typed(options, "perhaps") is None


@pytest.mark.parametrize("topic", cards.ANSWERS)
def test_right_is_the_first_answer_on_every_card(topic: str) -> None:
    """`!card 12 right` works without looking."""
    assert cards.typed(known(topic), "Right") == next(iter(cards.ANSWERS[topic]))


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_reason_has_plain_words(language: str) -> None:
    """Rules, kinds of claims and doubts are all said in words, none by its name."""
    doubts = Reason.__args__  # type: ignore[attr-defined]
    for topic, reasons in {DISTRESS: (*RULES, "score"), CLAIM: KINDS, cards.DOUBT: doubts, REPORT: ("member",)}.items():
        for reason in reasons:
            card = Card(1, topic, "$a", "!r", "$a", None, Tier.NOW, (reason,), 0)
            (line,) = cards.why(card)
            assert TEXTS.say(language, line).startswith("- ")


def test_a_card_says_level_reasons_room_and_link_and_no_name() -> None:
    """A moderator sees what is needed to decide whether to look, and not who it is."""
    shown = TEXTS.say("en", cards.face(CARD, "evenings", cards.link("!room", "$a", "b"), ("below",)))
    for part in (
        "Card 12",
        "soon",
        "of a way",
        "as a whole",
        "evenings",
        "https://matrix.to/#/!room/$a?via=b",
        "below",
    ):
        assert part in shown
    assert "anna" not in shown


def test_a_card_counts_what_came_after() -> None:
    """One card stands for several messages of the same person, and says so."""
    later = Card(12, DISTRESS, "$a", "!room", "$a", "@anna:b", Tier.SOON, ("score",), 0, more=3)
    assert "3 more messages" in TEXTS.say("en", cards.why(later)[-1])


def test_a_claim_shows_its_kind_and_how_sure_the_judge_is() -> None:
    """Kind and probability stand on the card."""
    claim = Card(1, CLAIM, "$a", "!r", "$a", None, Tier.WATCH, ("dose",), 0, percent=87)
    said = TEXTS.say("en", cards.why(claim)[0])
    assert "87" in said and "how much" in said


def test_a_link_survives_any_id() -> None:
    """Event ids of old rooms hold signs that an address cannot."""
    assert cards.link("!a:b", "$x/y+z?#", "b") == "https://matrix.to/#/!a:b/$x%2Fy%2Bz%3F%23?via=b"
    assert cards.link("!a", None, "b") == "https://matrix.to/#/!a?via=b"


@pytest.mark.parametrize(("key", "number"), [("card:12", 12), ("card:12:$e", 12), ("dm:@a:b", None), (None, None)])
def test_a_card_is_known_by_the_key_of_its_message(key: str | None, number: int | None) -> None:
    """Taps find their card, also under one that was shown again."""
    assert cards.number_in(key) == number
