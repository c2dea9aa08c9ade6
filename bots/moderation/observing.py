"""The first days of a new installation: the bot watches, shows cards and answers, but writes to nobody unasked."""

from bots.clock import DAY
from bots.turn import Turn
from policies.moderation import Moderation


async def begin(turn: Turn) -> None:
    """Remember the very first start."""
    await turn.db.begin_observing(now=turn.now)


async def only(turn: Turn) -> bool:
    """Whether those days are not over yet."""
    since = await turn.db.observing_since()
    return since is not None and turn.now < since + turn.policy(Moderation).observe_only_days * DAY
