"""A bot's ear: its session, a sync loop that can be stopped and started, and a look at what entered the inbox."""

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

import aiohttp
from nio import AsyncClient

from bots.bot import Bot
from bots.events import Event, Invited, Joined, Reaction, Redaction, RoomEvent
from bots.house import House
from bots.link.accounts import CLIENT, Account
from bots.link.http import JsonObject, call
from bots.link.session import Session
from bots.link.sync import SyncLoop
from bots.store.database import Database
from bots.store.migrate import migrate
from bots.turn import Turn
from bots.wakeups import Wakeups
from tests.live.desk import until

ENCRYPTION = {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


async def _ignored(turn: Turn, event: Any) -> None:
    """The tests only look at what enters the inbox."""


BOT = Bot(name="moderation", handlers=dict.fromkeys((Joined, Reaction, Redaction), _ignored), batch=_ignored)


class Ear:
    """One bot that listens; `hear` and `stop` as often as a test wants, on the same account, store and database."""

    def __init__(self, account: Account, folder: Path, house: House, database: Database) -> None:
        self.account = account
        self.folder = folder
        self.house = house
        self.database = database
        self.bot = BOT
        self.session: Session | None = None
        self.loop: SyncLoop | None = None
        self.running: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, account: Account, folder: Path, house: House) -> Self:
        """With a database of its own; not listening yet."""
        database = await Database.open(f"sqlite:///{folder / f'{secrets.token_hex(4)}.db'}")
        await migrate(database)
        return cls(account, folder / "ear", house, database)

    @property
    def user_id(self) -> str:
        """The bot's."""
        return self.account.user_id

    async def hear(self, *, through: str | None = None, quiet_s: float = 90.0) -> SyncLoop:
        """Listen, as after a start of the process, and wait for the first sync; `through` is another address."""
        loop = await self.begin(through=through, quiet_s=quiet_s)
        await self.settled(loop)
        return loop

    async def begin(self, *, through: str | None = None, quiet_s: float = 90.0) -> SyncLoop:
        """Listen, without waiting for anything."""
        self.session = await Session.open(self.account, self.folder, bot=BOT.name, secret="a secret")
        self.session.account = replace(self.account, homeserver=through or self.account.homeserver)
        self.loop = SyncLoop(self.session, self.bot, self.house, self.database, Wakeups(), quiet_s=quiet_s)
        self.running = asyncio.create_task(self.loop.run())
        return self.loop

    async def settled(self, loop: SyncLoop) -> None:
        """Wait until the first sync is stored."""

        async def ready() -> bool:
            if self.running and self.running.done():
                self.running.result()
            return loop.session.ready.is_set()

        await until(ready, "the first sync")

    async def stop(self) -> None:
        """Stop listening, in order."""
        if self.loop and self.running and self.session:
            self.loop.stop()
            await self.running
            await self.session.close()
        self.running = None

    async def kill(self) -> None:
        """End where it stands."""
        assert self.running
        assert self.session
        self.running.cancel()
        with suppress(asyncio.CancelledError):
            await self.running
        await self.session.close()
        self.running = None

    async def close(self) -> None:
        """The end of the test."""
        if self.running and not self.running.done():
            await self.stop()
        elif self.session:
            await self.session.close()
        await self.database.close()

    async def inbox(self, room_id: str | None = None) -> list[Any]:
        """Everything that ever entered the inbox and was not handled, in order."""
        async with self.database.connection() as connection:
            found = await connection.execute_fetchall("SELECT event_sealed, room_id FROM inbox ORDER BY seq")
            rows = [row["event_sealed"] for row in found if room_id in (None, row["room_id"])]
        return [Event.from_json(self.house.seal.open(row)) for row in rows]

    async def news(self, room_id: str) -> list[Any]:
        """What happened in a room since the bot came into it."""
        return [e for e in await self.inbox(room_id) if not isinstance(e, Invited) and not self._is_own_join(e)]

    def _is_own_join(self, event: Any) -> bool:
        return isinstance(event, Joined) and event.sender == self.user_id

    async def hears(self, room_id: str, *kinds: type[RoomEvent], count: int = 1) -> list[Any]:
        """Wait for that many events of these kinds in a room (or of any, as `news`); exactly those there are then."""

        async def found() -> list[Any]:
            heard = await (self.inbox(room_id) if kinds else self.news(room_id))
            events = [event for event in heard if isinstance(event, kinds or RoomEvent)]
            return events if len(events) >= count else []

        return list(await until(found, f"{count} × {[k.__name__ for k in kinds]}"))

    async def room(self, room_id: str) -> Any:
        """What the database knows of a room."""
        async with self.database.transaction(BOT.name) as db:
            return await db.room(bot=BOT.name, room_id=room_id)

    async def token(self) -> str | None:
        """The stored sync token."""
        async with self.database.transaction(BOT.name) as db:
            token: str | None = await db.sync_token(bot=BOT.name)
        return token


class Person:
    """Somebody who makes rooms and writes in them."""

    def __init__(self, account: Account, client: AsyncClient, http: aiohttp.ClientSession) -> None:
        self.account = account
        self.client = client
        self.http = http

    @property
    def user_id(self) -> str:
        """Theirs."""
        return self.account.user_id

    async def do(self, method: str, path: str, body: JsonObject | None = None) -> JsonObject:
        """A plain call."""
        url = f"{self.account.homeserver}{CLIENT}{path}"
        return await call(self.http, method, url, token=self.account.access_token, body=body)

    async def make_room(self, *people: "Person | Ear", encrypted: bool = False, **more: Any) -> str:
        """A room, with bots and people joined."""
        state = [ENCRYPTION] if encrypted else []
        body = {"preset": "private_chat", "invite": [p.user_id for p in people], "initial_state": state, **more}
        room_id = str((await self.do("POST", "/createRoom", body))["room_id"])
        for person in people:
            await join(self.http, person.account, room_id)
        return room_id

    async def send(self, room_id: str, body: str) -> str:
        """A text in a room that is not encrypted; its event id."""
        return await self.send_raw(room_id, "m.room.message", {"msgtype": "m.text", "body": body})

    async def send_raw(self, room_id: str, kind: str, content: JsonObject) -> str:
        """Any event, as it is."""
        path = f"/rooms/{quote(room_id)}/send/{kind}/{secrets.token_hex(8)}"
        return str((await self.do("PUT", path, content))["event_id"])

    async def put_state(self, room_id: str, kind: str, content: JsonObject, key: str = "") -> str:
        """A state event."""
        return str((await self.do("PUT", f"/rooms/{quote(room_id)}/state/{kind}/{quote(key)}", content))["event_id"])

    async def whisper(self, room_id: str, body: str) -> str:
        """An encrypted text."""
        return await self.whisper_raw(room_id, "m.room.message", {"msgtype": "m.text", "body": body})

    async def whisper_raw(self, room_id: str, kind: str, content: JsonObject) -> str:
        """Any event, encrypted."""
        sent = await self.client.room_send(room_id, kind, content, ignore_unverified_devices=True)
        return str(sent.event_id)

    async def look(self) -> None:
        """Sync, with keys."""
        await self.client.sync(timeout=0, full_state=True)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()


async def join(http: aiohttp.ClientSession, account: Account, room_id: str) -> None:
    """Join by plain call."""
    url = f"{account.homeserver}{CLIENT}/join/{quote(room_id)}"
    await call(http, "POST", url, token=account.access_token, body={})


def bodies(events: Sequence[Any]) -> list[str]:
    """The words of messages."""
    return [event.body for event in events]
