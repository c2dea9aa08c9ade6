"""`Texts`: says phrases in any shipped language, and never leaves a member without words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import structlog
from fluent.runtime import FluentBundle
from fluent.runtime.types import fluent_number
from fluent.syntax import ast

from policies.texts.errors import BadTextsError, IncompletePhraseError, TextError, UnknownTextError, UnsayableTextError
from policies.texts.pack import Pack, PackFile, key_of, names_in, read_folder
from policies.texts.phrase import Phrase

FALLBACK = "en"
LAST_WORDS = "text-missing"
_SHIPPED = Path(__file__).parent
_GAP = "…"
_LONG = 1000  # Fluent refuses arguments over 2,500 characters: long ones are put in after formatting.


def log_problem(problem: TextError) -> None:
    """The default report of a text that could not be said as asked: a log line without any member's words."""
    structlog.get_logger("kith.texts").error("text_problem", problem=str(problem))


class Texts:
    """The packs of all languages.

    With `strict` (tests) an unknown id, a missing translation or a missing argument raises. Without it (a running bot)
    the problem is reported and the next best is said: the base language (`de` for `de-AT`), then English, then the text
    `text-missing`, which points to a person. A missing argument leaves “…” in its place, so that a crisis line beside
    it still arrives.
    """

    def __init__(
        self, packs: Mapping[str, Pack], *, strict: bool = False, report: Callable[[TextError], None] = log_problem
    ) -> None:
        self._packs = dict(packs)
        self._bundles = {language: _bundle(pack) for language, pack in packs.items()}
        self._strict = strict
        self._report = report

    @classmethod
    def load(
        cls,
        overlay: Path | None = None,
        *,
        strict: bool = False,
        report: Callable[[TextError], None] = log_problem,
    ) -> Texts:
        """Read the shipped packs and, over them, `<overlay>/<language>/*.ftl` of the organization.

        Raises BadTextsError with every problem of every file.
        """
        packs = {language: _pack(language, files) for language, files in read_folder(_SHIPPED).items()}
        problems = [problem for pack in packs.values() for problem in pack.problems]
        if LAST_WORDS not in packs[FALLBACK].ids:
            problems.append(f"{FALLBACK}: “{LAST_WORDS}” is not there. It is said when a text is missing: add it.")
        if overlay is not None:
            problems += _lay_over(packs, overlay)
        problems += [problem for pack in packs.values() for problem in pack.dangling()]
        if problems:
            raise BadTextsError(problems)
        return cls(packs, strict=strict, report=report)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a pack, English first."""
        return tuple(sorted(self._packs, key=lambda language: (language != FALLBACK, language)))

    def ids(self, language: str) -> frozenset[str]:
        """The message ids of a language's pack."""
        return self._packs[language].ids

    def variables(self, language: str, message_id: str) -> frozenset[str]:
        """The arguments that a message needs. Raises KeyError for an unknown language or id."""
        return self._packs[language].variables(message_id)

    def files(self) -> tuple[PackFile, ...]:
        """Every pack file, those of the overlay included."""
        return tuple(file for language in self.languages for file in self._packs[language].files)

    def unreviewed(self) -> list[str]:
        """The files that no named person has reviewed (R22)."""
        return [file.name for file in self.files() if file.reviewer is None]

    def closest(self, *wanted: str | None) -> str:
        """The first wanted language that has a pack (`de-AT` → `de`), else English.

        The order of R22: the member's choice, the client's language, the organization's.
        """
        for language in wanted:
            for candidate in _narrowing(language or ""):
                if candidate in self._packs:
                    return candidate
        return FALLBACK

    def say(self, language: str, phrase: Phrase) -> str:
        """The words for a phrase. In strict mode raises TextError."""
        for wanted in (phrase, Phrase(LAST_WORDS)):
            for candidate in dict.fromkeys((*_narrowing(language), FALLBACK)):
                try:
                    return self._say_in(candidate, wanted, root=language)
                except UnknownTextError as problem:
                    self._untranslated(problem, candidate)
                except UnsayableTextError as problem:
                    self._problem(problem)
        raise UnknownTextError(LAST_WORDS, FALLBACK)

    def _untranslated(self, problem: UnknownTextError, language: str) -> None:
        """A language that an organization brings may be incomplete: only what English lacks too is reported."""
        if language == FALLBACK or (self._strict and language in self._packs):
            self._problem(problem)

    def _problem(self, problem: TextError) -> None:
        if self._strict:
            raise problem
        self._report(problem)

    def _say_in(self, language: str, phrase: Phrase, root: str) -> str:
        pack = self._packs.get(language)
        if pack is None or phrase.id not in pack.ids:
            raise UnknownTextError(phrase.id, language)
        missing = sorted(pack.variables(phrase.id) - phrase.args.keys())
        if missing:
            self._problem(IncompletePhraseError(phrase.id, language, missing))
        said = {name: self._value(root, value) for name, value in phrase.args.items()}
        return self._format(language, phrase.id, {**said, **dict.fromkeys(missing, _GAP)})

    def _value(self, language: str, value: str | int | Phrase | tuple[Phrase | str, ...]) -> str | int:
        if isinstance(value, Phrase):
            return self.say(language, value)
        if isinstance(value, tuple):
            return "\n".join(str(self._value(language, part)) for part in value)
        return value

    def _format(self, language: str, message_id: str, args: Mapping[str, str | int]) -> str:
        bundle = self._bundles[language]
        pattern = bundle.get_message(message_id).value
        if pattern is None:
            raise UnsayableTextError(message_id, language, "it has attributes but no text")
        marks = {f"\ue000{name}\ue001": v for name, v in args.items() if isinstance(v, str) and len(v) > _LONG}
        text, errors = bundle.format_pattern(pattern, {name: _argument(name, v) for name, v in args.items()})
        if errors:
            raise UnsayableTextError(message_id, language, type(errors[0]).__name__)
        for mark, value in marks.items():
            text = str(text).replace(mark, value)
        return str(text)


