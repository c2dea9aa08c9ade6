"""What goes into the judge and what comes out: plain values, no machinery."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["none", "low", "distress", "crisis"]
Claim = Literal["chat", "ok", "misinfo"]
Kind = Literal["medicine", "dose", "miracle-cure", "unsafe-detox", "no-care", "other"]
Language = Literal["en", "es", "de", "other", "und"]

LEVELS: tuple[Level, ...] = ("none", "low", "distress", "crisis")
CLAIMS: tuple[Claim, ...] = ("chat", "ok", "misinfo")
KINDS: tuple[Kind, ...] = ("medicine", "dose", "miracle-cure", "unsafe-detox", "no-care", "other")
SPOKEN: tuple[Language, ...] = ("en", "es", "de")
"""Languages that the rules and the training lines cover."""


@dataclass(frozen=True, slots=True)
class Text:
    """One message: its body, the message that it answers, and the language its author chose, if known."""

    body: str
    reply_to: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Distress:
    """Calibrated probabilities of the four levels; they add up to 1."""

    none: float
    low: float
    distress: float
    crisis: float

    @property
    def worry(self) -> float:
        """Probability that somebody is worse than a little low."""
        return self.distress + self.crisis

    @property
    def level(self) -> Level:
        """The likeliest level; of two equal ones, the worse."""
        return max(LEVELS, key=lambda level: (getattr(self, level), LEVELS.index(level)))


@dataclass(frozen=True, slots=True)
class Misinformation:
    """The likeliest label, the probability of `misinfo`, and the kind that a claim would be."""

    label: Claim
    probability: float
    kind: Kind = "other"


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many of 1,000 messages of ordinary chat (GoEmotions dev) score as high as this one: 0 is rarest.

    Alert budgets are compared with these numbers, so that a budget keeps its meaning when the model is retrained.
    """

    crisis: float = 1000.0
    worry: float = 1000.0
    misinformation: float = 1000.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that the judge says about one message. `abstain`: the scores decide nothing, a human should look."""

    distress: Distress
    rules: tuple[str, ...]
    misinformation: Misinformation
    rarity: Rarity
    language: Language
    abstain: bool = False
