"""Setting up, checking, running and stopping, as an operator does it, against a real homeserver."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest
import pytest_asyncio

from bots import state
from bots.demo.community import Community, end
from bots.demo.homeserver import Homeserver
from bots.everyone import BOTS
from bots.health import health
from bots.link.accounts import CLIENT
from bots.link.http import call
from bots.link.session import STORE
from bots.operate.check import check
from bots.operate.init import init
from bots.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")
STAFF = {"alex": ["coordinator", "moderator", "operator"], "robin": ["specialist"]}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    """One for these tests alone: its accounts have the bots' own names."""
    async with await Homeserver.start(tmp_path_factory.mktemp("operate")) as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def community(homeserver: Homeserver, tmp_path_factory: pytest.TempPathFactory) -> Community:
    """Set up once."""
    return await Community.found(homeserver, tmp_path_factory.mktemp("kith"), STAFF)


async def ask(community: Community, who: str, path: str) -> dict[str, object]:
    """A question to the homeserver, as one of the bots."""
    account = state.load(community.settings.state_dir, who).account
    async with aiohttp.ClientSession() as http:
        return await call(http, "GET", f"{account.homeserver}{CLIENT}/{path}", token=account.access_token)


async def test_init_makes_the_rooms_once(community: Community) -> None:
    """A second `kith init` finds everything there and makes nothing."""
    said: list[str] = []
    await init(community.settings, said.append)
    assert not [line for line in said if line.endswith(": new")]
    assert len([line for line in said if line.startswith("room") and line.endswith("there")]) == len(community.places)
    rooms = await ask(community, "moderation", "joined_rooms")
    assert len(rooms["joined_rooms"]) == 7  # type: ignore[arg-type]


async def test_init_cut_short_is_completed(community: Community) -> None:
    """Rooms that were made but not remembered are found again, not made twice."""
    from bots.store.database import Database

    database = await Database.open(community.settings.database.dsn)
    async with database.connection() as connection:
        await connection.execute("DELETE FROM places")
    await database.close()
    await init(community.settings, lambda _: None)
    before = dict(community.places)
    await community._learn_places()
    assert community.places == before


async def test_staff_rooms_are_encrypted_and_staff_are_invited(community: Community) -> None:
    """Specialists' words are encrypted; who has the role is invited, and nobody else."""
    room = quote(community.places["staff:specialists"])
    assert await ask(community, "escalation", f"rooms/{room}/state/m.room.encryption")
    members = await ask(community, "escalation", f"rooms/{room}/members")
    there = {m["state_key"] for m in members["chunk"]}  # type: ignore[attr-defined]
    assert there == {community.bot("escalation"), community.people["robin"].user_id}


async def test_the_welcome_room_has_a_name_that_people_can_type(community: Community) -> None:
    """Members find the way in under an address that can be said on the phone."""
    alias = quote(f"#kith-welcome:{community.homeserver.server_name}")
    found = await ask(community, "intake", f"directory/room/{alias}")
    assert found["room_id"] == community.places["welcome"]


async def test_limits_are_lifted_where_that_is_allowed_and_else_it_is_said(
    homeserver: Homeserver, community: Community
) -> None:
    """Without an admin's token init says what that means; with one each bot is freed of the limits."""
    said: list[str] = []
    await init(community.settings, said.append)
    assert len([line for line in said if "set accounts.admin_token_file to lift them" in line]) == len(BOTS)
    admin = await homeserver.register("admin", "a password", admin=True)
    with_token = Settings.load(community.config, {"KITH_ACCOUNTS_ADMIN_TOKEN": admin.access_token})
    await init(with_token, said.append)
    assert len([line for line in said if line.endswith("free of rate limits")]) == len(BOTS)


async def test_check_finds_nothing_after_init(community: Community) -> None:
    """After `kith init` no problem is left; what is only worth knowing is a notice."""
    assert [f.sentence for f in await check(community.settings) if f.problem] == []


