"""How a person is found for a member: what stands in `escalation.yaml`."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from policies.load import Policy

Minutes = Annotated[int, Field(gt=0)]


class Ladder(BaseModel):
    """Minutes after the first page at which more people are asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    second_person_minutes: Minutes
    everyone_minutes: Minutes
    fallback_minutes: Minutes

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.second_person_minutes < self.everyone_minutes < self.fallback_minutes:
            raise ValueError("must rise: second_person_minutes < everyone_minutes < fallback_minutes")
        return self

    @property
    def rungs(self) -> tuple[int, ...]:
        """The minutes of the first, second and third rung."""
        return (self.second_person_minutes, self.everyone_minutes, self.fallback_minutes)


class Escalation(Policy, file="escalation.yaml"):
    """`live_cases`: the cap of one person; `case_names`: made-up names of members, one a case, in turn."""

    ladder: Ladder
    live_cases: Annotated[int, Field(gt=0)]
    ask_again_minutes: Minutes
    no_answer_minutes: Minutes
    claimer_may_write: bool
    silent_bot_seconds: Annotated[int, Field(gt=0)]
    case_names: Annotated[tuple[str, ...], Field(min_length=1)]
