"""When a judgement matters: the file `thresholds.yaml`, checked as a whole so that every fault is told at once."""

from enum import IntEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from models.judgement import KINDS, Kind
from models.rules import RULES
from policies.load import Policy


class Tier(IntEnum):
    """How soon a human should look; a greater tier is more urgent."""

    NONE = 0
    WATCH = 1
    SOON = 2
    NOW = 3

    def __str__(self) -> str:
        return self.name.lower()


def _tier(value: Any) -> Any:
    names = {str(tier): tier for tier in Tier}
    if isinstance(value, Tier):
        return value
    if value not in names:
        raise ValueError(f"{value!r} is no tier; write one of {', '.join(names)}")
    return names[value]


NamedTier = Annotated[Tier, BeforeValidator(_tier)]
PerMille = Annotated[float, Field(ge=0, le=1000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Budget(_Part):
    """Alerts for each 1,000 messages of ordinary chat, down to and including a tier."""

    now: PerMille
    soon: PerMille
    watch: PerMille

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.now <= self.soon <= self.watch:
            raise ValueError("must rise: now ≤ soon ≤ watch, because each includes the ones above it")
        return self


class Distress(_Part):
    """Budgets for rooms and for conversations with a bot, and what the hard rules raise to."""

    group: Budget
    dm: Budget
    rules: dict[str, NamedTier]
    least_crisis: Annotated[float, Field(ge=0, le=1)]

    @field_validator("rules")
    @classmethod
    def _each_rule_once(cls, rules: dict[str, Tier]) -> dict[str, Tier]:
        unknown, missing = sorted(set(rules) - set(RULES)), [rule for rule in RULES if rule not in rules]
        if unknown or missing:
            raise ValueError(f"needs a tier for each of {', '.join(RULES)}; missing: {missing}, unknown: {unknown}")
        return rules


class Misinformation(_Part):
    """When a claim is flagged, and which kinds get the neutral note before a reviewer has looked."""

    flags_per_mille: PerMille
    least_probability: Annotated[float, Field(ge=0, le=1)]
    note_at_once: tuple[Kind, ...]

    @field_validator("note_at_once", mode="before")
    @classmethod
    def _known(cls, kinds: Any) -> Any:
        if not isinstance(kinds, list) or not set(map(str, kinds)) <= set(KINDS):
            raise ValueError(f"is a list of kinds out of {', '.join(KINDS)}; an empty list is []")
        return kinds


class Thresholds(Policy, file="thresholds.yaml"):
    """The whole file: `Thresholds.load()`, which raises PolicyProblems with one line for each fault."""

    distress: Distress
    misinformation: Misinformation
