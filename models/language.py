"""Which language a message is in: function words first, letter trigrams second, "und" where both are unsure."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from models.judgement import SPOKEN, Language

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LATIN = re.compile(r"[a-z\u00c0-\u024f']+")
_FUNCTION_WEIGHT, _LETTER_WEIGHT = 3.0, 0.4
_SURE = 0.9
_FOREIGN_VOTES = 1.5


class Tongues:
    """Guesses languages from what `learn` counted."""

    def __init__(self, words: Mapping[str, str], trigrams: Mapping[str, list[float]]) -> None:
        self._homes = _homes(words)
        self._foreign = [language for language in words if language not in SPOKEN]
        self._trigrams = trigrams

    def guess(self, text: str, hint: str | None = None) -> Language:
        """The language of normalized text: one of `SPOKEN`, "other" for another one, "und" if unsure.

        `hint` (what the author chose) settles what the words leave open; it never overrules them.
        """
        words = _WORD.findall(text)
        if not words:
            return _hinted(hint)
        if sum(not _LATIN.match(word) for word in words) * 2 > len(words):
            return "other"
        votes = self._votes(words)
        if self._is_foreign(votes):
            return "other"
        likely = _posterior(self._evidence(words, votes))
        best = max(range(len(SPOKEN)), key=likely.__getitem__)
        sure = likely[best] >= _SURE and (len(words) > 1 or votes.get(SPOKEN[best], 0) >= 1)
        return SPOKEN[best] if sure else _hinted(hint)

    def _votes(self, words: list[str]) -> dict[str, float]:
        """Function words of each language; a word that several share counts as a part for each."""
        votes: dict[str, float] = {}
        for word in words:
            homes = self._homes.get(word, ())
            for language in homes:
                votes[language] = votes.get(language, 0) + 1 / len(homes)
        return votes

    def _is_foreign(self, votes: Mapping[str, float]) -> bool:
        foreign = max(votes.get(language, 0) for language in self._foreign)
        return foreign >= _FOREIGN_VOTES and foreign > max(votes.get(language, 0) for language in SPOKEN)

    def _evidence(self, words: list[str], votes: Mapping[str, float]) -> list[float]:
        found = [self._trigrams[gram] for gram in trigrams(words[:60]) if gram in self._trigrams]
        letters = [sum(column) for column in zip(*found, strict=True)] if found else [0.0] * len(SPOKEN)
        return [
            _LETTER_WEIGHT * score + _FUNCTION_WEIGHT * votes.get(language, 0)
            for score, language in zip(letters, SPOKEN, strict=True)
        ]


def learn(texts: Iterable[tuple[str, str]], words: Mapping[str, str], keep: int = 3000) -> dict[str, Any]:
    """What `Tongues` needs, from (normalized text, language) pairs: add-one smoothed log-probabilities of the
    `keep` commonest trigrams of each language, in the order of `SPOKEN`."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in SPOKEN}
    for text, language in texts:
        counts[language].update(trigrams(_WORD.findall(text)))
    kept = sorted({gram for counter in counts.values() for gram, _ in counter.most_common(keep)})
    totals = {language: sum(counter[gram] for gram in kept) + len(kept) for language, counter in counts.items()}
    logs = {gram: [round(math.log((counts[at][gram] + 1) / totals[at]), 3) for at in SPOKEN] for gram in kept}
    return {"words": dict(words), "trigrams": logs}


def trigrams(words: list[str]) -> list[str]:
    """Letter trigrams over the words, with a blank at each word's edge."""
    padded = f" {' '.join(words)} "
    return [padded[at : at + 3] for at in range(len(padded) - 2)]


def _homes(words: Mapping[str, str]) -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    for language, listed in words.items():
        for word in listed.split():
            homes.setdefault(word, []).append(language)
    return homes


def _posterior(evidence: list[float]) -> list[float]:
    top = max(evidence)
    weights = [math.exp(value - top) for value in evidence]
    return [weight / sum(weights) for weight in weights]


def _hinted(hint: str | None) -> Language:
    return next((language for language in SPOKEN if hint and hint.lower().split("-")[0] == language), "und")
