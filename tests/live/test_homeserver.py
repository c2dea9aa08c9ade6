"""The embedded homeserver and the accounts on it."""

import os
import secrets
import select
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from bots.demo.homeserver import Homeserver, HomeserverFailed
from bots.link import accounts
from bots.link.accounts import Account, LoginRefused, NameTaken, RegistrationRefused, TokenUnknown
from bots.link.http import HomeserverUnreachable, call

StartHomeserver = Callable[..., Awaitable[Homeserver]]

START_AND_SHOW_PID = """
import asyncio, sys
from pathlib import Path
from bots.demo.homeserver import Homeserver

async def main():
    server = await Homeserver.start(Path(sys.argv[1]))
    print(server.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def new_name(prefix: str) -> str:
    return f"{prefix}-{secrets.token_hex(4)}"


async def new_registration_token(http: aiohttp.ClientSession, homeserver: Homeserver) -> str:
    admin = await homeserver.register(new_name("admin"), "secret", admin=True)
    url = f"{homeserver.url}/_synapse/admin/v1/registration_tokens/new"
    answer = await call(http, "POST", url, token=admin.access_token, body={"uses_allowed": 1})
    return str(answer["token"])


async def test_one_user_on_two_devices(homeserver: Homeserver, http: aiohttp.ClientSession) -> None:
    """A registered user logs in by password on another device, and each token knows its own device."""
    name = new_name("ada")
    first = await homeserver.register(name, "secret")
    second = await accounts.login_password(http, homeserver.url, name, "secret", device_id="LAPTOP")
    assert first.user_id == second.user_id == f"@{name}:{homeserver.server_name}"
    assert second.device_id == "LAPTOP"
    assert await accounts.whoami(http, homeserver.url, first.access_token) == first
    assert await accounts.whoami(http, homeserver.url, second.access_token) == second


async def test_registration_token_opens_one_account(homeserver: Homeserver, http: aiohttp.ClientSession) -> None:
    """A registration token registers as many users as it allows, then no more."""
    token, name = await new_registration_token(http, homeserver), new_name("bea")
    account = await accounts.register_with_token(http, homeserver.url, token, name, "secret")
    assert await accounts.whoami(http, homeserver.url, account.access_token) == account
    with pytest.raises(RegistrationRefused, match="registration token"):
        await accounts.register_with_token(http, homeserver.url, token, new_name("cleo"), "secret")


async def test_refusals_name_their_cure(homeserver: Homeserver, http: aiohttp.ClientSession) -> None:
    """A taken name, a wrong password, secret or token each raise their own error with what to do."""
    name = new_name("dora")
    await homeserver.register(name, "secret")
    with pytest.raises(NameTaken, match="choose another name"):
        await homeserver.register(name, "other")
    with pytest.raises(LoginRefused, match="Check the name and the password"):
        await accounts.login_password(http, homeserver.url, name, "wrong")
    with pytest.raises(RegistrationRefused, match="shared secret"):
        await accounts.register_shared_secret(http, homeserver.url, "wrong", new_name("eve"), "secret")
    with pytest.raises(TokenUnknown, match="Log in again"):
        await accounts.whoami(http, homeserver.url, "wrong")


async def test_display_name(homeserver: Homeserver, http: aiohttp.ClientSession) -> None:
    """The display name is what other people see."""
    account = await homeserver.register(new_name("finn"), "secret")
    await accounts.set_display_name(http, account, "Finn")
    profile = await call(
        http,
        "GET",
        f"{homeserver.url}/_matrix/client/v3/profile/{account.user_id}",
        token=account.access_token,
    )
    assert profile["displayname"] == "Finn"


async def test_default_limits_and_their_override(
    start_homeserver: StartHomeserver, http: aiohttp.ClientSession
) -> None:
    """With Synapse's default limits a burst is refused, until an administrator lifts the limit for that user."""
    server = await start_homeserver(rate_limits=True)
    bot = await server.register("bot", "secret")
    admin = await server.register("admin", "secret", admin=True)
    assert not await accounts.override_ratelimit(http, server.url, bot.access_token, bot.user_id)
    assert await sent_in_one_go(http, bot) < 30
    assert await accounts.override_ratelimit(http, server.url, admin.access_token, bot.user_id)
    assert await sent_in_one_go(http, bot) == 30


async def sent_in_one_go(http: aiohttp.ClientSession, sender: Account) -> int:
    """How many of 30 messages to a new room are accepted before the first refusal."""
    client, token = f"{sender.homeserver}/_matrix/client/v3", sender.access_token
    room = await call(http, "POST", f"{client}/createRoom", token=token, body={})
    for number in range(30):
        url = f"{client}/rooms/{room['room_id']}/send/m.room.message/{number}"
        message = {"msgtype": "m.text", "body": str(number)}
        async with http.put(url, json=message, headers={"Authorization": f"Bearer {token}"}) as response:
            if response.status == 429:
                return number
    return 30


async def test_users_survive_a_crash(start_homeserver: StartHomeserver, http: aiohttp.ClientSession) -> None:
    """After SIGKILL nobody answers; a restart serves the same users on the same port."""
    server = await start_homeserver()
    account = await server.register("gus", "secret")
    await server.kill()
    with pytest.raises(HomeserverUnreachable, match="try again"):
        await accounts.whoami(http, server.url, account.access_token)
    await server.restart()
    assert await accounts.whoami(http, server.url, account.access_token) == account


async def test_same_directory_same_server(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    """Started again on an earlier directory, the server keeps its address and users; another name is refused."""
    async with await Homeserver.start(tmp_path, server_name="one.test") as server:
        account = await server.register("hana", "secret")
    async with await Homeserver.start(tmp_path, server_name="one.test") as server:
        assert await accounts.whoami(http, server.url, account.access_token) == account
    with pytest.raises(HomeserverFailed, match=r"one\.test"):
        await Homeserver.start(tmp_path, server_name="two.test")


async def test_failed_start_shows_the_log(tmp_path: Path) -> None:
    """A server that cannot start ends with the last lines of its log."""
    async with await Homeserver.start(tmp_path) as server:
        pass
    (tmp_path / "signing.key").write_text("not a key")
    with pytest.raises(HomeserverFailed, match=r"(?s)ended with code.*signing"):
        await server.restart()


async def test_cpu_seconds_grow_with_work(homeserver: Homeserver) -> None:
    """The CPU counter counts what the server does."""
    before = homeserver.cpu_seconds()
    for _ in range(5):
        await homeserver.register(new_name("ivo"), "secret")
    assert homeserver.cpu_seconds() > before


def test_dies_with_its_parent(tmp_path: Path) -> None:
    """When the process that started it is killed, the homeserver ends too."""
    parent = subprocess.Popen([sys.executable, "-c", START_AND_SHOW_PID, str(tmp_path)], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    server = os.pidfd_open(int(parent.stdout.readline()))
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    ended, _, _ = select.select([server], [], [], 10)
    os.close(server)
    assert ended, "the homeserver outlived its parent by 10 s"
