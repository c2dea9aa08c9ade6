"""Finding what somebody typed among names: without case, accents or articles, and with typing errors."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

ALIKE = 0.8  # difflib's ratio from which a typed word counts as a name with a typing error
SHORT = 4  # letters; a shorter word is found only as it is
CLOSE = 0.06  # names whose ratio is this near to the best one are as likely


def fold(words: str) -> str:
    """Lower case, without accents, with single spaces for all punctuation: `St. Kitts` and `st  kitts` are the same."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def without(words: str, fillers: Iterable[str]) -> str:
    """The folded words after any fillers at their beginning (`die`, `i live in`)."""
    longest_first = sorted(fillers, key=len, reverse=True)
    while filler := next((f for f in longest_first if words.startswith(f"{f} ")), None):
        words = words.removeprefix(f"{filler} ")
    return words


def find(typed: str, names: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The codes that folded `typed` means among folded `names`: none, one, or several that are as likely."""
    if typed in names:
        return tuple(sorted(names[typed]))
    within = {code for name, codes in names.items() if _contains(name, typed) for code in codes}
    return tuple(sorted(within or (_with_errors(typed, names) if len(typed) >= SHORT else ())))


def _contains(name: str, typed: str) -> bool:
    """`korea` is in `south korea`; short words are too common for that."""
    return len(typed) >= SHORT and f" {typed} " in f" {name} "


def _with_errors(typed: str, names: Mapping[str, frozenset[str]]) -> set[str]:
    near = difflib.get_close_matches(typed, names, n=5, cutoff=ALIKE)
    ratios = {name: difflib.SequenceMatcher(None, name, typed).ratio() for name in near}
    best = max(ratios.values(), default=0.0)
    return {code for name, ratio in ratios.items() if best - ratio <= CLOSE for code in names[name]}
