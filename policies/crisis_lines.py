"""The directory of crisis lines: which ones to show whom today, and which ones need a check (R15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from policies.crisis_line import Line
from policies.load import FOLDER, Policy, PolicyProblems
from policies.phone_numbers import EmergencyRules, emergency_numbers

LINES = FOLDER / "lines"
_CATEGORIES = ("suicide_crisis", "mental_health", "general")


class LineRules(Policy, file="crisis_lines.yaml"):
    """How many lines are shown and how long a check counts, in days."""

    shown_first: int
    warn_after_days: int
    hide_after_days: int
    directory: str
    emergency: EmergencyRules


class CountryFile(BaseModel):
    """`lines/<country>.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    country: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Shown:
    """What a member is shown: never nothing.

    `emergency` is empty where the country is unknown (say "your local emergency number"); `directory` is the address
    of the worldwide directory, or None where it is not needed.
    """

    lines: tuple[Line, ...]
    emergency: tuple[str, ...]
    directory: str | None


@dataclass(frozen=True)
class Due:
    """A line whose check is old. `last_day`: the last day on which it is shown; `hidden`: that day is over."""

    country: str
    line: Line
    age: int
    last_day: date
    hidden: bool


@dataclass(frozen=True)
class Directory:
    """All lines, by ISO country code."""

    countries: Mapping[str, tuple[Line, ...]]
    rules: LineRules

    def for_member(
        self,
        country: str | None,
        languages: Sequence[str],
        today: date,
        youth: bool = False,
        now: datetime | None = None,
    ) -> Shown:
        """What to show to a member of `country` who speaks `languages` (codes, the best first).

        Lines in one of the languages come first, then those that answer day and night. Youth lines are for `youth`
        only, and come first there. With `now`, lines that are closed at that moment are left out.
        """
        code = country.upper() if country else None
        current = [line for line in self.countries.get(code or "", ()) if self._counts(line, today)]
        fit = [line for line in current if (youth or not _is_youth(line)) and (now is None or line.open_at(now))]
        lines = sorted(fit, key=lambda line: _rank(line, languages, youth))[: self.rules.shown_first]
        served = any(speaks(line, languages) and (_is_youth(line) or not youth) for line in lines)
        emergency = emergency_numbers(code, self.rules.emergency)
        return Shown(tuple(lines), emergency, None if served else self.rules.directory)

    def due(self, today: date) -> list[Due]:
        """The lines that need a check by a named person, the oldest check first. A check in the future is none."""
        found = [self._due(country, line, today) for country, line in self._all()]
        old = [d for d in found if d.hidden or d.age >= self.rules.warn_after_days]
        return sorted(old, key=lambda d: (d.line.verified_at, d.country, d.line.id))

    def _counts(self, line: Line, today: date) -> bool:
        return 0 <= line.age(today) <= self.rules.hide_after_days

    def _due(self, country: str, line: Line, today: date) -> Due:
        last_day = line.verified_at + timedelta(days=self.rules.hide_after_days)
        return Due(country, line, line.age(today), last_day, hidden=not self._counts(line, today))

    def _all(self) -> Iterator[tuple[str, Line]]:
        return ((country, line) for country, lines in self.countries.items() for line in lines)


def speaks(line: Line, languages: Sequence[str]) -> bool:
    """Whether somebody there speaks one of the languages (`es-MX` counts as `es`)."""
    return not {base(code) for code in languages}.isdisjoint(base(code) for code in line.languages)


def base(language: str) -> str:
    """`es` of `es-MX` or `es_MX`."""
    return language.replace("_", "-").split("-")[0].lower()


def _is_youth(line: Line) -> bool:
    return line.audience == "youth"


def _rank(line: Line, languages: Sequence[str], youth: bool) -> tuple[bool, int, bool, bool, int]:
    spoken = [place for place, language in enumerate(languages) if speaks(line, [language])]
    preference = min(spoken, default=len(languages))
    category = _CATEGORIES.index(line.category)
    return not (youth and _is_youth(line)), preference, not line.always(), line.landline_only, category


def load(folder: Path = LINES, overlay: Path | None = None) -> Directory:
    """Read all country files; those in `<overlay>/lines/` replace the country's file.

    Raises PolicyProblems with one line for each problem: file, key, cure.
    """
    files = {path.stem: path for path in [*_files(folder), *(_files(overlay / "lines") if overlay else [])]}
    problems: list[str] = []
    countries = {code: _country(path, problems) for code, path in sorted(files.items())}
    problems += _twice(countries)
    if problems:
        raise PolicyProblems("\n".join(problems))
    return Directory(countries, LineRules.load(overlay))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _country(path: Path, problems: list[str]) -> tuple[Line, ...]:
    try:
        file = CountryFile.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except yaml.YAMLError as error:
        problems.append(f"{path.name}: not readable as YAML: {' '.join(str(error).split())}")
    except ValidationError as error:
        problems += [_line(path, e) for e in error.errors()]
    else:
        problems += _wrong(path, file)
        return file.lines
    return ()


def _wrong(path: Path, file: CountryFile) -> Iterator[str]:
    if file.country != path.stem:
        yield f"{path.name}: country: is “{file.country}”; write country: {path.stem}, or rename the file"
    for index, line in enumerate(file.lines):
        for key, cure in line.number_problems(file.country):
            yield f"{path.name}: lines.{index} ({line.id}).{key}: {cure}"


def _twice(countries: Mapping[str, tuple[Line, ...]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for country, lines in countries.items():
        for line in lines:
            if line.id in seen:
                yield f"{country}.yaml: id: “{line.id}” is also in {seen[line.id]}.yaml; give one of them another id"
            seen[line.id] = country


_CURES = {
    "missing": "is not there; add it",
    "extra_forbidden": "is not a known key; correct or remove it",
    "date_from_datetime_parsing": "is no day; write it like 2026-06-02",
    "string_pattern_mismatch": "is not written right; numbers are digits in quotes, addresses begin with https://",
    "string_type": "is no text; put it in quotes",
    "string_too_short": "is empty; fill it in",
}


def _line(path: Path, error: Any) -> str:
    where = ".".join(str(part) for part in error["loc"]) or "the file"
    message = error["msg"].removeprefix("Value error, ")
    return f"{path.name}: {where}: {_CURES.get(error['type'], message)}"
