"""The whole suite on a real database, without a homeserver: what tests of turns talk to.

The link is played in the plainest way: what a turn asks for happens at once, in order, and is remembered.
"""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.clock import MINUTE, SECOND, HandClock
from bots.effects import CreateRoom, Effect, Invite, JoinRoom, Poll, Send
from bots.events import Event, Joined, Left, Message, PollAnswer, Reaction, RoomEvent, RoomReady
from bots.everyone import BOTS
from bots.house import House
from bots.link.render import render
from bots.store.database import Database
from bots.store.inbox import URGENT, put
from bots.wakeups import Wakeups
from bots.worker import Worker


@dataclass(frozen=True)
class Done:
    """An effect that was carried out: by which bot, in which room, as which event."""

    bot: str
    room: str
    effect: Effect
    event_id: str
    key: str | None
    at: int

    @property
    def text(self) -> str:
        """The words that a client shows: plain text, without markup; the options of a poll follow its question."""
        if isinstance(self.effect, Poll):
            return "\n".join([self.effect.question, *(label for _, label in self.effect.options)])
        return render(self.effect.text)[0] if isinstance(self.effect, Send) else ""


@dataclass
class Suite:
    """Four bots, a hand clock, a database, and everything that was done."""

    house: House
    clock: HandClock
    database: Database
    workers: dict[str, Worker]
    done: list[Done] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    @classmethod
    def of(cls, house: House, clock: HandClock, database: Database) -> "Suite":
        """On a migrated database."""
        wakeups = Wakeups()
        return cls(house, clock, database, {n: Worker(b, house, database, wakeups) for n, b in BOTS.items()})

    # ── what people do ───────────────────────────────────────────────────────────────────────────────────────────────

    async def dm(self, bot: str, member: str, words: str, **more: Any) -> list[Done]:
        """A member writes to a bot in their direct chat; what was done because of it."""
        return await self.write(await self.dm_room(bot, member), member, words, bots=[bot], **more)

    async def write(
        self, room: str, member: str, words: str, *, bots: list[str] | None = None, **more: Any
    ) -> list[Done]:
        """Somebody writes in a room; every bot that is there (or those named) sees it."""
        said = Message(room_id=room, event_id=self.event_id(), sender=member, at=self.clock.now(), body=words, **more)
        return await self.see(said, bots)

    async def see(self, event: RoomEvent, bots: list[str] | None = None) -> list[Done]:
        """An event of a room reaches the bots in it, as the link would store it."""
        async with self.database.transaction() as db:
            here = bots or [row["bot"] for row in await db.bots_in_room(room_id=event.room_id)]
            for bot in here:
                room = await db.room(bot=bot, room_id=event.room_id)
                lane = BOTS[bot].lane(event, room["kind"] if room else "group", self.house.crisis_words)
                if lane is not None:
                    await put(db, self.house.seal, bot, event, source=event.event_id, lane=lane, now=self.clock.now())
        return await self.settle()

    async def tell(self, bot: str, event: Event) -> list[Done]:
        """An event of the suite itself enters a bot's inbox."""
        async with self.database.transaction() as db:
            await put(db, self.house.seal, bot, event, source=self.event_id(), lane=URGENT, now=self.clock.now())
        return await self.settle()

    async def tap(self, done: Done, tap: str, by: str) -> list[Done]:
        """Somebody taps an emoji under a message of a bot."""
        where = {"room_id": done.room, "event_id": self.event_id(), "sender": by, "at": self.clock.now()}
        return await self.see(Reaction(**where, target=done.event_id, tap=tap), [done.bot])

    async def vote(self, done: Done, *answers: str, by: str) -> list[Done]:
        """Somebody answers a poll of a bot."""
        where = {"room_id": done.room, "event_id": self.event_id(), "sender": by, "at": self.clock.now()}
        return await self.see(PollAnswer(**where, target=done.event_id, answers=answers), [done.bot])

    async def join(self, room: str, member: str, bots: list[str] | None = None) -> list[Done]:
        """Somebody comes into a room."""
        where = {"room_id": room, "event_id": self.event_id(), "sender": member, "at": self.clock.now()}
        return await self.see(Joined(**where), bots)

    async def leave(self, room: str, member: str, bots: list[str] | None = None) -> list[Done]:
        """Somebody goes out of a room."""
        where = {"room_id": room, "event_id": self.event_id(), "sender": member, "at": self.clock.now()}
        return await self.see(Left(**where, member=member), bots)

    # ── rooms and people ─────────────────────────────────────────────────────────────────────────────────────────────

    async def dm_room(self, bot: str, member: str) -> str:
        """The direct chat of a member with a bot, made if there is none."""
        async with self.database.transaction() as db:
            row = await db.dm_with(bot=bot, member=member)
            if row:
                return str(row["room_id"])
            room = f"!{bot}-{member.strip('@').split(':')[0]}"
            await db.know_room(
                bot=bot, room_id=room, key=None, kind="dm", member=member, encrypted=1, at=self.clock.now()
            )
            return room

    async def room(self, name: str, kind: str, bots: list[str], *, encrypted: bool = True) -> str:
        """A room of the community ("staff:moderators", "topic:evenings", "welcome") with bots in it; its id."""
        room = f"!{name.replace(':', '-')}"
        async with self.database.transaction() as db:
            await db.set_place(name=name, room_id=room, kind=kind, encrypted=int(encrypted))
            for bot in bots:
                await db.know_room(
                    bot=bot,
                    room_id=room,
                    key=None,
                    kind=kind,
                    member=None,
                    encrypted=int(encrypted),
                    at=self.clock.now(),
                )
        return room

    async def grant(self, member: str, role: str) -> None:
        """Give a staff role for a year."""
        year = self.clock.now() + 365 * 24 * 60 * MINUTE
        async with self.database.transaction() as db:
            await db.grant_role(member=member, role=role, until=year, granted_by="test", at=self.clock.now())

    async def speaks(
        self, member: str, *, language: str = "en", country: str = "GB", zone: str = "Europe/London"
    ) -> None:
        """A member has said their language, country and time zone."""
        async with self.database.transaction() as db:
            await db.meet_member(member=member, at=self.clock.now())
            await db.set_language(member=member, language=language)
            await db.set_country(member=member, country=country, time_zone=zone)

    async def consent(self, member: str, *switches: str) -> None:
        """A member has switched these on."""
        async with self.database.transaction() as db:
            for switch in switches:
                await db.write_consent(
                    member=member, switch=switch, is_on=1, at=self.clock.now(), text_version="1", language="en"
                )

    def mute(self, bot: str) -> None:
        """From now on this bot's process sends nothing, as if it had died right after its commit."""
        self.silent.add(bot)

    def restart(self) -> None:
        """All bots' processes end and start again over the same database."""
        self.workers = Suite.of(self.house, self.clock, self.database).workers

    async def timers(self, bot: str) -> list[str]:
        """The keys of the timers that a bot has set, the next one first."""
        async with self.database.connection() as connection:
            sql = f"SELECT key FROM timers WHERE bot = '{bot}' ORDER BY due, id"
            if self.database.driver == "asyncpg":
                return [row["key"] for row in await connection.fetch(sql)]
            return [row["key"] for row in await connection.execute_fetchall(sql)]

    # ── time ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def forward(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0) -> list[Done]:
        """Time passes; every timer on the way fires at its own time. What was done because of it."""
        before = len(self.done)
        end = self.clock.now() + int((seconds + 60 * minutes + 3600 * hours + 86400 * days) * SECOND)
        while (due := await self._next_due()) is not None and due <= end:
            self.clock.at = max(due, self.clock.at)
            await self.settle()
        self.clock.at = end
        await self.settle()
        return self.done[before:]

    async def settle(self) -> list[Done]:
        """Let all bots work until nothing is left to do now."""
        before = len(self.done)
        worked = True
        while worked:
            worked = any([await worker.step() for worker in self.workers.values()])
            worked = bool(await self._carry_out()) or worked
        return self.done[before:]

    async def _next_due(self) -> int | None:
        async with self.database.transaction() as db:
            looks = (db.next_timer, db.inbox_next_retry)
            times = [await look(bot=bot) for bot in BOTS for look in looks]
        known = [t for t in times if t is not None]
        return min(known) if known else None

    # ── the link, played ─────────────────────────────────────────────────────────────────────────────────────────────

    async def _carry_out(self) -> int:
        count = 0
        async with self.database.transaction() as db:
            for bot in BOTS.keys() - self.silent:
                for row in await db.outbox_heads(bot=bot):
                    while head := await db.outbox_head(bot=bot, room=row["room"]):
                        await self._one(db, bot, head)
                        count += 1
        return count

    async def _one(self, db: Any, bot: str, row: Mapping[str, Any]) -> None:
        payload = json.loads(json.dumps(self.house.seal.open(row["payload_sealed"])))
        effect = Effect.read(row["effect"], row["room"], row["key"], payload)
        room, event_id, now = await self._where(db, bot, effect), self.event_id(), self.clock.now()
        if isinstance(effect, CreateRoom):
            await self._create(db, bot, effect, room)
        if isinstance(effect, JoinRoom):
            came = Joined(room_id=room, event_id=event_id, sender=self.house.users[bot], at=now)
            await put(db, self.house.seal, bot, came, source=event_id, lane=URGENT, now=now)
        await db.outbox_sent(txn=row["txn"], event_id=event_id, at=now)
        self.done.append(Done(bot, room, effect, event_id, row["key"], now))

    async def _where(self, db: Any, bot: str, effect: Effect) -> str:
        if effect.room.startswith("!"):
            return effect.room
        if isinstance(effect, CreateRoom):
            return f"!made-{next(self._ids)}"
        return str((await db.room_by_key(bot=bot, key=effect.room))["room_id"])

    async def _create(self, db: Any, bot: str, made: CreateRoom, room: str) -> None:
        now = self.clock.now()
        await db.know_room(
            bot=bot,
            room_id=room,
            key=made.room,
            kind=made.kind,
            member=made.member,
            encrypted=int(made.encrypted),
            at=now,
        )
        ready = RoomReady(key=made.room, room_id=room)
        await put(db, self.house.seal, bot, ready, source=self.event_id(), lane=URGENT, now=now)

    # ── what was said ────────────────────────────────────────────────────────────────────────────────────────────────

    def said(self, room: str | None = None, *, bot: str | None = None) -> list[Done]:
        """All messages and polls, in one room or by one bot."""
        spoken = [d for d in self.done if isinstance(d.effect, Send | Poll)]
        return [d for d in spoken if room in (None, d.room) and bot in (None, d.bot)]

    async def said_to(self, member: str) -> list[str]:
        """All that was said to a member in direct chats, by any bot, in order."""
        async with self.database.transaction() as db:
            rooms = {row["room_id"] for row in await db.dms_of_member(member=member)}
        return [d.text for d in self.said() if d.room in rooms]

    def invited(self, room: str) -> set[str]:
        """Who was asked into a room."""
        made = [set(d.effect.invite) for d in self.done if isinstance(d.effect, CreateRoom) and d.room == room]
        later = {d.effect.member for d in self.done if isinstance(d.effect, Invite) and d.room == room}
        return set().union(*made, later)

    def event_id(self) -> str:
        """A fresh event id."""
        return f"$e{next(self._ids)}"
