"""Where a process of the product may be made to die: functions that are wrapped from outside."""

import importlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any


@dataclass(frozen=True)
class Point:
    """A function of the product, and whether the process dies before or after it."""

    module: str
    function: str
    after: bool


def _before(module: str, function: str) -> Point:
    return Point(module, function, after=False)


def _after(module: str, function: str) -> Point:
    return Point(module, function, after=True)


CHOSEN = {
    "one-time keys uploaded": _after("bots.link.fallback", "_upload"),
    "room key opened, not kept": _before("nio.crypto.olm_machine", "Olm._handle_room_key_event"),
    "sync fetched, not stored": _after("bots.link.sync", "SyncLoop._fetch"),
    "events stored, token not": _before("bots.link.harvest", "Harvest._finish"),
    "sync stored": _after("bots.link.harvest", "Harvest.bring_in"),
    "turn taken, not committed": _after("bots.worker", "Worker._take"),
    "turn committed": _before("bots.worker", "Worker._nudge"),
    "timers let in": _after("bots.worker", "Worker._let_timers_in"),
    "room key delivered": _after("bots.link.roomkeys", "RoomKeys._deliver"),
    "message sent, not marked": _after("bots.link.carrier", "Carrier.send"),
    "effect done, not marked": _before("bots.link.outbox", "Outbox.sent"),
    "effect marked": _after("bots.link.sender", "Sender._sent"),
    "room made, not known": _after("bots.link.create", "_create"),
    "room known, not settled": _before("bots.link.create", "_settle"),
}
"""Where it hurts most."""
ANYWHERE = {
    "before a statement": _before("bots.store.statements", "Statements._run"),
    "after a statement": _after("bots.store.statements", "Statements._run"),
    "before a request": _before("bots.link.api", "Api.call"),
    "after a request": _after("bots.link.api", "Api.call"),
}
"""Taken at a random count, these reach every step of a turn."""
POINTS = CHOSEN | ANYWHERE


def wrap(point: Point, passed: Callable[[], None]) -> None:
    """Have `passed` called whenever the point is passed. Raises AttributeError: no such function."""
    owner: Any = importlib.import_module(point.module)
    *classes, name = point.function.split(".")
    for step in classes:
        owner = getattr(owner, step)
    function = getattr(owner, name)
    setattr(owner, name, (_asynchronous if inspect.iscoroutinefunction(function) else _plain)(function, point, passed))


def _asynchronous(function: Callable[..., Any], point: Point, passed: Callable[[], None]) -> Callable[..., Any]:
    @wraps(function)
    async def wrapped(*args: Any, **kwargs: Any) -> Any:
        if not point.after:
            passed()
        result = await function(*args, **kwargs)
        if point.after:
            passed()
        return result

    return wrapped


def _plain(function: Callable[..., Any], point: Point, passed: Callable[[], None]) -> Callable[..., Any]:
    @wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        if not point.after:
            passed()
        result = function(*args, **kwargs)
        if point.after:
            passed()
        return result

    return wrapped
