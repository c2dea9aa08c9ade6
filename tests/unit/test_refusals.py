"""What is tried again, after how long, and what is not."""

from typing import Any

import pytest

from bots.link.backoff import backoff_ms
from bots.link.http import HomeserverRefused, HomeserverUnreachable
from bots.link.refusals import NO_ROOM, TRIES, NeverPossible, NotYet, reason, wait_ms


def refused(status: int, **body: Any) -> HomeserverRefused:
    """An answer of the homeserver, or of a proxy where it has no error code."""
    return HomeserverRefused("PUT", "http://server/x", status, body)


@pytest.mark.parametrize(
    "error",
    [
        refused(403, errcode="M_FORBIDDEN"),
        refused(404, errcode="M_NOT_FOUND"),
        refused(400, errcode="M_BAD_JSON"),
        refused(413, errcode="M_TOO_LARGE"),
        NeverPossible(NO_ROOM),
    ],
)
def test_a_refusal_of_the_homeserver_is_final(error: Exception) -> None:
    """Its own word with a code is not asked for again."""
    assert wait_ms(error, 0) is None


@pytest.mark.parametrize(
    "error",
    [
        refused(500, errcode="M_UNKNOWN"),
        refused(502),
        refused(403),
        refused(404),
        refused(403, errcode="M_RESOURCE_LIMIT_EXCEEDED"),
        HomeserverUnreachable("http://server", "timeout"),
        NotYet(),
    ],
)
def test_what_passes_by_itself_is_tried_for_ever(error: Exception) -> None:
    """Errors of servers, proxies and networks are waited out, the thousandth time like the first, at most a minute."""
    assert all(0 < (wait_ms(error, attempts) or 0) <= 60_000 for attempts in (0, 1, 10, 1000))


@pytest.mark.parametrize(
    ("asked", "waited"),
    [(1500, 1501), (0, 1), (None, 1001), ("soon", 1001), (-5, 1001), (float("nan"), 1001), (float("inf"), 3_600_001)],
)
def test_a_limit_is_waited_out_as_long_as_asked(asked: Any, waited: int) -> None:
    """Nonsense counts as a second; nobody makes us wait for more than an hour."""
    assert wait_ms(refused(429, errcode="M_LIMIT_EXCEEDED", retry_after_ms=asked), 0) == waited


def test_what_we_do_not_understand_is_tried_a_few_times() -> None:
    """A fault of our own does not block a room for ever, and its words are not passed on."""
    fault = KeyError("a member's words")
    assert wait_ms(fault, 0) is not None
    assert wait_ms(fault, TRIES - 1) is None
    assert reason(fault) == "KeyError"


def test_operators_hear_the_homeservers_words() -> None:
    """The reason holds the code and what the homeserver says about it."""
    assert reason(refused(403, errcode="M_FORBIDDEN", error="not in room")) == "M_FORBIDDEN: not in room"
    assert reason(NeverPossible(NO_ROOM)) == "KITH_NO_ROOM"


def test_waits_grow_to_a_minute() -> None:
    """Each step is at most twice as long as the one before and never under half of its own length."""
    for failures, step in enumerate([500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]):
        assert step // 2 <= backoff_ms(failures) <= step
