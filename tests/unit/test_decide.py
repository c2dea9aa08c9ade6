"""From judgements to decisions: every case as one line."""

from pathlib import Path

import pytest

from models.judgement import Distress, Judgement, Misinformation, Rarity
from policies.decide import (
    AddToCase,
    AskHuman,
    Context,
    Decision,
    Escalate,
    FlagClaim,
    TellModerators,
    Watch,
    WriteMember,
    decide,
    grade,
)
from policies.load import PolicyProblems
from policies.thresholds import Thresholds, Tier

LIMITS = Thresholds.load()
CALM = Distress(0.97, 0.02, 0.005, 0.005)
GRAVE = Distress(0.05, 0.05, 0.2, 0.7)
CHAT = Misinformation("chat", 0.01)
CLAIM = Misinformation("misinfo", 0.9, "dose")


def judged(
    distress: Distress = CALM,
    crisis: float = 900.0,
    worry: float = 900.0,
    rules: tuple[str, ...] = (),
    claim: Misinformation = CHAT,
    claim_rarity: float = 900.0,
    abstain: bool = False,
    language: str = "en",
) -> Judgement:
    rarity = Rarity(crisis, worry, claim_rarity)
    return Judgement(distress, rules, claim, rarity, language, abstain)  # type: ignore[arg-type]


def decided(judgement: Judgement | None, context: Context | None = None) -> tuple[Decision, ...]:
    return decide(judgement, LIMITS, context or Context())


def test_ordinary_chat_needs_nothing() -> None:
    """A message that scores like all others leads to no decision."""
    assert decided(judged()) == ()


def test_no_judgement_goes_to_a_human() -> None:
    """What could not be judged is never fine."""
    assert decided(None) == (AskHuman("no-judgement"),)


@pytest.mark.parametrize(
    ("rarity", "tier"),
    [
        (0.0, Tier.NOW),
        (2.0, Tier.NOW),
        (2.1, Tier.SOON),
        (5.0, Tier.SOON),
        (5.1, Tier.WATCH),
        (25.0, Tier.WATCH),
        (25.1, Tier.NONE),
    ],
)
def test_budgets_in_rooms(rarity: float, tier: Tier) -> None:
    """A tier is reached by as many messages of ordinary chat as its budget says, and no more."""
    assert grade(judged(GRAVE, crisis=rarity), LIMITS).tier is tier


def test_more_is_looked_at_in_a_dm() -> None:
    """What somebody writes to a bot weighs more than the same words in a room."""
    message = judged(GRAVE, crisis=15.0)
    assert grade(message, LIMITS, dm=True).tier > grade(message, LIMITS).tier


def test_distress_is_watched_not_paged() -> None:
    """A high score for distress without crisis reaches the daily list."""
    assert decided(judged(Distress(0.1, 0.1, 0.75, 0.05), crisis=60.0, worry=1.0)) == (Watch(("score",)),)


def test_a_rare_but_small_probability_is_no_alarm() -> None:
    """A score that is rare in ordinary chat and yet tiny never pages anybody."""
    assert grade(judged(CALM, crisis=0.0), LIMITS).tier is Tier.WATCH


@pytest.mark.parametrize(("rule", "tier"), list(LIMITS.distress.rules.items()))
def test_rules_raise_whatever_the_score(rule: str, tier: Tier) -> None:
    """No score can mute a hard rule."""
    assert grade(judged(rules=(rule,)), LIMITS).tier is tier


def test_rules_never_lower() -> None:
    """A rule that raises to soon leaves a score of now alone."""
    assert grade(judged(GRAVE, crisis=0.0, rules=("other-acute",)), LIMITS).tier is Tier.NOW


def test_now_opens_a_case() -> None:
    """Level now goes to escalation at once, with the reasons."""
    assert decided(judged(GRAVE, crisis=0.0, rules=("intent+time",))) == (Escalate(("intent+time", "score")),)


def test_soon_tells_moderators_and_writes_one_private_line() -> None:
    """Level soon is a card and at most one private line, never an answer in the room."""
    expected = (TellModerators(Tier.SOON, ("score",)), WriteMember(Tier.SOON))
    assert decided(judged(GRAVE, crisis=4.0)) == expected


