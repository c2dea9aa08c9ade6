"""A bot stays reachable: one-time keys are topped up, and behind them stands a fallback key."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest
import vodozemac
from nio import AsyncClient
from nio.crypto import OlmAccount

from bots.link.accounts import CLIENT, Account
from bots.link.fallback import KEY_TYPE, KeysConflict, KeyStock, ask_stock, keep_reachable
from bots.link.http import JsonObject, call
from bots.link.signing import is_signed

Http = aiohttp.ClientSession
NewAccount = Callable[[], Awaitable[Account]]
OpenDevice = Callable[..., Awaitable[AsyncClient]]
FULL = KeyStock(one_time_keys=50, fallback_unused=True)


async def claim(http: Http, account: Account) -> JsonObject:
    """One key of the account's device, as a client that wants to write claims it: {"key", "signatures", …}."""
    wanted = {account.user_id: {account.device_id: KEY_TYPE}}
    answer = await call(
        http,
        "POST",
        f"{account.homeserver}{CLIENT}/keys/claim",
        token=account.access_token,
        body={"one_time_keys": wanted},
    )
    (key,) = answer["one_time_keys"][account.user_id][account.device_id].values()
    return dict(key)


def opens(writer: vodozemac.Account, key: JsonObject, bot: OlmAccount) -> bool:
    """Whether a first message that was written with the claimed key can be read by the bot."""
    session = writer.create_outbound_session(
        vodozemac.Curve25519PublicKey.from_base64(bot.identity_keys["curve25519"]),
        vodozemac.Curve25519PublicKey.from_base64(key["key"]),
    )
    _, plaintext = bot.create_inbound_session(writer.curve25519_key.to_base64(), session.encrypt(b"hello"))
    return bool(plaintext == b"hello")


async def test_the_fallback_key_comes_after_fifty_claims(
    http: Http, new_account: NewAccount, open_device: OpenDevice
) -> None:
    """Fifty people get a key of their own, the next ones share the fallback key, each signed by the device."""
    account = await new_account()
    client = await open_device(account)
    assert await keep_reachable(http, account, client)
    assert await ask_stock(http, account) == FULL
    own_keys = [await claim(http, account) for _ in range(50)]
    shared_keys = [await claim(http, account) for _ in range(2)]
    assert len({key["key"] for key in own_keys}) == 50
    assert not any(key.get("fallback") for key in own_keys)
    assert shared_keys[0] == shared_keys[1]
    assert shared_keys[0]["fallback"] is True
    device_key = client.olm.account.identity_keys["ed25519"]
    for key in [*own_keys, *shared_keys]:
        assert is_signed(key, account.user_id, account.device_id, device_key)


async def test_a_used_fallback_key_is_renewed_and_still_opens(
    http: Http, new_account: NewAccount, open_device: OpenDevice
) -> None:
    """Once the server has handed out the fallback key, a new one and 50 keys follow; the old one still opens mail."""
    account = await new_account()
    client = await open_device(account)
    await keep_reachable(http, account, client)
    claimed = [await claim(http, account) for _ in range(51)]
    assert await ask_stock(http, account) == KeyStock(one_time_keys=0, fallback_unused=False)
    assert await keep_reachable(http, account, client)
    assert await ask_stock(http, account) == FULL
    for _ in range(50):
        await claim(http, account)
    renewed = await claim(http, account)
    assert renewed["fallback"] is True
    assert renewed["key"] != claimed[-1]["key"]
    for key in (claimed[0], claimed[-1], renewed):
        assert opens(vodozemac.Account(), key, client.olm.account)


async def test_nothing_to_upload(http: Http, new_account: NewAccount, open_device: OpenDevice) -> None:
    """A device whose stock is full uploads nothing, also after a restart."""
    account = await new_account()
    client = await open_device(account)
    await keep_reachable(http, account, client)
    assert not await keep_reachable(http, account, client)
    assert not await keep_reachable(http, account, await open_device(account, Path(client.store_path)))


async def test_a_crash_after_the_upload_loses_no_key(
    http: Http, new_account: NewAccount, open_device: OpenDevice, tmp_path: Path
) -> None:
    """Killed between the server's answer and our note of it, the device can still open what is written to it."""
    account, at_the_crash = await new_account(), tmp_path / "at-the-crash"
    client = await open_device(account)
    await keep_reachable(http, account, client)
    for _ in range(51):
        await claim(http, account)

    async def copy_store(*_: object) -> None:
        await asyncio.to_thread(shutil.copytree, client.store_path, at_the_crash)

    tracing = aiohttp.TraceConfig()
    tracing.on_request_end.append(copy_store)
    async with aiohttp.ClientSession(trace_configs=[tracing]) as traced:
        await keep_reachable(traced, account, client, KeyStock(one_time_keys=0, fallback_unused=False))

    restarted = await open_device(account, at_the_crash)
    assert not await keep_reachable(http, account, restarted), "keys that the server has are not offered twice"
    assert await ask_stock(http, account) == FULL
    for key in [await claim(http, account) for _ in range(51)]:
        assert opens(vodozemac.Account(), key, restarted.olm.account)


async def test_an_outdated_store_is_refused(
    http: Http, new_account: NewAccount, open_device: OpenDevice, tmp_path: Path
) -> None:
    """A store restored from before the last upload does not overwrite keys; the sentence says what to do."""
    account, outdated = await new_account(), tmp_path / "outdated"
    client = await open_device(account)
    await keep_reachable(http, account, client)
    await asyncio.to_thread(shutil.copytree, client.store_path, outdated)
    await claim(http, account)
    await keep_reachable(http, account, client)
    await claim(http, account)
    restored = await open_device(account, outdated)
    with pytest.raises(KeysConflict, match="Restore the newest store"):
        await keep_reachable(http, account, restored)
