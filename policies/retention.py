"""How long things are kept: what stands in `retention.yaml`."""

from policies.load import Policy


class Retention(Policy, file="retention.yaml"):
    """`handled_days`: how long it is known which events were handled; their words are forgotten at once."""

    handled_days: int
