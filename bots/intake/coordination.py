"""What coordinators type: the waiting list, a match by hand, and who is a supporter."""

import re
from dataclasses import replace
from urllib.parse import unquote

from bots.clock import MINUTE
from bots.commands import command
from bots.events import Message
from bots.intake import cards, journey, matching, people, proposals, supporters
from bots.turn import Turn
from policies import languages
from policies.intake import Intake
from policies.texts import Phrase, phrase

STAFF = ("staff", "dm")
USER = r"@[^\s:\"'<>]+:[^\s\"'<>,;]+"
MAKE = "!match make @a @b …"


def people_named(said: Message, words: str) -> list[str]:
    """The user ids in a message, in order: as typed, or as the links that clients make of mentions."""
    typed = re.findall(USER, words)
    linked = re.findall(rf"matrix\.to/#/({USER})", unquote(said.html or ""))
    return typed or list(dict.fromkeys(linked)) or list(said.mentions)


async def coordinate(turn: Turn, said: Message, what: str) -> None:
    """`!match queue` and `!match make`; for coordinators only."""
    if not await turn.may(said.sender, "coordinator"):
        refused = phrase("command-not-allowed", command=f"!match {what}".strip(), role=phrase("role-coordinator"))
        return await turn.say(said.room_id, refused, to=said.sender)
    return await (_make(turn, said) if what == "make" else _queue(turn, said))


async def _queue(turn: Turn, said: Message) -> None:
    rows = await turn.db.open_requests()
    lines = tuple([await _waiting(turn, row) for row in rows]) or (phrase("queue-empty"),)
    await turn.say(said.room_id, phrase("queue-frame", lines=lines), to=said.sender)


async def _waiting(turn: Turn, row: cards.Row) -> Phrase:
    language = languages.name((await turn.member(row["member"])).language, turn.house.language)
    known = {"user": row["member"], "language": language, "minutes": (turn.now - row["at"]) // MINUTE}
    if row["supporter"] is None:
        return phrase("queue-waits", **known)
    return phrase("queue-offered", **known, supporter=row["supporter"])


async def _make(turn: Turn, said: Message) -> None:
    words = said.body.split("make", 1)[-1]
    named, reason = people_named(said, words), re.sub(USER, "", words).strip()
    if len(named) != 2 or not reason:
        return await turn.say(said.room_id, phrase("command-usage", usage=MAKE), to=said.sender)
    member, supporter = named
    if why := await _refused(turn, member, supporter):
        return await turn.say(said.room_id, phrase(f"make-not-{why}"), to=said.sender)
    await _propose(turn, member, supporter, by=said.sender)
    await turn.audit(said.sender, "match-made", f"{member} {supporter}", reason)
    return await turn.say(said.room_id, phrase("make-done"), to=said.sender)


async def _refused(turn: Turn, member: str, supporter: str) -> str | None:
    """Hard constraints hold for coordinators too; that somebody said no lately does not."""
    seeker = await people.seeker(turn, member)
    found = next((s for s in await people.supporters(turn) if s.id == supporter), None)
    if seeker is None or found is None:
        return "known"
    return matching.why_not(replace(seeker, not_now=frozenset()), found, turn.policy(Intake).pairs_at_most)


async def _propose(turn: Turn, member: str, supporter: str, by: str) -> None:
    if not await turn.db.request_of(member=member):
        await turn.db.open_request(member=member, at=turn.now)
    wish = await turn.db.request_of(member=member)
    await proposals.withdraw(turn, wish)
    shared = await people.shared(turn, member, supporter)
    found = next(s for s in await people.supporters(turn) if s.id == supporter)
    await cards.propose(turn, wish, matching.Fit(found, shared), made_by=by)


@command("supporter", roles=("coordinator",), rooms=STAFF, usage="!supporter @x:server | remove @x:server")
async def supporter(turn: Turn, said: Message, words: str) -> None:
    """Make somebody a supporter, or no longer one."""
    named = people_named(said, words)
    if len(named) != 1:
        usage = phrase("command-usage", usage=supporter.command.usage)  # type: ignore[attr-defined]
        return await turn.say(said.room_id, usage, to=said.sender)
    if words.casefold().startswith("remove"):
        done = await supporters.unflag(turn, named[0], said.sender)
        told = phrase("supporter-removed", user=named[0]) if done else phrase("supporter-is-none", user=named[0])
    else:
        done = await supporters.flag(turn, named[0], said.sender)
        told = phrase("supporter-flagged" if done else "supporter-already", user=named[0])
    return await turn.say(said.room_id, told, to=said.sender)


@command("supporters", roles=("coordinator",), rooms=STAFF)
async def supporters_(turn: Turn, said: Message, words: str) -> None:
    """All supporters, and what keeps cards from them."""
    lines = await supporters.listed(turn) or (phrase("supporters-none"),)
    await turn.say(said.room_id, phrase("supporters-frame", lines=lines), to=said.sender)


@command("adult", roles=("coordinator",), rooms=STAFF, usage="!adult @x:server")
async def adult(turn: Turn, said: Message, words: str) -> None:
    """Ask somebody for their age again, who tapped the wrong answer."""
    named = people_named(said, words)
    if len(named) != 1 or await turn.db.welcome(member=named[0]) is None:
        return await turn.say(said.room_id, phrase("command-usage", usage="!adult @x:server"), to=said.sender)
    await turn.db.set_adult(member=named[0], adult=None)
    await turn.audit(said.sender, "age-asked-again", named[0])
    await journey.ask_step(turn, named[0], await turn.dm(named[0]), "adult")
    return await turn.say(said.room_id, phrase("adult-asked", user=named[0]), to=said.sender)
