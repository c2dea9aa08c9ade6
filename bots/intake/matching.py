"""Who may be matched with whom, and who fits best: pure, deterministic, explained in one line.

The *now* lane: hard constraints only, then the best of those who are there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policies.experiences import Experiences
from policies.texts import Phrase, phrase


@dataclass(frozen=True)
class Seeker:
    """Somebody who looks for a person. `never`: people they are not to be paired with; `not_now`: not at present."""

    id: str
    language: str | None
    adult: bool
    consents: bool
    experiences: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    not_now: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Supporter:
    """Somebody who offers support: how many pairs they have, if a card waits for them, when they were asked last."""

    id: str
    language: str | None
    adult: bool
    consents: bool
    state: str = "available"
    pairs: int = 0
    busy: bool = False
    asked_at: int = 0
    experiences: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fit:
    """A supporter for a seeker, and which experiences (tags) both have written about."""

    supporter: Supporter
    shared: tuple[str, ...] = field(default=())


def why_not(seeker: Seeker, supporter: Supporter, pairs_at_most: int) -> str | None:
    """The first hard constraint that keeps the two apart, or None: they may be proposed to each other."""
    return _not_for(seeker, supporter) or _not_free(supporter, pairs_at_most)


def _not_for(seeker: Seeker, supporter: Supporter) -> str | None:
    broken = {
        "self": seeker.id == supporter.id,
        "adult": not (seeker.adult and supporter.adult),
        "consent": not (seeker.consents and supporter.consents),
        "never": supporter.id in seeker.never,
        "language": seeker.language is None or seeker.language != supporter.language,
        "lately": supporter.id in seeker.not_now,
    }
    return next((why for why, holds in broken.items() if holds), None)


def _not_free(supporter: Supporter, pairs_at_most: int) -> str | None:
    if supporter.pairs >= pairs_at_most or supporter.state == "full":
        return "full"
    if supporter.state != "available":
        return "resting"
    return "busy" if supporter.busy else None


def readiness(supporter: Supporter, pairs_at_most: int) -> str:
    """What keeps any card from a supporter (adult, consent, language, full, resting, busy), or available."""
    if not supporter.adult:
        return "adult"
    if not supporter.consents:
        return "consent"
    return "language" if supporter.language is None else _not_free(supporter, pairs_at_most) or "available"


def candidates(seeker: Seeker, supporters: Iterable[Supporter], pairs_at_most: int) -> list[Fit]:
    """All who may be proposed, the best first: most shared experiences, fewest pairs, longest not asked, id."""
    fits = [_fit(seeker, s) for s in supporters if why_not(seeker, s, pairs_at_most) is None]
    return sorted(fits, key=lambda f: (-len(f.shared), f.supporter.pairs, f.supporter.asked_at, f.supporter.id))


def _fit(seeker: Seeker, supporter: Supporter) -> Fit:
    return Fit(supporter, tuple(sorted(seeker.experiences & supporter.experiences)))


def serve(waiting: Sequence[Seeker], supporters: Iterable[Supporter], pairs_at_most: int) -> list[tuple[Seeker, Fit]]:
    """One card for each who can have one now: `waiting` in the order of waiting, one card a supporter at a time."""
    free, served = list(supporters), []
    for seeker in waiting:
        if found := candidates(seeker, free, pairs_at_most):
            served.append((seeker, found[0]))
            free.remove(found[0].supporter)
    return served


def explain(shared: Sequence[str], vocabulary: Experiences, language: str) -> Phrase:
    """Why these two, in one line, for people who read `language`."""
    if not shared:
        return phrase("match-why-language")
    return phrase("match-why-shared", themes=vocabulary.list(shared, language))
