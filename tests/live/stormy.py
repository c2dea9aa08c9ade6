"""A stormy night: what the people of a community do while the bots die and come back all the time.

Each story is told by somebody who waits as people do, and goes on when they are answered. What they saw is in their
clients afterwards.
"""

import asyncio
import random
from dataclasses import dataclass, field

from bots.escalation.pages import TAKE
from bots.events import Message
from tests.live.crowd import FOREIGN, LOST, PATIENCE_S, Crowd, Person
from tests.live.ledger import Ledger

TALKERS = {"tom": "checkin", "tess": "checkin", "tara": "moderation", "theo": "moderation", "tina": "escalation"}
NEWCOMERS = ("nils", "nora", "nick", "nele")
ACCEPTING = {"ava": "checkin", "abel": "intake", "ada": "escalation", "ari": "checkin"}
SILENT = {"sue": "checkin", "sol": "moderation"}
DECLINING, WAITING = "dee", "will"
IN_ROOMS = ("rae", "rob")
STAFF = {"alex": ["coordinator", "moderator", "operator"], "robin": ["specialist"], "sam": ["specialist"]}
MEMBERS = (*TALKERS, *NEWCOMERS, *ACCEPTING, *SILENT, DECLINING, WAITING, *IN_ROOMS)
ENCRYPTED, PLAIN = "topic:night-shift", "topic:room-3"
FLAG = "🚩"
PASSING_S = 4.0
"""So often somebody comes into the welcome room who has no device that could read."""


