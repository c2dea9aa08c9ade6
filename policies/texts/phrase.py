"""A phrase: what is to be said, before anybody knows in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Phrase:
    """A message id and its arguments.

    A phrase inside a phrase is said in the same language; a tuple is joined by newlines. Whole numbers
    choose plural forms and are written without thousands separators, so a case number stays one.
    """

    id: str
    args: Mapping[str, str | int | Phrase | tuple[Phrase | str, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers, for the outbox and for tells."""
        return {"id": self.id, "args": {name: _plain(value) for name, value in self.args.items()}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Phrase:
        """The inverse of `to_json`. Raises KeyError if `data` is not a phrase."""
        return cls(data["id"], {name: _value(value) for name, value in data["args"].items()})


def phrase(message_id: str, /, **args: str | int | Phrase | tuple[Phrase | str, ...]) -> Phrase:
    """A `Phrase` of a message id and its arguments, named as in the pack."""
    return Phrase(message_id, args)


def _plain(value: Any) -> Any:
    if isinstance(value, Phrase):
        return value.to_json()
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Phrase.from_json(value)
    return tuple(_value(part) for part in value) if isinstance(value, list) else value
