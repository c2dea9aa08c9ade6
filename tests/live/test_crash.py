"""The crash test: the bots are killed again and again while people write to them, and nothing is lost or doubled."""

import os
import random
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml

from bots.demo.community import Community
from bots.demo.homeserver import Homeserver
from bots.everyone import BOTS
from bots.store import audit
from bots.store.database import Database
from tests.live import stormy
from tests.live.crashing import Death, Life, dying
from tests.live.crowd import FOREIGN, Crowd, Person
from tests.live.ledger import Ledger, Server
from tests.live.points import CHOSEN
from tests.live.stormy import Storm

pytestmark = pytest.mark.asyncio(loop_scope="module")
SOAK = bool(os.environ.get("KITH_SOAK"))
SEED = int(os.environ.get("KITH_SEED", "20261122"))
TIMES = 5 if SOAK else 1
CALM_S = 240.0
"""The highest rung of the ladder is due minutes after a cry, and the bots may have much to catch up with."""
RUNGS = 3 if SOAK else 2
"""Each takes a minute."""
ANYWHERE = {
    "before a statement": (60, 500),
    "after a statement": (60, 500),
    "before a request": (5, 40),
    "after a request": (5, 40),
}
"""Between which counts a life ends; a start takes about 60 statements and a few requests."""
KEYS_MADE = "one-time keys uploaded"
OFTEN = {
    "sync fetched, not stored": (1, 5, 9),
    "events stored, token not": (1, 5, 9),
    "sync stored": (1, 5, 9),
    "turn taken, not committed": (1, 2, 5),
    "turn committed": (1, 2, 5),
    "message sent, not marked": (1, 2, 5),
    "effect done, not marked": (1, 2, 5),
    "effect marked": (1, 2, 5),
}
"""At which passage of a point that is passed often; the others are passed rarely."""
POLICIES = {
    "escalation.yaml": {
        "ladder": {"second_person_minutes": 1, "everyone_minutes": 2, "fallback_minutes": 3 if SOAK else 60},
        "live_cases": 100,
        "ask_again_minutes": 1,
        "no_answer_minutes": 1,
    },
    "moderation.yaml": {"observe_only_days": 0, "gather_minutes": 0, "doubt_gather_hours": 0},
}

CRISIS = (
    "Thank you for writing this",
    "Shall I bring a person",
    "I have asked for a person. I will tell you",
    "All right. Nobody from the team",
    "I said I would stay here",
    "A person is here",
    "This room is for you and",
)
"""How each thing begins that somebody in a crisis may hear."""


def lives(dice: random.Random) -> list[Life]:
    """At least fifty, all of which end badly. One-time keys are made anew when the first chats begin, then rarely."""
    points = [point for point in CHOSEN if point != KEYS_MADE for _ in range(2 * TIMES)]
    chosen = [Life(point, dice.choice(OFTEN.get(point, (1,))), 5.0) for point in points]
    anywhere = [Life(point, dice.randint(*most), 5.0) for point, most in ANYWHERE.items() for _ in range(4 * TIMES)]
    whenever = [Life(seconds=dice.uniform(0.5, 5.0)) for _ in range(10 * TIMES)]
    return [Life(KEYS_MADE, 1, 5.0), *dice.sample(violent := [*chosen, *anywhere, *whenever], len(violent))]


@dataclass
class Morning:
    """After the storm."""

    storm: Storm
    deaths: list[Death]
    ledger: Ledger
    server: Server
    bots: dict[str, str]

    @property
    def people(self) -> list[Person]:
        """Everybody who has a device."""
        return list(self.storm.crowd.people.values())

    def person(self, name: str) -> Person:
        """Somebody, and all that they have seen."""
        return self.storm.crowd[name]

    def place(self, name: str) -> str:
        """The id of a room of the community."""
        return self.storm.crowd.community.places[name]

    def case(self, name: str) -> dict[str, Any]:
        """The only case that there ever was of a member."""
        (case,) = self.ledger.rows("SELECT * FROM cases WHERE member = ?", self.person(name).user_id)
        return case


def policies(folder: Path) -> Path:
    """Timers of minutes where the shipped ones have more."""
    folder.mkdir()
    for name, values in POLICIES.items():
        (folder / name).write_text(yaml.safe_dump(values))
    return folder


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def morning(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Morning]:
    """The storm, and the calm after it."""
    folder, dice = tmp_path_factory.mktemp("crash"), random.Random(SEED)
    plan = lives(dice)
    async with await Homeserver.start(folder / "homeserver") as homeserver:
        community = await Community.found(
            homeserver, folder / "kith", stormy.STAFF, topics=4, policies=policies(folder / "policies")
        )
        async with Crowd.gather(community, [*stormy.STAFF, *stormy.MEMBERS]) as crowd:
            ledger = Ledger(community)
            storm = Storm(crowd, ledger, dice)
            async with community.running():
                await stormy.come(storm)
            async with dying(community, plan) as deaths:
                await storm.tell(deaths.over)
                await ledger.settles(Server(homeserver), crowd.written, CALM_S)
            await crowd.catches_up()
            bots = {name: community.bot(name) for name in BOTS}
            yield Morning(storm, deaths.all, ledger, Server(homeserver), bots)


