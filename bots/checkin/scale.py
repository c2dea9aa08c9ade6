"""How today is: five values, each with a number and words."""

from bots.ui import Choice, Option
from policies.texts import Phrase, phrase

PROMPT, WORDS, TALK = "checkin", "checkin-words", "checkin-talk"
"""The choices of a check-in: the value, words about it, an offer of a talk."""
VALUES = range(1, 6)


def prompt(note: Phrase | None = None) -> Choice:
    """The question, private; it stays open, so that a second answer replaces the first. `note` is said before it."""
    question = phrase("checkin-prompt")
    options = tuple(Option(str(v), value(v), words=phrase(f"checkin-value-{v}-words")) for v in VALUES)
    said = lines(note, question) if note else question
    return Choice(PROMPT, said, options, private=True, many=True)


def value(number: int) -> Phrase:
    """A value (1–5) in words."""
    return phrase(f"checkin-value-{number}")


def lines(*said: Phrase) -> Phrase:
    """Several phrases as one message, each on a line of its own."""
    return phrase("checkin-lines", lines=said)
