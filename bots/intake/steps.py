"""The order of the welcome: pure."""

from dataclasses import dataclass

ORDER = (
    "language",
    "about",
    "values",
    "country",
    "zone",
    "adult",
    "consent",
    "experiences",
    "helps",
    "role",
    "done",
)
DONE, MINOR = "done", "minor"
NEVER_SKIPPED = ("values", "adult")
"""The rooms open after these two have been answered."""
PROFILE = ("experiences", "helps", "role")


@dataclass(frozen=True)
class Facts:
    """What decides which step comes next.

    `several_clocks`: the member's country has more than one time; `in_crisis`: a crisis was answered lately;
    `wants_match`: the switches for keeping a profile and for matching are on.
    """

    adult: bool
    several_clocks: bool = False
    in_crisis: bool = False
    wants_match: bool = False


def after(step: str, facts: Facts) -> str:
    """The step that follows; `minor` ends the welcome of somebody who is too young."""
    if step == "adult" and not facts.adult:
        return MINOR
    return next(s for s in ORDER[ORDER.index(step) + 1 :] if _is_needed(s, facts))


def _is_needed(step: str, facts: Facts) -> bool:
    if step == "zone":
        return facts.several_clocks
    if step == "consent":
        return not facts.in_crisis
    return facts.wants_match or step not in PROFILE
