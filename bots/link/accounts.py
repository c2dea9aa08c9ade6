"""Accounts on a homeserver: register, log in, name, and lift a bot's rate limits."""

import hmac
from dataclasses import dataclass, field
from urllib.parse import quote

import aiohttp

from bots.link.http import HomeserverRefused, JsonObject, call, call_with_auth

CLIENT = "/_matrix/client/v3"
ADMIN = "/_synapse/admin/v1"


@dataclass(frozen=True)
class Account:
    """A logged-in device: all that a client needs to speak as its user."""

    user_id: str
    device_id: str
    access_token: str = field(repr=False)
    homeserver: str
    """Base address, without a slash at the end."""


class AccountRefused(Exception):
    """Base of everything that can be wrong with an account."""


class NameTaken(AccountRefused):
    """The name is in use on this homeserver, or is not allowed there."""

    def __init__(self, localpart: str, reason: str) -> None:
        super().__init__(
            f"The homeserver does not give out the name {localpart!r} ({reason}). No account was made. "
            "Log in with its password if it is yours, or choose another name."
        )


class RegistrationRefused(AccountRefused):
    """The registration token or shared secret is not accepted here."""

    def __init__(self, localpart: str, reason: str) -> None:
        super().__init__(
            f"The homeserver refused to register {localpart!r} ({reason}). No account was made. "
            "Check the registration token or the shared secret, or give an existing account's access token."
        )


class LoginRefused(AccountRefused):
    """The name and password do not open an account."""

    def __init__(self, user: str, reason: str) -> None:
        super().__init__(f"The homeserver refused the login of {user!r} ({reason}). Check the name and the password.")


class TokenUnknown(AccountRefused):
    """The access token was revoked or never valid."""

    def __init__(self, homeserver: str) -> None:
        super().__init__(
            f"{homeserver} does not know this access token: it was logged out or mistyped. "
            "Log in again and store the new token."
        )


async def register_shared_secret(
    http: aiohttp.ClientSession, homeserver: str, secret: str, localpart: str, password: str, *, admin: bool = False
) -> Account:
    """Register through Synapse's `registration_shared_secret`; the account is logged in on a new device.

    Raises:
        NameTaken, RegistrationRefused
    """
    url = f"{homeserver}{ADMIN}/register"
    try:
        nonce = str((await call(http, "GET", url))["nonce"])
        proof = _proof(secret, nonce, localpart, password, admin)
        body = {"nonce": nonce, "username": localpart, "password": password, "admin": admin, "mac": proof}
        return _account(await call(http, "POST", url, body=body), homeserver)
    except HomeserverRefused as refused:
        raise _registration_error(localpart, refused) from refused


def _proof(secret: str, nonce: str, localpart: str, password: str, admin: bool) -> str:
    """HMAC-SHA1 over the NUL-joined fields, as Synapse's admin API defines it."""
    message = "\0".join([nonce, localpart, password, "admin" if admin else "notadmin"])
    return hmac.new(secret.encode(), message.encode(), "sha1").hexdigest()


async def register_with_token(
    http: aiohttp.ClientSession,
    homeserver: str,
    token: str,
    localpart: str,
    password: str,
    *,
    device_name: str = "Kith",
) -> Account:
    """Register with a registration token (`m.login.registration_token`); the account is logged in on a new device.

    Raises:
        NameTaken, RegistrationRefused
    """
    body = {"username": localpart, "password": password, "initial_device_display_name": device_name}
    answers: dict[str, JsonObject] = {"m.login.registration_token": {"token": token}, "m.login.dummy": {}}
    try:
        answer = await call_with_auth(http, f"{homeserver}{CLIENT}/register", body=body, answers=answers)
    except HomeserverRefused as refused:
        raise _registration_error(localpart, refused) from refused
    return _account(answer, homeserver)


def _registration_error(localpart: str, refused: HomeserverRefused) -> AccountRefused:
    if refused.errcode in {"M_USER_IN_USE", "M_INVALID_USERNAME", "M_EXCLUSIVE"}:
        return NameTaken(localpart, refused.error)
    return RegistrationRefused(localpart, f"{refused.errcode}: {refused.error}")


async def login_password(
    http: aiohttp.ClientSession,
    homeserver: str,
    user: str,
    password: str,
    *,
    device_id: str | None = None,
    device_name: str = "Kith",
) -> Account:
    """Log in by password (`user`: localpart or full id), on `device_id` or on a new device.

    Raises:
        LoginRefused
    """
    body: JsonObject = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        "initial_device_display_name": device_name,
    }
    if device_id:
        body["device_id"] = device_id
    try:
        return _account(await call(http, "POST", f"{homeserver}{CLIENT}/login", body=body), homeserver)
    except HomeserverRefused as refused:
        raise LoginRefused(user, f"{refused.errcode}: {refused.error}") from refused


async def whoami(http: aiohttp.ClientSession, homeserver: str, access_token: str) -> Account:
    """The account that an access token belongs to.

    Raises:
        TokenUnknown
    """
    try:
        answer = await call(http, "GET", f"{homeserver}{CLIENT}/account/whoami", token=access_token)
    except HomeserverRefused as refused:
        if refused.status == 401:
            raise TokenUnknown(homeserver) from refused
        raise
    return _account({"access_token": access_token, **answer}, homeserver)


def _account(answer: JsonObject, homeserver: str) -> Account:
    return Account(
        user_id=str(answer["user_id"]),
        device_id=str(answer.get("device_id", "")),
        access_token=str(answer["access_token"]),
        homeserver=homeserver,
    )


async def set_display_name(http: aiohttp.ClientSession, account: Account, name: str) -> None:
    """Show `name` to people instead of the user id."""
    url = f"{account.homeserver}{CLIENT}/profile/{quote(account.user_id)}/displayname"
    await call(http, "PUT", url, token=account.access_token, body={"displayname": name})


async def override_ratelimit(http: aiohttp.ClientSession, homeserver: str, admin_token: str, user_id: str) -> bool:
    """Lift Synapse's message limits for a bot (0/0 is none); False where the token or the server does not allow it."""
    url = f"{homeserver}{ADMIN}/users/{quote(user_id)}/override_ratelimit"
    try:
        await call(http, "POST", url, token=admin_token, body={"messages_per_second": 0, "burst_count": 0})
    except HomeserverRefused as refused:
        if refused.status in {401, 403, 404, 405}:
            return False
        raise
    return True
