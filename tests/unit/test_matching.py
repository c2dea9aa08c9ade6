"""Matching: hard constraints always hold, the order is the same every time, nobody waits beside somebody free."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.intake import matching
from bots.intake.matching import Seeker, Supporter, candidates, explain, readiness, serve, why_not
from policies.experiences import Experiences
from policies.texts import Texts

AT_MOST = 3
NAMES = [f"@{n}:kith.localhost" for n in "abcdefghij"]
TAGS = ["panic", "grief", "night-shifts", "sleep"]
VOCABULARY = Experiences.load()
TEXTS = Texts.load(strict=True)

languages = st.sampled_from(["en", "de", None])
tags = st.frozensets(st.sampled_from(TAGS))
some = st.frozensets(st.sampled_from(NAMES), max_size=3)
seekers = st.builds(
    Seeker,
    id=st.sampled_from(NAMES),
    language=languages,
    adult=st.booleans(),
    consents=st.booleans(),
    experiences=tags,
    never=some,
    not_now=some,
)
supporters = st.builds(
    Supporter,
    id=st.sampled_from(NAMES),
    language=languages,
    adult=st.booleans(),
    consents=st.booleans(),
    state=st.sampled_from(["available", "available", "full", "resting"]),
    pairs=st.integers(0, 4),
    busy=st.booleans(),
    asked_at=st.integers(0, 5),
    experiences=tags,
)
communities = st.tuples(
    st.lists(seekers, max_size=8, unique_by=lambda s: s.id), st.lists(supporters, max_size=8, unique_by=lambda s: s.id)
)
ANNA = Seeker("@anna:a", "en", adult=True, consents=True, experiences=frozenset({"panic", "night-shifts"}))
SAM = Supporter("@sam:a", "en", adult=True, consents=True)


@given(communities)
@settings(max_examples=300, deadline=None)
def test_hard_constraints_hold_in_every_community(community: tuple[list[Seeker], list[Supporter]]) -> None:
    """Nobody is proposed across a language, an age, a missing consent, a past end, a cap, a rest or a card."""
    waiting, offering = community
    for seeker, fit in serve(waiting, offering, AT_MOST):
        s = fit.supporter
        assert seeker.id != s.id and seeker.language is not None and seeker.language == s.language
        assert seeker.adult and s.adult and seeker.consents and s.consents
        assert s.id not in seeker.never | seeker.not_now
        assert s.state == "available" and not s.busy and s.pairs < AT_MOST
        assert set(fit.shared) == seeker.experiences & s.experiences


@given(communities)
@settings(max_examples=200, deadline=None)
def test_nobody_waits_beside_somebody_who_is_free(community: tuple[list[Seeker], list[Supporter]]) -> None:
    """A supporter gets one card at most, and whoever is left over has no free supporter left."""
    waiting, offering = community
    served = serve(waiting, offering, AT_MOST)
    given_out = [fit.supporter.id for _, fit in served]
    assert len(given_out) == len(set(given_out))
    free = [s for s in offering if s.id not in given_out]
    left_over = [s for s in waiting if s not in [seeker for seeker, _ in served]]
    assert not any(candidates(seeker, free, AT_MOST) for seeker in left_over)


@given(communities, st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_order_in_which_supporters_are_read_does_not_matter(community, random) -> None:  # type: ignore[no-untyped-def]
    """The same community gives the same cards."""
    waiting, offering = community
    shuffled = random.sample(offering, len(offering))
    assert serve(waiting, offering, AT_MOST) == serve(waiting, shuffled, AT_MOST)


def test_a_thousand_members_over_many_rounds() -> None:
    """Seven hundred look and three hundred offer: no cap, language or past end is broken; most find somebody."""
    random = Random(7)
    waiting = [a_seeker(f"@s{n}:a", random) for n in range(700)]
    offering = {f"@o{n}:a": a_supporter(f"@o{n}:a", random) for n in range(300)}
    ended: set[tuple[str, str]] = set()
    for _ in range(6):
        for seeker, fit in serve(waiting, offering.values(), AT_MOST):
            s = offering[fit.supporter.id]
            assert s.pairs < AT_MOST and s.language == seeker.language and (seeker.id, s.id) not in ended
            if random.random() < 0.2:
                ended.add((seeker.id, s.id))
                waiting[waiting.index(seeker)] = replace(seeker, never=seeker.never | {s.id})
            else:
                offering[s.id] = replace(s, pairs=s.pairs + 1)
                waiting.remove(seeker)
    assert max(s.pairs for s in offering.values()) <= AT_MOST
    assert len(waiting) < 70


def a_seeker(name: str, random: Random) -> Seeker:
    return Seeker(name, random.choice(["en", "de", "es"]), True, True, frozenset(random.sample(TAGS, 2)))


def a_supporter(name: str, random: Random) -> Supporter:
    tags = frozenset(random.sample(TAGS, 2))
    return Supporter(name, random.choice(["en", "de", "es"]), True, True, experiences=tags)


def test_the_longest_waiting_is_served_first() -> None:
    """With one supporter for two, the card is about the one who has waited longer, however well the other fits."""
    other = replace(ANNA, id="@other:a", experiences=frozenset())
    sam = replace(SAM, experiences=frozenset({"panic"}))
    assert [seeker.id for seeker, _ in serve([other, ANNA], [sam], AT_MOST)] == ["@other:a"]


def test_shared_experience_counts_before_everything_soft() -> None:
    """Two shared themes beat one, one beats fewer pairs, fewer pairs beat a longer rest, and the id decides last."""
    best = replace(SAM, id="@4:a", pairs=2, asked_at=9, experiences=frozenset({"panic", "night-shifts"}))
    one = replace(SAM, id="@3:a", pairs=1, asked_at=9, experiences=frozenset({"panic"}))
    fewer = replace(SAM, id="@2:a", asked_at=9)
    rested = replace(SAM, id="@1:a", asked_at=0, pairs=1)
    same = replace(rested, id="@0:a")
    found = candidates(ANNA, [rested, fewer, one, best, same], AT_MOST)
    assert [f.supporter.id for f in found] == ["@4:a", "@3:a", "@2:a", "@0:a", "@1:a"]


@pytest.mark.parametrize(
    ("seeker", "supporter", "why"),
    [
        ({"id": "@sam:a"}, {}, "self"),
        ({"adult": False}, {}, "adult"),
        ({}, {"adult": False}, "adult"),
        ({"consents": False}, {}, "consent"),
        ({}, {"consents": False}, "consent"),
        ({"never": frozenset({"@sam:a"})}, {}, "never"),
        ({}, {"language": "de"}, "language"),
        ({"language": None}, {"language": None}, "language"),
        ({"not_now": frozenset({"@sam:a"})}, {}, "lately"),
        ({}, {"pairs": 3}, "full"),
        ({}, {"state": "full"}, "full"),
        ({}, {"state": "resting"}, "resting"),
        ({}, {"busy": True}, "busy"),
        ({}, {}, None),
    ],
)
def test_the_reason_is_named(seeker: dict[str, object], supporter: dict[str, object], why: str | None) -> None:
    """Each hard constraint has its own name, so that a coordinator can be told which one it was."""
    assert why_not(replace(ANNA, **seeker), replace(SAM, **supporter), AT_MOST) == why  # type: ignore[arg-type]


def test_every_reason_has_words_for_coordinators() -> None:
    """No reason is without its text."""
    reasons = ["self", "adult", "consent", "never", "language", "lately", "full", "resting", "busy", "known", "gone"]
    assert {f"make-not-{reason}" for reason in reasons} <= TEXTS.ids("en")
    states = ["adult", "consent", "language", "full", "resting", "busy", "available"]
    assert {f"supporter-is-{state}" for state in states} <= TEXTS.ids("en")


def test_what_keeps_cards_from_a_supporter() -> None:
    """A supporter who has not finished the welcome, or not said yes, is shown as not ready."""
    assert readiness(replace(SAM, adult=False), AT_MOST) == "adult"
    assert readiness(replace(SAM, consents=False), AT_MOST) == "consent"
    assert readiness(replace(SAM, language=None), AT_MOST) == "language"
    assert readiness(SAM, AT_MOST) == "available"


def test_why_two_fit_is_said_in_one_line() -> None:
    """The line names what both have written about, in the reader's language, or the language that they share."""
    shared = matching.candidates(ANNA, [replace(SAM, experiences=ANNA.experiences)], AT_MOST)[0].shared
    said = TEXTS.say("en", explain(shared, VOCABULARY, "en"))
    assert said == "You both wrote about night shifts and panic attacks."
    assert "Nachtschichten und Panikattacken" in TEXTS.say("de", explain(shared, VOCABULARY, "de"))
    assert TEXTS.say("en", explain((), VOCABULARY, "en")) == "You both speak the same language."
