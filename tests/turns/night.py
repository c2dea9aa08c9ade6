"""A night on duty: the staff rooms, the people on shift, and what reaches them."""

from dataclasses import dataclass
from typing import Any

from bots.effects import CreateRoom, Send
from bots.events import Concern
from tests.turns.suite import Done, Suite

SERVER = "kith.localhost"
NOA = f"@noa:{SERVER}"
ALEX, BO, CLEO = (f"@{name}:{SERVER}" for name in ("alex", "bo", "cleo"))
CARO = f"@caro:{SERVER}"
CONTACT = f"@phonetree:{SERVER}"
WORDS = "I am going to kill myself tonight"
LOST = "Ich werde mich heute Nacht umbringen"


@dataclass
class Night:
    """The suite, and the rooms of the team."""

    suite: Suite
    specialists: str
    coordinators: str

    @classmethod
    async def of(cls, suite: Suite, *on_shift: str) -> "Night":
        """Everybody named is a specialist on shift, in that order; Caro is the coordinator."""
        night = cls(
            suite,
            await suite.room("staff:specialists", "staff", ["escalation"]),
            await suite.room("staff:coordinators", "staff", ["escalation"]),
        )
        await suite.grant(CARO, "coordinator")
        for person in on_shift:
            await suite.grant(person, "specialist")
            await suite.write(night.specialists, person, "!shift on")
            await suite.forward(seconds=1)
        return night

    async def concern(self, *, member: str = NOA, level: str = "now", room: str = "!group", **more: Any) -> list[Done]:
        """Moderation worries about words in a group."""
        at = more.pop("at", self.suite.clock.now())
        worry = Concern(
            member=member, level=level, source="moderation", room_id=room, event_id="$g", at=at, reason="words", **more
        )
        return await self.suite.tell("escalation", worry)

    def pages(self, room: str | None = None) -> list[Done]:
        """The pages in a room (the specialists'), as they were first written."""
        said = self.suite.said(room or self.specialists)
        return [d for d in said if (d.key or "").startswith("page:")]

    def shown(self, page: Done) -> str:
        """What a page says now, after it was rewritten."""
        edits = [d for d in self.suite.said(page.room) if isinstance(d.effect, Send) and d.effect.edits == page.key]
        return (edits or [page])[-1].text

    def asked(self, page: Done) -> tuple[str, ...]:
        """Who is mentioned."""
        assert isinstance(page.effect, Send)
        return page.effect.mentions

    async def alone(self, person: str) -> list[str]:
        """What the crisis bot wrote to somebody in their direct chat, without later changes to it."""
        room = await self.suite.dm_room("escalation", person)
        return [d.text for d in self.suite.said(room) if isinstance(d.effect, Send) and not d.effect.edits]

    def case_rooms(self) -> list[Done]:
        """The case rooms that were made."""
        return [d for d in self.suite.done if isinstance(d.effect, CreateRoom) and d.effect.kind == "case"]

    async def case(self, command: str, by: str = ALEX) -> str:
        """Somebody writes a command in the specialists' room: the answer there."""
        answers = await self.suite.write(self.specialists, by, command)
        return next(d.text for d in reversed(answers) if d.room == self.specialists)

    async def staff_rooms(self) -> list[str]:
        """Everything said in rooms of the team and to its people alone."""
        alone = [await self.suite.dm_room("escalation", p) for p in (ALEX, BO, CLEO, CARO, CONTACT)]
        return [d.text for d in self.suite.said() if d.room in (self.specialists, self.coordinators, *alone)]
