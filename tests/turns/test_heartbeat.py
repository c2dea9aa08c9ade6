"""Each bot listens to the others' hearts."""

from bots.heartbeat import Heartbeat
from bots.wakeups import Wakeups
from tests.turns.suite import Suite


async def test_a_silent_bot_is_reported_once_and_again_after_it_was_back(suite: Suite) -> None:
    """After a minute without a beat the operators hear of it from one of the others, once for each silence."""
    room = await suite.room("staff:operators", "staff", ["intake", "escalation", "checkin"])
    wakeups = Wakeups()
    hearts = {bot: Heartbeat(bot, suite.house, suite.database, wakeups) for bot in ("intake", "escalation", "checkin")}

    async def beat(*bots: str) -> int:
        for bot in bots:
            await hearts[bot].beat()
        return len([d for d in await suite.settle() if d.room == room])

    assert await beat(*hearts) == 0
    suite.clock.forward(45_000)
    assert await beat("intake", "checkin") == 0
    suite.clock.forward(20_000)
    assert await beat("intake", "checkin") == 1
    assert "the crisis bot has not been heard of for 65 seconds" in suite.said(room)[-1].text
    suite.clock.forward(30_000)
    assert await beat("intake", "checkin") == 0
    assert await beat("escalation") == 0
    suite.clock.forward(61_000)
    assert await beat("intake", "checkin") == 2


async def test_what_was_handled_is_forgotten_after_a_week(suite: Suite) -> None:
    """A handled event loses its words at once and its row after a week; one that waits is kept."""
    await suite.dm("checkin", "@anna:kith.localhost", "!help")
    heart = Heartbeat("checkin", suite.house, suite.database, Wakeups())
    for days, left in ((6, 1), (2, 0)):
        suite.clock.forward(days * 24 * 3_600_000)
        await heart.beat()
        async with suite.database.connection() as connection:
            rows = list(await connection.execute_fetchall("SELECT event_sealed FROM inbox WHERE bot = 'checkin'"))
        assert [row[0] for row in rows] == [None] * left
