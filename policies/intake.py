"""How members are welcomed and matched: what stands in `intake.yaml`."""

from typing import Annotated

from pydantic import Field

from policies.load import Policy

Count = Annotated[int, Field(ge=1)]


class Intake(Policy, file="intake.yaml"):
    """Numbers of the welcome and of matching; the file says what each means and in which unit."""

    values_version: str
    adult_from: Count
    crisis_pause_hours: Count
    pairs_at_most: Count
    candidates_at_most: Count
    supporter_minutes: Count
    seeker_minutes: Count
    declined_rest_days: Count
    unanswered_rest_hours: Count
    look_again_minutes: Count
    group_room: str
