"""The shapes that the specification demands of an event's parts."""

from collections.abc import Mapping
from typing import Any, TypedDict


class Broken(Exception):
    """Something in the content has another shape than the specification says; its words were kept."""


class Envelope(TypedDict):
    """What every event of a room has; `at` is in ms."""

    room_id: str
    event_id: str
    sender: str
    at: int
    encrypted: bool


def mapping(value: Any) -> Mapping[str, Any]:
    """An object. Raises Broken."""
    if not isinstance(value, Mapping):
        raise Broken
    return value


def text(value: Any) -> str:
    """A string. Raises Broken."""
    if not isinstance(value, str):
        raise Broken
    return value


def text_or_none(value: Any) -> str | None:
    """A string or nothing. Raises Broken."""
    return None if value is None else text(value)


def texts(value: Any) -> tuple[str, ...]:
    """A list of strings. Raises Broken."""
    if not isinstance(value, list | tuple):
        raise Broken
    return tuple(text(item) for item in value)
