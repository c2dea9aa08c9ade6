"""A bot's device starts whole or not at all, and says what is missing."""

import shutil
import stat
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bots.link import crosssigning
from bots.link.accounts import Account, login_password
from bots.link.crosssigning_errors import SeedsLost
from bots.link.errors import CryptoStoreLost, CryptoStoreUnreadable, OtherAccount, TokenRevoked
from bots.link.fallback import ask_stock
from bots.link.session import SEEDS, STORE, Session

NewAccount = Callable[[], Awaitable[Account]]
Open = Callable[..., Awaitable[Session]]


@pytest.fixture
async def open_session(tmp_path: Path) -> AsyncIterator[Open]:
    """Opens a bot's session; one folder and one secret unless said otherwise."""
    async with AsyncExitStack() as running:

        async def open_(account: Account, folder: Path = tmp_path / "bot", secret: str = "a secret") -> Session:
            session = await Session.open(account, folder, bot="intake", secret=secret)
            running.push_async_callback(session.close)
            return session

        yield open_


async def test_a_fresh_device_is_reachable_and_trusted(
    new_account: NewAccount, open_session: Open, http: aiohttp.ClientSession, tmp_path: Path
) -> None:
    """After the first start the server has 50 one-time keys, a fallback key, and a device signed by the identity."""
    account = await new_account()
    session = await open_session(account)
    stock = await ask_stock(http, account)
    published = await crosssigning.fetch(http, account)
    assert (stock.one_time_keys, stock.fallback_unused) == (50, True)
    assert len(published.device["signatures"][account.user_id]) == 2
    assert session.user_id == account.user_id
    assert stat.S_IMODE((tmp_path / "bot" / SEEDS).stat().st_mode) == 0o600


async def test_a_second_start_is_the_same_device(new_account: NewAccount, open_session: Open) -> None:
    """Starting again with the same folder keeps keys and identity."""
    account = await new_account()
    first = await open_session(account)
    before = await crosssigning.fetch(first.http, account)
    await first.close()
    again = await open_session(account)
    assert again.device_key == first.device_key
    assert (await crosssigning.fetch(again.http, account)).master == before.master


async def test_a_lost_store_is_refused_with_its_cure(
    new_account: NewAccount, open_session: Open, tmp_path: Path
) -> None:
    """An empty folder for a device that has keys on the server does not start, and no new store is made."""
    account = await new_account()
    await (await open_session(account)).close()
    with pytest.raises(CryptoStoreLost, match="kith init --new-device intake"):
        await open_session(account, tmp_path / "empty")
    assert not (tmp_path / "empty" / STORE).exists()


async def test_the_store_of_another_device_is_refused(
    new_account: NewAccount, open_session: Open, http: aiohttp.ClientSession, tmp_path: Path
) -> None:
    """Two devices of one account whose folders were mixed up do not start."""
    account = await new_account()
    await (await open_session(account)).close()
    second = await login_password(http, account.homeserver, account.user_id, "secret")
    shutil.copytree(tmp_path / "bot", tmp_path / "second", ignore=shutil.ignore_patterns(STORE))
    await (await open_session(second, tmp_path / "second")).close()
    with pytest.raises(CryptoStoreLost):
        await open_session(second)


async def test_a_wrong_secret_is_refused_and_the_store_kept(
    new_account: NewAccount, open_session: Open, tmp_path: Path
) -> None:
    """A store that was sealed with another secret says so and stays as it was."""
    account = await new_account()
    await (await open_session(account)).close()
    with pytest.raises(CryptoStoreUnreadable, match="right secret"):
        await open_session(account, secret="another")
    assert (await open_session(account)).user_id == account.user_id


async def test_lost_seeds_are_refused_with_their_cure(
    new_account: NewAccount, open_session: Open, tmp_path: Path
) -> None:
    """Without its seeds a bot does not make itself a new identity."""
    account = await new_account()
    await (await open_session(account)).close()
    (tmp_path / "bot" / SEEDS).unlink()
    with pytest.raises(SeedsLost, match="--reset-identity"):
        await open_session(account)


async def test_a_revoked_token_is_said(new_account: NewAccount, open_session: Open) -> None:
    """A token that the server does not know stops the start with the cure."""
    account = await new_account()
    with pytest.raises(TokenRevoked, match="kith init"):
        await open_session(replace(account, access_token="syt_nothing"))


async def test_a_token_of_somebody_else_is_said(new_account: NewAccount, open_session: Open) -> None:
    """A token of another account is refused before anything is written."""
    account, other = await new_account(), await new_account()
    with pytest.raises(OtherAccount, match=other.user_id):
        await open_session(replace(account, access_token=other.access_token))
