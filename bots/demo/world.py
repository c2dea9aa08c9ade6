"""The community in which the story takes place: a homeserver, the bots, and a cast with a device each."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from bots.demo.bots_process import BotsProcess, free_port
from bots.demo.community import Community
from bots.demo.homeserver import Homeserver
from bots.demo.member import Member
from bots.demo.player import Player
from bots.demo.stage import Stage

STAFF = {"alex": ("coordinator", "moderator", "operator"), "robin": ("specialist",), "sam": ("specialist",)}
MEMBERS = ("anna", "ben", "dora")
COLOURS = {
    "anna": "bold hot_pink",
    "ben": "bold chartreuse3",
    "dora": "bold khaki1",
    "alex": "bold cornflower_blue",
    "robin": "bold dark_orange",
    "sam": "bold sandy_brown",
}
BOTS = {"intake": "welcome bot", "checkin": "check-in bot", "moderation": "safety bot", "escalation": "crisis bot"}
PLACES = {
    "space": "the Space Harbour",
    "topic:night-shift": "Night shift",
    "topic:good-news": "Small good news",
    "staff:moderators": "Moderators’ room",
    "staff:specialists": "Peer specialists’ room",
    "staff:coordinators": "Coordinators’ room",
}
POLICIES = {"moderation.yaml": {"observe_only_days": 0}}
"""A new installation only watches at first; a demonstration has no two weeks."""


@dataclass
class World:
    """Everything that a scene may use."""

    stage: Stage
    community: Community
    bots: BotsProcess
    cast: dict[str, Player]

    def bot(self, name: str) -> str:
        """A bot's user id."""
        return self.community.bot(name)

    def place(self, name: str) -> str:
        """The id of one of the community's rooms."""
        return self.community.places[name]


@asynccontextmanager
async def raised(stage: Stage, folder: Path) -> AsyncIterator[World]:
    """Set all of it up while the audience watches; at the end of the block everything is stopped."""
    stage.begin("Behind the curtain")
    async with AsyncExitStack() as stack:
        with stage.preparing("a homeserver of its own: Synapse, on the loopback"):
            homeserver = await stack.enter_async_context(await Homeserver.start(folder / "homeserver"))
        with stage.preparing("kith init: four bots with identities, a Space, rooms, staff"):
            port = free_port()
            overlay = _overlay(folder / "policies")
            community = await Community.found(homeserver, folder / "kith", STAFF, policies=overlay, health=port)
        bots = BotsProcess(community, port)
        stack.push_async_callback(bots.stop)
        with stage.preparing("kith run: four bots in one process; and six people log in"):
            cast, _ = await asyncio.gather(_arrive(stack, stage, community), bots.start())
        _name(stage, community)
        yield World(stage, community, bots, cast)


def _overlay(folder: Path) -> Path:
    folder.mkdir()
    for name, values in POLICIES.items():
        (folder / name).write_text(yaml.safe_dump(values), "utf-8")
    return folder


async def _arrive(stack: AsyncExitStack, stage: Stage, community: Community) -> dict[str, Player]:
    for name in MEMBERS:
        await community.join(name)
    arriving = [_player(stack, stage, community, name) for name in community.people]
    return dict(zip(community.people, await asyncio.gather(*arriving), strict=True))


async def _player(stack: AsyncExitStack, stage: Stage, community: Community, name: str) -> Player:
    member = await Member.arrive(community.people[name], community.folder / "people" / name)
    await stack.enter_async_context(member)
    return Player(member, stage)


def _name(stage: Stage, community: Community) -> None:
    people = {account.user_id: (name.title(), COLOURS[name]) for name, account in community.people.items()}
    stage.names |= people | {community.bot(name): (title, "cyan") for name, title in BOTS.items()}
    stage.places |= {community.places[name]: title for name, title in PLACES.items()}
