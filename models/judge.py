"""The judge: texts in, judgements out. Pure after `load`: no I/O, no clock, one thread."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from models import manifest, rules
from models.judgement import CLAIMS, KINDS, LEVELS, SPOKEN, Distress, Judgement, Language, Misinformation, Rarity, Text
from models.language import Tongues
from models.normalize import normalize, own_words

if TYPE_CHECKING:
    from models.features import Features

Scores = NDArray[np.float64]
WINDOW, STRIDE = 60, 30
"""Words that are judged at once, and how far the next look begins: one sentence in a long letter must not drown."""
LONGEST = 16_000
"""Characters that are read. Of a longer text it is the first and the last half of them, and a human should look."""
_NO_WORDS = Judgement(Distress(1.0, 0.0, 0.0, 0.0), (), Misinformation("chat", 0.0), Rarity(), "und")
_ENOUGH_WORDS = 4
"""From so many words on, a language that the judge does not know is a reason to ask a human; "ok merci" is none."""


@dataclass(frozen=True, slots=True)
class Head:
    """One linear head: weights of shape (columns, labels), offsets of shape (labels,), and a temperature above 0."""

    weights: NDArray[np.float32]
    offsets: NDArray[np.float64]
    temperature: float = 1.0

    @classmethod
    def of(cls, estimator: Any, labels: Sequence[str], temperature: float = 1.0) -> Self:
        """From a fitted multinomial `LogisticRegression`, its columns put in the order of `labels`."""
        order = [list(estimator.classes_).index(label) for label in labels]
        return cls(np.ascontiguousarray(estimator.coef_[order].T), estimator.intercept_[order], temperature)

    def __call__(self, features: Any) -> Scores:
        """Probabilities, one row for each row of features."""
        logits = (features @ self.weights + self.offsets) / self.temperature
        return softmax(logits)


def softmax(logits: Scores) -> Scores:
    """Rows of probabilities from rows of logits."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything that was learned. `load` it once, then `judge` batches of any size."""

    features: "Features"
    distress: Head
    claims: Head
    kinds: Head
    tongues: Tongues
    background: Mapping[str, Sequence[float]]
    """Highest scores of ordinary chat, ascending, and its number of messages: see `Rarity`."""
    abstention: float
    """Smallest probability that a level must have to stand in the prediction set."""

    @classmethod
    def load(cls, folder: Path = manifest.FOLDER) -> Self:
        """Read the trained files. Raises ArtefactMissing or ArtefactAltered, each with its cure."""
        from models.features import Features

        files = manifest.load(folder)
        settings, heads = files["settings"], files["heads"]
        return cls(
            features=Features(**files["features"]),
            distress=Head.of(heads["distress"], LEVELS, settings["temperature"]["distress"]),
            claims=Head.of(heads["claims"], CLAIMS, settings["temperature"]["claims"]),
            kinds=Head.of(heads["kinds"], KINDS),
            tongues=Tongues(**files["language"]),
            background=settings["background"],
            abstention=settings["abstention"],
        )

    def judge(self, texts: Sequence[Text]) -> list[Judgement]:
        """One judgement for each text, in their order. A text without words of its author is nothing to worry about."""
        words = [normalize(shorten(own_words(text.body))) for text in texts]
        spoken = [at for at, text in enumerate(words) if text]
        judgements = [_NO_WORDS] * len(texts)
        if spoken:
            scores = self._scores([words[at] for at in spoken])
            for at, row in zip(spoken, scores, strict=True):
                judgements[at] = self._judgement(texts[at], words[at], *row)
        return judgements

    def _scores(self, words: Sequence[str]) -> list[tuple[Scores, Scores, Scores]]:
        """Probabilities of level, claim and kind for each text; of a long text, those of its most worrying window."""
        pieces = [(at, piece) for at, text in enumerate(words) for piece in windows(text)]
        owners = np.array([at for at, _ in pieces])
        rows = self.features.transform([piece for _, piece in pieces])
        level, claim, kind = self.distress(rows), self.claims(rows), self.kinds(rows)
        starts = np.searchsorted(owners, np.arange(len(words) + 1))
        result = []
        for first, last in pairwise(starts):
            worst = first + int(np.argmax(level[first:last, LEVELS.index("crisis")]))
            claimed = first + int(np.argmax(claim[first:last, CLAIMS.index("misinfo")]))
            result.append((level[worst], claim[claimed], kind[claimed]))
        return result

    def _judgement(self, text: Text, words: str, level: Scores, claim: Scores, kind: Scores) -> Judgement:
        distress = Distress(*(float(value) for value in level))
        label = CLAIMS[int(claim.argmax())]
        misinformation = Misinformation(label, float(claim[CLAIMS.index("misinfo")]), KINDS[int(kind.argmax())])
        spoken = self.tongues.guess(words, text.language)
        answered = normalize(shorten(own_words(text.reply_to))) if text.reply_to else None
        return Judgement(
            distress=distress,
            rules=rules.fired(words, answered),
            misinformation=misinformation,
            rarity=self._rarity(distress, misinformation),
            language=spoken,
            abstain=self._torn(distress) or _unknown(spoken, words) or len(own_words(text.body)) > LONGEST,
        )

    def _rarity(self, distress: Distress, misinformation: Misinformation) -> Rarity:
        return Rarity(
            crisis=self._per_mille("crisis", distress.crisis),
            worry=self._per_mille("worry", distress.worry),
            misinformation=self._per_mille("misinformation", misinformation.probability),
        )

    def _per_mille(self, name: str, score: float) -> float:
        highest = self.background[name]
        return 1000.0 * (len(highest) - bisect_left(highest, score)) / self.background["messages"][0]

    def _torn(self, distress: Distress) -> bool:
        """Whether both ends of the scale stand in the prediction set: "nothing" and "crisis" are equally defensible."""
        return min(distress.none, distress.crisis) >= self.abstention


def shorten(text: str) -> str:
    """The text, or the beginning and the end of one that is longer than `LONGEST`."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def windows(text: str) -> list[str]:
    """The text in overlapping pieces of `WINDOW` words; nearly always one piece."""
    words = text.split(" ")
    if len(words) <= WINDOW:
        return [text]
    return [" ".join(words[at : at + WINDOW]) for at in range(0, len(words) - WINDOW + STRIDE, STRIDE)]


def _unknown(spoken: Language, words: str) -> bool:
    return spoken not in SPOKEN and len(words.split()) >= _ENOUGH_WORDS
