"""What happens with an answer: it is kept if the member lets us, words may follow, and hard days bring an offer."""

from dataclasses import replace
from datetime import date, timedelta

from bots.checkin import diary, scale, talk, typed
from bots.checkin.asking import in_crisis
from bots.checkin.changes import change
from bots.checkin.routine import Routine, keep, routine_of
from bots.checkin.schedule import day_of_answer
from bots.checkin.trend import low_days
from bots.clock import DAY, HOUR
from bots.events import Chosen
from bots.turn import Turn
from bots.ui import Choice
from policies.checkin import CheckIn
from policies.texts import Phrase, phrase

HARD = (1, 2)


async def on_answer(turn: Turn, chosen: Chosen) -> None:
    """A value (1–5), by tap, number or word. It brings the member's own pace back."""
    person, policy = await turn.member(chosen.by), turn.policy(CheckIn)
    belongs, answered_at = policy.belongs_hours * HOUR, min(chosen.at, turn.now)
    day = day_of_answer(chosen.data["at"], answered_at, person.zone, belongs)
    first = bool(await turn.db.checkin_prompt_answered(member=chosen.by, at=turn.now))
    routine = await routine_of(turn, chosen.by)
    said = [_back(routine)] if routine.answered().pace != routine.pace or routine.state == "asleep" else []
    routine = await keep(turn, routine.answered())
    await _take(turn, chosen, routine, day, int(chosen.option or 0), first, said)


async def on_words(turn: Turn, chosen: Chosen) -> None:
    """Words after a value: kept beside it, unless they are a crisis' words, a number, or "skip"."""
    policy, words, day = turn.policy(CheckIn), chosen.words or "", date.fromisoformat(chosen.data["day"])
    wish = typed.wish(words, policy)
    if await in_crisis(turn, chosen.by):
        await turn.say(chosen.room_id, phrase("checkin-words-crisis"), to=chosen.by)
    elif words.strip() in map(str, scale.VALUES):
        await _take(turn, chosen, await routine_of(turn, chosen.by), day, int(words), True, [])
    elif wish == "stop":
        await change(turn, chosen.room_id, chosen.by, "stop")
    elif wish == "skip":
        await turn.say(chosen.room_id, phrase("checkin-skipped"), to=chosen.by)
    else:
        await _keep_words(turn, chosen, day, words)


async def on_talk(turn: Turn, chosen: Chosen) -> None:
    """Yes brings the team in, no asks for words, and words are kept; then the offer is made once more."""
    if chosen.option == "yes":
        return await talk.accepted(turn, chosen)
    if chosen.option == "no":
        return await _ask_words(turn, chosen, date.fromisoformat(chosen.data["day"]), [phrase("checkin-talk-no")])
    await on_words(turn, chosen)
    return await talk.offer(turn, chosen, chosen.data["day"], [], again=True)


def _back(routine: Routine) -> Phrase:
    return phrase(f"checkin-back-{routine.chosen}")


async def _take(
    turn: Turn, chosen: Chosen, routine: Routine, day: date, value: int, first: bool, said: list[Phrase]
) -> None:
    if not await diary.may_keep(turn, chosen.by):
        thanks = phrase("checkin-thanks-unkept", value=scale.value(value))
        return await turn.say(chosen.room_id, scale.lines(thanks, *_care(value), *said), to=chosen.by)
    before = await diary.value_on(turn, chosen.by, day)
    await diary.keep_value(turn, chosen.by, day, value)
    if not first and before == value:
        return None
    said = [phrase("checkin-noted", value=scale.value(value), number=value), *_care(value), *said]
    return await _go_on(turn, chosen, routine, day, value, said)


async def _go_on(turn: Turn, chosen: Chosen, routine: Routine, day: date, value: int, said: list[Phrase]) -> None:
    """One message: what was noted, with an offer of a talk, or a question for words, or neither."""
    if await in_crisis(turn, chosen.by):
        return await turn.say(chosen.room_id, scale.lines(*said), to=chosen.by)
    if await _talk_is_due(turn, routine, day, value):
        await keep(turn, replace(routine, talk_at=turn.now))
        return await talk.offer(turn, chosen, day.isoformat(), said)
    if await diary.has_words(turn, chosen.by, day):
        return await turn.say(chosen.room_id, scale.lines(*said), to=chosen.by)
    return await _ask_words(turn, chosen, day, said)


async def _talk_is_due(turn: Turn, routine: Routine, day: date, value: int) -> bool:
    policy = turn.policy(CheckIn).talk
    if value != policy.value or turn.now - routine.talk_at < policy.again_days * DAY:
        return False
    values = await diary.values_since(turn, routine.member, day - timedelta(days=policy.within_days))
    return low_days(values, day, policy.value, policy.within_days) >= policy.times


async def _ask_words(turn: Turn, chosen: Chosen, day: date, said: list[Phrase]) -> None:
    question = Choice(scale.WORDS, scale.lines(*said, phrase("checkin-words-ask")), words=True)
    await turn.ask(chosen.room_id, question, to=chosen.by, data={"day": day.isoformat()})


async def _keep_words(turn: Turn, chosen: Chosen, day: date, words: str) -> None:
    allowed = await diary.may_keep(turn, chosen.by)
    kept = allowed and await diary.keep_words(turn, chosen.by, day, words)
    await turn.say(chosen.room_id, phrase("checkin-words-kept" if kept else "checkin-words-unkept"), to=chosen.by)


def _care(value: int) -> list[Phrase]:
    return [phrase("checkin-care")] if value in HARD else []
