"""A YAML file as plain text values, the line of every key, and what to say when something in it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Loc = tuple[str | int, ...]

_COPY = "Copy config.example.yaml to this place and change it."


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a configuration file: where it is, what is wrong, and the cure."""

    file: Path
    line: int
    loc: Loc
    what: str
    cure: str

    def __str__(self) -> str:
        key = f"{dotted(self.loc)}: " if self.loc else ""
        line = f"{self.file}:{self.line}: {key}{self.what}. {self.cure}"
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)


class ConfigProblems(Exception):
    """The configuration cannot be used: one line for each fault, nothing was started or changed."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.line, dotted(problem.loc))))
        super().__init__("\n".join(map(str, self.problems)))


def dotted(loc: Loc) -> str:
    """`("staff", 0, "until")` as people write it: `staff[0].until`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".")


class ConfigFile:
    """What stands in a YAML file. Every scalar stays text (`NO` is Norway here, not false); an empty value is None.

    `tree` holds the values, `lines` the 1-based line of each key path, `problems` the keys written twice.
    Raises ConfigProblems where nothing can be read: no file, not UTF-8, not YAML, no keys.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[Loc, int] = {(): 1}
        self.problems: list[Problem] = []
        self.tree: dict[str, Any] = self._mapping(self._root(), ())

    def line(self, loc: Loc) -> int:
        """The line of a key, or of the nearest section around a key that is not written."""
        while loc not in self.lines:
            loc = loc[:-1]
        return self.lines[loc]

    def problem(self, loc: Loc, what: str, cure: str, line: int | None = None) -> Problem:
        return Problem(self.path, line or self.line(loc), loc, what, cure)

    def _root(self) -> yaml.MappingNode:
        try:
            node = _Reader(self.path.read_text("utf-8-sig")).get_single_node()
        except OSError as error:
            raise self._unreadable(f"cannot be read ({error.strerror})", _COPY) from error
        except UnicodeDecodeError as error:
            raise self._unreadable("is not UTF-8 text", "Save the file as UTF-8.") from error
        except yaml.YAMLError as error:
            raise self._not_yaml(error) from error
        if not isinstance(node, yaml.MappingNode):
            raise self._unreadable("holds no `key: value` lines", _COPY)
        return node

    def _not_yaml(self, error: yaml.YAMLError) -> ConfigProblems:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "a character that YAML does not allow"
        cure = "Check indentation (spaces, no tabs), colons and quotes there; other faults show once this is right."
        return self._unreadable(f"is not valid YAML: {what}", cure, mark.line + 1 if mark else 1)

    def _unreadable(self, what: str, cure: str, line: int = 1) -> ConfigProblems:
        return ConfigProblems([Problem(self.path, line, (), f"the file {what}", cure)])

    def _value(self, node: yaml.Node, loc: Loc) -> Any:
        match node:
            case yaml.MappingNode():
                return self._mapping(node, loc)
            case yaml.SequenceNode():
                return [self._item(child, (*loc, index)) for index, child in enumerate(node.value)]
        return None if node.tag == "tag:yaml.org,2002:null" else node.value

    def _item(self, node: yaml.Node, loc: Loc) -> Any:
        self.lines[loc] = node.start_mark.line + 1
        return self._value(node, loc)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, child in node.value:
            here, line = (*loc, str(key.value)), key.start_mark.line + 1
            if here in self.lines:
                what = f"written twice, on lines {self.lines[here]} and {line}"
                self.problems.append(self.problem(here, what, "Keep one of the two.", line))
                continue
            self.lines[here] = line
            values[str(key.value)] = self._value(child, here)
        return values


class _Reader(yaml.SafeLoader):
    """YAML without anchors and aliases: each value stands where it counts, and no file can loop or explode."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            alias = self.get_event()  # type: ignore[no-untyped-call]
            reason = "`*` (an alias) is not used here; write the value out"
            raise yaml.composer.ComposerError(None, None, reason, alias.start_mark)
        return super().compose_node(parent, index)
