"""A device's keys on the server: 50 one-time keys, and a fallback key for the 51st person who wants to write.

nio uploads no fallback key, stops topping up when the count reaches 0, and saves its account only after the upload:
a crash in between leaves public keys on the server whose private halves are gone. Here the account is saved first.
"""

import json
import secrets
from dataclasses import dataclass
from typing import Protocol, cast
from urllib.parse import quote

import aiohttp
import vodozemac
from nio import AsyncClient
from nio.crypto import Olm, OlmAccount

from bots.link.accounts import CLIENT, Account
from bots.link.http import HomeserverRefused, JsonObject, call
from bots.link.signing import canonical_json, with_signature

KEY_TYPE = "signed_curve25519"
ALGORITHMS = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]


class FallbackAccount(Protocol):
    """The part of vodozemac's Account that its type stub leaves out."""

    @property
    def fallback_key(self) -> dict[str, vodozemac.Curve25519PublicKey]: ...

    def generate_fallback_key(self) -> None: ...


class KeysConflict(Exception):
    """The server has other one-time keys under the ids that our store gives out."""

    def __init__(self, account: Account, reason: str) -> None:
        super().__init__(
            f"The homeserver refused the keys of device {account.device_id} of {account.user_id} ({reason}): the "
            "crypto store here is older than the keys there. Nothing was changed. Restore the newest store, or log "
            "this device out and run `kith init` for a new one."
        )


@dataclass(frozen=True)
class KeyStock:
    """What the server has left to hand out for a device."""

    one_time_keys: int
    fallback_unused: bool


def stock_of(sync: JsonObject) -> KeyStock:
    """The stock that a /sync answer reports. An answer without fallback types is a server without fallback keys."""
    return KeyStock(
        one_time_keys=int(sync.get("device_one_time_keys_count", {}).get(KEY_TYPE, 0)),
        fallback_unused=KEY_TYPE in sync.get("device_unused_fallback_key_types", [KEY_TYPE]),
    )


async def ask_stock(http: aiohttp.ClientSession, account: Account) -> KeyStock:
    """Ask the server for the stock by a sync of its own, which acknowledges nothing and moves no token."""
    url = f"{account.homeserver}{CLIENT}/sync?timeout=0&filter={quote(json.dumps(_nothing_but_keys()))}"
    return stock_of(await call(http, "GET", url, token=account.access_token))


def _nothing_but_keys() -> JsonObject:
    """A sync filter, different each time: Synapse answers an equal first sync from a cache for two minutes."""
    return {
        "room": {"rooms": [], "not_rooms": [f"!{secrets.token_hex(8)}:kith.invalid"]},
        "presence": {"types": []},
        "account_data": {"types": []},
    }


async def keep_reachable(
    http: aiohttp.ClientSession, account: Account, client: AsyncClient, stock: KeyStock | None = None
) -> bool:
    """Upload what is missing: device keys, one-time keys up to the maximum, a fallback key where none is unused.

    Call it at the start and with each sync's stock, from one task only. Safe to be killed anywhere and run again.

    Args:
        client: nio's client with its store loaded; its account is saved before and after the upload.
        stock: from `stock_of`; asked from the server where it is left out.

    Returns:
        Whether anything was uploaded.

    Raises:
        KeysConflict: the store does not belong to what the server has.
    """
    olm = cast(Olm, client.olm)
    stock = stock or await ask_stock(http, account)
    olm.account.mark_keys_as_published()  # what an interrupted upload left: perhaps handed out, so never offered again
    _generate(olm.account, stock)
    body = _unpublished(olm)
    if not body:
        return False
    olm.save_account()
    olm.uploaded_key_count = await _upload(http, account, body)
    olm.account.shared = True
    olm.account.mark_keys_as_published()
    olm.save_account()
    return True


def _generate(account: OlmAccount, stock: KeyStock) -> None:
    missing = account.max_one_time_keys - stock.one_time_keys
    if missing > 0:
        account.generate_one_time_keys(missing)
    if not stock.fallback_unused:
        _vodozemac(account).generate_fallback_key()


def _unpublished(olm: Olm) -> JsonObject:
    """The body for /keys/upload; empty where there is nothing to upload."""
    one_time = olm.account.one_time_keys["curve25519"]
    fallback = {key_id: key.to_base64() for key_id, key in _vodozemac(olm.account).fallback_key.items()}
    parts = {
        "device_keys": {} if olm.account.shared else _device_keys(olm),
        "one_time_keys": {f"{KEY_TYPE}:{key_id}": _signed(olm, {"key": key}) for key_id, key in one_time.items()},
        "fallback_keys": {
            f"{KEY_TYPE}:{key_id}": _signed(olm, {"key": key, "fallback": True}) for key_id, key in fallback.items()
        },
    }
    return {name: part for name, part in parts.items() if part}


def _device_keys(olm: Olm) -> JsonObject:
    keys = {f"{kind}:{olm.device_id}": key for kind, key in olm.account.identity_keys.items()}
    return _signed(olm, {"algorithms": ALGORITHMS, "device_id": olm.device_id, "user_id": olm.user_id, "keys": keys})


def _signed(olm: Olm, content: JsonObject) -> JsonObject:
    signature = olm.account.sign(canonical_json(content).decode())
    return with_signature(content, olm.user_id, olm.device_id, signature)


async def _upload(http: aiohttp.ClientSession, account: Account, body: JsonObject) -> int:
    """Upload, and return how many one-time keys the server now has."""
    url = f"{account.homeserver}{CLIENT}/keys/upload"
    try:
        answer = await call(http, "POST", url, token=account.access_token, body=body)
    except HomeserverRefused as refused:
        if refused.status == 400:
            raise KeysConflict(account, refused.error) from refused
        raise
    return int(answer.get("one_time_key_counts", {}).get(KEY_TYPE, 0))


def _vodozemac(account: OlmAccount) -> FallbackAccount:
    return cast(FallbackAccount, account._account)
