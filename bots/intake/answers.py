"""What an answer to each question of the welcome does."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from enum import Enum

from bots.events import Chosen
from bots.intake import consents, journey, pairs, profile, proposals, questions, switches
from bots.intake.questions import PREFIX, city_of, country_choice
from bots.turn import Turn
from bots.ui import Choice, fold, no, yes
from policies import countries, languages
from policies.intake import Intake
from policies.texts import phrase


class Then(Enum):
    """What follows an answer: the next step, or nothing yet, because the question stays open."""

    NEXT = "next"
    STAY = "stay"


async def on_answer(turn: Turn, chosen: Chosen) -> None:
    """An answer to the open step, or to one question that the member wanted to answer anew."""
    step = chosen.choice.removeprefix(PREFIX)
    if not chosen.data.get("alone") and not await _is_open(turn, chosen.by, step):
        return await turn.say(chosen.room_id, phrase("choice-closed"), to=chosen.by)
    if chosen.words is not None and await journey.crisis_since(turn, chosen.by, chosen.data["at"]):
        await journey.pause(turn, chosen.by)
        return await turn.say(chosen.room_id, phrase("welcome-after-crisis"), to=chosen.by)
    if chosen.option == "later":
        return await _later(turn, chosen)
    then = Then.NEXT if chosen.option == "skip" else await ANSWERS[step](turn, chosen)
    return await _follow(turn, chosen, step, then)


async def _is_open(turn: Turn, member: str, step: str) -> bool:
    row = await turn.db.welcome(member=member)
    return row is not None and row["step"] == step


async def _later(turn: Turn, chosen: Chosen) -> None:
    if chosen.data.get("alone"):
        return await turn.say(chosen.room_id, phrase("confirm-cancelled"), to=chosen.by)
    return await journey.later(turn, chosen.by, chosen.room_id)


async def _follow(turn: Turn, chosen: Chosen, step: str, then: Then | Choice) -> None:
    if isinstance(then, Choice):
        await turn.ask(chosen.room_id, then, to=chosen.by, data=chosen.data)
    elif then is Then.NEXT and chosen.data.get("alone"):
        await profile.show(turn, chosen.by, chosen.room_id)
    elif then is Then.NEXT:
        await journey.go_on(turn, chosen.by, chosen.room_id, step)


async def language(turn: Turn, chosen: Chosen) -> Then | Choice:
    """By name in any language."""
    found = (chosen.option,) if chosen.option else languages.find(chosen.words or "", turn.house.texts.languages)
    if len(found) != 1:
        return Choice(chosen.choice, phrase("welcome-language-unknown"), questions.language_options(turn), words=True)
    await turn.db.set_language(member=chosen.by, language=found[0])
    return Then.NEXT


async def about(turn: Turn, chosen: Chosen) -> Then | Choice:
    """It has been read."""
    return Then.NEXT


async def values(turn: Turn, chosen: Chosen) -> Then | Choice:
    """Agreed to, in the version that was shown."""
    await turn.db.agree_to_values(member=chosen.by, version=turn.policy(Intake).values_version, at=turn.now)
    return Then.NEXT


async def country(turn: Turn, chosen: Chosen) -> Then | Choice:
    """By name; where it may be several, the member says which."""
    found = (chosen.option,) if chosen.option else countries.find(chosen.words or "")
    if len(found) != 1:
        person = await turn.member(chosen.by)
        question = phrase("welcome-country-which") if found else phrase("welcome-country-unknown")
        return country_choice(question, found, person.language)
    zone = countries.likely_zone(found[0])
    await turn.db.set_country(member=chosen.by, country=found[0], time_zone=zone)
    return Then.NEXT


async def zone(turn: Turn, chosen: Chosen) -> Then | Choice:
    """By the name of a city in the country; where it is none that we know, the question again."""
    person = await turn.member(chosen.by)
    known = {fold(city_of(z, person.language)): z for z in countries.zones(person.country)}
    picked = chosen.option or known.get(fold(chosen.words or ""))
    if picked is None:
        return questions.ask_zone(turn, person)
    await turn.db.set_time_zone(member=chosen.by, time_zone=picked)
    return Then.NEXT


async def adult(turn: Turn, chosen: Chosen) -> Then | Choice:
    """Yes or no, or how old they are."""
    years = age_in(chosen.words or "")
    if chosen.option is None and years is None:
        return Choice(chosen.choice, phrase("welcome-adult-unsure"), (yes(), no()), words=True)
    is_adult = chosen.option == "yes" if years is None else years >= turn.policy(Intake).adult_from
    await turn.db.set_adult(member=chosen.by, adult=int(is_adult))
    if not is_adult:
        await proposals.stop(turn, chosen.by)
        await pairs.leave_all(turn, chosen.by)
    return Then.NEXT


def age_in(words: str) -> int | None:
    """The age in "I'm 16" or "tengo 42 años"; None without exactly one likely number."""
    numbers = {int(n) for n in re.findall(r"\b\d{1,3}\b", words) if 5 <= int(n) <= 120}
    return numbers.pop() if len(numbers) == 1 else None


async def consent(turn: Turn, chosen: Chosen) -> Then | Choice:
    """One switch at a time, or several in words; it ends when the member says that this is all."""
    if chosen.option == "done":
        return Then.NEXT
    if chosen.option:
        changed = await consents.change(turn, chosen.by, [chosen.option], True)
        told = consents.told(changed or [chosen.option], True)
        await turn.say(chosen.room_id, phrase("consent-more", told=told), to=chosen.by, quiet=True)
        return Then.STAY
    words = await consents.words(turn, chosen.by)
    meant = switches.understood(chosen.words or "", words)
    if not meant.switches and meant.on is not False:
        await turn.say(chosen.room_id, phrase("consent-not-understood"), to=chosen.by)
        return Then.STAY
    on = meant.on is not False
    await consents.change(turn, chosen.by, meant.switches or tuple(words.names), on)
    told = consents.told(meant.switches, on)
    await turn.say(chosen.room_id, phrase("consent-noted", told=told or (phrase("consent-none"),)), to=chosen.by)
    return Then.NEXT


async def experiences(turn: Turn, chosen: Chosen) -> Then | Choice:
    """Own words, and the themes in them."""
    await profile.keep_experiences(turn, chosen.by, chosen.room_id, chosen.words or "")
    return Then.NEXT


async def helps(turn: Turn, chosen: Chosen) -> Then | Choice:
    """Own words, which stand on the card."""
    if await profile.keep_helps(turn, chosen.by, chosen.words or ""):
        return Then.NEXT
    again = questions.ask_helps(turn, await turn.member(chosen.by))
    return replace(again, question=phrase("profile-no-contact"))


async def role(turn: Turn, chosen: Chosen) -> Then | Choice:
    """Seeking, offering, both or resting."""
    await profile.set_role(turn, chosen.by, chosen.option or "seeking")
    return Then.NEXT


Answer = Callable[[Turn, Chosen], Awaitable[Then | Choice]]
ANSWERS: Mapping[str, Answer] = {
    "language": language,
    "about": about,
    "values": values,
    "country": country,
    "zone": zone,
    "adult": adult,
    "consent": consent,
    "experiences": experiences,
    "helps": helps,
    "role": role,
}
