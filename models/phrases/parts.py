"""The parts of speech about danger. All patterns run over normalized text (see `models.normalize`)."""

import re
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns of one language.

    The first seven say that there is danger, the next five that a sentence only mentions it,
    the last two are about answers to the question whether somebody thinks of suicide.
    """

    intent: re.Pattern[str]
    """First person, present: wants, plans or is about to die or to hurt themselves."""
    time: re.Pattern[str]
    """When: within days."""
    means: re.Pattern[str]
    """Means within reach of the person who writes."""
    attempt: re.Pattern[str]
    """First person: it has happened just now or is happening."""
    other_intent: re.Pattern[str]
    """Somebody else wants to, is about to, or has begun."""
    urgent: re.Pattern[str]
    """Somebody else, and now: they do not answer, what shall I do."""
    earnest: re.Pattern[str]
    """Says that this is no joke."""
    past: re.Pattern[str]
    figurative: re.Pattern[str]
    fiction: re.Pattern[str]
    """Films, books, games, lyrics, lessons, news."""
    supposed: re.Pattern[str]
    """If somebody said so, when people say so, what the form asks."""
    denied: re.Pattern[str]
    """Right before the phrase: not, never, no plan to."""
    asks: re.Pattern[str]
    """Asks somebody whether they think of suicide."""
    yes: re.Pattern[str]
    """A whole message that says yes."""


def phrases(**parts: str) -> Phrases:
    """Compile the patterns; their white space is layout, a blank between words is `_`, an optional one `_?`."""
    assert set(parts) == {field.name for field in fields(Phrases)}
    return Phrases(**{name: _compiled(pattern) for name, pattern in parts.items()})


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("_?", "[ ,]*").replace("_", "[ ,]+"), re.VERBOSE)
