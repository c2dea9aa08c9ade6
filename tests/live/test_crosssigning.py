"""A bot's cross-signing identity on a real homeserver: made once, checked at each start, every fault with its cure."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import aiohttp
import pytest
from nio import AsyncClient

from bots.link import accounts, crosssigning
from bots.link.accounts import CLIENT, Account
from bots.link.crosssigning_errors import (
    DeviceKeysMissing,
    DeviceNotSigned,
    DeviceStoreLost,
    IdentityBroken,
    IdentityMissing,
    PasswordNeeded,
    SeedsLost,
)
from bots.link.fallback import keep_reachable
from bots.link.http import call
from bots.link.seeds import Seeds
from bots.link.signing import is_signed, public_part

Http = aiohttp.ClientSession
NewAccount = Callable[[], Awaitable[Account]]
OpenDevice = Callable[..., Awaitable[AsyncClient]]
Device = tuple[Account, str]


@pytest.fixture
async def device(http: Http, new_account: NewAccount, open_device: OpenDevice) -> Device:
    """An account and its device's Ed25519 key; the device's keys are on the homeserver, nothing is signed."""
    account = await new_account()
    return account, await upload_device_keys(http, account, open_device)


async def upload_device_keys(http: Http, account: Account, open_device: OpenDevice) -> str:
    client = await open_device(account)
    await keep_reachable(http, account, client)
    return str(client.olm.account.identity_keys["ed25519"])


async def test_bootstrap_makes_a_whole_chain(http: Http, device: Device) -> None:
    """After the bootstrap the check finds master, self-signing key and device signed by one another."""
    (account, key), seeds = device, Seeds.fresh()
    with pytest.raises(IdentityMissing, match="Run `kith init`"):
        await crosssigning.check(http, account, seeds, device_key=key)
    assert await crosssigning.bootstrap(http, account, seeds, device_key=key)
    chain = await crosssigning.check(http, account, seeds, device_key=key)
    assert chain.master == public_part(seeds.key("master"))
    assert chain.self_signing == public_part(seeds.key("self_signing"))
    assert chain.device == key


async def test_bootstrap_again_changes_nothing(http: Http, device: Device) -> None:
    """With the same seeds, read back from their text, a second bootstrap leaves every published key as it was."""
    (account, key), seeds = device, Seeds.fresh()
    await crosssigning.bootstrap(http, account, seeds, device_key=key)
    before = await crosssigning.fetch(http, account)
    assert not await crosssigning.bootstrap(http, account, Seeds.from_text(seeds.to_text()), device_key=key)
    assert await crosssigning.fetch(http, account) == before


async def test_a_stranger_can_verify_the_chain(http: Http, device: Device, new_account: NewAccount) -> None:
    """Another user verifies the bot's device from the homeserver's public answer alone."""
    (account, key), stranger = device, await new_account()
    await crosssigning.bootstrap(http, account, Seeds.fresh(), device_key=key)
    seen = await call(
        http,
        "POST",
        f"{account.homeserver}{CLIENT}/keys/query",
        token=stranger.access_token,
        body={"device_keys": {account.user_id: []}},
    )
    (master,) = seen["master_keys"][account.user_id]["keys"].values()
    self_signing_key = seen["self_signing_keys"][account.user_id]
    (self_signing,) = self_signing_key["keys"].values()
    assert is_signed(self_signing_key, account.user_id, master, master)
    assert is_signed(
        seen["device_keys"][account.user_id][account.device_id], account.user_id, self_signing, self_signing
    )


async def test_a_new_device_is_signed_by_the_same_identity(http: Http, device: Device, open_device: OpenDevice) -> None:
    """A second device fails the check until it is signed, and then both devices pass."""
    (account, key), seeds = device, Seeds.fresh()
    await crosssigning.bootstrap(http, account, seeds, device_key=key)
    second = await accounts.login_password(http, account.homeserver, account.user_id, "secret")
    second_key = await upload_device_keys(http, second, open_device)
    with pytest.raises(DeviceNotSigned, match="Run `kith init`"):
        await crosssigning.check(http, second, seeds, device_key=second_key)
    assert await crosssigning.bootstrap(http, second, seeds, device_key=second_key)
    assert (await crosssigning.check(http, second, seeds, device_key=second_key)).device == second_key
    assert (await crosssigning.check(http, account, seeds, device_key=key)).device == key


async def test_lost_seeds_are_refused_with_a_cure(http: Http, device: Device) -> None:
    """Other seeds than the published identity's never replace it by accident."""
    account, key = device
    await crosssigning.bootstrap(http, account, Seeds.fresh(), device_key=key)
    before = await crosssigning.fetch(http, account)
    with pytest.raises(SeedsLost, match="Restore the seeds from a backup"):
        await crosssigning.bootstrap(http, account, Seeds.fresh(), device_key=key, password="secret")
    with pytest.raises(SeedsLost, match="--reset-identity"):
        await crosssigning.check(http, account, Seeds.fresh(), device_key=key)
    assert await crosssigning.fetch(http, account) == before


