"""What people type to this bot."""

from datetime import timedelta

from bots.checkin import asking, changes, diary, scale, storing, trend, typed
from bots.checkin.routine import routine_of
from bots.checkin.schedule import local
from bots.clock import DAY
from bots.commands import command
from bots.events import Message
from bots.turn import Turn
from policies.checkin import CheckIn
from policies.texts import phrase

DM = ("dm",)


@command("checkin", rooms=DM, usage="!checkin at 8:30")
async def checkin(turn: Turn, said: Message, words: str) -> None:
    """Show how it stands, or change it: a time, now, daily, weekdays, pause, stop, back, keep."""
    wanted = typed.understand(words, turn.policy(CheckIn))
    if wanted.rest:
        return await turn.say(said.room_id, phrase("checkin-not-understood"), to=said.sender)
    if "now" in wanted.asked:
        return await asking.prompt(turn, said.room_id, said.sender, began="member")
    if "keep" in wanted.asked:
        return await storing.offer(turn, said.room_id, said.sender)
    if wanted.minute is not None:
        taken = await changes.set_time(turn, said.room_id, said.sender, wanted.minute, *wanted.asked)
        return await storing.offer_once(turn, said.room_id, said.sender) if taken else None
    if wanted.asked:
        return await changes.change(turn, said.room_id, said.sender, *wanted.asked)
    await changes.tell(turn, said.room_id, await routine_of(turn, said.sender))
    return await turn.say(said.room_id, phrase("checkin-how"), to=said.sender)


@command("quiet", rooms=DM, usage="!quiet 3d")
async def quiet(turn: Turn, said: Message, words: str) -> None:
    """No prompts for some days; one day if nobody says how many."""
    await _pause(turn, said, words or str(turn.policy(CheckIn).quiet_days), usage="!quiet 3d")


@command("pause", rooms=DM, usage="!pause 2w")
async def pause(turn: Turn, said: Message, words: str) -> None:
    """No prompts for a while, or until `!back`."""
    if words:
        return await _pause(turn, said, words, usage="!pause 2w")
    return await changes.change(turn, said.room_id, said.sender, "pause")


@command("back", rooms=DM)
async def back(turn: Turn, said: Message, words: str) -> None:
    """Prompts again."""
    await changes.change(turn, said.room_id, said.sender, "back")


@command("more", rooms=DM)
async def more(turn: Turn, said: Message, words: str) -> None:
    """Prompts more often."""
    await changes.step(turn, said.room_id, said.sender, "more")


@command("less", rooms=DM)
async def less(turn: Turn, said: Message, words: str) -> None:
    """Prompts less often."""
    await changes.step(turn, said.room_id, said.sender, "less")


@command("skip", rooms=DM)
async def skip(turn: Turn, said: Message, words: str) -> None:
    """No words today."""
    closed = await turn.db.close_choices(bot=turn.bot, choice=scale.WORDS, room=said.room_id)
    await turn.say(said.room_id, phrase("checkin-skipped" if closed else "checkin-nothing-to-skip"), to=said.sender)


@command("trend", rooms=DM, usage="!trend 7d")
async def trend_(turn: Turn, said: Message, words: str) -> None:
    """The member's own values over some days."""
    policy = turn.policy(CheckIn)
    length = typed.days_long(words, policy) if words else policy.trend.days
    if length is None:
        return await turn.say(said.room_id, phrase("command-usage", usage="!trend 7d"), to=said.sender)
    if not await diary.may_keep(turn, said.sender):
        await turn.say(said.room_id, phrase("checkin-trend-unkept"), to=said.sender)
        return await storing.offer_once(turn, said.room_id, said.sender)
    return await _show_trend(turn, said, min(length, policy.trend.most_days))


async def _show_trend(turn: Turn, said: Message, length: int) -> None:
    person = await turn.member(said.sender)
    today = local(turn.now, person.zone).date()
    since = today - timedelta(days=length - 1)
    values = await diary.values_since(turn, said.sender, since)
    asked = await diary.days_asked_since(turn, said.sender, since)
    shown = trend.Trend.until(today, length, values, asked)
    language, least = turn.house.texts.closest(person.language), turn.policy(CheckIn).trend.least_for_mean
    await turn.say(said.room_id, trend.told(shown, language, least), to=said.sender)


async def _pause(turn: Turn, said: Message, words: str, usage: str) -> None:
    policy = turn.policy(CheckIn)
    days = typed.days_long(words, policy)
    if days is None:
        return await turn.say(said.room_id, phrase("command-usage", usage=usage), to=said.sender)
    until = turn.now + min(days, policy.longest_pause_days) * DAY
    return await changes.pause(turn, said.room_id, said.sender, until)
