"""One language's pack: reads its Fluent files and knows which variables each message needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

_REVIEWER = re.compile(r"^# *reviewed-by: *(?P<who>.*)$", re.MULTILINE)
_LIVED = re.compile(r"^# *lived-experience: *(?P<answer>yes|no|unknown) *$", re.MULTILINE)
_NOBODY = ("", "nobody", "nobody yet")


@dataclass(frozen=True)
class PackFile:
    """A parsed file. `name` is how people find it: `de/crisis.ftl`, or `overlay/de/crisis.ftl`."""

    name: str
    source: str

    @cached_property
    def resource(self) -> ast.Resource:
        return FluentParser().parse(self.source)

    @property
    def reviewer(self) -> str | None:
        """Who reviewed the file, or None if nobody did or the header is not there."""
        header = _REVIEWER.search(self.source)
        who = header["who"].strip() if header else ""
        return None if who.lower() in _NOBODY else who

    @property
    def has_header(self) -> bool:
        """Whether both `# reviewed-by: …` and `# lived-experience: yes|no|unknown` are there."""
        return bool(_REVIEWER.search(self.source) and _LIVED.search(self.source))

    def syntax_errors(self) -> Iterator[str]:
        for junk in (entry for entry in self.resource.body if isinstance(entry, ast.Junk)):
            yield f"{self.name}: cannot be read near “{_first_line(junk)}”: {junk.annotations[0].message}. {_HINT}"

    def entries(self) -> Iterator[ast.Message | ast.Term]:
        return (entry for entry in self.resource.body if isinstance(entry, (ast.Message, ast.Term)))


_HINT = 'A line inside a text is indented, and one that begins with * [ . or } starts with {""}'


@dataclass
class Pack:
    """All messages and terms of one language, by key (`id`, or `-id` for a term)."""

    language: str
    files: list[PackFile] = field(default_factory=list)
    entries: dict[str, ast.Message | ast.Term] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    _variables: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(key for key in self.entries if not key.startswith("-"))

    def add(self, file: PackFile, *, over: bool = False) -> None:
        """Take in a file's entries; with `over`, they replace those of the same id. Problems are collected."""
        self.files.append(file)
        self.problems += file.syntax_errors()
        seen: set[str] = set()
        for entry in file.entries():
            key = key_of(entry)
            if key in seen or (key in self.entries and not over):
                self.problems.append(f"{file.name}: “{key}” is there twice in {self.language}. Keep one.")
            seen.add(key)
            self.entries[key] = entry
        self._variables.clear()

    def variables(self, message_id: str) -> frozenset[str]:
        """The arguments a message needs, those of the messages it refers to included."""
        if message_id not in self._variables:
            self._variables[message_id] = self._walk(message_id, frozenset())
        return self._variables[message_id]

    def _walk(self, message_id: str, above: frozenset[str]) -> frozenset[str]:
        found = names_in(self.entries[message_id])
        inner = [r for r in found.references if r in self.entries and not r.startswith("-") and r not in above]
        return found.variables.union(*(self._walk(r, above | {message_id}) for r in inner))

    def dangling(self) -> Iterator[str]:
        """References to messages or terms that are not there."""
        for key, entry in self.entries.items():
            for missing in sorted(names_in(entry).references - self.entries.keys()):
                yield f"{self.language}: “{key}” refers to “{missing}”, which is not there. Add it or correct it."


@dataclass(frozen=True)
class Names:
    """What an entry mentions: variables, and keys of other entries."""

    variables: frozenset[str]
    references: frozenset[str]


class _Collector(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (named by fluent.syntax)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)


def names_in(entry: ast.Message | ast.Term) -> Names:
    """The variables and references of one entry."""
    collector = _Collector()
    collector.visit(entry)
    return Names(frozenset(collector.variables), frozenset(collector.references))


def key_of(entry: ast.Message | ast.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def read_folder(folder: Path, prefix: str = "") -> Mapping[str, list[PackFile]]:
    """The pack files of `<folder>/<language>/*.ftl`, by language, in order of their names."""
    found: dict[str, list[PackFile]] = {}
    for path in sorted(folder.glob("*/*.ftl")):
        language = path.parent.name
        name = f"{prefix}{language}/{path.name}"
        found.setdefault(language, []).append(PackFile(name, path.read_text(encoding="utf-8")))
    return found


def _first_line(junk: ast.Junk) -> str:
    return (junk.content or "").strip().splitlines()[0][:60]
