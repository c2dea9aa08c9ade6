"""The language that a member typed as a word, among those that have texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from babel import Locale

from policies import naming
from policies.load import Policy

NAMED_IN = ("en", "es", "de")


class LanguageWords(Policy, file="language_words.yaml"):
    """Other names of languages, and words that say nothing about which it is."""

    also: dict[str, tuple[str, ...]]
    fillers: tuple[str, ...]


def find(typed: str, shipped: Iterable[str], words: LanguageWords | None = None) -> tuple[str, ...]:
    """What "Spanisch", "inglés" or "de" means among the `shipped` codes: none, one, or several that are as likely."""
    words, shipped = words or LanguageWords.load(), tuple(shipped)
    if typed.strip().lower() in shipped:
        return (typed.strip().lower(),)
    folded = naming.without(naming.fold(typed), words.fillers)
    return naming.find(folded, _names(shipped, words)) if folded else ()


def name(code: str, language: str) -> str:
    """The name of language `code` in `language` (`name("de", "es")` is "alemán"); the code where there is no name."""
    return str(Locale.parse(language, sep="-").languages.get(code, code))


def _names(shipped: tuple[str, ...], words: LanguageWords) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, said in _all_names(shipped, words):
        found[naming.fold(said)].add(code)
    return {said: frozenset(codes) for said, codes in found.items()}


def _all_names(shipped: tuple[str, ...], words: LanguageWords) -> Iterator[tuple[str, str]]:
    yield from ((code, name(code, language)) for code in shipped for language in (*NAMED_IN, code))
    yield from ((code, said) for code in shipped for said in words.also.get(code, ()))
