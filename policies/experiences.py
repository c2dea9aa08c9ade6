"""The vocabulary of shared experiences: which themes somebody's own words are about."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from babel.lists import format_list
from pydantic import BaseModel, ConfigDict

from policies import naming
from policies.crisis_lines import base
from policies.load import Policy

ALIKE = 0.86  # difflib's ratio from which a word counts as one of the vocabulary with a typing error
SHORT = 6  # letters; a shorter word is found only as it is
LONGEST = 150  # words that are read; what follows is kept but not searched


class Theme(BaseModel):
    """What a theme is called and which words mean it, by language."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]] = {}

    def all_words(self) -> Iterator[str]:
        """Its names and words in all languages, folded."""
        yield from (naming.fold(name) for name in self.names.values())
        yield from (naming.fold(word) for words in self.words.values() for word in words)


class Experiences(Policy, file="experiences.yaml"):
    """The themes by tag."""

    themes: Mapping[str, Theme]

    def find(self, typed: str) -> tuple[str, ...]:
        """The tags of all themes that the words are about, in the order of the vocabulary."""
        said = " ".join(naming.fold(typed).split()[:LONGEST])
        return tuple(tag for tag, theme in self.themes.items() if any(_is_in(said, word) for word in theme.all_words()))

    def name(self, tag: str, language: str) -> str:
        """What the theme is called in a language, else in English; a tag that is no longer known is its own name."""
        names = self.themes[tag].names if tag in self.themes else {}
        return names.get(base(language)) or names.get("en") or tag

    def list(self, tags: Iterable[str], language: str) -> str:
        """The themes as people say them: "night shifts, grief and panic attacks"."""
        spoken = [self.name(tag, language) for tag in tags]
        return str(format_list(spoken, locale=base(language)))


def _is_in(said: str, word: str) -> bool:
    return f" {word} " in f" {said} " or (len(word) >= SHORT and _with_errors(said, word))


def _with_errors(said: str, word: str) -> bool:
    typed, length = said.split(), len(word.split())
    runs = {" ".join(typed[i : i + length]) for i in range(len(typed) - length + 1)}
    near = [run for run in runs if abs(len(run) - len(word)) <= 2]
    return bool(difflib.get_close_matches(word, near, n=1, cutoff=ALIKE))
