"""Every word that an event bears, wherever it stands: what breaks the specification is judged all the same."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

DEEPEST = 32
"""Levels of nesting; no honest event comes near, and recursion on a hostile one would end the process."""

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_QUOTED = re.compile(r"<(blockquote|mx-reply)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NAMES = re.compile(r"(m|org\.matrix|io\.element)\.[a-z0-9_.]+")


def strings(value: Any) -> Iterator[str]:
    """All strings among the values of a JSON value, in order, however deep."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, Mapping):
            waiting.extend(reversed(list(found.values())))
        elif isinstance(found, list | tuple):
            waiting.extend(reversed(found))


def is_deep(value: Any) -> bool:
    """Whether a JSON value is nested deeper than `DEEPEST`."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, list | tuple):
        yield from value


def without_tags(html: str) -> str:
    """The words of an HTML text, as a reader sees them."""
    return unescape(_TAG.sub(" ", html))


def all_shown(body: str, html: str | None) -> str:
    """The words of a message: its body, and after it whatever only its formatted text says, without quotations."""
    shown = without_tags(_QUOTED.sub(" ", html)) if html else ""
    hidden = set(_WORD.findall(shown.casefold())) - set(_WORD.findall(body.casefold()))
    return f"{body}\n{shown}".strip() if hidden else body.strip()


def all_words(content: Any) -> str:
    """Every string of a content, each once, without tags and without the specification's own names."""
    plain = (without_tags(text).strip() for text in strings(content))
    return "\n".join(dict.fromkeys(text for text in plain if text and not _NAMES.fullmatch(text)))
