"""The consent switches: what stands in `consent.yaml`."""

from typing import Literal

from policies.load import Policy

Switch = Literal["service", "screening", "matching", "checkins", "reports", "research"]


class Consent(Policy, file="consent.yaml"):
    """`version` of the words that a member said yes or no to; `switches` in the order in which they are shown."""

    version: str
    switches: tuple[Switch, ...]
