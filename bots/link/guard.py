"""The plaintext guard: a room's encryption is known before anything is said in it, and never forgotten."""

import time

from bots.link.api import Api
from bots.link.contents import ENCRYPTION, REACTION
from bots.link.http import JsonObject
from bots.link.roomkeys import RoomKeys
from bots.store.database import Database

PLAIN_S = 60.0
"""How long the homeserver's word that a room is not encrypted is believed; that it is, for ever."""


class Guard:
    """Decides for each message whether it is encrypted; when in doubt the message waits, it never goes plain."""

    def __init__(self, api: Api, bot: str, database: Database) -> None:
        self._api = api
        self._bot = bot
        self._database = database
        self._keys = RoomKeys(api)
        self._encrypted: set[str] = set()
        self._plain: dict[str, float] = {}

    async def protect(self, room_id: str, kind: str, content: JsonObject, *, seen: bool) -> tuple[str, JsonObject]:
        """Type and content as they may be sent. Reactions stay as they are: Matrix does not encrypt them.

        `seen`: the database has seen the room encrypted. Raises NotYet, HomeserverRefused, HomeserverUnreachable.
        """
        if kind == REACTION or not await self.is_encrypted(room_id, seen=seen):
            return kind, content
        return await self._keys.encrypt(room_id, kind, content)

    async def is_encrypted(self, room_id: str, *, seen: bool) -> bool:
        """From the database, from nio or, where neither says so, from the homeserver."""
        room = self._api.session.client.rooms.get(room_id)
        if seen or (room and room.encrypted):
            self._encrypted.add(room_id)
        if room_id not in self._encrypted and not self._believed_plain(room_id):
            await self._ask(room_id)
        return room_id in self._encrypted

    def _believed_plain(self, room_id: str) -> bool:
        return time.monotonic() - self._plain.get(room_id, -PLAIN_S) < PLAIN_S

    async def _ask(self, room_id: str) -> None:
        asked = time.monotonic()
        if await self._api.state(room_id, ENCRYPTION) is None:
            self._plain[room_id] = asked
            return
        self._encrypted.add(room_id)
        async with self._database.transaction(self._bot) as db:
            await db.room_is_encrypted(bot=self._bot, room_id=room_id)
