"""The answers that a member lets us keep: a sealed value and sealed words for each local day."""

from datetime import date

from bots.turn import Turn

SWITCH = "checkins"


async def may_keep(turn: Turn, member: str) -> bool:
    """Whether the member said yes to keeping answers."""
    return await turn.consents(member, SWITCH)


async def value_on(turn: Turn, member: str, day: date) -> int | None:
    """The value (1–5) of that day."""
    row = await turn.db.checkin_answer(member=member, day=day.isoformat())
    return int(turn.house.seal.open(row["value_sealed"])) if row else None


async def has_words(turn: Turn, member: str, day: date) -> bool:
    """Whether words of that day are kept."""
    row = await turn.db.checkin_answer(member=member, day=day.isoformat())
    return bool(row and row["words_sealed"])


async def keep_value(turn: Turn, member: str, day: date, value: int) -> None:
    """Keep a value; a second one of the same day replaces the first, words stay until new ones come."""
    sealed = turn.house.seal.seal(value)
    await turn.db.keep_checkin_answer(member=member, day=day.isoformat(), value_sealed=sealed, at=turn.now)


async def keep_words(turn: Turn, member: str, day: date, words: str) -> bool:
    """Keep words beside the value of that day; False if there is none (taken back meanwhile)."""
    sealed = turn.house.seal.seal(words)
    return bool(await turn.db.keep_checkin_words(member=member, day=day.isoformat(), words_sealed=sealed))


async def values_since(turn: Turn, member: str, since: date) -> dict[date, int]:
    """All values from that day on."""
    rows = await turn.db.checkin_answers_since(member=member, since=since.isoformat())
    return {date.fromisoformat(row["day"]): int(turn.house.seal.open(row["value_sealed"])) for row in rows}


async def days_asked_since(turn: Turn, member: str, since: date) -> frozenset[date]:
    """The days from that one on on which the member was asked."""
    rows = await turn.db.checkin_days_asked(member=member, since=since.isoformat())
    return frozenset(date.fromisoformat(row["day"]) for row in rows)


async def forget(turn: Turn, member: str) -> int:
    """Delete every answer; how many there were."""
    return int(await turn.db.forget_checkin_answers(member=member))
