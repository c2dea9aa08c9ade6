"""How often somebody is asked. Pure: who does not answer is asked less often; any answer brings their own pace back."""

from policies.checkin import DAYS, CheckIn, Day, Pace

PACES: tuple[Pace, ...] = ("daily", "thrice", "weekly")
"""From often to seldom."""


def slowed(chosen: Pace, unanswered: int, policy: CheckIn) -> Pace | None:
    """The pace after so many prompts in a row without an answer; never faster than chosen. None: stop asking."""
    limits = policy.slower_after
    if unanswered >= limits.stop:
        return None
    fallen: Pace = "weekly" if unanswered >= limits.weekly else "thrice" if unanswered >= limits.thrice else "daily"
    return max(chosen, fallen, key=PACES.index)


def more(pace: Pace) -> Pace:
    """One step more often; daily stays."""
    return PACES[max(0, PACES.index(pace) - 1)]


def less(pace: Pace) -> Pace:
    """One step less often; weekly stays."""
    return PACES[min(len(PACES) - 1, PACES.index(pace) + 1)]


def days_of(pace: Pace, days: str, policy: CheckIn) -> frozenset[Day]:
    """The days on which a pace asks; with `days` "weekdays" without Saturday and Sunday, if that leaves any."""
    asked = frozenset(policy.paces[pace])
    return (asked & set(DAYS[:5]) or asked) if days == "weekdays" else asked
