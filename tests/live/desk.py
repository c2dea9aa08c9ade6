"""A bot's desk: its session, its outbox in a real database, and the sender that empties it."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from nio import AsyncClient, JoinResponse, RoomMessagesResponse, SyncResponse

from bots.effects import Effect
from bots.events import Event
from bots.house import House
from bots.link.accounts import Account
from bots.link.api import Api
from bots.link.sender import Sender
from bots.link.session import Session
from bots.store.database import Database
from bots.store.inbox import waiting
from bots.store.migrate import migrate
from bots.turn import Turn
from bots.wakeups import OUTBOX, Wakeups

BOT = "intake"
DEADLINE_S = 30.0


async def until(condition: Callable[[], Awaitable[Any]], what: str, deadline_s: float = DEADLINE_S) -> Any:
    """Wait until `condition` gives something true, and return it."""
    end = time.monotonic() + deadline_s
    while time.monotonic() < end:
        if found := await condition():
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"not within {deadline_s:.0f} s: {what}")


class Desk:
    """Asks for effects as turns do, and looks at what became of them."""

    def __init__(self, session: Session, house: House, database: Database) -> None:
        self.session = session
        self.house = house
        self.database = database
        self.wakeups = Wakeups(patience=1.0)
        self.api = Api(session)
        self.running: asyncio.Task[None] | None = None
        self.sender: Sender | None = None

    @property
    def user_id(self) -> str:
        """The bot's."""
        return self.session.user_id

    def start(self) -> Sender:
        """A new sender, as after a start of the process, running."""
        self.sender = Sender(self.session, BOT, self.house, self.database, self.wakeups)
        self.running = asyncio.create_task(self.sender.run())
        return self.sender

    async def kill(self) -> None:
        """End the sender where it stands."""
        assert self.running
        assert self.sender
        for task in (*self.sender._rooms.values(), self.running):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await self.running
        self.running = self.sender = None

    async def ask(self, *effects: Effect) -> None:
        """Put effects into the outbox, in one turn."""
        async with self.database.transaction(BOT) as db:
            turn = Turn(BOT, self.house, db, self.house.clock.now())
            for effect in effects:
                turn.do(effect)
            await turn.write_effects()
        self.wakeups.nudge(OUTBOX, BOT)

    async def done(self, deadline_s: float = DEADLINE_S) -> None:
        """Wait until the outbox is empty."""
        await until(self._empty, "an empty outbox", deadline_s)

    async def _empty(self) -> bool:
        if self.running and self.running.done():
            self.running.result()
        return not any(row["state"] == "ready" for row in await self.rows())

    async def rows(self) -> Sequence[Any]:
        """The whole outbox."""
        async with self.database.connection() as connection:
            return list(await connection.execute_fetchall("SELECT * FROM outbox ORDER BY id"))

    async def inbox(self) -> list[Event]:
        """The events that wait."""
        async with self.database.transaction(BOT) as db:
            entries = await waiting(db, self.house.seal, BOT, now=self.house.clock.now(), most=500)
        return [entry.event for entry in entries]

    async def room_named(self, key: str) -> str:
        """The id of the room that was made under a key."""
        async with self.database.transaction(BOT) as db:
            return str((await db.room_by_key(bot=BOT, key=key))["room_id"])

    async def raw(self, room_id: str) -> list[dict[str, Any]]:
        """All events of a room as the homeserver has them, oldest first."""
        answer = await self.api.get("rooms", room_id, "messages", dir="b", limit="500")
        return list(reversed(answer["chunk"]))

    async def messages(self, room_id: str) -> list[dict[str, Any]]:
        """The message-like events of a room: neither state nor redactions."""
        return [e for e in await self.raw(room_id) if "state_key" not in e and e["type"] != "m.room.redaction"]

    async def bodies(self, room_id: str) -> list[str]:
        """The words in a room that is not encrypted."""
        return [e["content"]["body"] for e in await self.messages(room_id) if e["type"] == "m.room.message"]

    async def make_room(self, *, encrypted: bool = False, invite: Sequence[str] = ()) -> str:
        """A room that is there already, known to the database."""
        state = [{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}] if encrypted else []
        answer = await self.api.post("createRoom", body={"invite": list(invite), "initial_state": state})
        await self.know(answer["room_id"], encrypted=encrypted)
        return str(answer["room_id"])

    async def know(self, room_id: str, *, encrypted: bool) -> None:
        """Write a room into the database, as the sync does."""
        async with self.database.transaction(BOT) as db:
            known = {"key": None, "kind": "group", "member": None, "encrypted": int(encrypted), "at": 0}
            await db.know_room(bot=BOT, room_id=room_id, **known)

    async def joined_rooms(self) -> list[str]:
        """The ids of all rooms that the bot is in."""
        return list((await self.api.get("joined_rooms"))["joined_rooms"])


@asynccontextmanager
async def open_desk(account: Account, folder: Path, house: House, *, through: str | None = None) -> AsyncIterator[Desk]:
    """A desk whose sender is not started yet; `through` is another address of the homeserver."""
    address = replace(account, homeserver=through or account.homeserver)
    session = await Session.open(address, folder / "bot", bot=BOT, secret="a secret")
    database = await Database.open(f"sqlite:///{folder / f'{secrets.token_hex(4)}.db'}")
    await migrate(database)
    desk = Desk(session, house, database)
    try:
        yield desk
    finally:
        if desk.running and desk.sender:
            desk.sender.stop()
            with suppress(Exception):
                await desk.running
        await database.close()
        await session.close()


class Reader:
    """A member with a client of their own."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client

    @property
    def user_id(self) -> str:
        """The member's."""
        return str(self.client.user_id)

    async def start(self) -> "Reader":
        """Publish keys."""
        await self.client.sync(timeout=0, full_state=True)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        return self

    async def join(self, room_id: str) -> None:
        """Accept an invitation."""
        answer = await self.client.join(room_id)
        assert isinstance(answer, JoinResponse), answer
        await self.sync()

    async def sync(self) -> None:
        """Look once, with keys."""
        answer = await self.client.sync(timeout=200, full_state=False)
        assert isinstance(answer, SyncResponse), answer
        if self.client.should_query_keys:
            await self.client.keys_query()

    async def events(self, room_id: str) -> list[Any]:
        """The room's events, decrypted as far as keys have come, oldest first."""
        await self.sync()
        answer = await self.client.room_messages(room_id, start=self.client.next_batch, limit=200)
        assert isinstance(answer, RoomMessagesResponse), answer
        return list(reversed(answer.chunk))

    async def bodies(self, room_id: str) -> list[str]:
        """The words that this member can read, "?" for those that they cannot."""
        shown = [e for e in await self.events(room_id) if e.source["type"] in ("m.room.message", "m.room.encrypted")]
        return [e.source["content"].get("body", "?") for e in shown]

    async def reads(self, room_id: str, *words: str) -> None:
        """Wait until exactly these words can be read."""

        async def same() -> bool:
            return await self.bodies(room_id) == list(words)

        await until(same, f"{words} for {self.user_id}")
