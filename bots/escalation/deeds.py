"""What follows from a move of a case, as data; `carry.py` does it within the turn."""

from dataclasses import dataclass
from enum import StrEnum

from bots.escalation.ladder import Call
from policies.texts import Phrase


class Timer(StrEnum):
    """What a case waits for."""

    LADDER = "ladder"
    NO_ANSWER = "no-answer"
    ASK_AGAIN = "ask-again"


class Deed:
    """Base of all deeds."""


@dataclass(frozen=True)
class AnswerMember(Deed):
    """The whole crisis answer in the member's DM: acknowledgement, lines, the offer of a person."""


@dataclass(frozen=True)
class AskMember(Deed):
    """Offer a person, in these words."""

    question: Phrase


@dataclass(frozen=True)
class TellMember(Deed):
    """Say something where the member talks: in the case room once it is there, before that (or `in_dm`) in their DM.

    A text that has `$lines` gets the member's crisis lines.
    """

    said: Phrase
    in_dm: bool = False


@dataclass(frozen=True)
class TellPerson(Deed):
    """Say something to one of the team, in a direct chat."""

    person: str
    said: Phrase


@dataclass(frozen=True)
class Page(Deed):
    """Ask people to take the case."""

    call: Call


@dataclass(frozen=True)
class ListQuietly(Deed):
    """One quiet line in the specialists' room, with a tap to take the case."""


@dataclass(frozen=True)
class ShowState(Deed):
    """Rewrite every page of the case, so that each says how things stand now."""


@dataclass(frozen=True)
class OpenRoom(Deed):
    """Make the case room, with the member and the owner invited."""


@dataclass(frozen=True)
class BringIn(Deed):
    """Invite one more person into the case room."""

    person: str


@dataclass(frozen=True)
class TakeOut(Deed):
    """Take one of the team out of the case room, whose case it is no longer."""

    person: str


@dataclass(frozen=True)
class WithdrawOffer(Deed):
    """Close every open offer to the member, so that a later "yes" to something else is no answer to it."""


@dataclass(frozen=True)
class Wake(Deed):
    """Start a timer anew."""

    timer: Timer
    at: int


@dataclass(frozen=True)
class Sleep(Deed):
    """Stop timers."""

    timers: tuple[Timer, ...]


@dataclass(frozen=True)
class Audit(Deed):
    """A line in the audit chain; never a member's name or words."""

    actor: str
    action: str
