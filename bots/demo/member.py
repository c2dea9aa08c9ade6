"""A simulated person with a real device: cross-signed, end-to-end encrypted, on the homeserver like anybody else.

Shares the bots' own link, so that what it sends and opens is what a client would.
"""

import asyncio
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

import aiohttp

from bots.events import Invited, Message, PollAnswer, Reaction, RoomEvent
from bots.link import contents, megolm
from bots.link.accounts import Account
from bots.link.api import Api
from bots.link.chores import Chores
from bots.link.fallback import stock_of
from bots.link.feed import feed
from bots.link.http import HomeserverRefused, HomeserverUnreachable, JsonObject
from bots.link.read import read
from bots.link.roomkeys import RoomKeys
from bots.link.session import Session

E = TypeVar("E", bound=RoomEvent)
POLL_MS = "20000"
PAUSE_S = 0.5
FILTER = json.dumps({"presence": {"types": []}, "room": {"ephemeral": {"types": []}, "timeline": {"limit": 200}}})


class NotHeard(AssertionError):
    """What was waited for did not come in time; the message lists what came instead."""


class Member:
    """`heard` is everything that reached this person, in order; invitations are accepted where `curious` says so."""

    def __init__(self, session: Session, *, curious: bool = True) -> None:
        self.session = session
        self.user_id = session.user_id
        self.curious = curious
        self.heard: list[RoomEvent] = []
        self.polls: dict[str, str] = {}
        self.rooms: set[str] = set()
        self._api = Api(session)
        self._keys = RoomKeys(self._api)
        self._chores = Chores(session)
        self._locked: list[tuple[JsonObject, str]] = []
        self._news = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    @classmethod
    async def arrive(cls, account: Account, folder: Path, *, curious: bool = True) -> Self:
        """Start the device and listen."""
        session = await Session.open(account, folder, bot="member", secret=secrets.token_hex(8))
        member = cls(session, curious=curious)
        member._task = asyncio.create_task(member._listen())
        return member

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.go()

    async def go(self) -> None:
        """Close the client."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._chores.stop()
        await self.session.close()

    # ── doing ────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def dm(self, user_id: str) -> str:
        """A new encrypted direct chat, the other one invited."""
        state = [{"type": "m.room.encryption", "state_key": "", "content": contents.MEGOLM}]
        body = {"preset": "trusted_private_chat", "is_direct": True, "invite": [user_id], "initial_state": state}
        room_id = str((await self._api.post("createRoom", body=body))["room_id"])
        await self.sees_member(room_id, user_id)
        return room_id

    async def join(self, room_id: str) -> None:
        """Go into a room."""
        await self._api.post("join", room_id)

    async def say(self, room_id: str, words: str, **more: Any) -> str:
        """Write a message, encrypted where the room is; its event id."""
        return await self.send(room_id, "m.room.message", {"msgtype": "m.text", "body": words, **more})

    async def tap(self, room_id: str, event_id: str, emoji: str) -> str:
        """React to a message."""
        return await self.send(room_id, "m.reaction", contents.reaction(event_id, emoji))

    async def vote(self, room_id: str, poll: str, answer: str) -> str:
        """Answer a poll."""
        relation = {"rel_type": "m.reference", "event_id": poll}
        content = {"m.relates_to": relation, "org.matrix.msc3381.poll.response": {"answers": [answer]}}
        return await self.send(room_id, "org.matrix.msc3381.poll.response", content)

    async def send(self, room_id: str, kind: str, content: JsonObject) -> str:
        """Any event."""
        await self._until(lambda: room_id in self.session.client.rooms, f"{room_id} did not come with a sync")
        if kind != "m.reaction" and self.session.client.rooms[room_id].encrypted:
            kind, content = await self._keys.encrypt(room_id, kind, content)
        sent = await self._api.put("rooms", room_id, "send", kind, secrets.token_hex(8), body=content)
        return str(sent["event_id"])

    # ── hearing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def hears(
        self, kind: type[E], fits: Callable[[E], bool] = lambda _: True, *, timeout: float = 20, after: int = 0
    ) -> E:
        """The first event of that kind which fits, from the `after`th on. Raises NotHeard."""

        def found() -> E | None:
            return next((e for e in self.heard[after:] if isinstance(e, kind) and fits(e)), None)

        await self._until(lambda: found() is not None, f"a {kind.__name__} that fits did not come", timeout, after)
        event = found()
        assert event is not None
        return event

    async def hears_words(self, *words: str, room: str | None = None, timeout: float = 20, after: int = 0) -> Message:
        """The first message of somebody else that holds all these words."""

        def fits(said: Message) -> bool:
            here = said.sender != self.user_id and room in (None, said.room_id)
            return here and all(word in said.body for word in words)

        return await self.hears(Message, fits, timeout=timeout, after=after)

    async def sees_member(self, room_id: str, user_id: str, timeout: float = 20) -> None:
        """Until somebody is in a room of ours."""

        def there() -> bool:
            room = self.session.client.rooms.get(room_id)
            return bool(room and user_id in room.users and user_id not in room.invited_users)

        await self._until(there, f"{user_id} did not come into {room_id}", timeout)

    async def _until(self, true: Callable[[], bool], otherwise: str, timeout: float = 20, after: int = 0) -> None:
        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait_for(true), timeout)
            except TimeoutError:
                came = [_short(e) for e in self.heard[after:]]
                raise NotHeard(f"{self.user_id}: {otherwise}; instead came {came}") from None

    async def _listen(self) -> None:
        since: str | None = None
        while True:
            query = {"timeout": POLL_MS if since else "0", "filter": FILTER, **({"since": since} if since else {})}
            patience = aiohttp.ClientTimeout(60)
            try:
                answer = await self._api.call("GET", ("sync",), query=query, timeout=patience)
            except (HomeserverUnreachable, HomeserverRefused):
                await asyncio.sleep(PAUSE_S)
                continue
            await self._take(answer)
            since = str(answer["next_batch"])

    async def _take(self, answer: JsonObject) -> None:
        keys = await feed(self.session, answer)
        rooms = answer.get("rooms", {})
        for room_id in rooms.get("invite", {}):
            if self.curious:
                await self.join(room_id)
        self._chores.start(stock_of(answer))
        async with self._news:
            if keys:
                locked, self._locked = self._locked, []
                for raw, room_id in locked:
                    self._hear(raw, room_id)
            for room_id, room in rooms.get("join", {}).items():
                self.rooms.add(room_id)
                for raw in room.get("timeline", {}).get("events", []):
                    self._hear(raw, room_id)
            self._news.notify_all()

    def _hear(self, raw: JsonObject, room_id: str) -> None:
        encrypted = raw.get("type") == "m.room.encrypted"
        if encrypted:
            opened = megolm.unlock(self.session.olm, raw, room_id)
            if opened is None:
                self._locked.append((raw, room_id))
                return
            raw = opened
        if raw.get("type") == "org.matrix.msc3381.poll.start":
            self.polls[room_id] = str(raw["event_id"])
        if event := read(raw, room_id, encrypted=encrypted):
            self.heard.append(event)


def _short(event: RoomEvent) -> str:
    match event:
        case Message():
            return f"{event.sender}: {event.body[:60]}"
        case Reaction():
            return f"{event.sender}: {event.tap}"
        case PollAnswer() | Invited():
            return f"{event.sender}: {type(event).__name__}"
        case _:
            return type(event).__name__
