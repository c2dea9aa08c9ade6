"""What every bot does alike: the shared commands, invitations, greetings, unreadable messages, refused effects."""

from collections.abc import Mapping
from typing import Any

from bots import crisis, effects
from bots.bot import ChoiceHandler, Handler
from bots.commands import Command, command, commands_of
from bots.events import Event, Invited, Joined, Left, Message, Refused, RoomReplaced, SayTo, Undecryptable
from bots.lines import lines_for
from bots.turn import Turn
from policies.crisis_answer import CrisisAnswer
from policies.texts import Phrase, phrase

OPERATORS = "staff:operators"


@command("crisis")
async def crisis_(turn: Turn, said: Message, words: str) -> None:
    """Lines that answer now, and a person."""
    await crisis.answer(turn, said, reason="command")


@command("help")
async def help_(turn: Turn, said: Message, words: str) -> None:
    """Every command that this person may use in this room."""
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    known = await usable(turn, said.sender, await bots_here(turn, said.room_id), room["kind"] if room else "group")
    lines = tuple(phrase("help-line", command=c.usage, what=phrase(c.help)) for c in known)
    await turn.say(said.room_id, phrase("help-frame", bot=_name(turn.bot), commands=lines), to=said.sender)


@command("whatdoyousee")
async def whatdoyousee(turn: Turn, said: Message, words: str) -> None:
    """What the bots of this room read, keep, and who sees it."""
    seen = tuple(phrase(f"whatdoyousee-{bot}", **_seen(turn, bot)) for bot in await bots_here(turn, said.room_id))
    await turn.say(said.room_id, phrase("whatdoyousee-frame", bots=seen), to=said.sender)


def _seen(turn: Turn, bot: str) -> dict[str, Any]:
    return {"days": turn.policy(CrisisAnswer).flag_days} if bot == "moderation" else {}


async def bots_here(turn: Turn, room_id: str) -> list[str]:
    """The names of the suite's bots in a room."""
    return [row["bot"] for row in await turn.db.bots_in_room(room_id=room_id)] or [turn.bot]


async def usable(turn: Turn, member: str, bots: list[str], kind: str) -> list[Command]:
    """The commands that this person may use in a room of that kind with these bots."""
    known = {**COMMANDS, **{n: c for bot in bots for n, c in turn.house.commands.get(bot, {}).items()}}
    roles = {row["role"] for row in await turn.db.roles_of(member=member, now=turn.now)}
    return [c for c in known.values() if kind in c.rooms and (not c.roles or roles & set(c.roles))]


async def on_invited(turn: Turn, invited: Invited) -> None:
    """Accept a direct chat from members of our servers and any room from another bot; decline all else."""
    if turn.house.bot_of(invited.sender) or (invited.direct and _ours(turn, invited.sender)):
        kind, member = ("dm", invited.sender) if invited.direct else ("group", None)
        await turn.db.know_room(
            bot=turn.bot, room_id=invited.room_id, key=None, kind=kind, member=member, encrypted=0, at=turn.now
        )
        turn.do(effects.JoinRoom(room=invited.room_id))
    else:
        turn.do(effects.LeaveRoom(room=invited.room_id))


def _ours(turn: Turn, user_id: str) -> bool:
    return not turn.house.servers or user_id.split(":", 1)[1] in turn.house.servers


async def on_joined(turn: Turn, joined: Joined) -> None:
    """The first words in a direct chat that a member began say that a machine speaks."""
    room = await turn.db.room(bot=turn.bot, room_id=joined.room_id)
    begun_by_member = room is not None and room["kind"] == "dm" and room["key"] is None
    if joined.sender == turn.me and begun_by_member and turn.bot != "intake":
        await turn.say(joined.room_id, phrase("hello-software", bot=_name(turn.bot)), to=room["member"])
        await turn.say(joined.room_id, phrase("greeting-dm"), to=room["member"])


async def on_left(turn: Turn, left: Left) -> None:
    """A direct chat that somebody left is over; a new one is made when it is needed."""
    room = await turn.db.room(bot=turn.bot, room_id=left.room_id)
    if room and (left.member == turn.me or (room["kind"] == "dm" and left.member == room["member"])):
        await turn.db.room_left(bot=turn.bot, room_id=left.room_id)


async def on_replaced(turn: Turn, replaced: RoomReplaced) -> None:
    """What belonged to an upgraded room moves to its successor."""
    await turn.db.room_replaced(bot=turn.bot, room_id=replaced.room_id, successor=replaced.successor)
    await turn.db.place_moved(room_id=replaced.room_id, successor=replaced.successor)


async def on_undecryptable(turn: Turn, unread: Undecryptable) -> None:
    """A message that we cannot read is our fault: in a direct chat its author hears so, with lines that answer."""
    room = await turn.db.room(bot=turn.bot, room_id=unread.room_id)
    if room and room["kind"] in ("dm", "case") and not turn.house.bot_of(unread.sender):
        lines = await lines_for(turn, unread.sender)
        await turn.say(
            unread.room_id, phrase("not-read", lines=lines), to=unread.sender, key=f"unread:{unread.event_id}"
        )


async def on_refused(turn: Turn, refused: Refused) -> None:
    """Operators hear what the homeserver refused, unless it was the very room in which they would hear it."""
    room = await turn.place(OPERATORS)
    if room and room != refused.room:
        told = phrase(
            "operators-refused",
            number=refused.outbox_id,
            effect=refused.effect,
            room=refused.room,
            reason=refused.reason,
        )
        await turn.say(room, told)


def _name(bot: str) -> Phrase:
    return phrase(f"bot-{bot}")


HANDLERS: Mapping[type[Event], Handler] = {
    Invited: on_invited,
    Joined: on_joined,
    Left: on_left,
    RoomReplaced: on_replaced,
    Undecryptable: on_undecryptable,
    Refused: on_refused,
    SayTo: crisis.on_say_to,
    crisis.StillUnanswered: crisis.on_still_unanswered,
}
CHOICES: Mapping[str, ChoiceHandler] = {crisis.OFFER: crisis.on_offer_answered}
COMMANDS: Mapping[str, Command] = {c.name: c for c in commands_of(__import__(__name__, fromlist=["_"])).values()}