@dataclass
class Storm:
    """The people; `over`: the killing has ended; `rooms` maps a member to their chat with a bot."""

    crowd: Crowd
    ledger: Ledger
    dice: random.Random
    over: asyncio.Event = field(default_factory=asyncio.Event)
    rooms: dict[str, str] = field(default_factory=dict)
    reported: list[str] = field(default_factory=list)
    passers: list[str] = field(default_factory=list)

    def bot(self, name: str) -> str:
        """A bot's user id."""
        return self.crowd.community.bot(name)

    async def tell(self, over: asyncio.Event) -> None:
        """Every story, all at the same time; ends when the last one has ended."""
        self.over = over
        async with asyncio.TaskGroup() as night:
            for name, bot in TALKERS.items():
                night.create_task(self.talk(name, bot))
            for delay, name in enumerate(NEWCOMERS):
                night.create_task(self.arrive(name, 8.0 * delay))
            for delay, (name, bot) in enumerate(ACCEPTING.items()):
                night.create_task(self.is_met(name, bot, 15.0 * delay))
            for name, bot in SILENT.items():
                night.create_task(self.cry(name, bot))
            night.create_task(self.people_pass())
            night.create_task(self.declines())
            night.create_task(self.waits())
            for name, room in zip(IN_ROOMS, (ENCRYPTED, PLAIN), strict=True):
                night.create_task(self.cries_among_others(name, room))

    # ── ordinary talk ────────────────────────────────────────────────────────────────────────────────────────────────

    async def talk(self, name: str, bot: str) -> None:
        """Write to a bot and in a room until the storm is over. The answer to an unknown command names it."""
        person = self.crowd[name]
        self.rooms[name] = await person.open_chat(self.bot(bot))
        count = 0
        while not self.over.is_set():
            count += 1
            await person.write(self.rooms[name], f"!zz{name}{count:03}", to=bot)
            await self._pause(1.0, 3.0)
            place = self.dice.choice((ENCRYPTED, PLAIN))
            words = self.dice.choice((FOREIGN, f"!qq{name}{count:03}", "The bread came out well today"))
            said = await person.write(self.crowd.community.places[place], words, to="moderation")
            if count % 8 == 0:
                self.reported.append(await person.tap(said.room_id, said.event_id, FLAG))
            await self._pause(1.0, 3.0)

    async def arrive(self, name: str, delay: float) -> None:
        """Come into the welcome room: the welcome bot opens a chat."""
        await asyncio.sleep(delay)
        newcomer = self.crowd[name]
        await newcomer.join(self.crowd.community.places["welcome"])
        hello = await newcomer.hears_from(self.bot("intake"))
        self.rooms[name] = hello.room_id

    async def people_pass(self) -> None:
        """Until the storm is over people come into the welcome room: each gets a chat of their own."""
        welcome = self.crowd.community.places["welcome"]
        while not self.over.is_set():
            account = await self.crowd.community.join(f"passer{len(self.passers)}")
            await self.crowd.ask(account, "POST", f"join/{welcome}", {})
            self.passers.append(account.user_id)
            await self._pause(PASSING_S, PASSING_S)

    # ── crises ───────────────────────────────────────────────────────────────────────────────────────────────────────

    async def cry(self, name: str, bot: str) -> Message:
        """Open a chat with a bot, and write at once; the question that comes after the answer."""
        person = self.crowd[name]
        self.rooms[name] = room = await person.open_chat(self.bot(bot))
        await person.write(room, LOST, to=bot)
        return await person.hears_from(self.bot(bot), "Shall I bring a person", room=room)

    async def is_met(self, name: str, bot: str, delay: float) -> None:
        """Say yes, be met by somebody of the team in a room for two, and part."""
        await asyncio.sleep(delay)
        person = self.crowd[name]
        asked = await self.cry(name, bot)
        if bot != "escalation":
            await person.write(asked.room_id, "yes", to=bot)
        else:
            await person.tap(asked.room_id, asked.event_id, "✅")
        number = await self._number(person)
        await asyncio.gather(self._take("robin", number), self._take("sam", number))
        hello = await person.hears_from(self.bot("escalation"), "This room is for you and")
        self.rooms[f"case of {name}"] = hello.room_id
        owner = self.crowd[str((await self._case(number, "owner IS NOT NULL"))["owner"])[1:].split(":")[0]]
        await owner.is_in(hello.room_id)
        await person.write(hello.room_id, "Thank you for coming", to="escalation")
        await owner.write(hello.room_id, "I am here", to="escalation")
        await self._case(number, "first_words_at IS NOT NULL")
        desk = self.crowd.community.places["staff:specialists"]
        await owner.write(desk, f"!case close {number} we talked", to="escalation")
        await owner.hears_from(self.bot("escalation"), f"Case {number} is closed", room=desk)

    async def declines(self) -> None:
        """Say no; the bot asks once more, a minute later."""
        person = self.crowd[DECLINING]
        asked = await self.cry(DECLINING, "moderation")
        await person.write(asked.room_id, "no", to="moderation")
        await person.hears_from(self.bot("moderation"), "All right.")

    async def waits(self) -> None:
        """Say nothing; somebody takes the case, and may write once after a minute without an answer."""
        await self.cry(WAITING, "escalation")
        await self._take("robin", await self._number(self.crowd[WAITING]))

    async def cries_among_others(self, name: str, place: str) -> None:
        """Cry out in a room: the crisis bot answers in a chat of its own."""
        person = self.crowd[name]
        await person.write(self.crowd.community.places[place], LOST, to="moderation")
        asked = await person.hears_from(self.bot("escalation"), "Shall I bring a person")
        self.rooms[name] = asked.room_id

    async def _take(self, who: str, number: int) -> None:
        """Tap the first page of a case."""
        desk = self.crowd.community.places["staff:specialists"]
        page = await self.crowd[who].hears_from(self.bot("escalation"), f"Case {number} ·", room=desk)
        await self.crowd[who].tap(desk, page.event_id, TAKE)

    async def _number(self, person: Person) -> int:
        case = "SELECT number FROM cases WHERE member = ? AND closed_at IS NULL"
        return int((await self.ledger.wait(case, person.user_id, seconds=PATIENCE_S))["number"])

    async def _case(self, number: int, condition: str) -> dict[str, object]:
        return await self.ledger.wait(
            f"SELECT * FROM cases WHERE number = ? AND {condition}", number, seconds=PATIENCE_S
        )

    async def _pause(self, least: float, most: float) -> None:
        try:
            await asyncio.wait_for(self.over.wait(), self.dice.uniform(least, most))
        except TimeoutError:
            return


async def come(storm: Storm) -> None:
    """Before the storm, everybody goes into their rooms, and the specialists go on duty."""
    crowd, desk = storm.crowd, storm.crowd.community.places["staff:specialists"]
    for place in (ENCRYPTED, PLAIN):
        await crowd.enter(place, *TALKERS, *IN_ROOMS)
    for name in ("robin", "sam"):
        await crowd[name].write(desk, "!shift on", to="escalation")
    for name in ("robin", "sam"):
        await storm.ledger.wait("SELECT 1 FROM rota WHERE on_shift = 1 AND person = ?", crowd[name].user_id)
