"""The consent switches: asked, changed, shown. Every change is a row of the ledger and is heard by every bot."""

from collections.abc import Iterable

from bots.events import Consented
from bots.intake import proposals
from bots.intake.switches import Words
from bots.turn import Turn
from policies.consent import Consent
from policies.texts import Phrase, phrase


async def change(turn: Turn, member: str, switches: Iterable[str], on: bool) -> list[str]:
    """Turn switches on or off; those that really changed."""
    changed = [s for s in switches if await _write(turn, member, s, on)]
    if on and "matching" in changed:
        await proposals.look(turn)
    if not on and "matching" in changed:
        await proposals.stop(turn, member)
    if not on and "service" in changed:
        await turn.db.drop_profile(member=member)
    return changed


async def _write(turn: Turn, member: str, switch: str, on: bool) -> bool:
    last = await turn.db.consent(member=member, switch=switch)
    if last is not None and bool(last) == on:
        return False
    language = (await turn.member(member)).language
    version = turn.policy(Consent).version
    await turn.db.write_consent(
        member=member, switch=switch, is_on=int(on), at=turn.now, text_version=version, language=language
    )
    for bot in turn.house.users.keys() - {turn.bot}:
        await turn.tell(bot, Consented(member=member, switch=switch, on=on, at=turn.now))
    return True


def told(switches: Iterable[str], on: bool) -> tuple[Phrase, ...]:
    """For each switch what its being on or off means: what stops, what is kept, what is deleted."""
    return tuple(phrase(f"consent-on-{s}") if on else phrase(f"consent-off-{s}") for s in switches)


async def show(turn: Turn, member: str, room: str) -> None:
    """All switches as they stand."""
    lines = tuple([await _line(turn, member, s) for s in turn.policy(Consent).switches])
    await turn.say(room, phrase("privacy-frame", switches=lines), to=member)


async def _line(turn: Turn, member: str, switch: str) -> Phrase:
    state = phrase("privacy-is-on" if await turn.consents(member, switch) else "privacy-is-off")
    name, what = phrase(f"consent-name-{switch}"), phrase(f"consent-what-{switch}")
    return phrase("privacy-line", name=name, state=state, what=what)


async def words(turn: Turn, member: str) -> Words:
    """How the switches are named in the member's language."""

    async def listed(*ids: str) -> list[str]:
        return [w for i in ids for w in (await turn.words(phrase(i), member)).split(",")]

    names: dict[str, list[str]] = {}
    for switch in turn.policy(Consent).switches:
        names[switch] = await listed(f"consent-name-{switch}", f"consent-words-{switch}")
    others = [await listed(word) for word in ("consent-all-words", "privacy-on-words", "privacy-off-words")]
    return Words(names, *others)
