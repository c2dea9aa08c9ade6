"""People for the tests of endurance: members and staff who go on, whatever becomes of the bots or the homeserver."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from bots import state
from bots.demo.community import Community
from bots.demo.member import Member
from bots.events import Message, Reaction, Redaction, RoomEvent
from bots.link import contents
from bots.link.accounts import CLIENT, Account
from bots.link.http import HomeserverRefused, HomeserverUnreachable, JsonObject, call
from bots.link.refusals import NotYet

R = TypeVar("R")
PATIENCE_S = 60.0
"""How long people wait for a bot that may be killed several times before it answers."""
AGAIN_S = 0.2
LOST = "I want to die tonight"
FOREIGN = "Сегодня был довольно спокойный день и вечером шёл дождь"
"""Russian, which the judge does not know: a human looks at it, on a card."""


@dataclass(frozen=True)
class Written:
    """Something that a person wrote: `bot` reads it."""

    event_id: str
    room_id: str
    words: str
    bot: str


class Person(Member):
    """`written`: what a bot must have handled in the end."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.written: list[Written] = []

    @property
    def unread(self) -> int:
        """How many messages they could not decrypt."""
        return len(self._locked)

    def said(self, by: str, room: str | None = None, *, edits: bool = False) -> list[Message]:
        """What `by` said to this person, in order; later changes to it only with `edits`."""
        messages = [e for e in self.heard if isinstance(e, Message) and e.sender == by and room in (None, e.room_id)]
        return [m for m in messages if edits or not m.edits]

    def bodies(self, by: str, room: str | None = None) -> list[str]:
        """The words of what `by` said."""
        return [m.body for m in self.said(by, room)]

    # ── doing, however long it takes ─────────────────────────────────────────────────────────────────────────────────

    async def open_chat(self, bot: str) -> str:
        """A new encrypted direct chat; like Element, this does not wait until the other one is there."""
        state = [{"type": "m.room.encryption", "state_key": "", "content": contents.MEGOLM}]
        body = {"preset": "trusted_private_chat", "is_direct": True, "invite": [bot], "initial_state": state}
        made = await persist(lambda: self._api.post("createRoom", body=body))
        room_id = str(made["room_id"])
        await self.is_in(room_id)
        return room_id

    async def write(self, room_id: str, words: str, *, to: str) -> Written:
        """A message that the bot `to` must handle."""
        written = Written(await self.say(room_id, words), room_id, words, to)
        self.written.append(written)
        return written

    async def send(self, room_id: str, kind: str, content: JsonObject) -> str:
        """Any event, once, though the homeserver may come and go meanwhile."""
        await self.is_in(room_id)
        txn = secrets.token_hex(8)
        return await persist(lambda: self._try(room_id, kind, content, txn))

    async def _try(self, room_id: str, kind: str, content: JsonObject, txn: str) -> str:
        if kind != contents.REACTION and self.session.client.rooms[room_id].encrypted:
            kind, content = await self._keys.encrypt(room_id, kind, content)
        sent = await self._api.put("rooms", room_id, "send", kind, txn, body=content)
        return str(sent["event_id"])

    async def join(self, room_id: str) -> None:
        """Go into a room."""
        await persist(lambda: self._api.post("join", room_id))

    async def is_in(self, room_id: str) -> None:
        """Wait until their own client shows the room."""
        await self._until(lambda: room_id in self.rooms, f"{room_id} in a sync", PATIENCE_S)

    # ── hearing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def hears_from(self, by: str, *words: str, room: str | None = None) -> Message:
        """The first message of `by` with all these words."""

        def fits(said: Message) -> bool:
            return said.sender == by and room in (None, said.room_id) and all(word in said.body for word in words)

        return await self.hears(Message, fits, timeout=PATIENCE_S)

    def taps(self, by: str) -> list[Reaction]:
        """Reactions of `by`."""
        return [e for e in self.heard if isinstance(e, Reaction) and e.sender == by]

    def redactions(self, by: str) -> list[Redaction]:
        """What `by` took back."""
        return [e for e in self.heard if isinstance(e, Redaction) and e.sender == by]


async def persist(attempt: Callable[[], Awaitable[R]]) -> R:
    """Try until the homeserver answers; what it refuses is refused. Raises TimeoutError after `PATIENCE_S`."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                return await attempt()
            except (HomeserverUnreachable, NotYet):
                await asyncio.sleep(AGAIN_S)
            except HomeserverRefused as refused:
                if refused.status < 500:
                    raise
                await asyncio.sleep(AGAIN_S)


class Crowd:
    """The people of a community, by name; staff among them."""

    def __init__(self, community: Community, people: dict[str, Person]) -> None:
        self.community = community
        self.people = people

    @classmethod
    @asynccontextmanager
    async def gather(cls, community: Community, names: Sequence[str]) -> AsyncIterator["Crowd"]:
        """Everybody named comes with a device of their own; who is not on the homeserver yet is registered."""
        async with AsyncExitStack() as stack:

            async def arrive(name: str) -> Person:
                account = community.people.get(name) or await community.join(name)
                return await stack.enter_async_context(
                    await Person.arrive(account, community.folder / f"{name}-device")
                )

            yield cls(community, {name: await arrive(name) for name in names})

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    @property
    def written(self) -> list[Written]:
        """All that anybody wrote."""
        return [written for person in self.people.values() for written in person.written]

    async def enter(self, place: str, *names: str) -> str:
        """Bring people into a topic room, as the welcome does at its end; the room's id."""
        room_id = self.community.places[place]
        host = state.load(self.community.settings.state_dir, "moderation").account
        for name in names:
            await self.ask(host, "POST", f"rooms/{room_id}/invite", {"user_id": self[name].user_id})
        for name in names:
            await self[name].is_in(room_id)
        return room_id

    async def catches_up(self) -> None:
        """Wait until everybody has seen all that has happened until now."""
        for person in self.people.values():
            await person.is_in(str((await person._api.post("createRoom"))["room_id"]))

    async def ask(self, account: Account, method: str, path: str, body: JsonObject) -> JsonObject:
        """A plain call in somebody's name."""
        http = next(iter(self.people.values())).session.http
        url = f"{account.homeserver}{CLIENT}/{path}"
        return await persist(lambda: call(http, method, url, token=account.access_token, body=body))


async def until(true: Callable[[], Awaitable[Any]], what: str, seconds: float = PATIENCE_S) -> Any:
    """Wait for a condition; what it gave. Raises AssertionError."""
    end = time.monotonic() + seconds
    while not (found := await true()):
        assert time.monotonic() < end, f"not within {seconds:.0f} s: {what}"
        await asyncio.sleep(AGAIN_S)
    return found


def events(person: Person, kind: type[RoomEvent]) -> list[Any]:
    """What of that kind reached a person."""
    return [event for event in person.heard if isinstance(event, kind)]
