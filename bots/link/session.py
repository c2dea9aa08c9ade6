"""One bot's device on its homeserver: nio's client, its crypto store, its identity."""

import asyncio
import logging
from pathlib import Path
from typing import cast

import aiohttp
from nio import AsyncClient, AsyncClientConfig
from nio.crypto import Olm
from peewee import PeeweeException  # type: ignore[import-untyped]

from bots.link import accounts, crosssigning, identity
from bots.link.accounts import Account, TokenUnknown
from bots.link.errors import CryptoStoreLost, CryptoStoreStuck, CryptoStoreUnreadable, OtherAccount, TokenRevoked
from bots.link.fallback import keep_reachable
from bots.link.rooms import RoomStates

STORE, SEEDS = "crypto.db", "cross-signing"
REQUEST_S = 30.0
logging.getLogger("nio").setLevel(logging.CRITICAL)  # it logs what members wrote


class Session:
    """A started device.

    `ready` is set once the first sync has told the client its rooms and members; `states` knows who may do what there.
    """

    def __init__(self, bot: str, account: Account, client: AsyncClient, http: aiohttp.ClientSession) -> None:
        self.bot = bot
        self.account = account
        self.client = client
        self.http = http
        self.states = RoomStates()
        self.ready = asyncio.Event()

    @classmethod
    async def open(
        cls, account: Account, folder: Path, *, bot: str, secret: str, password: str | None = None
    ) -> "Session":
        """Start the device: token, crypto store, device keys, identity, each checked before the next.

        Args:
            folder: the bot's own; holds the crypto store and the cross-signing seeds.
            secret: seals the crypto store.
            password: needed only where published cross-signing keys are to be replaced.

        Raises:
            LinkStopped, ChainBroken, SeedsUnreadable, KeysConflict: what is wrong and what to do.
            HomeserverUnreachable, HomeserverRefused: try again later.
        """
        session = cls(bot, account, _client(account, folder, secret), aiohttp.ClientSession())
        try:
            await session._check_token()
            await session._load_store(folder)
            await keep_reachable(session.http, account, session.client)
            await session._establish_identity(folder / SEEDS, password)
        except PeeweeException as stuck:
            await session.close()
            raise CryptoStoreStuck(bot) from stuck
        except BaseException:
            await session.close()
            raise
        return session

    @property
    def user_id(self) -> str:
        """The bot's own user id."""
        return self.account.user_id

    @property
    def olm(self) -> Olm:
        """nio's machine for encryption; there is one as soon as the session is open."""
        return cast(Olm, self.client.olm)

    @property
    def device_key(self) -> str:
        """The Ed25519 key of this device."""
        return str(self.olm.account.identity_keys["ed25519"])

    async def reconnect(self) -> None:
        """Give up all connections for plain calls; new ones are made as they are needed."""
        dead, self.http = self.http, aiohttp.ClientSession()
        await dead.close()

    async def close(self) -> None:
        """Let go of connections and of the store."""
        await self.client.close()
        await self.http.close()
        if self.client.store:
            self.client.store.database.close()

    async def _establish_identity(self, seeds: Path, password: str | None) -> None:
        key = self.device_key
        await identity.establish(self.http, self.account, seeds, device_key=key, password=password)

    async def _check_token(self) -> None:
        try:
            found = await accounts.whoami(self.http, self.account.homeserver, self.account.access_token)
        except TokenUnknown as unknown:
            raise TokenRevoked(self.user_id) from unknown
        ours = (self.user_id, self.account.device_id)
        if (found.user_id, found.device_id) != ours:
            raise OtherAccount(" ".join(ours), f"{found.user_id} {found.device_id}")

    async def _load_store(self, folder: Path) -> None:
        """A new store where the homeserver already has keys of this device would lose every message: refuse."""
        published = (await crosssigning.fetch(self.http, self.account)).device
        lost = CryptoStoreLost(self.bot, self.user_id, self.account.device_id)
        if published and not (folder / STORE).exists():
            raise lost
        try:
            self.client.restore_login(self.user_id, self.account.device_id, self.account.access_token)
        except ValueError as unreadable:
            raise CryptoStoreUnreadable(self.bot) from unreadable
        if published and published.get("keys", {}).get(f"ed25519:{self.account.device_id}") != self.device_key:
            raise lost


def _client(account: Account, folder: Path, secret: str) -> AsyncClient:
    """Retries are ours: nio's own are silent, endless and out of order."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    config = AsyncClientConfig(
        store_name=STORE,
        pickle_key=secret,
        store_sync_tokens=False,
        encryption_enabled=True,
        max_limit_exceeded=0,
        max_timeouts=0,
        request_timeout=REQUEST_S,
    )
    return AsyncClient(account.homeserver, account.user_id, account.device_id, str(folder), config)
