"""How the moderation bot works with people: what stands in `moderation.yaml`."""

from typing import Annotated

from pydantic import Field

from policies.decide import Reason
from policies.load import Policy

Count = Annotated[int, Field(ge=0)]


class Moderation(Policy, file="moderation.yaml"):
    """Every key is explained in the file."""

    observe_only_days: Count
    line_every_hours: Count
    line_late_minutes: Count
    leave_alone_days: Count
    gather_minutes: Count
    doubt_gather_hours: Count
    doubts_as_cards: tuple[Reason, ...]
    watch_shown: Count
    list_hour: Annotated[int, Field(ge=0, le=23)]
    report_taps: tuple[str, ...]
    report_hours: Count
