"""The story that Kith is for, with real clients: Element's engine for the member, encrypted rooms for everybody."""

import re
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.demo.community import PASSWORD, Community
from bots.demo.homeserver import Homeserver
from bots.demo.member import Member
from bots.events import Invited, Message
from bots.store.database import Database
from tests.live.jsmember import JsMember

STAFF = {"alex": ["coordinator", "operator"], "robin": ["specialist"], "sam": ["specialist"]}
LOST = "Ich werde mich heute Nacht umbringen. Ich habe die Tabletten hier."


@dataclass
class Night:
    """Two specialists on shift, and a member whose local time is two at night."""

    community: Community
    robin: Member
    sam: Member
    noa: JsMember

    @property
    def specialists(self) -> str:
        """The specialists' room."""
        return self.community.places["staff:specialists"]

    async def page(self) -> Message:
        """The page as Robin's client shows it."""
        return await self.robin.hears_words("Case 1", room=self.specialists)


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Night]:
    """A community of its own, its bots running, everybody logged in."""
    async with AsyncExitStack() as stack:
        homeserver = await stack.enter_async_context(await Homeserver.start(tmp_path / "homeserver"))
        community = await Community.found(homeserver, tmp_path / "kith", STAFF, country="DE")
        await stack.enter_async_context(community.running())
        robin = await stack.enter_async_context(on_shift(community, "robin"))
        sam = await stack.enter_async_context(on_shift(community, "sam"))
        account = await community.join("noa")
        noa = await JsMember.login(homeserver.url, account.user_id, PASSWORD, only_signed=True)
        stack.push_async_callback(noa.stop)
        await is_two_at_night_for(community, account.user_id)
        yield Night(community, robin, sam, noa)


@asynccontextmanager
async def on_shift(community: Community, name: str) -> AsyncIterator[Member]:
    """A specialist in the encrypted room who has said `!shift on`."""
    room, bot = community.places["staff:specialists"], community.bot("escalation")
    async with await Member.arrive(community.people[name], community.folder / "people" / name) as person:
        await person.join(room)
        await person.say(room, "!shift on")
        await person.hears(Message, lambda said: said.sender == bot and said.room_id == room)
        yield person


async def is_two_at_night_for(community: Community, member: str) -> None:
    """The member speaks German, lives in Germany, and their clock shows two o'clock now."""
    hour = datetime.now(UTC).hour
    offset = (2 - hour + 12) % 24 - 12
    database = await Database.open(community.settings.database.dsn)
    async with database.transaction() as db:
        await db.meet_member(member=member, at=0)
        await db.set_language(member=member, language="de")
        await db.set_country(member=member, country="DE", time_zone=f"Etc/GMT{-offset:+d}")
    await database.close()


