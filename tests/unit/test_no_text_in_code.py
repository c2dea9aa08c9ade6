"""Every word for people comes from the reviewed packs: the code of the bots holds none."""

import ast
from collections.abc import Iterator
from pathlib import Path

import bots
from policies.texts import Texts

BOTS = Path(bots.__file__).parent
SILENT = ("link", "store", "demo")  # they carry or store what was said, or play the members of a demonstration
TEXTS = Texts.load()
IDS = TEXTS.ids("en")
TELLING = {"say", "send", "reply", "ask", "notice", "edit", "Send", "Poll", "SayTo", "Choice", "Option"}
SAID = {"text", "body", "phrase", "question", "label", "html", "words"}


def sources() -> dict[str, ast.Module]:
    paths = [p for p in sorted(BOTS.rglob("*.py")) if p.relative_to(BOTS).parts[0] not in SILENT]
    return {str(p.relative_to(BOTS)): ast.parse(p.read_text("utf-8")) for p in paths}


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in names)


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The string literals that a call would say: all positional ones but the first (a room or a key), and `text=…`."""
    for call in calls(tree, *TELLING):
        said = [*call.args[1:], *(k.value for k in call.keywords if k.arg in SAID)]
        for node in said:
            yield from ((node.lineno, text) for text in words_of(node))


def words_of(node: ast.expr) -> list[str]:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return [
        p.value
        for p in parts
        if isinstance(p, ast.Constant) and isinstance(p.value, str) and any(map(str.isalpha, p.value))
    ]


def unknown(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """`phrase("…")` with an id that no pack has, or `phrase(f"start-{x}")` with a start that none has."""
    for call in calls(tree, "phrase", "Phrase"):
        first = call.args[0] if call.args else None
        for choice in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
            if isinstance(choice, ast.Constant) and choice.value not in IDS:
                yield call.lineno, str(choice.value)
            if isinstance(choice, ast.JoinedStr) and not any(id_.startswith(start(choice)) for id_ in IDS):
                yield call.lineno, start(choice)


def start(text: ast.JoinedStr) -> str:
    first = text.values[0]
    return str(first.value) if isinstance(first, ast.Constant) else ""


def test_no_text_is_written_in_code() -> None:
    """No call that says something is given words of its own."""
    found = {
        f"{name}:{line}": text for name, tree in sources().items() for line, text in literals(tree) if text not in IDS
    }
    assert found == {}


def test_every_text_that_code_asks_for_is_in_the_packs() -> None:
    """Every message id in the code exists."""
    found = {f"{name}:{line}": text for name, tree in sources().items() for line, text in unknown(tree)}
    assert found == {}


def test_every_command_has_its_line_of_help() -> None:
    """`@command("name")` needs the text `help-name`."""
    names = {
        call.args[0].value: name
        for name, tree in sources().items()
        for call in calls(tree, "command")
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert names
    assert {f"help-{name}": file for name, file in names.items() if f"help-{name}" not in IDS} == {}


def test_the_scan_finds_what_it_looks_for() -> None:
    """Words in a call, in an f-string and in a keyword are found; emoji, ids and variables are not."""
    tree = ast.parse(
        """
turn.say(room, "Hello you")
turn.say(room, f"Hello {name}")
effects.Send(room=room, text="Hello")
Choice("key", "How are you?")
turn.say(room, phrase("choice-yes"), to=member)
Option("yes", phrase("nope"), "✅")
turn.ask(room, question)
phrase(f"bot-{name}")
phrase(f"toaster-{name}")
"""
    )
    assert [line for line, _ in literals(tree)] == [2, 3, 4, 5]
    assert sorted(unknown(tree)) == [(7, "nope"), (10, "toaster-")]
