"""A case: one member for whom a person is sought, and every move it can make. Pure: no I/O, no clock.

A move takes the case as it is. It gives `Moved`, the case as it will be and the deeds that follow, or `Refused` with
the phrase that says why. `MOVES` lists them: who makes each, and from which states.

    detected → offered → accepted | standing-by → claimed → talking → closed
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate, Literal, ParamSpec

from bots.clock import MINUTE
from bots.escalation import ladder
from bots.escalation.deeds import (
    AnswerMember,
    AskMember,
    Audit,
    BringIn,
    Deed,
    ListQuietly,
    OpenRoom,
    Page,
    ShowState,
    Sleep,
    TellMember,
    TellPerson,
    Timer,
    Wake,
    WithdrawOffer,
)
from bots.escalation.ladder import Rung
from bots.escalation.rota import Roster
from policies.escalation import Escalation
from policies.texts import Phrase, phrase

P = ParamSpec("P")
Level = Literal["now", "soon"]
Outcome = Literal["closed", "false"]
EVERY_TIMER = tuple(Timer)


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

    `dm_bot`, `dm_room`: through whom and where the member is spoken to. `wants`: their last answer to the offer.
    `sought_at`: when the running ladder began, on which it stands at `rung`. `room`: the case room, by key, then by id.
    """

    number: int
    member: str
    level: Level
    language: str
    source: str
    written_at: int
    opened_at: int
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


@dataclass(frozen=True)
class Move:
    """Who makes it, and from which states."""

    by: str
    states: tuple[State, ...]


MOVES: dict[str, Move] = {}
Function = Callable[Concatenate[Case, P], Moved | Refused]