async def test_check_lists_every_problem(homeserver: Homeserver, community: Community, tmp_path: Path) -> None:
    """Before `kith init` each thing that is missing has its line and its cure."""
    text = community.config.read_text("utf-8").replace("fallback_contact: '@alex", "fallback_contact: '@nobody")
    (tmp_path / "config.yaml").write_text(text)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "shared_secret").write_text("x")
    problems = [f.sentence for f in await check(Settings.load(tmp_path / "config.yaml", {})) if f.problem]
    assert len(problems) == 2 + len(BOTS)
    assert all("kith " in sentence for sentence in problems)
    assert not (tmp_path / "var").exists()


async def test_term_stops_within_five_seconds(community: Community) -> None:
    """SIGTERM lets each bot finish its turn; the process ends with 0 in time."""
    process = await community.spawn()
    async with asyncio.timeout(60):
        async for _ in served(community):
            break
    before = time.monotonic()
    assert await end(process) == 0
    assert time.monotonic() - before < 5.0


async def test_health_tells_what_operators_watch(community: Community) -> None:
    """/live answers, /ready names a bot that does not serve, /metrics counts queues and heartbeats."""
    async with community.running() as suite, health(suite, "127.0.0.1", 0) as port, aiohttp.ClientSession() as http:
        pages = {name: await http.get(f"http://127.0.0.1:{port}/{name}") for name in ("live", "ready", "metrics")}
        assert [page.status for page in pages.values()] == [200, 200, 200]
        assert 'kith_heartbeat_age_seconds{bot="escalation"}' in await pages["metrics"].text()
        suite.failed["intake"] = RuntimeError()
        ready = await http.get(f"http://127.0.0.1:{port}/ready")
        assert (ready.status, await ready.text()) == (503, "intake: stopped (RuntimeError)\n")


async def test_a_revoked_token_stops_that_bot_with_a_sentence(community: Community) -> None:
    """One bot's token is gone: it says so and ends; the others go on."""
    kept = state.load(community.settings.state_dir, "checkin")
    async with aiohttp.ClientSession() as http, community.running() as suite:
        await call(http, "POST", f"{kept.account.homeserver}{CLIENT}/logout", token=kept.account.access_token, body={})
        async with asyncio.timeout(60):
            while "checkin" not in suite.failed:
                await suite.changed.wait()
                suite.changed.clear()
        assert "kith init" in str(suite.failed["checkin"])
        assert suite.running.keys() == BOTS.keys() - {"checkin"}
    await init(community.settings, lambda _: None)
    assert [f.sentence for f in await check(community.settings) if f.problem] == []


async def test_a_lost_crypto_store_is_refused_and_healed(community: Community) -> None:
    """Without its store a bot refuses to start and says how to get a new device; with that it runs again."""
    (community.settings.state_dir / "intake" / STORE).unlink()
    async with community.running() as suite:
        assert "kith init --new-device intake" in str(suite.failed["intake"])
    await init(community.settings, lambda _: None, new_device="intake")
    async with community.running() as suite:
        assert not suite.failed


async def test_config_faults_come_as_lines(tmp_path: Path) -> None:
    """`kith run` with a bad file says each fault on a line of its own and ends."""
    faults = "organisation: {name: X}\nhomeserver: {url: ftp://x}\nlog: {level: loud}\n"
    (tmp_path / "config.yaml").write_text(faults)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bots", "--config", str(tmp_path / "config.yaml"), "run"),
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    lines = said.decode().splitlines()
    assert process.returncode == 1
    assert any("organization" in line for line in lines) and any("log.level" in line for line in lines)
    assert all(str(tmp_path) in line for line in lines)


async def served(community: Community) -> AsyncIterator[None]:
    """Yields as soon as every bot's heart has beaten in this run."""
    from bots.store.database import Database

    database = await Database.open(community.settings.database.dsn)
    start = int(time.time() * 1000)
    try:
        while True:
            async with database.transaction() as db:
                fresh = [row for row in await db.heartbeats() if row["at"] >= start]
            if len(fresh) == len(BOTS):
                yield
                return
            await asyncio.wait([asyncio.create_task(asyncio.to_thread(lambda: None))], timeout=0.1)
    finally:
        await database.close()
