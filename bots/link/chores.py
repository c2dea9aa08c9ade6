"""What a client owes the homeserver and other devices after each sync, beside the storing of events."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import structlog
from nio import KeysQueryResponse

from bots.link.api import Api
from bots.link.fallback import KeyStock, keep_reachable
from bots.link.session import Session

LIMIT_S = 20.0
"""Longest time for one chore: a homeserver elsewhere that does not answer must not stop the others."""
log = structlog.get_logger("kith.chores")


class Chores:
    """One round at a time, in the background; what fails is tried again after the next sync."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._api = Api(session)
        self._round: asyncio.Task[None] | None = None

    def start(self, stock: KeyStock) -> None:
        """Begin a round unless one runs. `stock`: the keys that the homeserver has left of ours."""
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._run(stock))

    async def stop(self) -> None:
        """End the running round."""
        if self._round:
            self._round.cancel()
            await asyncio.gather(self._round, return_exceptions=True)

    async def _run(self, stock: KeyStock) -> None:
        client = self.session.client
        await self._do("keys_upload", lambda: keep_reachable(self.session.http, self.session.account, client, stock))
        if client.should_query_keys and not await self._do("keys_query", client.keys_query):
            for user in sorted(client.users_for_key_query):
                await self._do("keys_query_alone", partial(self._query, user))
        if client.should_claim_keys:
            await self._do("keys_claim", lambda: client.keys_claim(client.get_users_for_key_claiming()))
        if client.outgoing_to_device_messages:
            await self._do("device_messages", client.send_to_device_messages)

    async def _query(self, user: str) -> None:
        """One user's devices; what that user made up must not keep us from the others'."""
        answer = await self._api.post("keys", "query", body={"device_keys": {user: []}})
        self.session.olm.users_for_key_query.discard(user)
        response = KeysQueryResponse.from_dict({"failures": {}, **answer})
        if isinstance(response, KeysQueryResponse):
            await self.session.client.receive_response(response)

    async def _do(self, name: str, chore: Callable[[], Awaitable[Any]]) -> bool:
        """Whether it worked. Any failure is only logged: the next round begins with the next sync."""
        try:
            await asyncio.wait_for(chore(), LIMIT_S)
        except Exception as error:
            log.warning("chore_failed", bot=self.session.bot, chore=name, error=type(error).__name__)
            return False
        return True
