"""How every bot answers a crisis: what stands in `crisis_answer.yaml`."""

from policies.load import Policy


class CrisisAnswer(Policy, file="crisis_answer.yaml"):
    """`takeover_seconds`: another bot answers if the first has not; `late_minutes`: then an answer says sorry."""

    takeover_seconds: int
    late_minutes: int
    flag_days: int
    unread_seconds: int
