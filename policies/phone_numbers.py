"""What the phonenumbers library knows about a number as people dial it, and the emergency numbers of a country."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumber
from pydantic import BaseModel, ConfigDict

Status = Literal["valid", "possible", "impossible"]


def status(number: str, country: str) -> Status:
    """Whether `number`, dialled in `country` (ISO code), can be a number there.

    `possible`: the length is right, but the library does not know the number; true of some short codes in use.
    """
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return "impossible"
    if phonenumbers.is_valid_number(parsed) or _is_valid_short(parsed, country):
        return "valid"
    return (
        "possible" if phonenumbers.is_possible_number(parsed) or _is_possible_short(parsed, country) else "impossible"
    )


def _is_valid_short(number: PhoneNumber, country: str) -> bool:
    return bool(phonenumbers.is_valid_short_number_for_region(number, country))


def _is_possible_short(number: PhoneNumber, country: str) -> bool:
    return bool(phonenumbers.is_possible_short_number_for_region(number, country))


class EmergencyOrder(BaseModel):
    """Which numbers come first, and which are not shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    first: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class EmergencyRules(BaseModel):
    """How to choose where a country has several emergency numbers; see crisis_lines.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    first: tuple[str, ...]
    all_up_to: int
    at_most: int
    by_calling_code: Mapping[int, EmergencyOrder] = {}

    def order_for(self, country: str) -> EmergencyOrder:
        """The order for a country: its calling code's, else the general one."""
        code = phonenumbers.country_code_for_region(country)
        return self.by_calling_code.get(code, EmergencyOrder(first=self.first))


def emergency_numbers(country: str | None, rules: EmergencyRules) -> tuple[str, ...]:
    """The country's emergency numbers to show, general ones first; empty where the country or its numbers are unknown.

    The ITU recommends 112 or 911 as the number for all services. A country that has such a number among many shows
    only that. A country without one shows them all: the metadata does not say which is the ambulance, and leaving out
    the wrong one would be worse than a longer line.
    """
    order = rules.order_for(country) if country else EmergencyOrder()
    numbers = [n for n in _known_emergency_numbers(country or "") if n not in order.never]
    general = [n for n in order.first if n in numbers]
    others = [n for n in numbers if n not in general]
    shown = general if general and len(numbers) > rules.all_up_to else [*general, *others]
    return tuple(shown[: rules.at_most])


@cache
def _known_emergency_numbers(country: str) -> tuple[str, ...]:
    """All numbers that match the emergency pattern of the country's short-number metadata, shortest first."""
    metadata = PhoneMetadata.short_metadata_for_region(country)
    known = metadata.emergency if metadata else None
    if known is None or not known.national_number_pattern:
        return ()
    candidates = (str(n).zfill(digits) for digits in known.possible_length for n in range(10**digits))
    return tuple(number for number in candidates if re.fullmatch(known.national_number_pattern, number))
