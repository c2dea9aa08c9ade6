"""The bots' accounts: found where known, made where not, freed of rate limits where that is allowed."""

import secrets
from collections.abc import Callable

import aiohttp

from bots import state
from bots.link import accounts
from bots.link.accounts import Account, NameTaken, TokenUnknown
from bots.link.session import STORE, Session
from bots.settings import Settings
from bots.state import AccountUnknown, Kept

Tell = Callable[[str], None]


class AccountTaken(Exception):
    """The account exists already and was not made by this Kith. Nothing was changed."""

    def __init__(self, user_id: str) -> None:
        super().__init__(
            f"{user_id} exists already, and this Kith does not know its password. Nothing was changed. Choose another "
            "`localpart` in config.yaml, or give the account's access token and device id under `accounts.given`."
        )


class PasswordUnknown(Exception):
    """The account was given by token, so Kith cannot log it in again. Nothing was changed."""

    def __init__(self, user_id: str) -> None:
        super().__init__(
            f"The access token of {user_id} is no longer good, and this Kith does not know the account's password. "
            "Nothing was changed. Log it in, put the new token and device id under `accounts.given`, remove its "
            "account.json from the state folder, and run `kith init` again."
        )


async def account(http: aiohttp.ClientSession, settings: Settings, bot: str, tell: Tell) -> Kept:
    """The bot's account: as it was kept, or new. A logout deletes the device: then it is logged in on a new one."""
    try:
        kept = state.load(settings.state_dir, bot)
        await accounts.whoami(http, kept.account.homeserver, kept.account.access_token)
    except AccountUnknown:
        kept = await _new(http, settings, bot)
        tell(f"account {kept.account.user_id}: new")
    except TokenUnknown:
        return await new_device(http, settings, bot, tell)
    else:
        tell(f"account {kept.account.user_id}: there")
        return kept
    state.keep(settings.state_dir, bot, kept)
    await accounts.set_display_name(http, kept.account, getattr(settings.bots, bot).display_name)
    return kept


async def new_device(http: aiohttp.ClientSession, settings: Settings, bot: str, tell: Tell) -> Kept:
    """Log the bot in on a new device and set the old crypto store aside, for one that was lost."""
    kept = state.load(settings.state_dir, bot)
    if kept.password is None:
        raise PasswordUnknown(kept.account.user_id)
    home = kept.account.homeserver
    fresh = await accounts.login_password(http, home, kept.account.user_id, kept.password, device_name="Kith")
    store = settings.state_dir / bot / STORE
    if store.exists():
        store.replace(store.with_name(f"{STORE}.{kept.account.device_id}"))
    renewed = Kept.fresh(fresh, kept.password)
    state.keep(settings.state_dir, bot, renewed)
    tell(f"account {fresh.user_id}: new device {fresh.device_id}")
    return renewed


async def lift_limits(http: aiohttp.ClientSession, settings: Settings, kept: Kept, tell: Tell) -> None:
    """Ask for the rate limits to be lifted, and say so where that cannot be."""
    admin = settings.accounts.admin_token
    user = kept.account.user_id
    if admin and await accounts.override_ratelimit(http, kept.account.homeserver, admin.get_secret_value(), user):
        tell(f"account {user}: free of rate limits")
    else:
        tell(f"account {user}: under the homeserver's rate limits; set accounts.admin_token_file to lift them")


async def identity(settings: Settings, bot: str, kept: Kept, tell: Tell) -> None:
    """Device keys, cross-signing, fallback key: all that members' clients look at."""
    session = await Session.open(
        kept.account, settings.state_dir / bot, bot=bot, secret=kept.store_secret, password=kept.password
    )
    await session.close()
    tell(f"account {kept.account.user_id}: device signed")


async def _new(http: aiohttp.ClientSession, settings: Settings, bot: str) -> Kept:
    ways, home = settings.accounts, settings.homeserver.url.rstrip("/")
    localpart = getattr(settings.bots, bot).localpart
    if ways.given:
        given = getattr(ways.given, bot)
        found = await accounts.whoami(http, home, given.access_token.get_secret_value())
        return Kept.fresh(Account(found.user_id, given.device_id, found.access_token, home))
    password = secrets.token_urlsafe(24)
    try:
        return Kept.fresh(await _register(http, settings, home, localpart, password), password)
    except NameTaken as taken:
        raise AccountTaken(settings.user_id(localpart)) from taken


async def _register(
    http: aiohttp.ClientSession, settings: Settings, home: str, localpart: str, password: str
) -> Account:
    if token := settings.accounts.registration_token:
        return await accounts.register_with_token(http, home, token.get_secret_value(), localpart, password)
    secret = settings.accounts.shared_secret
    assert secret is not None
    return await accounts.register_shared_secret(http, home, secret.get_secret_value(), localpart, password)
