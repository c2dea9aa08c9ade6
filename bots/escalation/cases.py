"""Every move that a case can make: the state machine. Pure: no I/O, no clock.

A move takes the case as it is. It gives `Moved`, the case as it will be and the deeds that follow, or `Refused` with
the phrase that says why. `MOVES` lists them: who makes each, and from which states.

    detected → offered → accepted | standing-by → claimed → talking → closed
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec

from bots.clock import MINUTE
from bots.escalation import ladder
from bots.escalation.case import OPEN, Case, Moment, Moved, Outcome, Place, Refused, Signal, State, name_of
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
    TakeOut,
    TellMember,
    TellPerson,
    Timer,
    Wake,
    WithdrawOffer,
)
from bots.escalation.ladder import Rung
from policies.texts import Phrase, phrase

P = ParamSpec("P")
EVERY_TIMER = tuple(Timer)


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


# ── the member ───────────────────────────────────────────────────────────────────────────────────────────────────────


def opened(number: int, member: str, language: str, source: str, signal: Signal, moment: Moment) -> Moved:
    """The first signal of a member, from the bot `source`."""
    case = Case(
        number=number,
        member=member,
        level=signal.level,
        language=language,
        source=source,
        opened_at=moment.at,
        written_at=signal.written_at,
        read_at=moment.at,
    )
    begun = Moved(_at(case, signal.place), (Audit(source, f"case.opened.{signal.level}"),))
    if signal.level == "soon":
        return begun.then(ListQuietly())
    return begun.and_then(_now(begun.case, signal, moment))


@move("member", *OPEN)
def signalled(case: Case, signal: Signal, moment: Moment) -> Moved | Refused:
    """One more signal of the same member. The level may rise by it; only a human lowers it."""
    heard = _owner_hears(case, phrase("case-wrote-again", number=case.number))
    here = _at(case, signal.place)
    if signal.level == "soon" or (case.level == "now" and case.wants != "no"):
        return Moved(here, heard)
    raised = replace(here, level="now", wants=None, written_at=signal.written_at, read_at=moment.at)
    return Moved(raised, (ShowState(), *heard)).and_then(_now(raised, signal, moment))


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
    calm = replace(case, wants="no", asked_again_at=moment.at, sought_at=None, room_at=None)
    heard = _owner_hears(case, phrase("case-member-left", number=case.number))
    return Moved(calm, (Sleep(EVERY_TIMER), ShowState(), *heard))


# ── the team ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@move("specialist", *OPEN)
def claim(case: Case, by: str, moment: Moment) -> Moved | Refused:
    """Take the case; the first one has it. A member whom nobody has asked yet is asked now."""
    if by == case.member:
        return Refused(phrase("case-is-about-you", number=case.number))
    if case.owner:
        known = "case-already-yours" if case.owner == by else "case-already-claimed"
        return Refused(phrase(known, number=case.number, owner=name_of(case.owner)))
    mine = replace(case, owner=by, claimed_at=moment.at, sought_at=None)
    taken = Moved(mine, (Sleep((Timer.LADDER,)), Audit(by, "case.claimed")))
    return _after_claim(taken, moment)


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


@move("specialist", State.CLAIMED, State.TALKING)
def let_go(case: Case, by: str, moment: Moment) -> Moved | Refused:
    """The owner gives the case back, or goes out of its room: somebody else is sought; a member who knew hears so."""
    if case.owner != by:
        return Refused(phrase("case-not-yours", number=case.number, owner=name_of(case.owner)))
    free = replace(case, owner=None, claimed_at=None)
    gone = TellMember(phrase("case-owner-left", name=name_of(by)))
    known = (gone,) if case.state is State.TALKING else ()
    out = (TakeOut(by),) if case.room else ()
    freed = Moved(free, (*out, *known, Audit(by, "case.let_go"), ShowState()))
    return freed if case.wants == "no" else freed.and_then(_again(free, moment))


@move("specialist", State.TALKING)
def first_words(case: Case, moment: Moment) -> Moved | Refused:
    """The owner's first words in the case room: a human has answered."""
    return Moved(replace(case, first_words_at=case.first_words_at or moment.at))


# ── the suite and its clock ──────────────────────────────────────────────────────────────────────────────────────────


