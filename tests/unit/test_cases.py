"""The case as a state machine, the ladder and the rota: no I/O."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from pydantic import ValidationError

from bots.clock import MINUTE
from bots.escalation import cases, ladder, words
from bots.escalation.case import OPEN, Case, Level, Moment, Moved, Outcome, Place, Refused, Signal, State
from bots.escalation.deeds import AskMember, Audit, BringIn, Deed, OpenRoom, Page, Sleep, TellMember, Timer, Wake
from bots.escalation.ladder import Rung
from bots.escalation.rota import OnDuty, Roster
from policies.escalation import Escalation, Ladder
from policies.texts import Texts

POLICY = Escalation.load()
DM = Place("checkin", "!dm")
TEAM = ("@alex:a", "@bo:a", "@cleo:a")
START = 1_000_000_000_000
TWO, FIVE, TEN = (START + minutes * MINUTE for minutes in (2, 5, 10))


def on_duty(*people: str, asked: Iterable[str] = (), contact: str | None = None) -> Roster:
    return Roster(tuple(OnDuty(person) for person in people), frozenset(asked), contact)


def moment(at: int = START, roster: Roster | None = None) -> Moment:
    return Moment(at, POLICY, roster or on_duty(*TEAM))


def opened(level: Level = "now", at: int = START) -> Moved:
    return cases.opened(1, "@noa:a", "en", "checkin", Signal(level, at, DM, answered=True), moment(at))


def moved(outcome: Moved | Refused) -> Moved:
    assert isinstance(outcome, Moved)
    return outcome


def deeds(outcome: Moved | Refused, *kinds: type[Deed]) -> list[Deed]:
    return [deed for deed in moved(outcome).deeds if isinstance(deed, kinds)]


def said(outcome: Moved | Refused) -> list[str]:
    return [deed.said.id for deed in moved(outcome).deeds if isinstance(deed, TellMember)]


# ── the rota and the ladder ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_one_asked_least_recently_is_next() -> None:
    """In turn; somebody at their cap is left out; somebody asked for this case comes last."""
    busy, recent, rested = OnDuty("@busy:a", live=2), OnDuty("@recent:a", paged_at=9), OnDuty("@rested:a", paged_at=5)
    assert Roster((busy, recent, rested)).next(cap=2) == "@rested:a"
    assert Roster((busy, recent, rested), frozenset({"@rested:a"})).next(cap=2) == "@recent:a"
    assert Roster((busy,)).next(cap=2) is None


def test_each_rung_asks_more_people() -> None:
    """One, a second one, everybody and the coordinators, the fallback contact."""
    first = ladder.call(Rung.FIRST, on_duty(*TEAM, contact="@phone:a"), 2)
    assert (first.people, first.alone, first.coordinators, first.contact) == (TEAM[:1], TEAM[:1], False, None)
    second = ladder.call(Rung.SECOND, on_duty(*TEAM, asked=TEAM[:1], contact="@phone:a"), 2)
    assert (second.people, second.coordinators, second.contact) == (TEAM[1:2], False, None)
    everybody = ladder.call(Rung.EVERYONE, on_duty(*TEAM, asked=TEAM[:2], contact="@phone:a"), 2)
    assert (everybody.people, everybody.alone, everybody.coordinators) == (TEAM, TEAM[2:], True)
    assert ladder.call(Rung.FALLBACK, on_duty(*TEAM, asked=TEAM, contact="@phone:a"), 2).contact == "@phone:a"


@pytest.mark.parametrize(
    ("roster", "notices"),
    [
        (on_duty(*TEAM), (None, "crisis-waiting-first", "crisis-waiting-second", None)),
        (on_duty(TEAM[0]), (None, "case-waiting-again", "crisis-waiting-second", None)),
        (on_duty(), ("case-nobody-free", "case-waiting-again", "case-waiting-again", None)),
    ],
)
def test_the_member_hears_only_what_was_done(roster: Roster, notices: tuple[str | None, ...]) -> None:
    """ "A second person" only if one was asked, "all who are on duty" only if somebody is."""
    asked: set[str] = set()
    heard = []
    for rung in Rung:
        now = replace(roster, asked=frozenset(asked))
        notice = ladder.notice(Rung(max(0, rung - 1)), rung, now, 2)
        heard.append(notice.id if notice else None)
        asked |= set(ladder.call(rung, now, 2).alone)
    assert tuple(heard) == notices


def test_the_rungs_come_at_their_minutes() -> None:
    """2, 5 and 10 minutes after the first page, to the millisecond; after a long sleep the highest one is reached."""
    steps = POLICY.ladder
    assert [ladder.reached(START, at, steps) for at in (START, TWO - 1, TWO, FIVE, TEN - 1, TEN)] == [0, 0, 1, 2, 2, 3]
    assert [ladder.next_at(START, rung, steps) for rung in Rung] == [TWO, FIVE, TEN, None]


def test_a_ladder_that_does_not_rise_is_refused() -> None:
    """An organization cannot ask everybody before the second person."""
    with pytest.raises(ValidationError, match="must rise"):
        Ladder(second_person_minutes=5, everyone_minutes=5, fallback_minutes=10)


# ── single moves ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_case_goes_the_whole_way() -> None:
    """Offered, accepted, claimed, talking, closed."""
    case = opened().case
    assert case.state is State.OFFERED
    case = moved(cases.answered(case, True, DM, moment())).case
    assert case.state is State.ACCEPTED
    claimed = cases.claim(case, TEAM[0], moment())
    assert moved(claimed).case.state is State.CLAIMED and deeds(claimed, OpenRoom)
    case = moved(cases.room_ready(moved(claimed).case, "!room", moment())).case
    assert case.state is State.TALKING
    assert moved(cases.close(case, TEAM[0], "closed", moment(), coordinator=False)).case.state is State.CLOSED


def test_the_pages_are_written_before_the_member_hears_of_them() -> None:
    """In every climb the page stands before the notice."""
    for at in (TWO, FIVE, TEN):
        climbed = moved(cases.climb(opened().case, moment(at)))
        kinds = [type(deed) for deed in climbed.deeds]
        assert kinds.index(Page) < kinds.index(TellMember)


def test_a_climb_that_comes_twice_is_one() -> None:
    """The same timer twice, or one that was late, asks nobody twice."""
    once = moved(cases.climb(opened().case, moment(TWO)))
    assert moved(cases.climb(once.case, moment(TWO))) == Moved(once.case)
    assert moved(cases.climb(once.case, moment(FIVE - 1))) == Moved(once.case)


def test_from_minute_zero_to_ten_at_once() -> None:
    """After a sleep over all rungs everybody is asked and the member hears it once."""
    climbed = cases.climb(opened().case, moment(TEN, on_duty(*TEAM, asked=TEAM[:1], contact="@phone:a")))
    (page,) = deeds(climbed, Page)
    assert isinstance(page, Page) and page.call.alone == TEAM[1:] and page.call.contact == "@phone:a"
    assert said(climbed) == ["crisis-waiting-second"] and not deeds(climbed, Wake)


def test_no_room_for_somebody_who_said_no_meanwhile() -> None:
    """The room comes after the member took their yes back: they are told nothing, and it waits."""
    case = moved(cases.answered(opened().case, True, DM, moment())).case
    case = moved(cases.claim(case, TEAM[0], moment())).case
    case = moved(cases.answered(case, False, DM, moment())).case
    ready = cases.room_ready(case, "!room", moment())
    assert said(ready) == [] and moved(ready).case.state is State.CLAIMED
    again = cases.answered(moved(ready).case, True, DM, moment())
    assert [d.person for d in deeds(again, BringIn) if isinstance(d, BringIn)] == ["@noa:a", TEAM[0]]
    assert moved(again).case.state is State.TALKING and said(again) == ["case-room-hello", "case-room-ready"]


def test_a_soon_case_that_is_given_back_stays_quiet() -> None:
    """Nobody is paged for it."""
    case = moved(cases.claim(opened("soon").case, TEAM[0], moment())).case
    assert deeds(cases.claim(opened("soon").case, TEAM[0], moment()), AskMember)
    assert not deeds(cases.let_go(case, TEAM[0], moment()), Page)


def test_every_move_says_who_makes_it_and_from_where() -> None:
    """The table of moves is complete: nothing leaves a closed case, every open state has a way to the end."""
    assert all(State.CLOSED not in move.states for move in cases.MOVES.values())
    assert cases.MOVES["close"].states == OPEN
    assert {move.by for move in cases.MOVES.values()} == {"member", "specialist", "suite", "clock"}


def test_what_is_shown_names_no_member(texts: Texts) -> None:
    """A page has number, level, language, minutes and a made-up name that stays the same."""
    case = opened().case
    page = words.page(case, now=TWO, name=words.pseudonym(case, POLICY.case_names), language="de", late_after=5)
    shown = texts.say("de", page)
    assert "Fall 1" in shown and "JETZT" in shown and "Englisch" in shown and "wartet 2 min" in shown
    assert "noa" not in shown and words.pseudonym(case, POLICY.case_names) in shown


def test_a_made_up_name_is_no_name_of_a_bot_or_number() -> None:
    """The list is long enough for a night and holds each name once."""
    assert len(set(POLICY.case_names)) == len(POLICY.case_names) >= 30


# ── all moves in any order ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class World:
    """What the deeds of a case have done."""

    timers: dict[Timer, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    claims: list[str] = field(default_factory=list)
    told_at: int = START

    def do(self, deed: Deed, at: int) -> None:
        match deed:
            case Wake():
                self.timers[deed.timer] = deed.at
            case Sleep():
                self.timers = {timer: due for timer, due in self.timers.items() if timer not in deed.timers}
            case Page():
                self.asked |= set(deed.call.alone)
            case TellMember() | AskMember():
                self.told_at = at
            case Audit() if deed.action == "case.claimed":
                self.claims.append(deed.actor)
            case Audit() if deed.action == "case.let_go":
                self.claims.remove(deed.actor)
            case _:
                pass


class AnyNight(RuleBasedStateMachine):
    """Members, specialists and the clock do whatever they like with one case."""

    def __init__(self) -> None:
        super().__init__()
        self.at = START
        self.world = World()
        self.case: Case | None = None

    def now(self) -> Moment:
        return moment(self.at, on_duty(*TEAM, asked=self.world.asked, contact="@phone:a"))

    def follow(self, outcome: Moved | Refused) -> None:
        if isinstance(outcome, Moved):
            before = self.case
            self.case = outcome.case
            assert before is None or not (before.level == "now" and outcome.case.level == "soon")
            for deed in outcome.deeds:
                self.world.do(deed, self.at)

    @property
    def known(self) -> Case:
        assert self.case is not None
        return self.case

    @precondition(lambda self: self.case is None)
    @rule(level=st.sampled_from(["now", "soon"]), answered=st.booleans())
    def first_signal(self, level: Level, answered: bool) -> None:
        signal = Signal(level, self.at, DM, answered=answered)
        self.follow(cases.opened(1, "@noa:a", "en", "checkin", signal, self.now()))

    @precondition(lambda self: self.case is not None)
    @rule(level=st.sampled_from(["now", "soon"]), answered=st.booleans())
    def signal(self, level: Level, answered: bool) -> None:
        self.follow(cases.signalled(self.known, Signal(level, self.at, DM, answered=answered), self.now()))

    @precondition(lambda self: self.case is not None)
    @rule(wants=st.booleans())
    def answer(self, wants: bool) -> None:
        self.follow(cases.answered(self.known, wants, DM, self.now()))

    @precondition(lambda self: self.case is not None)
    @rule(by=st.sampled_from(TEAM))
    def claim(self, by: str) -> None:
        self.follow(cases.claim(self.known, by, self.now()))

    @precondition(lambda self: self.case is not None)
    @rule(by=st.sampled_from(TEAM))
    def let_go(self, by: str) -> None:
        self.follow(cases.let_go(self.known, by, self.now()))

    @precondition(lambda self: self.case is not None)
    @rule(move=st.sampled_from([cases.fine, cases.first_words]))
    def say(self, move: object) -> None:
        self.follow(move(self.known, self.now()))  # type: ignore[operator]

    @precondition(lambda self: self.case is not None and self.case.room == "case:1")
    @rule()
    def room_is_made(self) -> None:
        self.follow(cases.room_ready(self.known, "!room", self.now()))

    @precondition(lambda self: self.case is not None and self.case.room_at is not None)
    @rule()
    def member_leaves(self) -> None:
        self.follow(cases.member_left(self.known, self.now()))

    @precondition(lambda self: self.case is not None)
    @rule(by=st.sampled_from(TEAM), coordinator=st.booleans(), outcome=st.sampled_from(["closed", "false"]))
    def close(self, by: str, coordinator: bool, outcome: Outcome) -> None:
        self.follow(cases.close(self.known, by, outcome, self.now(), coordinator=coordinator))

    @rule(minutes=st.sampled_from([1, 2, 7, 30]))
    def time_passes(self, minutes: int) -> None:
        """Timers fire as soon as they are due, the earliest first."""
        end = self.at + minutes * MINUTE
        while due := sorted((at, timer) for timer, at in self.world.timers.items() if at <= end):
            self.at, timer = max(self.at, due[0][0]), due[0][1]
            del self.world.timers[timer]
            moves = {Timer.LADDER: cases.climb, Timer.NO_ANSWER: cases.no_answer, Timer.ASK_AGAIN: cases.ask_again}
            self.follow(moves[timer](self.known, self.now()))
        self.at = end

    @invariant()
    def nothing_runs_for_a_closed_case(self) -> None:
        if self.case and self.case.state is State.CLOSED:
            assert not self.world.timers

    @invariant()
    def one_owner_at_most(self) -> None:
        if self.case:
            assert self.world.claims == ([self.case.owner] if self.case.owner else [])

    @invariant()
    def a_member_who_waits_is_sought_for(self) -> None:
        """Offered or accepted at level now, with nobody there: the ladder runs, or it has reached its end."""
        if self.case and self.case.level == "now" and self.case.state in (State.OFFERED, State.ACCEPTED):
            assert Timer.LADDER in self.world.timers or self.case.rung == Rung.FALLBACK

    @invariant()
    def nobody_is_sought_for_who_has_somebody_or_said_no(self) -> None:
        if self.case and (self.case.owner or self.case.wants == "no"):
            assert Timer.LADDER not in self.world.timers

    @invariant()
    def no_case_waits_ten_minutes_without_owner_or_word(self) -> None:
        """A member who waits has heard from us in the last minutes of the ladder."""
        waits = self.case and self.case.level == "now" and self.case.state in (State.OFFERED, State.ACCEPTED)
        if waits and Timer.LADDER in self.world.timers and self.case and self.case.sought_at:
            assert self.at - max(self.world.told_at, self.case.sought_at) <= 10 * MINUTE


TestAnyNight = AnyNight.TestCase
TestAnyNight.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
