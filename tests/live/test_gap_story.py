"""Five hundred messages while the bots are down: each is judged exactly once after the start."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import aiohttp

from bots.demo.community import Community
from bots.demo.homeserver import Homeserver
from bots.demo.member import Member
from bots.house import House
from models import Judge, Judgement, Text
from tests.bench.group import come_in
from tests.live.desk import until

MESSAGES, ROOMS = 500, 20


class CountingJudge:
    """The shipped judge, and how often it was asked about each text."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.asked: Counter[str] = Counter()

    def judge(self, texts: Sequence[Text]) -> list[Judgement]:
        self.asked.update(text.body for text in texts)
        return self._judge.judge(texts)


async def test_every_missed_message_is_judged_once(tmp_path: Path) -> None:
    """Half of them encrypted, in twenty rooms: after the start none is missing and none was judged twice."""
    async with await Homeserver.start(tmp_path / "homeserver") as homeserver:
        community = await Community.found(homeserver, tmp_path / "kith", {"alex": ["moderator"]}, topics=ROOMS + 2)
        rooms = topic_rooms(community)
        async with community.running():
            people = [await newcomer(community, name, rooms) for name in ("anna", "ben")]
            for room in rooms:
                await people[0].sees_member(room, people[1].user_id)
        written = await write(people, rooms)
        judges: list[CountingJudge] = []

        def counting(house: House) -> House:
            judges.append(CountingJudge(house.judge))
            return replace(house, judge=judges[0])  # type: ignore[arg-type]

        async with community.running(rebuilt=counting):

            async def all_judged() -> bool:
                return judges[0].asked.keys() >= written

            await until(all_judged, "every message judged", 60)
        assert judges[0].asked == Counter(dict.fromkeys(written, 1))
        for person in people:
            await person.go()


def topic_rooms(community: Community) -> list[str]:
    """Ten encrypted rooms and ten without, which stand behind each other in the configuration."""
    topics = community.settings.rooms.topics
    plain = [t.key for t in topics if not t.encrypted][: ROOMS // 2]
    sealed = [t.key for t in topics if t.encrypted][: ROOMS // 2]
    return [community.places[f"topic:{key}"] for key in plain + sealed]


async def newcomer(community: Community, name: str, rooms: list[str]) -> Member:
    """A person with an encrypted client, in all the rooms."""
    account = await community.join(name)
    async with aiohttp.ClientSession() as http:
        await come_in(http, community, account, rooms)
    return await Member.arrive(account, community.folder / "people" / name)


async def write(people: list[Member], rooms: list[str]) -> set[str]:
    """Both write in every room, in turns; the texts."""
    texts = [f"the kettle is on, number {number}" for number in range(MESSAGES)]

    async def one(index: int, person: Member) -> None:
        for number in range(index, MESSAGES, len(people)):
            await person.say(rooms[number % ROOMS], texts[number])

    await asyncio.gather(*(one(index, person) for index, person in enumerate(people)))
    return set(texts)
