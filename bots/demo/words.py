"""How much of a message the audience is shown. Pure."""

import textwrap
from collections.abc import Iterable


def excerpt(body: str, words: Iterable[str]) -> str:
    """The first line of a message and those that hold one of `words`; an ellipsis stands for what is left out."""
    lines = [line for line in body.splitlines() if line.strip()]
    kept = [number for number, line in enumerate(lines) if number == 0 or any(word in line for word in words)]
    follows = [*kept[1:], len(lines)]
    return "\n".join(lines[n] + ("" if after == n + 1 else " …") for n, after in zip(kept, follows, strict=True))


def whole(body: str) -> str:
    """All of a message, without its empty lines."""
    return "\n".join(line for line in body.splitlines() if line.strip())


def brief(body: str, most: int = 60) -> str:
    """The beginning of a message."""
    return textwrap.shorten(body, most, placeholder=" …")


def poll_text(body: str) -> str:
    """The question of a poll and, on one line, its numbered options, as clients without polls show them."""
    lines = body.splitlines()
    return "\n".join([lines[0], " · ".join(line for line in lines if line[:1].isdigit() and ". " in line)])
