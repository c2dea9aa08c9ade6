"""What every effect needs to be carried out."""

import asyncio

from bots.house import House
from bots.link.api import Api
from bots.link.guard import Guard
from bots.link.http import JsonObject
from bots.link.outbox import Done, Row
from bots.link.refusals import NO_TARGET, NeverPossible, NotYet
from bots.link.session import Session
from bots.store.database import Database


class Carrier:
    """One bot's hands: the homeserver, the guard, and the messages that were sent before."""

    def __init__(self, session: Session, bot: str, house: House, database: Database) -> None:
        self.session = session
        self.api = Api(session)
        self.bot = bot
        self.house = house
        self.database = database
        self.guard = Guard(self.api, bot, database)
        self.uploaded: dict[str, JsonObject] = {}
        self.account_data = asyncio.Lock()
        self._room_version: str | None = None

    async def send(self, row: Row, kind: str, content: JsonObject) -> Done:
        """Send a message-like event under the row's transaction id, encrypted where the room is."""
        kind, content = await self.guard.protect(row.room, kind, content, seen=row.seen_encrypted)
        answer = await self.api.put("rooms", row.room, "send", kind, row.txn, body=content)
        return Done(str(answer["event_id"]))

    async def event_id(self, row: Row, target: str) -> str:
        """The event that `target` names: itself, or the earlier message of that key. Raises NotYet, NeverPossible."""
        if target.startswith("$"):
            return target
        async with self.database.transaction(self.bot) as db:
            found = await db.outbox_target(bot=self.bot, key=target, id=row.id)
        if found and found["state"] == "ready":
            raise NotYet
        if not found or not found["event_id"]:
            raise NeverPossible(NO_TARGET)
        return str(found["event_id"])

    async def room_version(self) -> str:
        """The version that the homeserver gives to new rooms."""
        if self._room_version is None:
            answer = await self.api.get("capabilities")
            self._room_version = str(answer["capabilities"]["m.room_versions"]["default"])
        return self._room_version