async def test_it_was_a_storm(morning: Morning) -> None:
    """Fifty times and more the process was killed, at every chosen point, and more than 200 turns were taken."""
    *violent, last = morning.deaths
    assert len(violent) >= 50
    assert {death.code for death in violent} == {-signal.SIGKILL}
    assert {death.at for death in violent} >= set(CHOSEN)
    assert last.code == 0
    assert morning.ledger.count("SELECT COUNT(*) FROM inbox WHERE state = 'done'") >= 200


async def test_no_fault_came_to_light(morning: Morning) -> None:
    """No turn failed, no loop crashed, and the homeserver refused nothing: what a kill cut short is not an error."""
    log = (morning.storm.crowd.community.folder / "kith.log").read_text()
    assert not re.findall(r".*(?:turn_failed|loop_crashed|effect_refused|Traceback).*", log)


# ── nothing is lost ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_every_message_was_handled(morning: Morning) -> None:
    """Whatever anybody wrote went through the inbox of the bot that it was for, and nothing waits or is parked."""
    written = {(w.bot, w.event_id) for w in morning.storm.crowd.written}
    handled = morning.ledger.rows("SELECT bot, source FROM inbox WHERE state = 'done'")
    assert len(written) >= 150
    assert written - {(row["bot"], row["source"]) for row in handled} == set()
    assert morning.ledger.rows("SELECT bot, kind, state, error FROM inbox WHERE state <> 'done'") == []
    assert morning.ledger.rows("SELECT bot, effect, error FROM outbox WHERE state IN ('ready', 'parked')") == []


async def test_everybody_could_be_read(morning: Morning) -> None:
    """No key was lost on the way: no bot kept a message that it could not open, no person got one."""
    assert morning.ledger.rows("SELECT bot, event_id FROM undecryptable") == []
    assert {person.user_id: person.unread for person in morning.people if person.unread} == {}


# ── nothing is doubled ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_every_effect_is_in_the_rooms_once(morning: Morning) -> None:
    """What the bots said, asked, tapped and took back in the rooms is what the turns asked for: one event each."""
    kinds = "('Send', 'Poll', 'EndPoll', 'React', 'Redact', 'Upload')"
    asked = morning.ledger.rows(f"SELECT event_id FROM outbox WHERE state = 'sent' AND effect IN {kinds}")
    there = [e["event_id"] for e in morning.server.events_of(morning.bots.values()) if e["state_key"] is None]
    assert Counter(row["event_id"] for row in asked) == Counter(there)


async def test_every_room_was_made_once(morning: Morning) -> None:
    """The bots made the rooms that they know, and no other; whoever passed through the welcome has exactly one chat."""
    known = morning.ledger.rows("SELECT room_id FROM rooms UNION SELECT room_id FROM places")
    made = morning.server.rooms_of(morning.bots.values())
    assert set(made) <= {row["room_id"] for row in known}
    invited = {(room, member) for room, member in morning.server.invitations(morning.bots["intake"]) if room in made}
    chats = Counter(member for _, member in invited)
    newcomers = [*morning.storm.passers, *(morning.person(name).user_id for name in stormy.NEWCOMERS)]
    assert len(newcomers) >= 20
    assert {member: chats[member] for member in newcomers} == dict.fromkeys(newcomers, 1)


async def test_every_command_was_answered_once_in_order(morning: Morning) -> None:
    """The answers name what they answer: in the chats all of them, in the order of writing; in the rooms each once."""
    for name, bot in stormy.TALKERS.items():
        person, chat = morning.person(name), morning.storm.rooms[name]
        asked = [w.words for w in person.written if w.words.startswith("!zz")]
        said = person.bodies(morning.bots[bot], chat)
        assert named(said) == asked
        assert sum("I am software, not a person" in body for body in said) == 1
        aloud = [w for w in person.written if w.words.startswith("!qq")]
        for written in aloud:
            answers = [a for by in morning.bots.values() for a in named(person.bodies(by, written.room_id))]
            assert answers.count(written.words) == 1


async def test_every_newcomer_was_greeted_once(morning: Morning) -> None:
    """A welcome that was cut short by a kill goes on, and does not begin anew."""
    for name in stormy.NEWCOMERS:
        bodies = morning.person(name).bodies(morning.bots["intake"])
        assert sum("Hello. I am the welcome bot" in body for body in bodies) == 1


