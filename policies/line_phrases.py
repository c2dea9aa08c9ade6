"""The lines that a member is shown, as phrases: one list item for each way to reach somebody."""

from collections.abc import Sequence
from functools import reduce

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from policies.crisis_line import WEEK, Hours, Line
from policies.crisis_lines import Due, Shown, base, speaks
from policies.texts import Phrase, phrase


def lines(shown: Shown, language: str) -> tuple[Phrase, ...]:
    """The `$lines` of the crisis texts, for somebody who reads `language`: lines, emergency number, directory."""
    ways = [way for line in shown.lines for way in _ways(line, language)]
    more = [phrase("line-directory", url=shown.directory)] if shown.directory else []
    return (*ways, emergency(shown.emergency), *more)


def emergency(numbers: Sequence[str]) -> Phrase:
    """The emergency number or numbers; without any, "your local emergency number"."""
    if not numbers:
        return phrase("emergency-local")
    together: str | Phrase = numbers[0]
    for number in numbers[1:]:
        together = phrase("numbers-or", first=together, second=number)
    return phrase("emergency-numbers", numbers=together)


def notices(due: Sequence[Due], language: str, directory: str) -> tuple[Phrase, ...]:
    """What the team is told about lines whose check is old; empty if there are none."""
    soon = [d for d in due if not d.hidden]
    hidden = len(due) - len(soon)
    told = []
    if soon:
        day = format_date(min(d.last_day for d in soon), format="long", locale=_locale(language))
        told.append(phrase("lines-due", count=len(soon), day=day))
    if hidden:
        told.append(phrase("lines-hidden", count=hidden, url=directory))
    return tuple(told)


def _ways(line: Line, language: str) -> list[Phrase]:
    known: dict[str, str | Phrase] = {"name": line.name, "details": _details(line, language)}
    if line.call and line.call == line.text and not line.keyword:
        ways = [phrase("line-call-or-text", number=line.call, **known)]
    else:
        ways = [phrase("line-call", number=line.call, **known)] if line.call else []
        ways += [_by_text(line, known)] if line.text else []
    return ways + ([phrase("line-web", url=line.chat, **known)] if line.chat else [])


def _by_text(line: Line, known: dict[str, str | Phrase]) -> Phrase:
    if line.keyword:
        return phrase("line-text-keyword", number=line.text or "", keyword=line.keyword, **known)
    return phrase("line-text", number=line.text or "", **known)


def _details(line: Line, language: str) -> Phrase:
    said = [_hours(line.hours, language)] if isinstance(line.hours, Hours) else [phrase("line-always")]
    if line.extension:
        said.insert(0, phrase("line-extension", extension=line.extension))
    if line.landline_only:
        said.append(phrase("line-landline"))
    if not speaks(line, [language]):
        said.append(phrase("line-languages", languages=_languages(line, language)))
    if line.audience == "youth":
        said.append(phrase("line-youth"))
    return reduce(lambda before, detail: phrase("line-and", first=before, second=detail), said)


def _hours(hours: Hours, language: str) -> Phrase:
    open_ = {"from": hours.from_, "to": hours.to}
    if hours.days == WEEK:
        return phrase("line-hours", **open_)
    names = _locale(language).days["format"]["abbreviated"]
    days = [names[WEEK.index(day)] for day in hours.days]
    together = hours.days == WEEK[WEEK.index(hours.days[0]) :][: len(days)] and len(days) > 1
    return phrase("line-hours-days", days=f"{days[0]}–{days[-1]}" if together else ", ".join(days), **open_)


def _languages(line: Line, language: str) -> str:
    names = _locale(language).languages
    return format_list([names.get(code, code) for code in line.languages], locale=_locale(language))


def _locale(language: str) -> Locale:
    return Locale(base(language))