def _argument(name: str, value: str | int) -> Any:
    if isinstance(value, int):
        return fluent_number(value, useGrouping=False)
    return value if len(value) <= _LONG else f"\ue000{name}\ue001"


def _narrowing(language: str) -> Iterator[str]:
    """`de-AT`, then `de`."""
    yield language
    base = language.replace("_", "-").split("-")[0].lower()
    if base != language:
        yield base


def _pack(language: str, files: list[PackFile]) -> Pack:
    pack = Pack(language)
    for file in files:
        pack.add(file)
    return pack


def _lay_over(packs: dict[str, Pack], folder: Path) -> list[str]:
    if not folder.is_dir():
        return [f"{folder}: the overlay folder is not there. Create it or take it out of the configuration."]
    problems: list[str] = []
    for language, files in read_folder(folder, prefix="overlay/").items():
        pack = packs.setdefault(language, Pack(language))
        before = len(pack.problems)
        for file in files:
            problems += _strangers(packs[FALLBACK], file)
            pack.add(file, over=True)
        problems += pack.problems[before:]
    return problems


def _strangers(english: Pack, file: PackFile) -> Iterator[str]:
    """What an overlay file asks for that no bot will give: unknown ids and unknown variables."""
    for entry in file.entries():
        key = key_of(entry)
        if key.startswith("-"):
            continue
        if key not in english.ids:
            yield f"{file.name}: no bot says “{key}”. Correct the id; the ids are those of policies/texts/{FALLBACK}/."
            continue
        for name in sorted(names_in(entry).variables - english.variables(key)):
            known = ", ".join(f"${v}" for v in sorted(english.variables(key))) or "none"
            yield f"{file.name}: “{key}” has no ${name}. Known here: {known}."


def _bundle(pack: Pack) -> FluentBundle:
    bundle = FluentBundle([pack.language], use_isolating=False)
    bundle.add_resource(ast.Resource(list(pack.entries.values())))
    return bundle