def test_one_case_for_one_member() -> None:
    """Whoever already has a case gets no second one, at any tier."""
    assert decided(judged(GRAVE, crisis=0.0), Context(open_case=True)) == (AddToCase(("score",)),)
    assert decided(judged(GRAVE, crisis=4.0), Context(open_case=True)) == (AddToCase(("score",)),)


def test_leave_me_be_holds() -> None:
    """Who asked to be left alone hears nothing more at the same level; the moderators still know."""
    quiet = Context(now=10, left_alone_until=20, left_alone_at=Tier.SOON)
    assert decided(judged(GRAVE, crisis=4.0), quiet) == (TellModerators(Tier.SOON, ("score",)),)


def test_leave_me_be_ends_when_it_gets_worse() -> None:
    """A higher level than the one at which somebody asked for quiet opens a case."""
    quiet = Context(now=10, left_alone_until=20, left_alone_at=Tier.SOON)
    assert decided(judged(GRAVE, crisis=0.0), quiet) == (Escalate(("score",)),)


def test_leave_me_be_runs_out() -> None:
    """After its end the wish no longer holds."""
    late = Context(now=20, left_alone_until=20, left_alone_at=Tier.NOW)
    assert decided(judged(GRAVE, crisis=0.0), late) == (Escalate(("score",)),)


@pytest.mark.parametrize(("language", "reason"), [("en", "unsure"), ("other", "language"), ("und", "language")])
def test_doubt_goes_to_a_human(language: str, reason: str) -> None:
    """A language the judge does not know, or scores that decide nothing, are for a human."""
    assert decided(judged(abstain=True, language=language)) == (AskHuman(reason),)  # type: ignore[arg-type]


def test_doubt_adds_nothing_to_an_alarm() -> None:
    """Where a human is called anyway, doubt calls no second one."""
    assert decided(judged(GRAVE, crisis=0.0, abstain=True)) == (Escalate(("score",)),)


def test_a_claim_is_flagged() -> None:
    """A claim within the budget is shown to a reviewer first."""
    assert decided(judged(claim=CLAIM, claim_rarity=1.0)) == (FlagClaim("dose", 0.9, note_at_once=False),)


def test_a_claim_is_not_flagged_in_a_dm() -> None:
    """What somebody tells a bot is no claim to others."""
    assert decided(judged(claim=CLAIM, claim_rarity=1.0), Context(dm=True)) == ()


def test_distress_and_claim_in_one_message() -> None:
    """Both are decided, distress first."""
    kinds = [type(decision) for decision in decided(judged(GRAVE, crisis=0.0, claim=CLAIM, claim_rarity=1.0))]
    assert kinds == [Escalate, FlagClaim]


def test_a_file_with_faults_names_each(tmp_path: Path) -> None:
    """Every fault of an organization's own file is told at once, with its place."""
    (tmp_path / "thresholds.yaml").write_text(
        "distress: {group: {now: 9, soon: 5}, least_crisis: 7, rules: {intent: loud}, extra: 1}\n"
        "misinformation: {note_at_once: [magic], flags_per_mille: many}\n",
        encoding="utf-8",
    )
    with pytest.raises(PolicyProblems) as refused:
        Thresholds.load(tmp_path)
    places = [
        "distress.group: ", "distress.least_crisis: ", "distress.rules.intent: ", "distress.extra: ",
        "misinformation.note_at_once: ", "misinformation.flags_per_mille: ",
    ]  # fmt: skip
    lines = str(refused.value).splitlines()
    assert len(lines) == len(places)
    assert all(any(place in line for line in lines) for place in places)


def test_an_organization_changes_one_number(tmp_path: Path) -> None:
    """An own file needs only the keys that differ."""
    (tmp_path / "thresholds.yaml").write_text("distress: {group: {soon: 10}}", encoding="utf-8")
    assert Thresholds.load(tmp_path).distress.group.soon == 10
    assert Thresholds.load(tmp_path).distress.group.now == LIMITS.distress.group.now
