"""What members type to this bot."""

from bots import effects
from bots.commands import command
from bots.events import Message
from bots.intake import consents, journey, pairs, profile, proposals, reports, supporters, switches
from bots.intake.coordination import coordinate
from bots.intake.wish import wish
from bots.turn import Turn
from policies.texts import Phrase, phrase

DM = ("dm",)
TWO = ("pair", "dm")


@command("start", rooms=DM)
async def start(turn: Turn, said: Message, words: str) -> None:
    """Begin the welcome, or go on where it stopped."""
    if await turn.db.welcome(member=said.sender) is None:
        return await journey.begin(turn, said.sender, said.room_id)
    return await journey.resume(turn, said.sender, said.room_id)


@command("skip", rooms=DM, help="intake-help-skip")
async def skip(turn: Turn, said: Message, words: str) -> None:
    """On to the next step of the welcome."""
    await journey.skip(turn, said.sender, said.room_id)


@command("later", rooms=DM)
async def later(turn: Turn, said: Message, words: str) -> None:
    """Stop the welcome for now."""
    await journey.later(turn, said.sender, said.room_id)


@command("privacy", rooms=DM, usage="!privacy on | off …")
async def privacy(turn: Turn, said: Message, words: str) -> None:
    """Every consent switch: see it, change it."""
    known = await consents.words(turn, said.sender)
    meant = switches.understood(words, known)
    if not words:
        return await consents.show(turn, said.sender, said.room_id)
    if meant.on is None or not meant.switches or meant.unknown:
        return await turn.say(said.room_id, _not_clear(meant), to=said.sender)
    await consents.change(turn, said.sender, meant.switches, meant.on)
    told = consents.told(meant.switches, meant.on)
    return await turn.say(said.room_id, phrase("privacy-changed", told=told), to=said.sender)


def _not_clear(meant: switches.Change) -> Phrase:
    if meant.unknown:
        return phrase("privacy-unknown", words=", ".join(meant.unknown))
    return phrase("privacy-usage")


@command("me", rooms=DM)
async def me(turn: Turn, said: Message, words: str) -> None:
    """The profile: see it, change it."""
    await turn.db.meet_member(member=said.sender, at=turn.now)
    await profile.show(turn, said.sender, said.room_id)


@command("role", rooms=DM, usage="!role seeking | offering | both | resting")
async def role(turn: Turn, said: Message, words: str) -> None:
    """Seek, offer, both or rest, at once."""
    if not words or not await turn.consents(said.sender, "service"):
        return await profile.ask_alone(turn, said.sender, said.room_id, "role")
    wanted = await profile.role_of(turn, said.sender, words)
    if wanted is None:
        return await profile.ask_alone(turn, said.sender, said.room_id, "role")
    await profile.set_role(turn, said.sender, wanted)
    told = phrase("profile-role-set", role=phrase(f"profile-role-{wanted}"))
    return await turn.say(said.room_id, told, to=said.sender)


@command("match", rooms=("dm", "staff"), usage="!match | !match stop")
async def match(turn: Turn, said: Message, words: str) -> None:
    """Look for a person; for coordinators also the waiting list."""
    first = words.split()[0].casefold() if words else ""
    room = await turn.db.room(bot=turn.bot, room_id=said.room_id)
    if first in ("queue", "make") or (room and room["kind"] == "staff"):
        return await coordinate(turn, said, first)
    if first in ("stop", "cancel"):
        await proposals.stop(turn, said.sender)
        return await turn.say(said.room_id, phrase("match-stopped"), to=said.sender)
    return await wish(turn, said.sender, said.room_id)


async def _state(turn: Turn, said: Message, state: str, told: Phrase) -> None:
    known = await supporters.set_state(turn, said.sender, state)
    missing = phrase("command-not-allowed", command=f"!{state}", role=phrase("role-supporter"))
    await turn.say(said.room_id, told if known else missing, to=said.sender)


@command("full", rooms=TWO)
async def full(turn: Turn, said: Message, words: str) -> None:
    """No new cards: enough people for now."""
    await _state(turn, said, "full", phrase("supporter-now-full"))


@command("resting", rooms=TWO)
async def resting(turn: Turn, said: Message, words: str) -> None:
    """No new cards: a rest."""
    await _state(turn, said, "resting", phrase("supporter-now-resting"))


@command("available", rooms=TWO)
async def available(turn: Turn, said: Message, words: str) -> None:
    """Cards again."""
    await _state(turn, said, "available", phrase("supporter-now-available"))


@command("agreement", rooms=("pair",))
async def agreement(turn: Turn, said: Message, words: str) -> None:
    """The agreement once more."""
    pair = await pairs.here(turn, said.room_id)
    if pair and not pairs.agreed(pair):
        return await pairs.ask_agreement(turn, pair)
    return await turn.say(said.room_id, phrase("pair-agreement"), to=said.sender)


@command("starter", rooms=("pair",))
async def starter(turn: Turn, said: Message, words: str) -> None:
    """Three ways to begin."""
    await turn.say(said.room_id, phrase("pair-starters"), to=said.sender)


@command("rematch", rooms=TWO)
async def rematch(turn: Turn, said: Message, words: str) -> None:
    """End this pair, no reason needed; the two are never paired again."""
    pair = await pairs.meant(turn, said.room_id, said.sender)
    if pair is None:
        return await turn.say(said.room_id, phrase("pair-which"), to=said.sender)
    await pairs.keep_apart(turn, pair)
    if await pairs.end(turn, pair):
        await pairs.tell_other(turn, pair, said.sender)
    own = await turn.dm(said.sender)
    if said.sender == pair["seeker"]:
        return await wish(turn, said.sender, own)
    await turn.say(own, phrase("pair-ended-supporter"), to=said.sender)
    return await proposals.look(turn)


@command("report", rooms=TWO, usage="!report …", help="intake-help-report")
async def report(turn: Turn, said: Message, words: str) -> None:
    """Tell the moderators; the words disappear from the room, and the other never learns who wrote."""
    pair = await reports.pair_meant(turn, said.room_id, said.sender)
    if pair is None:
        return await turn.say(said.room_id, phrase("report-no-pair"), to=said.sender)
    if await pairs.here(turn, said.room_id):
        turn.do(effects.Redact(room=said.room_id, target=said.event_id))
    return await reports.report(turn, pair, said.sender, words)