def move(by: str, *states: State) -> Callable[[Function[P]], Function[P]]:
    """Make a function a move; from any other state it is refused."""

    def mark(function: Function[P]) -> Function[P]:
        MOVES[function.__name__] = Move(by, states)

        @wraps(function)
        def checked(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> Moved | Refused:
            if case.state not in states:
                state = phrase(f"case-state-{case.state}", owner=name_of(case.owner))
                return Refused(phrase("case-cannot", number=case.number, state=state))
            return function(case, *args, **kwargs)

        return checked

    return mark


def name_of(person: str | None) -> str:
    """How one of the team is called in front of others: the first part of the user id."""
    return (person or "").removeprefix("@").split(":")[0]


# ── the member ───────────────────────────────────────────────────────────────────────────────────────────────────────


def opened(case: Case, moment: Moment, *, answered: bool) -> Moved:
    """A first signal. `answered`: the member has had the crisis answer and the offer already."""
    return _now(case, moment, answered=answered) if case.level == "now" else Moved(case, (ListQuietly(),))


@move("member", *OPEN)
def signalled(case: Case, level: Level, place: Place | None, moment: Moment, *, answered: bool) -> Moved | Refused:
    """One more signal of the same member. The level may rise by it; only a human lowers it."""
    heard = _owner_hears(case, phrase("case-wrote-again", number=case.number))
    if level == "soon" or (case.level == "now" and case.wants != "no"):
        return Moved(_at(case, place), heard)
    raised = replace(_at(case, place), level="now", wants=None)
    return Moved(raised, (ShowState(), *heard)).and_then(_now(raised, moment, answered=answered))


@move("member", *OPEN)
def answered(case: Case, wants: bool, place: Place, moment: Moment) -> Moved | Refused:
    """Yes or no to "shall I bring a person?"; the last word counts."""
    if case.wants == ("yes" if wants else "no"):
        return Moved(_at(case, place))
    return _accepted(_at(case, place), moment) if wants else _declined(_at(case, place), moment)


@move("member", *OPEN)
def fine(case: Case, moment: Moment) -> Moved | Refused:
    """ "I'm fine": the offer is taken back and nobody asks again; a human still closes the case."""
    calm = replace(case, wants="no", asked_again_at=moment.at, sought_at=None)
    heard = _owner_hears(case, phrase("case-member-fine", number=case.number))
    return Moved(calm, (Sleep(EVERY_TIMER), WithdrawOffer(), ShowState(), *heard))


@move("member", *OPEN)
def member_left(case: Case, moment: Moment) -> Moved | Refused:
    """The member went out of the case room, or did not want to come in."""
    calm = replace(case, wants="no", asked_again_at=moment.at, sought_at=None)
    heard = _owner_hears(case, phrase("case-member-left", number=case.number))
    return Moved(calm, (Sleep(EVERY_TIMER), ShowState(), *heard))


# ── the team ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@move("specialist", *OPEN)
def claim(case: Case, by: str, place: Place | None, moment: Moment) -> Moved | Refused:
    """Take the case; the first one has it. `place`: where the member can be asked, if nobody has yet."""
    if by == case.member:
        return Refused(phrase("case-is-about-you", number=case.number))
    if case.owner:
        known = "case-already-yours" if case.owner == by else "case-already-claimed"
        return Refused(phrase(known, number=case.number, owner=name_of(case.owner)))
    mine = replace(case, owner=by, claimed_at=moment.at, sought_at=None)
    taken = Moved(mine, (Sleep((Timer.LADDER,)), Audit(by, "case.claimed")))
    return _after_claim(taken, place, moment)


@move("specialist", State.CLAIMED)
def relay(case: Case, by: str, words: str, moment: Moment) -> Moved | Refused:
    """The owner's one message through the bot, to a member who has not answered."""
    if case.owner != by:
        return Refused(phrase("case-not-yours", number=case.number, owner=name_of(case.owner)))
    if not may_write(case, moment):
        return Refused(phrase("case-may-not-write", number=case.number))
    said = phrase("case-relayed", name=name_of(by), words=words)
    return Moved(replace(case, relayed_at=moment.at), (TellMember(said, in_dm=True), Audit(by, "case.wrote_once")))


@move("specialist", *OPEN)
def close(case: Case, by: str, outcome: Outcome, moment: Moment, *, coordinator: bool) -> Moved | Refused:
    """The end. Whoever owns the case closes it, or a coordinator; one that nobody owns, anybody on the team."""
    if case.owner not in (None, by) and not coordinator:
        return Refused(phrase("case-not-yours", number=case.number, owner=name_of(case.owner)))
    done = replace(case, closed_at=moment.at, closed_by=by, outcome=outcome)
    told = (TellMember(phrase("case-over")),) if case.wants == "yes" and outcome == "closed" else ()
    ends = (Sleep(EVERY_TIMER), WithdrawOffer(), *told, ShowState(), Audit(by, f"case.{outcome}"))
    return Moved(done, ends)


@move("specialist", State.TALKING)
def owner_left(case: Case, moment: Moment) -> Moved | Refused:
    """The owner went out of the case room: the member hears so, and somebody else is sought."""
    gone = name_of(case.owner)
    free = replace(case, owner=None, claimed_at=None)
    told = TellMember(phrase("case-owner-left", name=gone))
    return Moved(free, (told, Audit(case.owner or "", "case.left"), ShowState())).and_then(_seek(free, moment))


@move("specialist", State.TALKING)
def first_words(case: Case, moment: Moment) -> Moved | Refused:
    """The owner's first words in the case room: a human has answered."""
    return Moved(replace(case, first_words_at=case.first_words_at or moment.at))


# ── the suite and its clock ──────────────────────────────────────────────────────────────────────────────────────────


@move("suite", *OPEN)
def room_ready(case: Case, room: str, moment: Moment) -> Moved | Refused:
    """The case room is there: the member hears in their DM who is in it."""
    ready = replace(case, room=room, room_at=moment.at)
    greeting = TellMember(phrase("case-room-hello", name=name_of(case.owner)))
    told = () if case.wants == "no" else (_room_waits(case),)
    return Moved(ready, (greeting, *told, ShowState(), Audit(case.owner or "", "case.room")))


@move("clock", State.OFFERED, State.ACCEPTED)
def climb(case: Case, moment: Moment) -> Moved | Refused:
    """Nobody has taken the case in time: ask more people, then tell the member so."""
    if case.sought_at is None:
        return Moved(case)
    rung = ladder.reached(case.sought_at, moment.at, moment.policy.ladder)
    return _ask(case, rung, moment) if rung > case.rung else Moved(case)


@move("clock", State.CLAIMED)
def no_answer(case: Case, moment: Moment) -> Moved | Refused:
    """The member has said neither yes nor no: the owner may write one message."""
    return Moved(case, _may_write(case, moment))


@move("clock", State.STANDING_BY, State.CLAIMED)
def ask_again(case: Case, moment: Moment) -> Moved | Refused:
    """A member who said no is asked once more, and never again."""
    if case.wants != "no" or case.asked_again_at:
        return Moved(case)
    return Moved(replace(case, asked_again_at=moment.at), (AskMember(phrase("crisis-ask-again")),))


# ── parts of moves ───────────────────────────────────────────────────────────────────────────────────────────────────


def _at(case: Case, place: Place | None) -> Case:
    return replace(case, dm_bot=place.bot, dm_room=place.room) if place else case


def _now(case: Case, moment: Moment, *, answered: bool) -> Moved:
    """Answer, and seek a person unless one has the case."""
    offered = replace(case, offered_at=moment.at)
    first: tuple[Deed, ...] = () if answered else (AnswerMember(),)
    sought = Moved(offered) if case.owner else _seek(offered, moment)
    wait = Wake(Timer.NO_ANSWER, moment.later(moment.policy.no_answer_minutes))
    return Moved(sought.case, (*first, *sought.deeds, wait, Sleep((Timer.ASK_AGAIN,))))


def _seek(case: Case, moment: Moment) -> Moved:
    return _ask(replace(case, sought_at=moment.at, rung=Rung.FIRST), Rung.FIRST, moment)


def _ask(case: Case, rung: Rung, moment: Moment) -> Moved:
    """Write the pages of this rung; only then the member hears what is true about them."""
    cap, roster = moment.policy.live_cases, moment.roster
    said = ladder.notice(Rung(case.rung), rung, roster, cap)
    told: tuple[Deed, ...] = (TellMember(said),) if said else ()
    due = ladder.next_at(case.sought_at or moment.at, rung, moment.policy.ladder)
    more: tuple[Deed, ...] = (Wake(Timer.LADDER, due),) if due else ()
    return Moved(replace(case, rung=rung), (Page(ladder.call(rung, roster, cap)), *told, *more))


def _accepted(case: Case, moment: Moment) -> Moved:
    wanted = replace(case, wants="yes", level="now", offered_at=case.offered_at or moment.at)
    heard = _owner_hears(case, phrase("case-member-yes", number=case.number))
    calm = Moved(wanted, (Sleep((Timer.NO_ANSWER, Timer.ASK_AGAIN)), ShowState(), *heard))
    if case.owner:
        return calm.and_then(_together(wanted, case.member))
    return calm.and_then(_seek(wanted, moment)) if case.sought_at is None else calm


def _declined(case: Case, moment: Moment) -> Moved:
    """Nobody comes in: the search ends; the offer stays."""
    heard = _owner_hears(case, phrase("case-member-no", number=case.number))
    alone = replace(case, wants="no", sought_at=None)
    calm = Moved(alone, (Sleep((Timer.LADDER, Timer.NO_ANSWER)), ShowState(), *heard))
    if case.asked_again_at or case.room_at:
        return calm
    return calm.then(Wake(Timer.ASK_AGAIN, moment.later(moment.policy.ask_again_minutes)))


def _after_claim(taken: Moved, place: Place | None, moment: Moment) -> Moved:
    case = taken.case
    yours = TellPerson(case.owner or "", phrase(f"case-yours-{case.wants or 'waiting'}", number=case.number))
    if case.wants == "yes":
        return taken.and_then(_together(case, case.owner or "")).then(yours, ShowState())
    if case.offered_at is None:
        asked = replace(_at(case, place), offered_at=moment.at)
        wait = Wake(Timer.NO_ANSWER, moment.later(moment.policy.no_answer_minutes))
        return Moved(asked, taken.deeds).then(AskMember(phrase("case-offer")), wait, yours, ShowState())
    return taken.then(yours, ShowState(), *_may_write(case, moment))


def _together(case: Case, newcomer: str) -> Moved:
    """Member and owner into one room: a new one, or the one that is there (`newcomer` is not in it)."""
    if case.room is None:
        return Moved(replace(case, room=f"case:{case.number}"), (OpenRoom(),))
    new_person = TellMember(phrase("case-new-person", name=name_of(newcomer)))
    return Moved(case, (BringIn(newcomer), new_person if newcomer == case.owner else _room_waits(case)))


def _room_waits(case: Case) -> Deed:
    here = phrase("crisis-person-here", name=name_of(case.owner))
    return TellMember(phrase("case-room-ready", here=here), in_dm=True)


def may_write(case: Case, moment: Moment) -> bool:
    """Whether the owner may write one message through the bot: no answer, long enough, and not done before."""
    waited = moment.at >= (case.offered_at or moment.at) + moment.policy.no_answer_minutes * MINUTE
    return moment.policy.claimer_may_write and case.wants is None and case.relayed_at is None and waited


def _may_write(case: Case, moment: Moment) -> tuple[Deed, ...]:
    return _owner_hears(case, phrase("case-may-write", number=case.number)) if may_write(case, moment) else ()


def _owner_hears(case: Case, said: Phrase) -> tuple[Deed, ...]:
    return (TellPerson(case.owner, said),) if case.owner else ()


def case_of(row: Any) -> Case:
    """The case that a row of `cases` holds."""
    return Case(**{name: row[name] for name in Case.__dataclass_fields__})
