"""What the stories of the intake bot share: people who answer by tap, number or word, and a community to match in."""

from collections.abc import Sequence
from typing import Any

from bots.effects import CreateRoom, React, Send
from bots.ui import NUMBERS
from tests.turns.suite import Done, Suite

ANNA, BEN, CORA, DAN = (f"@{name}:kith.localhost" for name in ("anna", "ben", "cora", "dan"))
COORDINATOR = "@kim:kith.localhost"


async def rows(suite: Suite, sql: str) -> list[dict[str, Any]]:
    """What the database holds."""
    async with suite.database.connection() as connection:
        if suite.database.driver == "asyncpg":
            return [dict(row) for row in await connection.fetch(sql)]
        return [dict(row) for row in await connection.execute_fetchall(sql)]


async def rooms(suite: Suite) -> dict[str, str]:
    """The community's rooms, by name."""
    made = [("welcome", "welcome"), ("space", "space"), ("topic:evenings", "group"), ("topic:nights", "group")]
    staff = [(f"staff:{name}", "staff") for name in ("coordinators", "moderators")]
    return {name: await suite.room(name, kind, ["intake"]) for name, kind in [*made, *staff]}


def texts(done: Sequence[Done]) -> str:
    """All that was said."""
    return "\n".join(d.text for d in done if d.text)


def last_question(suite: Suite, room: str) -> Done:
    """The newest message in a room that has taps under it."""
    tapped = {d.effect.target for d in suite.done if isinstance(d.effect, React)}
    return next(d for d in reversed(suite.said(room, bot="intake")) if d.key in tapped)


def number_of(suite: Suite, room: str, words: str) -> int:
    """The number of the option that shows these words in the newest question."""
    lines = [line for line in last_question(suite, room).text.splitlines() if line[:1].isdigit()]
    return next(int(line.split(".")[0]) for line in lines if words in line)


async def answer(suite: Suite, member: str, words: str, how: str = "word") -> list[Done]:
    """Answer the newest question in the chat with the bot: by `tap`, `number` or `word`."""
    room = await suite.dm_room("intake", member)
    if how == "word":
        return await suite.dm("intake", member, words)
    number = number_of(suite, room, words)
    if how == "number":
        return await suite.dm("intake", member, str(number))
    question = last_question(suite, room)
    taps = [d.effect.tap for d in suite.done if isinstance(d.effect, React) and d.effect.target == question.key]
    return await suite.tap(question, taps[number - 1] if how == "tap" else NUMBERS[number - 1], by=member)


async def grown_up(suite: Suite, member: str, *consents: str, language: str = "en") -> None:
    """Somebody who has finished the welcome: language, country, 18 or over, and these switches on."""
    await suite.speaks(member, language=language)
    room = await suite.dm_room("intake", member)
    async with suite.database.transaction("intake") as db:
        await db.set_adult(member=member, adult=1)
        await db.move_welcome(member=member, step="done", room=room, at=suite.clock.now())
    await suite.consent(member, *consents)


async def tells(suite: Suite, member: str, words: str) -> None:
    """The member's experiences, in own words."""
    await suite.consent(member, "service")
    await suite.dm("intake", member, "!me")
    await suite.dm("intake", member, "1")
    await suite.dm("intake", member, words)


async def supporter(suite: Suite, member: str, experiences: str = "", language: str = "en") -> None:
    """Somebody whom a coordinator has flagged and who is ready for cards."""
    await grown_up(suite, member, "matching", language=language)
    if experiences:
        await tells(suite, member, experiences)
    await suite.room("staff:coordinators", "staff", ["intake"])
    await suite.grant(COORDINATOR, "coordinator")
    await suite.write("!staff-coordinators", COORDINATOR, f"!supporter {member}", bots=["intake"])


def cards(suite: Suite, member: str) -> list[Done]:
    """All cards that were shown to somebody."""
    room = f"!intake-{member.strip('@').split(':')[0]}"
    named = ("match-supporter:", "match-seeker:")
    return [d for d in suite.said(room, bot="intake") if (d.key or "").startswith(named)]


def pair_rooms(suite: Suite) -> list[Done]:
    """All rooms for two that were made."""
    return [d for d in suite.done if isinstance(d.effect, CreateRoom) and d.effect.kind == "pair"]


async def paired(suite: Suite, seeker: str = ANNA, helper: str = BEN) -> str:
    """Two people who both said yes; the id of their room."""
    before = len(pair_rooms(suite))
    await suite.dm("intake", seeker, "!match")
    await suite.dm("intake", helper, "yes")
    await suite.dm("intake", seeker, "yes")
    assert len(pair_rooms(suite)) == before + 1
    return pair_rooms(suite)[-1].room


def sent(suite: Suite, room: str) -> list[str]:
    """What this bot said in a room, edits left out."""
    spoken = [d for d in suite.said(room, bot="intake") if isinstance(d.effect, Send) and not d.effect.edits]
    return [d.text for d in spoken]
