"""A configuration file held against its models: every fault found in one pass, each with key, line and cure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from bots.configfile import ConfigFile, ConfigProblems, Loc, Problem, dotted

_UNREAD: Final = SecretStr("unread")
"""Stands in for a secret that could not be read, so that its one fault stays one line."""

_WHAT = {
    "missing": "missing",
    "literal_error": "`{input}` is none of {expected}",
    "model_type": "a section with keys of its own is expected here",
    "tuple_type": "a list is expected here",
    "string_too_short": "empty",
    "int_parsing": "`{input}` is not a whole number",
    "less_than_equal": "`{input}` is more than {le}",
    "greater_than_equal": "`{input}` is less than {ge}",
    "bool_parsing": "`{input}` is neither true nor false",
    "string_pattern_mismatch": "`{input}` has a form or characters that do not fit",
}
"""What people read for pydantic's error types; for any other type they read pydantic's own words."""


class Section(BaseModel):
    """A frozen group of keys. A `SecretStr` field `x` is never written in the file: it is `x_file` or a variable."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True)


S = TypeVar("S", bound=Section)


def check(model: type[S], path: Path, environ: Mapping[str, str]) -> S:
    """The file at `path` as `model`, with the file's folder as context. Raises ConfigProblems."""
    file = ConfigFile(path)
    reading = _Reading(file, model, environ)
    tree = reading.section(model, file.tree, ())
    problems = [*file.problems, *reading.problems]
    try:
        checked = model.model_validate(tree, context={"folder": path.absolute().parent})
    except ValidationError as error:
        problems += [_problem(file, model, detail) for detail in error.errors() if _is_news(detail)]
    if problems:
        raise ConfigProblems(problems)
    return checked


def fault(what: str, cure: str = "") -> PydanticCustomError:
    """What a validator raises; without a `cure` the field's description becomes one."""
    return PydanticCustomError("fault", "{what}", {"what": what, "cure": cure})


