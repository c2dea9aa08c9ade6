"""Plain words that mean `!crisis`, in every language (R19)."""

import unicodedata
from collections.abc import Iterator

from policies.load import Policy


class CrisisWords(Policy, file="crisis_words.yaml"):
    """Whole messages, by language. All languages count everywhere: nobody chooses a language in a crisis."""

    words: dict[str, tuple[str, ...]]

    def all(self) -> frozenset[str]:
        """Every wording, in lower case, both with its accents and as it is typed without them."""
        return frozenset(form for said in self.words.values() for words in said for form in _forms(words))


def _forms(words: str) -> Iterator[str]:
    lower = " ".join(words.casefold().split())
    yield lower
    yield "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    yield lower.replace("'", "’")