async def test_every_crisis_was_answered_once(morning: Morning) -> None:
    """Thanks and lines, the offer of a person, and the answer to yes or no: each once, in one chat."""
    for name in (*stormy.ACCEPTING, *stormy.SILENT, stormy.DECLINING, stormy.WAITING, *stormy.IN_ROOMS):
        heard = [m for bot in morning.bots.values() for m in morning.person(name).said(bot)]
        counts = {words: sum(m.body.startswith(words) for m in heard) for words in CRISIS}
        accepted, declined = int(name in stormy.ACCEPTING), int(name == stormy.DECLINING)
        assert counts == dict(zip(CRISIS, (1, 1, accepted, declined, declined, accepted, accepted), strict=True)), name


async def test_every_case_has_one_owner_and_one_room(morning: Morning) -> None:
    """Of two who tapped within a moment one has the case and the other is told who; one room was made for it."""
    escalation = morning.bots["escalation"]
    for name in stormy.ACCEPTING:
        case = morning.case(name)
        told = [body for who in ("robin", "sam") for body in morning.person(who).bodies(escalation)]
        assert sum(f"Case {case['number']} is yours" in body for body in told) == 1
        assert sum(f"Case {case['number']} already has somebody" in body for body in told) == 1
        at_desk = morning.person("robin").bodies(escalation, morning.place("staff:specialists"))
        assert at_desk.count(f"Case {case['number']} is closed.") == 1
        invited = {room for room, member in morning.server.invitations(escalation) if member == case["member"]}
        assert [r for r in invited if morning.server.name_of(r) == f"Talk {case['number']}"] == [case["room"]]


async def test_every_timer_fired_once(morning: Morning) -> None:
    """The ladder of each case that nobody took: its pages, and what its member heard, once for each rung."""
    escalation, desk = morning.bots["escalation"], morning.place("staff:specialists")
    for name in (*stormy.SILENT, *stormy.IN_ROOMS):
        case, page = morning.case(name), f"Case {morning.case(name)['number']} ·"
        assert case["rung"] == RUNGS
        assert pages(morning.person("robin").bodies(escalation, desk), page) == RUNGS + 1
        assert pages(morning.person("alex").bodies(escalation, morning.place("staff:coordinators")), page) == RUNGS - 1
        heard = [m.body for bot in morning.bots.values() for m in morning.person(name).said(bot)]
        assert sum("I have now asked a second person" in body for body in heard) == 1
        assert sum("I have now asked all who are on duty" in body for body in heard) == 1
    declined = morning.person(stormy.DECLINING).bodies(morning.bots["moderation"])
    assert sum("I said I would stay here, so I ask once more" in body for body in declined) == 1
    waited = f"Case {morning.case(stormy.WAITING)['number']}: they have not answered me"
    assert sum(waited in body for body in morning.person("robin").bodies(escalation)) == 1


async def test_every_card_was_shown_once(morning: Morning) -> None:
    """What the judge could not judge, and what members reported: one card each, one thank-you, one flag taken away."""
    moderation, desk = morning.bots["moderation"], morning.place("staff:moderators")
    talkers = [morning.person(name) for name in stormy.TALKERS]
    foreign = Counter(w.event_id for person in talkers for w in person.written if w.words == FOREIGN)
    cards = morning.ledger.rows("SELECT id, topic, event_id FROM cards")
    assert Counter(c["event_id"] for c in cards if c["topic"] == "doubt") == foreign
    assert len([c for c in cards if c["topic"] == "report"]) == len(morning.storm.reported) > 0
    shown = morning.person("alex").bodies(moderation, desk)
    assert {c["id"]: pages(shown, f"Card {c['id']}.") for c in cards} == {c["id"]: 1 for c in cards}
    thanked = [body for person in talkers for body in person.bodies(moderation) if "Thank you for telling us" in body]
    assert len(thanked) == len(morning.storm.reported)
    taken_away = Counter(r.target for r in talkers[0].redactions(moderation))
    assert taken_away == Counter(morning.storm.reported)


async def test_the_audit_chain_is_whole(morning: Morning) -> None:
    """No kill left a line of the audit log half written or written twice."""
    database = await Database.open(morning.storm.crowd.community.settings.database.dsn)
    async with database.transaction() as db:
        assert await audit.verify(db) >= len(stormy.ACCEPTING)
    await database.close()


def named(bodies: list[str]) -> list[str]:
    """The unknown commands that answers are about."""
    return [found[0] for body in bodies if (found := re.search(r"!(zz|qq)\w+", body))]


def pages(bodies: list[str], beginning: str) -> int:
    """How many messages begin like that."""
    return sum(body.startswith(beginning) for body in bodies)
