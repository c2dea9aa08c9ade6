"""The rooms of a community: who makes each, which bots are in it, who else, and how one comes in. Pure."""

from dataclasses import dataclass
from typing import Any

from bots.settings import Settings, TopicRoom
from policies.texts import Phrase, Texts, phrase

MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
BOT_LEVEL = STAFF_LEVEL = 50


@dataclass(frozen=True)
class RoomPlan:
    """One room. `bots`: the first makes it. `roles`: staff to invite. `entry`: public, space (members) or invite."""

    name: str
    kind: str
    title: str
    topic: str
    bots: tuple[str, ...]
    roles: tuple[str, ...] = ()
    entry: str = "invite"
    encrypted: bool = True

    def body(self, users: dict[str, str], alias: str, space: str | None) -> dict[str, Any]:
        """The body of createRoom, without invitations."""
        levels = {users[bot]: BOT_LEVEL for bot in self.bots[1:]}
        return {
            "name": self.title,
            "topic": self.topic,
            "preset": "private_chat",
            "room_alias_name": alias,
            "creation_content": {"type": "m.space"} if self.kind == "space" else {},
            "initial_state": self._state(space),
            "power_level_content_override": {"invite": BOT_LEVEL, "users": levels} if levels else {"invite": BOT_LEVEL},
        }

    def _state(self, space: str | None) -> list[dict[str, Any]]:
        visible = "shared" if self.entry == "public" or self.kind == "group" else "joined"
        state = {
            "m.room.join_rules": self._join_rule(space),
            "m.room.history_visibility": {"history_visibility": visible},
        }
        state["m.room.guest_access"] = {"guest_access": "forbidden"}
        if self.encrypted:
            state["m.room.encryption"] = MEGOLM
        return [{"type": kind, "state_key": "", "content": content} for kind, content in state.items()]

    def _join_rule(self, space: str | None) -> dict[str, Any]:
        if self.entry == "space" and space:
            return {"join_rule": "restricted", "allow": [{"type": "m.room_membership", "room_id": space}]}
        return {"join_rule": "public" if self.entry == "public" else "invite"}


def rooms(settings: Settings, texts: Texts) -> list[RoomPlan]:
    """All rooms, the Space first; each under the name by which bots find it."""

    def say(words: Phrase) -> str:
        return texts.say(settings.organization.default_language, words)

    every = ("intake", "checkin", "moderation", "escalation")
    read = say(phrase("topic-bots-read"))
    staff = [
        ("moderators", ("moderation", "intake"), ("moderator",)),
        ("specialists", ("escalation",), ("specialist",)),
        ("coordinators", every, ("coordinator",)),
        ("operators", every, ("operator",)),
    ]
    welcome = RoomPlan(
        "welcome",
        "welcome",
        say(phrase("room-welcome")),
        read,
        ("moderation", "intake"),
        entry="public",
        encrypted=False,
    )
    return [
        RoomPlan("space", "space", settings.rooms.space, "", ("moderation", "intake"), encrypted=False),
        welcome,
        *(_topic(room) for room in settings.rooms.topics),
        *(
            RoomPlan(
                f"staff:{name}", "staff", say(phrase(f"room-{name}")), say(phrase(f"room-{name}-topic")), bots, roles
            )
            for name, bots, roles in staff
        ),
    ]


def _topic(room: TopicRoom) -> RoomPlan:
    bots = ("moderation",)
    return RoomPlan(f"topic:{room.key}", "group", room.name, room.topic, bots, entry="space", encrypted=room.encrypted)
