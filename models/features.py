"""Two views of a text for all heads: words with their meaning, and letters. Hashed: no vocabulary has to be kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Self

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

from models.concepts import concepts
from models.rules import cues, sounds_like_danger

WORD_BITS, LETTER_BITS = 16, 17
_TOKEN = r"(?u)\w+|[^\w\s]"
WORDS = HashingVectorizer(
    analyzer="word", token_pattern=_TOKEN, ngram_range=(1, 3), n_features=2**WORD_BITS, lowercase=False,
    alternate_sign=False, norm=None, dtype=np.float32,
)  # fmt: skip
LETTERS = HashingVectorizer(
    analyzer="char_wb", ngram_range=(2, 5), n_features=2**LETTER_BITS, lowercase=False, alternate_sign=False, norm=None,
    dtype=np.float32,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """Weights of both views, learned from texts; `transform` gives one row of 2^16 + 2^17 columns for each text."""

    words: TfidfTransformer
    letters: TfidfTransformer

    @classmethod
    def learn(cls, texts: Sequence[str]) -> Self:
        """Inverse document frequencies of normalized texts."""
        words, letters = (TfidfTransformer(sublinear_tf=True) for _ in range(2))
        return cls(words.fit(_count_words(texts)), letters.fit(LETTERS.transform(texts)))

    def transform(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Rows for normalized texts: both views with length 1."""
        counted = (self.words, _count_words(texts)), (self.letters, LETTERS.transform(texts))
        return sparse.hstack([_weigh(counts, idf) for idf, counts in counted], format="csr", dtype=np.float32)

    def state(self) -> dict[str, Any]:
        """What has to be kept: the two transformers."""
        return {"words": self.words, "letters": self.letters}


def with_meaning(text: str) -> str:
    """The text and a made-up word for each concept and, if it sounds like danger, for each cue and pair of cues."""
    found = sorted(cues(text)) if sounds_like_danger(text) else []
    pairs = [f"{one}and{other}" for one, other in combinations(found, 2)]
    return " ".join([text, *(f"con{name}" for name in concepts(text)), *(f"cue{name}" for name in (*found, *pairs))])


def _count_words(texts: Sequence[str]) -> sparse.csr_matrix:
    return WORDS.transform([with_meaning(text) for text in texts])


def _weigh(counts: sparse.csr_matrix, idf: TfidfTransformer) -> sparse.csr_matrix:
    """`idf.transform(counts)` without its checks, which cost more than the work for a handful of texts."""
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    values = (np.log(counts.data) + 1) * np.asarray(idf.idf_, dtype=np.float32)[counts.indices]
    lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=counts.shape[0]))
    return sparse.csr_matrix((values / lengths[rows], counts.indices, counts.indptr), shape=counts.shape)