@pytest.mark.parametrize("password", [None, "wrong"])
async def test_a_reset_needs_the_password(http: Http, device: Device, password: str | None) -> None:
    """A new identity replaces the old one only with the account's password."""
    (account, key), old, new = device, Seeds.fresh(), Seeds.fresh()
    await crosssigning.bootstrap(http, account, old, device_key=key)
    with pytest.raises(PasswordNeeded, match="right password"):
        await crosssigning.bootstrap(http, account, new, device_key=key, password=password, replace=True)
    assert (await crosssigning.check(http, account, old, device_key=key)).device == key
    assert await crosssigning.bootstrap(http, account, new, device_key=key, password="secret", replace=True)
    chain = await crosssigning.check(http, account, new, device_key=key)
    assert chain.master == public_part(new.key("master"))


async def test_a_foreign_self_signing_key_breaks_the_chain_until_healed(http: Http, device: Device) -> None:
    """A self-signing key that our seeds do not make is found, and replaced under the same master key."""
    (account, key), seeds = device, Seeds.fresh()
    theirs = replace(Seeds.fresh(), master=seeds.master)
    await crosssigning.bootstrap(http, account, theirs, device_key=key)
    with pytest.raises(IdentityBroken, match="self-signing key"):
        await crosssigning.check(http, account, seeds, device_key=key)
    with pytest.raises(PasswordNeeded):
        await crosssigning.bootstrap(http, account, seeds, device_key=key)
    assert await crosssigning.bootstrap(http, account, seeds, device_key=key, password="secret")
    chain = await crosssigning.check(http, account, seeds, device_key=key)
    assert chain.self_signing == public_part(seeds.key("self_signing"))


async def test_device_keys_come_first(http: Http, new_account: NewAccount) -> None:
    """A device whose keys were never uploaded is neither signed nor trusted."""
    account = await new_account()
    with pytest.raises(DeviceKeysMissing, match="run `kith init`"):
        await crosssigning.bootstrap(http, account, Seeds.fresh(), device_key="unknown")
    assert not (await crosssigning.fetch(http, account)).master


async def test_a_lost_store_is_noticed(http: Http, device: Device, open_device: OpenDevice) -> None:
    """An empty crypto store under the same device id fails the check, and its key is never signed."""
    (account, key), seeds = device, Seeds.fresh()
    await crosssigning.bootstrap(http, account, seeds, device_key=key)
    empty = await open_device(account)
    other_key = empty.olm.account.identity_keys["ed25519"]
    for refused in (crosssigning.check, crosssigning.bootstrap):
        with pytest.raises(DeviceStoreLost, match="Restore the store from a backup"):
            await refused(http, account, seeds, device_key=other_key)
