"""Cross-signing: without it, members' clients neither send keys to a bot nor show what it writes."""

from dataclasses import dataclass

import aiohttp

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
from bots.link.http import HomeserverRefused, JsonObject, call, call_with_auth
from bots.link.seeds import USAGES, Seeds
from bots.link.signing import covered, is_signed, public_part, sign


@dataclass(frozen=True)
class Chain:
    """A verified chain of trust, as public keys in unpadded base64: master signs self-signing signs device."""

    master: str
    self_signing: str
    device: str


@dataclass(frozen=True)
class Published:
    """What the homeserver says about one account's keys; an empty object where it has none."""

    account: Account
    device: JsonObject
    master: JsonObject
    self_signing: JsonObject
    user_signing: JsonObject


async def bootstrap(
    http: aiohttp.ClientSession,
    account: Account,
    seeds: Seeds,
    *,
    device_key: str,
    password: str | None = None,
    replace: bool = False,
) -> bool:
    """Publish the identity and sign the device with it; does nothing where that is done. Upload device keys first.

    Args:
        device_key: our own Ed25519 identity key, so that we never sign a key that somebody else put there.
        password: needed where keys that the homeserver has are to be replaced.
        replace: make a new identity where the homeserver knows another; members are warned about that.

    Returns:
        Whether anything was uploaded.

    Raises:
        ChainBroken: one of its kinds says what is wrong and what to do.
    """
    published = await fetch(http, account)
    _require_own_device(published, device_key)
    keys_uploaded = await _publish_identity(http, published, seeds, password, replace)
    if not keys_uploaded and _signs_device(seeds, published):
        return False
    await _sign_device(http, published, seeds)
    return True


async def check(http: aiohttp.ClientSession, account: Account, seeds: Seeds, *, device_key: str) -> Chain:
    """Verify the chain as members' clients see it: our master key, its self-signing key, our device.

    Raises:
        ChainBroken: one of its kinds says what is wrong and what to do.
    """
    published = await fetch(http, account)
    _require_own_device(published, device_key)
    if not published.master:
        raise IdentityMissing(account.user_id)
    if _public_key(published.master) != public_part(seeds.key("master")):
        raise SeedsLost(account.user_id)
    for usage in ("self_signing", "user_signing"):
        if not _is_ours(getattr(published, usage), usage, seeds, account.user_id):
            raise IdentityBroken(account.user_id, usage)
    if not _signs_device(seeds, published):
        raise DeviceNotSigned(account.user_id, account.device_id)
    return Chain(_public_key(published.master), _public_key(published.self_signing), device_key)


async def fetch(http: aiohttp.ClientSession, account: Account) -> Published:
    """Ask the homeserver for the account's own keys."""
    answer = await call(
        http,
        "POST",
        f"{account.homeserver}{CLIENT}/keys/query",
        token=account.access_token,
        body={"device_keys": {account.user_id: []}},
    )
    devices = answer.get("device_keys", {}).get(account.user_id, {})
    identity = {usage: answer.get(f"{usage}_keys", {}).get(account.user_id, {}) for usage in USAGES}
    return Published(account, devices.get(account.device_id, {}), **identity)


def _require_own_device(published: Published, device_key: str) -> None:
    user_id, device_id = published.account.user_id, published.account.device_id
    if not published.device:
        raise DeviceKeysMissing(user_id, device_id)
    same_key = published.device.get("keys", {}).get(f"ed25519:{device_id}") == device_key
    if not same_key or not is_signed(published.device, user_id, device_id, device_key):
        raise DeviceStoreLost(user_id, device_id)


async def _publish_identity(
    http: aiohttp.ClientSession, published: Published, seeds: Seeds, password: str | None, replace: bool
) -> bool:
    user_id = published.account.user_id
    missing = [usage for usage in USAGES if not _is_ours(getattr(published, usage), usage, seeds, user_id)]
    if published.master and "master" in missing and not replace:
        raise SeedsLost(user_id)
    if missing:
        await _upload_identity(http, published.account, _identity(seeds, user_id, missing), password)
    return bool(missing)


async def _upload_identity(
    http: aiohttp.ClientSession, account: Account, identity: JsonObject, password: str | None
) -> None:
    by_password = {"identifier": {"type": "m.id.user", "user": account.user_id}, "password": password}
    try:
        await call_with_auth(
            http,
            f"{account.homeserver}{CLIENT}/keys/device_signing/upload",
            token=account.access_token,
            body=identity,
            answers={"m.login.password": by_password} if password else {},
        )
    except HomeserverRefused as refused:
        if refused.status == 401:
            raise PasswordNeeded(account.user_id) from refused
        raise


def _identity(seeds: Seeds, user_id: str, usages: list[str]) -> JsonObject:
    """The public keys as /keys/device_signing/upload takes them; the master key signs the other two.

    Only the named ones: Synapse answers a key that it has seen before with an internal error.
    """
    keys = {usage: _key_object(usage, user_id, public_part(seeds.key(usage))) for usage in usages}
    master = seeds.key("master")
    return {f"{usage}_key": key if usage == "master" else sign(key, user_id, master) for usage, key in keys.items()}


def _key_object(usage: str, user_id: str, public: str) -> JsonObject:
    return {"user_id": user_id, "usage": [usage], "keys": {f"ed25519:{public}": public}}


async def _sign_device(http: aiohttp.ClientSession, published: Published, seeds: Seeds) -> None:
    account = published.account
    signed = sign(covered(published.device), account.user_id, seeds.key("self_signing"))
    answer = await call(
        http,
        "POST",
        f"{account.homeserver}{CLIENT}/keys/signatures/upload",
        token=account.access_token,
        body={account.user_id: {account.device_id: signed}},
    )
    if answer.get("failures"):
        raise DeviceNotSigned(account.user_id, account.device_id)


def _is_ours(key: JsonObject, usage: str, seeds: Seeds, user_id: str) -> bool:
    """Whether a published key is the one that our seeds make, signed (unless it is the master) by our master key."""
    if _public_key(key) != public_part(seeds.key(usage)):
        return False
    master = public_part(seeds.key("master"))
    return usage == "master" or is_signed(key, user_id, master, master)


def _signs_device(seeds: Seeds, published: Published) -> bool:
    signer = public_part(seeds.key("self_signing"))
    return is_signed(published.device, published.account.user_id, signer, signer)


def _public_key(key: JsonObject) -> str:
    """The public part of a published cross-signing key; empty where there is none."""
    return str(next(iter(key.get("keys", {}).values()), ""))