def nearest(word: str, known: Iterable[str]) -> str:
    """` (did you mean …?)` where something known is close to `word`, else nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f" (did you mean `{close[0]}`?)" if close else ""


def key_paths(model: type[Section], loc: Loc = ()) -> Iterator[Loc]:
    """Every key that may stand in the file, as it is written there (`…_file` for secrets), lists without an index."""
    for name, field in model.model_fields.items():
        here = (*loc, _written(name, field))
        yield here
        if (inner := _section_of(field)) is not None:
            yield from key_paths(inner, here)


class _Reading:
    """One walk over the file beside the models: misspelt keys, secrets, and sections that were left out."""

    def __init__(self, file: ConfigFile, root: type[Section], environ: Mapping[str, str]) -> None:
        self.file = file
        self.root = root
        self.environ = environ
        self.problems: list[Problem] = []

    def section(self, model: type[Section], raw: Any, loc: Loc) -> Any:
        """`raw` with secrets read and sections filled in; empty values count as left out."""
        if not isinstance(raw, dict):
            return raw
        given = self._known_keys(model, raw, loc)
        values = {name: self._value(name, field, given, loc) for name, field in model.model_fields.items()}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, name: str, field: FieldInfo, given: dict[str, Any], loc: Loc) -> Any:
        here = (*loc, name)
        if _is_secret(field):
            return self._secret(here, given)
        value, inner = given.get(name), _section_of(field)
        if inner is None:
            return value
        if isinstance(value, list):
            return [self.section(inner, item, (*here, index)) for index, item in enumerate(value)]
        return self.section(inner, {} if value is None and field.annotation is inner else value, here)

    def _known_keys(self, model: type[Section], raw: dict[str, Any], loc: Loc) -> dict[str, Any]:
        """`raw` without unknown keys: each is reported, then read as what was probably meant."""
        fields = model.model_fields
        meaning = {key: name for name, field in fields.items() for key in (name, _written(name, field))}
        given = {key: value for key, value in raw.items() if key in meaning}
        for key in (key for key in raw if key not in meaning):
            close = get_close_matches(key, meaning, n=1, cutoff=0.7)
            if not close:
                self._report((*loc, key), "unknown key", self._cure_for_unknown(key, model))
                continue
            name = meaning[close[0]]
            self._report((*loc, key), "unknown key", f"Did you mean `{_written(name, fields[name])}`?")
            given.setdefault(name, _UNREAD if _is_secret(fields[name]) else raw[key])
        return given

    def _cure_for_unknown(self, key: str, model: type[Section]) -> str:
        elsewhere = next((path for path in key_paths(self.root) if path[-1] == key), None)
        if elsewhere is not None:
            return f"Did you mean `{dotted(elsewhere)}`? Check the indentation."
        possible = ", ".join(_written(name, field) for name, field in model.model_fields.items())
        return f"Remove it; possible here: {possible}."

    def _secret(self, loc: Loc, given: dict[str, Any]) -> SecretStr | None:
        name = str(loc[-1])
        inline, file = given.get(name), given.get(f"{name}_file")
        if inline is not None:
            if inline is not _UNREAD:
                self._report(loc, "a secret stands in this file", _cure_for_secret(loc))
            return _UNREAD
        if variable := self.environ.get(_variable(loc)):
            return SecretStr(variable)
        return None if file is None else self._secret_file((*loc[:-1], f"{name}_file"), loc, file)

    def _secret_file(self, key: Loc, loc: Loc, file: Any) -> SecretStr:
        if not isinstance(file, str):
            self._report(key, "a single value is expected here", _cure_for_secret(loc))
            return _UNREAD
        path = self.file.path.absolute().parent / file
        try:
            if secret := path.read_text("utf-8").strip():
                return SecretStr(secret)
            reason = "it is empty"
        except OSError as error:
            reason = str(error.strerror)
        except ValueError:
            reason = "it is not UTF-8 text"
        self._report(key, f"no secret in {path} ({reason})", f"Put the secret there, or set {_variable(loc)}.")
        return _UNREAD

    def _report(self, loc: Loc, what: str, cure: str) -> None:
        self.problems.append(self.file.problem(loc, what, cure))


def _problem(file: ConfigFile, model: type[Section], detail: ErrorDetails) -> Problem:
    loc, context = detail["loc"], detail.get("ctx", {})
    field = _field_at(model, loc)
    if field is not None and _is_secret(field):
        return file.problem((*loc[:-1], f"{loc[-1]}_file"), "missing", _cure_for_secret(loc))
    return file.problem(loc, _what(detail), context.get("cure") or _cure(loc, field))


def _what(detail: ErrorDetails) -> str:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if "what" in context:
        return str(context["what"])
    if isinstance(value, list | dict) and kind not in ("missing", "model_type", "tuple_type"):
        return "a single value is expected here"
    shown = str(value)[:60]
    if kind not in _WHAT:
        return f"`{shown}`: {detail['msg']}"
    what = _WHAT[kind].format(**context, input=shown)
    return what + nearest(shown, re.findall("'(.*?)'", context["expected"])) if kind == "literal_error" else what


def _cure(loc: Loc, field: FieldInfo | None) -> str:
    if field is not None and (inner := _section_of(field)) is not None:
        keys = ", ".join(_written(name, key) for name, key in inner.model_fields.items())
        item = get_origin(field.annotation) is tuple and isinstance(loc[-1], str)
        return f"Write {'`- ` and ' if item else ''}its keys on indented lines below: {keys}."
    if field is None or field.description is None:
        return "Compare it with config.example.yaml."
    key = next(part for part in reversed(loc) if isinstance(part, str))
    example = f", for example `{key}: {field.examples[0]}`" if field.examples else ""
    return f"Write {field.description}{example}."


def _cure_for_secret(loc: Loc) -> str:
    return f"Put it into a file of its own and name that in `{loc[-1]}_file`, or set {_variable(loc)}."


def _variable(loc: Loc) -> str:
    return "_".join(["KITH", *map(str, loc)]).upper()


def _is_news(detail: ErrorDetails) -> bool:
    """Not a default that could not be made because the value it builds on is faulty, which has its own line."""
    return detail["type"] != "default_factory_not_called"


def _field_at(model: type[Section], loc: Loc) -> FieldInfo | None:
    field, inner = None, model
    for name in (part for part in loc if isinstance(part, str)):
        field = inner.model_fields.get(name)
        inner = (_section_of(field) if field else None) or inner
    return field


def _written(name: str, field: FieldInfo) -> str:
    return f"{name}_file" if _is_secret(field) else name


def _is_secret(field: FieldInfo) -> bool:
    return _core(field.annotation) is SecretStr


def _section_of(field: FieldInfo) -> type[Section] | None:
    core = _core(field.annotation)
    return core if isinstance(core, type) and issubclass(core, Section) else None


def _core(annotation: Any) -> Any:
    """What an optional or a tuple is made of."""
    if get_origin(annotation) in (tuple, Union, UnionType):
        return _core(next(part for part in get_args(annotation) if part is not NoneType))
    return annotation
