"""What a case is: one member for whom a person is sought. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from bots.clock import MINUTE
from bots.escalation.deeds import Deed
from bots.escalation.rota import Roster
from policies.escalation import Escalation
from policies.texts import Phrase

Level = Literal["now", "soon"]
Outcome = Literal["closed", "false"]


class State(StrEnum):
    """How far a case has come."""

    DETECTED = "detected"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    STANDING_BY = "standing-by"
    CLAIMED = "claimed"
    TALKING = "talking"
    CLOSED = "closed"


OPEN = tuple(state for state in State if state is not State.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is known of a case; its state follows from it. Times are ms since the epoch.

    `written_at`, `read_at`: when the member wrote the words that the level stands for, and when a bot read them.
    `dm_bot`, `dm_room`: through whom and where the member is spoken to. `wants`: their last answer to the offer.
    `sought_at`: when the running ladder began, on which it stands at `rung`. `room`: the case room, by key, then by id;
    `room_at`: since when the member has it.
    """

    number: int
    member: str
    level: Level
    language: str
    source: str
    opened_at: int
    written_at: int
    read_at: int
    dm_bot: str | None = None
    dm_room: str | None = None
    offered_at: int | None = None
    wants: Literal["yes", "no"] | None = None
    asked_again_at: int | None = None
    sought_at: int | None = None
    rung: int = 0
    owner: str | None = None
    claimed_at: int | None = None
    relayed_at: int | None = None
    room: str | None = None
    room_at: int | None = None
    first_words_at: int | None = None
    closed_at: int | None = None
    closed_by: str | None = None
    outcome: Outcome | None = None

    @property
    def state(self) -> State:
        """How far it has come."""
        if self.closed_at is not None:
            return State.CLOSED
        if self.owner:
            return State.TALKING if self.room_at and self.wants == "yes" else State.CLAIMED
        if self.wants:
            return State.ACCEPTED if self.wants == "yes" else State.STANDING_BY
        return State.OFFERED if self.offered_at else State.DETECTED


@dataclass(frozen=True)
class Moment:
    """What a move may know beside the case."""

    at: int
    policy: Escalation
    roster: Roster = field(default_factory=Roster)

    def later(self, minutes: int) -> int:
        """The time in so many minutes."""
        return self.at + minutes * MINUTE


@dataclass(frozen=True)
class Place:
    """Where a member is spoken to: the bot and its room with them."""

    bot: str
    room: str


@dataclass(frozen=True)
class Signal:
    """A worry about a member. `place`: where they are, or can be, spoken to; `answered`: they were offered a person."""

    level: Level
    written_at: int
    place: Place | None = None
    answered: bool = False


@dataclass(frozen=True)
class Moved:
    """The case after a move, and what follows."""

    case: Case
    deeds: tuple[Deed, ...] = ()

    def then(self, *deeds: Deed) -> "Moved":
        """With more to follow."""
        return Moved(self.case, (*self.deeds, *deeds))

    def and_then(self, other: "Moved") -> "Moved":
        """The case as `other` leaves it, after the deeds of both."""
        return Moved(other.case, (*self.deeds, *other.deeds))


@dataclass(frozen=True)
class Refused:
    """The case stays as it is; the phrase says why."""

    why: Phrase


def name_of(person: str | None) -> str:
    """How one of the team is called in front of others: the first part of the user id."""
    return (person or "").removeprefix("@").split(":")[0]
