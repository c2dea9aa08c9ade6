"""Reading which consent switches somebody means: by number, by name, with typing errors, all or none. Pure."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bots.ui import fold

ALIKE = 0.75  # difflib's ratio from which a typed name counts
SHORT = 3  # letters; shorter words between the names ("and", "y") are passed over


@dataclass(frozen=True)
class Words:
    """The words of one language: names of each switch (in order), and those for all, on and off."""

    names: Mapping[str, Sequence[str]]
    all: Sequence[str]
    on: Sequence[str]
    off: Sequence[str]


@dataclass(frozen=True)
class Change:
    """What was meant. `on` is None where neither on nor off was said; `unknown` are words that mean nothing here."""

    on: bool | None
    switches: tuple[str, ...]
    unknown: tuple[str, ...]


def understood(typed: str, words: Words) -> Change:
    """The change that somebody typed: "off matching, research", "1 3 and 5", "alle"."""
    on: bool | None = None
    found: set[str] = set()
    unknown: list[str] = []
    for token in (fold(t) for t in re.split(r"[\s,;+&/]+", typed)):
        meant = _switch(token, words.names)
        if meant:
            found.add(meant)
        elif _is(token, words.all):
            found.update(words.names)
        elif _is(token, words.on) or _is(token, words.off):
            on = _is(token, words.on)
        elif len(token) > SHORT or token.isdigit():
            unknown.append(token)
    return Change(on, tuple(s for s in words.names if s in found), tuple(unknown))


def _switch(token: str, names: Mapping[str, Sequence[str]]) -> str | None:
    numbered = dict(enumerate(names, start=1))
    if token.isdigit():
        return numbered.get(int(token))
    known = {fold(name): switch for switch, also in names.items() for name in (switch, *also)}
    near = difflib.get_close_matches(token, known, n=1, cutoff=ALIKE) if len(token) > SHORT else []
    return known.get(token) or (known[near[0]] if near else None)


def _is(token: str, words: Sequence[str]) -> bool:
    return token in {fold(word) for word in words}
