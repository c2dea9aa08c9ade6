"""Cards: one thing for a human to look at, with answers that are taps, numbers and words. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote

from bots.ui import Option, Shown, meant
from policies.texts import Phrase, phrase
from policies.thresholds import Tier

DISTRESS, CLAIM, DOUBT, REPORT = "distress", "claim", "doubt", "report"
SEEN, ESCALATE, WRONG, RIGHT, NOTE, LEVEL, DONE = "seen", "escalate", "wrong", "right", "note", "level", "done"
ANSWERS: Mapping[str, Mapping[str, str]] = {
    DISTRESS: {SEEN: "✅", ESCALATE: "⬆️", WRONG: "❌"},
    CLAIM: {RIGHT: "✅", NOTE: "📝", LEVEL: "↕️", WRONG: "❌"},
    DOUBT: {SEEN: "✅", ESCALATE: "⬆️", WRONG: "❌"},
    REPORT: {DONE: "✅", ESCALATE: "⬆️", WRONG: "❌"},
}
"""For each topic the answers and their taps. The first one is what `!card 12 right` means."""
FINAL = (ESCALATE, NOTE)
"""What other people have seen cannot be taken back by another answer."""
_KEY = re.compile(r"card:(\d+)")


@dataclass(frozen=True)
class Card:
    """One card, as in the table; `number` 0: not in it yet. Where a report does not tell, event and member are None."""

    number: int
    topic: str
    event_id: str | None
    room_id: str | None
    thread: str | None
    member: str | None
    tier: Tier
    reasons: tuple[str, ...]
    at: int
    percent: int = 0
    more: int = 0
    answer: str | None = None
    answered_by: str | None = None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """From a row of the table."""
        values = {name: row[name] for name in cls.__dataclass_fields__ if name not in ("number", "tier", "reasons")}
        return cls(number=row["id"], tier=Tier(row["tier"]), reasons=tuple(row["reasons"].split()), **values)

    @property
    def key(self) -> str:
        """The key of its message: taps and edits find it by that."""
        return f"card:{self.number}"


def number_in(key: str | None) -> int | None:
    """Which card a message with that key shows."""
    found = _KEY.match(key or "")
    return int(found[1]) if found else None


def options(topic: str) -> tuple[Option, ...]:
    """The answers to a card of that topic."""
    return tuple(Option(key, label(topic, key), tap) for key, tap in ANSWERS[topic].items())


def label(topic: str, answer: str) -> Phrase:
    """What an answer is called."""
    return phrase(f"moderation-answer-{topic}-{answer}")


def shown(topic: str, labels: Sequence[str]) -> list[Shown]:
    """The options with their labels in the language of the room, ready to be compared with what somebody typed."""
    return [Shown.of(option, at, [said]) for at, (option, said) in enumerate(zip(options(topic), labels, strict=True))]


def typed(known: Sequence[Shown], words: str) -> str | None:
    """The answer that somebody typed: number, emoji, label, key; "right" is the first one on every card."""
    option = known[0] if words.casefold() == RIGHT else meant(known, words)
    return option.key if option else None


def link(room_id: str, event_id: str | None, server: str) -> str:
    """Where any Matrix client opens the message; `via` because newer room ids do not name a server."""
    place = "/".join(quote(part, safe="!$:") for part in (room_id, event_id) if part)
    return f"https://matrix.to/#/{place}?via={server}"


def face(card: Card, room: str | Phrase, where: str | Phrase, below: tuple[Phrase | str, ...]) -> Phrase:
    """What is shown of a card: no name, and not a word of the message."""
    return phrase(
        "moderation-card", number=card.number, what=what(card), why=why(card), room=room, link=where, below=below
    )


def what(card: Card) -> Phrase:
    """What it is about, in a few words."""
    return phrase(f"moderation-what-{card.topic}", level=phrase(f"moderation-tier-{card.tier}"))


def why(card: Card) -> tuple[Phrase, ...]:
    """Why it is there: one line for each reason, and how many more it stands for."""
    lines = tuple(_reason(card, reason) for reason in card.reasons)
    return (*lines, phrase(f"moderation-more-{card.topic}", count=card.more)) if card.more else lines


def _reason(card: Card, reason: str) -> Phrase:
    words = phrase(f"moderation-{card.topic}-{reason.replace('+', '-and-')}")
    return phrase("moderation-why-claim", kind=words, percent=card.percent) if card.topic == CLAIM else words
