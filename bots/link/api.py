"""The client-server API as a bot's own device speaks it: each call is made once, with a time-out."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import aiohttp

from bots.link.accounts import CLIENT
from bots.link.errors import TokenRevoked
from bots.link.http import TIMEOUT, HomeserverRefused, JsonObject, once
from bots.link.session import Session


class Api:
    """JSON calls with the bot's token. Every call raises HomeserverRefused, HomeserverUnreachable, TokenRevoked."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def get(self, *path: str, **query: str) -> JsonObject:
        """GET `/_matrix/client/v3/<path>`; each part is quoted."""
        return await self.call("GET", path, query=query)

    async def put(self, *path: str, body: JsonObject) -> JsonObject:
        """PUT `body` to `/_matrix/client/v3/<path>`."""
        return await self.call("PUT", path, body)

    async def post(self, *path: str, body: JsonObject | None = None) -> JsonObject:
        """POST `body` to `/_matrix/client/v3/<path>`."""
        return await self.call("POST", path, body or {})

    async def state(self, room_id: str, kind: str, key: str = "") -> JsonObject | None:
        """The content of a state event, or None where the room has none."""
        try:
            return await self.get("rooms", room_id, "state", kind, *([key] if key else []))
        except HomeserverRefused as refused:
            if refused.errcode == "M_NOT_FOUND":
                return None
            raise

    async def call(
        self,
        method: str,
        path: tuple[str, ...],
        body: JsonObject | None = None,
        *,
        query: Mapping[str, str] | None = None,
        timeout: aiohttp.ClientTimeout = TIMEOUT,
    ) -> JsonObject:
        """One request and its JSON answer."""
        account = self.session.account
        url = f"{account.homeserver}{CLIENT}/" + "/".join(quote(part, safe="") for part in path)
        url += f"?{urlencode(query)}" if query else ""
        try:
            return await once(self.session.http, method, url, token=account.access_token, body=body, timeout=timeout)
        except HomeserverRefused as refused:
            if refused.errcode == "M_UNKNOWN_TOKEN":
                raise TokenRevoked(self.session.user_id) from refused
            raise
