"""A member in crisis writes into an encrypted direct chat: how long until the answer is on their screen.

And the page on a specialist's; beside the round trip of an encrypted echo on the same homeserver. Both chats are ones
in which both sides have written before, so that no keys have to be exchanged on the way.
"""

import asyncio
import time
from typing import Any

from bots.demo.community import Community, end
from bots.demo.member import Member
from bots.events import Message
from tests.bench.measure import Bare, percentile

WORDS = "I am going to kill myself tonight. I have the pills here."


async def crisis_latency(community: Community, members: int) -> dict[str, Any]:
    """Milliseconds from the sending to the answer, to the page, and for an echo."""
    echo_account = await community.join("echo")
    echo = await Bare.start("echo", echo_account, community.folder)
    answers: list[float] = []
    pages: list[float] = []
    echoes: list[float] = []
    suite = await community.spawn()
    async with await _arrive(community, "robin") as robin:
        await robin.join(community.places["staff:specialists"])
        await robin.sees_member(community.places["staff:specialists"], robin.user_id)
        await _on_shift(community, robin)
        for number in range(members):
            await community.join(f"member{number}")
            async with await _arrive(community, f"member{number}") as member:
                answer, page = await _one_crisis(community, member, robin)
                answers.append(answer)
                pages.append(page)
                echoes.append(await _one_echo(member, echo_account.user_id))
    await end(suite)
    await echo.stop()
    return {"answer_ms": _summary(answers), "page_ms": _summary(pages), "echo_ms": _summary(echoes), "members": members}


async def _arrive(community: Community, name: str) -> Member:
    return await Member.arrive(community.people[name], community.folder / "people" / name)


async def _on_shift(community: Community, robin: Member) -> None:
    room = community.places["staff:specialists"]
    before = len(robin.heard)
    await robin.say(room, "!shift on")
    await robin.hears(Message, lambda m: m.sender == community.bot("escalation"), after=before, timeout=60)


async def _one_crisis(community: Community, member: Member, robin: Member) -> tuple[float, float]:
    bot = community.bot("checkin")
    room = await member.dm(bot)
    await member.say(room, "!help")
    await member.hears_words("Small typing errors are fine", room=room)
    heard, paged = len(member.heard), len(robin.heard)
    start = time.perf_counter()
    await member.say(room, WORDS)

    async def until(who: Member, after: int, words: str) -> float:
        await who.hears(Message, lambda m: m.sender != who.user_id and words in m.body, after=after, timeout=60)
        return (time.perf_counter() - start) * 1000

    answer = until(member, heard, "Thank you for writing this")
    page = until(robin, paged, "NOW")
    times = await asyncio.gather(answer, page)
    return times[0], times[1]


async def _one_echo(member: Member, echo: str) -> float:
    room = await member.dm(echo)
    await member.say(room, "hello")
    await member.hears_words("echo hello", room=room)
    start = time.perf_counter()
    await member.say(room, "again")
    await member.hears_words("echo again", room=room)
    return (time.perf_counter() - start) * 1000


def _summary(times: list[float]) -> dict[str, float]:
    return {"p50": round(percentile(times, 0.5)), "p95": round(percentile(times, 0.95)), "n": len(times)}
