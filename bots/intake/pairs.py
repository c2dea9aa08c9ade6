"""The pair room: made after both said yes, begun with an agreement, then left to the two."""

from collections.abc import Mapping
from typing import Any

from bots import effects
from bots.events import Chosen, RoomReady
from bots.turn import Turn
from bots.ui import Choice, no, yes
from policies.texts import phrase

Row = Mapping[str, Any]
KEY = "pair:"
AGREEMENT, AGAIN = "pair-agreement", "match-again"


async def open_room(turn: Turn, seeker: str, supporter: str) -> None:
    """Ask for an encrypted room for the two, with this bot inside."""
    number = await turn.db.open_pair(seeker=seeker, supporter=supporter, at=turn.now)
    room = effects.CreateRoom(
        room=f"{KEY}{number}",
        kind="pair",
        name=await turn.words(phrase("pair-room-name"), seeker),
        topic=await turn.words(phrase("topic-bots-read"), seeker),
        invite=(seeker, supporter),
    )
    turn.do(room)
    for who in (seeker, supporter):
        await turn.say(await turn.dm(who), phrase("match-both-said-yes"), to=who)
    await turn.audit(turn.me, "pair-opened", f"pair {number}")


async def on_ready(turn: Turn, ready: RoomReady) -> None:
    """The room exists: the agreement comes first."""
    pair = await by_key(turn, ready.key)
    if pair is None or not await turn.db.pair_is_open(id=pair["id"]):
        return
    await ask_agreement(turn, pair)
    turn.do(effects.Pin(room=ready.key, target=f"agreement:{pair['id']}"))


async def ask_agreement(turn: Turn, pair: Row) -> None:
    """Who, what, when, where, how; both say yes."""
    question = phrase("pair-agreement-ask", agreement=phrase("pair-agreement"))
    choice = Choice(AGREEMENT, question, (yes(),), many=True)
    data, key = {"pair": pair["id"]}, f"agreement:{pair['id']}"
    await turn.ask(f"{KEY}{pair['id']}", choice, to=pair["seeker"], data=data, key=key, only=False)


async def on_agreed(turn: Turn, chosen: Chosen) -> None:
    """A yes of one of the two; with both of them the room is theirs."""
    before = await turn.db.pair(id=chosen.data["pair"])
    for agrees in (turn.db.seeker_agrees, turn.db.supporter_agrees):
        await agrees(id=before["id"], member=chosen.by, at=turn.now)
    pair = await turn.db.pair(id=before["id"])
    if not agreed(pair):
        if dict(pair) != dict(before):
            await turn.say(chosen.room_id, phrase("pair-one-agreed"), to=chosen.by, quiet=True)
        return
    await turn.db.close_choices(bot=turn.bot, choice=AGREEMENT, room=f"{KEY}{pair['id']}")
    await turn.say(chosen.room_id, phrase("pair-both-agreed"), to=pair["seeker"])
    await turn.say(chosen.room_id, phrase("pair-starters"), to=pair["seeker"])


def agreed(pair: Row) -> bool:
    """Whether both have said yes to the agreement."""
    return pair["seeker_agreed_at"] is not None and pair["supporter_agreed_at"] is not None


async def by_key(turn: Turn, key: str | None) -> Row | None:
    """The pair whose room was asked for under that key."""
    if not key or not key.startswith(KEY):
        return None
    return await turn.db.pair(id=int(key.removeprefix(KEY)))  # type: ignore[no-any-return]


async def here(turn: Turn, room_id: str) -> Row | None:
    """The pair that a room belongs to."""
    room = await turn.db.room(bot=turn.bot, room_id=room_id)
    return await by_key(turn, room["key"] if room else None)


async def meant(turn: Turn, room_id: str, member: str) -> Row | None:
    """The pair of this room; in a direct chat the only open pair of the member."""
    pair = await here(turn, room_id)
    if pair:
        return pair if member in (pair["seeker"], pair["supporter"]) else None
    pairs = await turn.db.pairs_of(member=member)
    return pairs[0] if len(pairs) == 1 else None


def other(pair: Row, member: str) -> str:
    """The one of the two who is not `member`."""
    return str(pair["supporter"] if member == pair["seeker"] else pair["seeker"])


async def end(turn: Turn, pair: Row) -> bool:
    """Close the room for both, with the same words for both; False where it was over already."""
    if not await turn.db.end_pair(id=pair["id"], at=turn.now):
        return False
    room = f"{KEY}{pair['id']}"
    await turn.db.close_choices(bot=turn.bot, choice=AGREEMENT, room=room)
    await turn.say(room, phrase("pair-ended"), to=pair["seeker"])
    reason = await turn.words(phrase("pair-ended-reason"), pair["seeker"])
    for who in (pair["seeker"], pair["supporter"]):
        turn.do(effects.Kick(room=room, member=who, reason=reason))
    await turn.audit(turn.me, "pair-ended", f"pair {pair['id']}")
    return True


async def keep_apart(turn: Turn, pair: Row) -> None:
    """The two are never proposed to each other again."""
    await turn.db.keep_apart(one=pair["seeker"], other=pair["supporter"], at=turn.now)


async def tell_other(turn: Turn, pair: Row, member: str) -> None:
    """Kind words for the one who stays behind; whoever was looking for support is offered somebody else."""
    who = other(pair, member)
    room = await turn.dm(who)
    if who == pair["supporter"]:
        return await turn.say(room, phrase("pair-ended-supporter"), to=who)
    return await turn.ask(room, Choice(AGAIN, phrase("pair-ended-seeker"), (yes(), no())), to=who)


async def leave_all(turn: Turn, member: str) -> None:
    """End every pair of somebody who may not be in one."""
    for pair in await turn.db.pairs_of(member=member):
        if await end(turn, pair):
            await tell_other(turn, pair, member)
