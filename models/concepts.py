"""Words of the same meaning in three languages: what the model learns of one word helps it with the others."""

import json
import re
from itertools import combinations
from pathlib import Path

HEAVY = frozenset({"death", "hurt", "means", "farewell", "end", "absence", "decide", "despair", "fear"})
"""Concepts whose company matters: pairs are formed with these only."""

_FILE = Path(__file__).parent / "data" / "concepts.json"
_LISTED: dict[str, str] = json.loads(_FILE.read_text(encoding="utf-8"))
_OF_WORD: dict[str, tuple[str, ...]] = {}
for _concept, _words in sorted(_LISTED.items()):
    for _word in set(_words.split()):
        _OF_WORD[_word] = (*_OF_WORD.get(_word, ()), _concept)
_WORD = re.compile(r"\w+|[😂🤣💀]")


def concepts(text: str) -> list[str]:
    """Concepts of a normalized text in alphabetical order, then the pairs that hold a heavy one."""
    found = sorted({concept for word in _WORD.findall(text) for concept in _OF_WORD.get(word, ())})
    pairs = [one + other for one, other in combinations(found, 2) if one in HEAVY or other in HEAVY]
    return found + pairs