@move("suite", *OPEN)
def room_ready(case: Case, room: str, moment: Moment) -> Moved | Refused:
    """The case room is there; if either of the two went meanwhile, it waits for them."""
    there = replace(case, room=room)
    return _met(there, moment) if case.owner and case.wants == "yes" else Moved(there)


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


def _now(case: Case, signal: Signal, moment: Moment) -> Moved:
    """Answer, and seek a person unless one has the case."""
    offered = replace(case, offered_at=moment.at)
    first: tuple[Deed, ...] = () if signal.answered else (AnswerMember(),)
    sought = Moved(offered) if case.owner else _seek(offered, moment)
    wait = Wake(Timer.NO_ANSWER, moment.later(moment.policy.no_answer_minutes))
    return Moved(sought.case, (*first, *sought.deeds, wait, Sleep((Timer.ASK_AGAIN,))))


def _again(case: Case, moment: Moment) -> Moved:
    return Moved(case, (ListQuietly(),)) if case.level == "soon" else _seek(case, moment)


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
        return calm.and_then(_together(wanted, moment))
    return calm.and_then(_seek(wanted, moment)) if case.sought_at is None else calm


def _declined(case: Case, moment: Moment) -> Moved:
    """Nobody comes in: the search ends; the offer stays."""
    heard = _owner_hears(case, phrase("case-member-no", number=case.number))
    alone = replace(case, wants="no", sought_at=None)
    calm = Moved(alone, (Sleep((Timer.LADDER, Timer.NO_ANSWER)), ShowState(), *heard))
    if case.asked_again_at or case.room_at:
        return calm
    return calm.then(Wake(Timer.ASK_AGAIN, moment.later(moment.policy.ask_again_minutes)))


def _after_claim(taken: Moved, moment: Moment) -> Moved:
    case = taken.case
    yours = TellPerson(case.owner or "", phrase(f"case-yours-{case.wants or 'waiting'}", number=case.number))
    if case.wants == "yes":
        return taken.and_then(_together(case, moment)).then(yours, ShowState())
    if case.offered_at is None:
        asked = replace(case, offered_at=moment.at)
        wait = Wake(Timer.NO_ANSWER, moment.later(moment.policy.no_answer_minutes))
        return Moved(asked, taken.deeds).then(AskMember(phrase("case-offer")), wait, yours, ShowState())
    return taken.then(yours, ShowState(), *_may_write(case, moment))


def _together(case: Case, moment: Moment) -> Moved:
    """Member and owner into one room: a new one, or the one that is there already."""
    if case.room is None:
        return Moved(replace(case, room=f"case:{case.number}"), (OpenRoom(),))
    if not case.room.startswith("!"):
        return Moved(case)
    owner = BringIn(case.owner or "")
    if case.room_at:
        return Moved(case, (owner, _hello(case)))
    return Moved(case, (BringIn(case.member), owner)).and_then(_met(case, moment))


def _met(case: Case, moment: Moment) -> Moved:
    """They have a room: the member hears in their DM who is there, and in the room who reads what."""
    here = phrase("crisis-person-here", name=name_of(case.owner))
    waits = TellMember(phrase("case-room-ready", here=here), in_dm=True)
    met = Moved(replace(case, room_at=moment.at), (_hello(case), waits, WithdrawOffer(), ShowState()))
    return met.then(Audit(case.owner or "", "case.room"))


def _hello(case: Case) -> Deed:
    return TellMember(phrase("case-room-hello", name=name_of(case.owner)))


def may_write(case: Case, moment: Moment) -> bool:
    """Whether the owner may write one message through the bot: no answer, long enough, and not done before."""
    waited = moment.at >= (case.offered_at or moment.at) + moment.policy.no_answer_minutes * MINUTE
    return moment.policy.claimer_may_write and case.wants is None and case.relayed_at is None and waited


def _may_write(case: Case, moment: Moment) -> tuple[Deed, ...]:
    return _owner_hears(case, phrase("case-may-write", number=case.number)) if may_write(case, moment) else ()


def _owner_hears(case: Case, said: Phrase) -> tuple[Deed, ...]:
    return (TellPerson(case.owner, said),) if case.owner else ()