async def test_somebody_writes_at_two_at_night_and_a_human_answers(
    night: Night, capfd: pytest.CaptureFixture[str]
) -> None:
    """From an encrypted sentence at 02:00 to a human in a room with the member; nobody else has read a word."""
    noa, robin, sam = night.noa, night.robin, night.sam
    bot, escalation = night.community.bot("checkin"), night.community.bot("escalation")
    dm = await noa.dm(bot)
    hello = await noa.wait_for(dm, lambda e: e.sender == bot and bool(e.body))
    assert hello.encrypted and hello.shield == "NONE"

    # Noa writes. The bot answers there, in German, with a number that answers now, and asks one question.
    wrote = time.monotonic()
    await noa.say(dm, LOST)
    answer = await noa.wait_for(dm, lambda e: e.sender == bot and "112" in (e.body or ""))
    answered = time.monotonic()
    assert answer.encrypted and answer.shield == "NONE" and answer.msgtype == "m.text"
    assert "Danke, dass du das schreibst" in (answer.body or "")
    question = await noa.wait_for(dm, lambda e: e.sender == bot and "Soll ich einen Menschen" in (e.body or ""))

    # One specialist is asked in the encrypted room: number, level, language, a made-up name. Nothing of what Noa wrote.
    page = await night.page()
    paged = time.monotonic()
    assert page.encrypted and "NOW" in page.body and "German" in page.body
    assert len(page.mentions) == 1 and set(page.mentions) <= {robin.user_id, sam.user_id}
    assert answered - wrote <= 5 and paged - wrote <= 10

    # Noa taps yes. Both specialists tap within a moment: one has it, the other hears who.
    await noa.react(dm, question.event_id, "✅")
    await noa.wait_for(dm, lambda e: "Ich habe um einen Menschen gebeten" in (e.body or ""))
    claimed = time.monotonic()
    await robin.tap(night.specialists, page.event_id, "✅")
    await sam.tap(night.specialists, page.event_id, "✅")
    owner, other = await who_has_it(night, robin, sam)

    # An encrypted room is made for Noa and the one who has it.
    invitation = await noa.wait_for_invite(escalation)
    assert time.monotonic() - claimed <= 15
    room = await noa.join(invitation.room_id)
    await owner.sees_member(room, noa.user_id)
    assert set(await noa.members(room)) == {noa.user_id, owner.user_id, escalation}
    assert not [e for e in other.heard if isinstance(e, Invited) and e.room_id == room] and room not in other.rooms
    assert await noa.state(room, "m.room.encryption")
    greeting = await noa.wait_for(room, lambda e: e.sender == escalation and bool(e.body))
    assert greeting.encrypted and greeting.shield == "NONE" and "Dieser Raum ist für dich und" in (greeting.body or "")

    # A human answers.
    await owner.say(room, "Hello Noa. I am here, and I have time.")
    human = await noa.wait_for(room, lambda e: e.sender == owner.user_id and bool(e.body))
    assert human.encrypted and "I have time" in (human.body or "")
    await noa.say(room, "Danke. Ich bin noch da.")
    await owner.hears_words("Ich bin noch da", room=room)

    # It ends when the human says so, and Noa hears how to come back.
    await owner.say(night.specialists, "!case close 1 talked; safe with a friend tonight")
    await noa.wait_for(room, lambda e: e.sender == escalation and "!crisis" in (e.body or "") and e is not greeting)

    # What Noa wrote to the bot is in no other room, in no log.
    seen = [e.body for who in (robin, sam) for e in who.heard if isinstance(e, Message)]
    logs = "".join(capfd.readouterr())
    assert not [body for body in seen if "umbringen" in body or "noa" in body.lower().replace("hello noa", "")]
    assert "umbringen" not in logs
    assert LOST.encode() not in b"".join(f.read_bytes() for f in night.community.folder.rglob("kith.db*"))


async def who_has_it(night: Night, robin: Member, sam: Member) -> tuple[Member, Member]:
    """The one whose tap was first, and the other, who was told so; both by the bot alone."""
    escalation = night.community.bot("escalation")

    def about_claim(said: Message) -> bool:
        return said.sender == escalation and re.search(r"Case 1 (is yours|already has somebody)", said.body) is not None

    words = {person: (await person.hears(Message, about_claim)).body for person in (robin, sam)}
    winners = [person for person, body in words.items() if "is yours" in body]
    assert len(winners) == 1
    return winners[0], sam if winners[0] is robin else robin


async def test_crisis_is_answered_with_every_other_bot_stopped(tmp_path: Path) -> None:
    """`!crisis` needs no other bot: with one alone it is answered in a direct chat in time."""
    async with await Homeserver.start(tmp_path / "homeserver") as homeserver:
        community = await Community.found(homeserver, tmp_path / "kith", STAFF)
        for bot in ("intake", "checkin", "moderation"):
            account = await community.join(f"member-{bot}")
            async with (
                community.running(bot),
                await Member.arrive(account, community.folder / "people" / bot) as member,
            ):
                dm = await member.dm(community.bot(bot))
                await member.say(dm, "!crisis")
                await member.hears_words("112", room=dm, timeout=5)
