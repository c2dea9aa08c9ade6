"""The profile: what a member has lived with, what helps them, whether they seek or offer. All of it is optional."""

import re

from bots.events import Chosen
from bots.intake import proposals, questions
from bots.intake.questions import ROLES
from bots.turn import Turn
from bots.ui import Choice, Option, fold, no, yes
from policies import countries, languages
from policies.experiences import Experiences
from policies.texts import Phrase, phrase

CHANGE, MAY_KEEP = "profile-change", "profile-may-keep"
FIELDS = ("experiences", "helps", "role", "language", "country")
KEPT_BY_CONSENT = ("experiences", "helps", "role")
CONTACT = re.compile(r"\S+@\S+|\bhttps?:|\bwww\.|\bt\.me/|(?:\d[\s./()-]?){7,}", re.IGNORECASE)
"""An address, a link, or a number of at least seven digits."""


async def show(turn: Turn, member: str, room: str) -> None:
    """All that the member has told, and what they may change."""
    person = await turn.member(member)
    row = await turn.db.profile(member=member)
    opened = turn.house.seal.open(row["experiences_sealed"]) if row else None
    tags, own_words = (opened["tags"], opened["words"]) if opened else ([], None)
    themes = turn.policy(Experiences).list(tags, person.language) if tags else None
    shown = phrase(
        "profile-shown",
        language=languages.name(person.language, person.language),
        country=await _country(turn, member, person.language),
        themes=_or_nothing(themes),
        words=_or_nothing(own_words),
        helps=_or_nothing(turn.house.seal.open(row["helps_sealed"]) if row else None),
        role=phrase(f"profile-role-{row['role']}") if row and row["role"] else phrase("profile-nothing"),
    )
    options = tuple(Option(f, phrase(f"profile-field-{f}"), words=phrase(f"profile-field-{f}-words")) for f in FIELDS)
    await turn.ask(room, Choice(CHANGE, shown, options), to=member)


async def _country(turn: Turn, member: str, language: str) -> Phrase | str:
    row = await turn.db.member(member=member)
    return countries.name(row["country"], language) if row and row["country"] else phrase("profile-nothing")


def _or_nothing(said: str | None) -> Phrase | str:
    return said or phrase("profile-nothing")


async def on_change(turn: Turn, chosen: Chosen) -> None:
    """The member wants to say one thing anew."""
    await ask_alone(turn, chosen.by, chosen.room_id, str(chosen.option))


async def ask_alone(turn: Turn, member: str, room: str, field: str) -> None:
    """One question of the welcome by itself; what needs a consent is asked for it first."""
    if field in KEPT_BY_CONSENT and not await turn.consents(member, "service"):
        may = Choice(MAY_KEEP, phrase("profile-may-keep"), (yes(), no()))
        return await turn.ask(room, may, to=member, data={"field": field})
    await turn.db.meet_member(member=member, at=turn.now)
    ask = questions.ask_language_again if field == "language" else questions.QUESTIONS[field]
    choice = ask(turn, await turn.member(member))
    return await turn.ask(room, choice, to=member, data={"at": turn.now, "alone": True})


async def keep_experiences(turn: Turn, member: str, room: str, words: str) -> None:
    """Keep the words sealed and find the themes in them."""
    tags = list(turn.policy(Experiences).find(words))
    sealed = turn.house.seal.seal({"tags": tags, "words": words})
    await turn.db.save_experiences(member=member, sealed=sealed, at=turn.now)
    language = (await turn.member(member)).language
    themes = turn.policy(Experiences).list(tags, language)
    noted = phrase("profile-themes", themes=themes) if tags else phrase("profile-no-themes")
    await turn.say(room, noted, to=member)


async def keep_helps(turn: Turn, member: str, words: str) -> bool:
    """Keep the words sealed; False, and nothing kept, where they hold what could be a way to reach somebody."""
    if CONTACT.search(words):
        return False
    await turn.db.save_helps(member=member, sealed=turn.house.seal.seal(words), at=turn.now)
    return True


async def set_role(turn: Turn, member: str, role: str) -> None:
    """Effective at once: who rests leaves the waiting list, who offers may get a card."""
    await turn.db.save_role(member=member, role=role, at=turn.now)
    if role == "resting":
        await proposals.stop(turn, member)
    await proposals.look(turn)


async def role_of(turn: Turn, member: str, typed: str) -> str | None:
    """The role that somebody typed, by its name or one of its words in their language."""
    said = [(role, await turn.words(phrase(f"profile-role-{role}-words"), member)) for role in ROLES]
    return next((role for role, words in said if fold(typed) in {fold(w) for w in (role, *words.split(","))}), None)
