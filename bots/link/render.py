"""The light markup of the text packs as Matrix wants it: plain text, and HTML where there is something to format.

`**bold**`, lines that begin with `- ` as a list, line breaks. Everything else, a member's words included, is only text.
"""

import html
import re
from itertools import groupby

BULLET = "- "
_BOLD = re.compile(r"(?<![\w*/=])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?![\w*])")


def render(text: str) -> tuple[str, str | None]:
    """The plain text, which says the same without signs of markup, and the HTML, or None where plain says it all."""
    formatted = "\n".join(_html_of(lines) for lines in _blocks(text))
    plain = "\n".join(_BOLD.sub(r"\1", line) for line in text.split("\n"))
    is_formatted = "<strong>" in formatted or "<ul>" in formatted
    return plain, formatted if is_formatted else None


def _blocks(text: str) -> list[list[str]]:
    """Runs of lines: each run is a list or has none."""
    return [list(run) for _, run in groupby(text.split("\n"), key=lambda line: line.startswith(BULLET))]


def _html_of(lines: list[str]) -> str:
    if lines[0].startswith(BULLET):
        items = "".join(f"<li>{_inline(line.removeprefix(BULLET))}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return "<br>\n".join(_inline(line) for line in lines)


def _inline(line: str) -> str:
    return _BOLD.sub(r"<strong>\1</strong>", html.escape(line, quote=False))
