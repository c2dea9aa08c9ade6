"""Who is exempt from what: the one place that says so."""

from collections.abc import Iterable

from bots.bot import Said
from bots.events import Message
from bots.house import House
from bots.moderation.approach import Person
from bots.moderation.heard import Heard
from policies.decide import AskHuman, Decision, FlagClaim


def is_judged(house: House, said: Said) -> bool:
    """Our own bots are not judged, nor are notices, in which other machines speak."""
    return house.bot_of(said.sender) is None and not (isinstance(said, Message) and said.msgtype == "m.notice")


def without(decisions: Iterable[Decision], author: Person, message: Heard) -> list[Decision]:
    """What remains for this author: staff are cared for like anybody, but what they explain is no claim.

    Nobody is asked in which language the name of a file is.
    """
    exempt: tuple[type, ...] = (FlagClaim,) if author.staff else ()
    exempt += (AskHuman,) if message.is_only_a_name else ()
    return [d for d in decisions if not isinstance(d, exempt)]
