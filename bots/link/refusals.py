"""What went wrong with an effect, and whether there is any use in trying again."""

from bots.link.backoff import backoff_ms
from bots.link.http import HomeserverRefused, HomeserverUnreachable

TRIES = 8
"""How often something that we do not understand is tried; with backoff about a minute."""
_PASSING = frozenset({"M_LIMIT_EXCEEDED", "M_RESOURCE_LIMIT_EXCEEDED"})


class NotYet(Exception):
    """Something that the effect needs is not there yet; it waits."""


class NeverPossible(Exception):
    """What the effect names does not exist and will not: `code` says what."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


NO_ROOM = "KITH_NO_ROOM"
NO_TARGET = "KITH_NO_TARGET"
UNREACHABLE = "KITH_MEMBER_UNREACHABLE"


def wait_ms(error: Exception, attempts: int) -> int | None:
    """Milliseconds until the next try after `attempts` earlier failures; None: it will never work.

    An answer without an error code is a proxy's, not the homeserver's, and says nothing about the effect.
    """
    match error:
        case HomeserverUnreachable() | NotYet():
            return backoff_ms(attempts)
        case NeverPossible():
            return None
        case HomeserverRefused() if error.status == 429 or error.errcode == "M_LIMIT_EXCEEDED":
            return int(error.retry_after_s * 1000) + 1
        case HomeserverRefused() if "errcode" in error.body and error.status < 500 and error.errcode not in _PASSING:
            return None
        case HomeserverRefused():
            return backoff_ms(attempts)
    return backoff_ms(attempts) if attempts + 1 < TRIES else None


def reason(error: Exception) -> str:
    """For operators: the homeserver's code and words, or our own code. Never a member's words."""
    match error:
        case HomeserverRefused():
            return f"{error.errcode}: {error.error[:200]}"
        case NeverPossible():
            return error.code
    return type(error).__name__
