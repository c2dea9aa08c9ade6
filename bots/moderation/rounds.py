"""Once a day: what is over is forgotten, and what is only being watched is shown to a human."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.clock import DAY, SECOND
from bots.events import Event
from bots.moderation import desk, watchlist
from bots.turn import Turn
from policies.crisis_answer import CrisisAnswer
from policies.moderation import Moderation

KEY = "daily-round"


@dataclass(frozen=True, kw_only=True)
class DailyRound(Event):
    """Time for the daily round."""


def next_round(now: int, zone: ZoneInfo, hour: int) -> int:
    """The next time that a clock in that zone shows the hour, in ms."""
    local = datetime.fromtimestamp(now / SECOND, UTC).astimezone(zone)
    due = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return int((due if due > local else due + timedelta(days=1)).timestamp() * SECOND)


async def begin(turn: Turn) -> None:
    """See that a round is on its way; one that fell due while the bot was down is not put off."""
    if await turn.db.next_round(bot=turn.bot, key=KEY) is None:
        await _set(turn)


async def on_daily_round(turn: Turn, due: DailyRound) -> None:
    """Forget, show, and come again tomorrow."""
    await forget(turn)
    room = await turn.place(desk.ROOM)
    if room and (words := await watchlist.next_part(turn)):
        await turn.say(room, words)
    await _set(turn)


async def forget(turn: Turn) -> None:
    """Notes, reports and what cards point to are kept so long and no longer; a card's number and answer remain."""
    before = turn.now - turn.policy(CrisisAnswer).flag_days * DAY
    await turn.db.prune_flags(now=turn.now)
    await turn.db.empty_old_cards(before=before)
    await turn.db.prune_reports(before=before)
    await turn.db.prune_approaches(before=before, now=turn.now)


async def _set(turn: Turn) -> None:
    hour = turn.policy(Moderation).list_hour
    await turn.wake(next_round(turn.now, ZoneInfo(turn.house.time_zone), hour), DailyRound(), key=KEY)
