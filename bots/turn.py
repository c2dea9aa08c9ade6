"""A turn: what a handler gets, and what it may ask for.

One turn is one database transaction. Nothing here touches the network: every effect, timer and tell is a row that is
written together with the state and with the mark that the event was handled.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bots import effects
from bots.effects import Effect
from bots.events import Event
from bots.house import House
from bots.store import audit
from bots.store.inbox import URGENT, put
from bots.store.statements import Statements
from bots.ui import Choice
from policies.load import Policy
from policies.texts import Phrase

P = TypeVar("P", bound=Policy)


@dataclass(frozen=True)
class Member:
    """A person as every bot sees them; what they have not said is the organization's default."""

    id: str
    language: str
    country: str
    time_zone: str
    known: bool

    @property
    def zone(self) -> ZoneInfo:
        """Their time zone."""
        return ZoneInfo(self.time_zone)


class Turn:
    """The open transaction of one event, and everything that may be asked for within it."""

    def __init__(self, bot: str, house: House, db: Statements, now: int) -> None:
        self.bot = bot
        self.house = house
        self.db = db
        self.now = now
        self.effects: list[Effect] = []
        self.told: set[str] = set()
        self.timed = False

    # ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def me(self) -> str:
        """This bot's user id."""
        return self.house.users[self.bot]

    def policy(self, kind: type[P]) -> P:
        """The organization's policy of that kind."""
        return self.house.policy(kind)

    async def member(self, user_id: str) -> Member:
        """The person with that user id."""
        row = await self.db.member(member=user_id)
        said: dict[str, Any] = {k: row[k] for k in ("language", "country", "time_zone")} if row else {}
        home = self.house
        return Member(
            user_id,
            said.get("language") or home.language,
            said.get("country") or home.country,
            said.get("time_zone") or home.time_zone,
            known=row is not None,
        )

    async def may(self, user_id: str, role: str) -> bool:
        """Whether the person holds that staff role now (moderator, specialist, coordinator, operator)."""
        return await self.db.has_role(member=user_id, role=role, now=self.now) is not None

    async def consents(self, user_id: str, switch: str) -> bool:
        """Whether the member's last word on that switch was yes."""
        return bool(await self.db.consent(member=user_id, switch=switch))

    # ── saying things ────────────────────────────────────────────────────────────────────────────────────────────────

    async def words(self, phrase: Phrase, to: str | None = None) -> str:
        """The phrase in the language of `to`, or of the organization."""
        language = (await self.member(to)).language if to else self.house.language
        return self.house.texts.say(language, phrase)

    async def say(
        self,
        room: str,
        phrase: Phrase,
        *,
        to: str | None = None,
        key: str | None = None,
        quiet: bool = False,
        mentions: Sequence[str] = (),
        reply_to: str | None = None,
        thread: str | None = None,
        edits: str | None = None,
    ) -> None:
        """Say a phrase in a room, in the language of `to`. `key` names the message, so that taps on it are known."""
        send = effects.Send(room=room, key=key, text=await self.words(phrase, to), quiet=quiet)
        self.do(replace(send, mentions=tuple(mentions), reply_to=reply_to, thread=thread, edits=edits))

    async def ask(
        self,
        room: str,
        choice: Choice,
        *,
        to: str | None = None,
        data: dict[str, Any] | None = None,
        key: str | None = None,
        only: bool = True,
        mentions: Sequence[str] = (),
    ) -> None:
        """Ask a question that a tap, a number or a word answers; the answer comes as `Chosen` to `choice.id`.

        `only`: no one but `to` may answer. A question with the same id that still waits in the room is closed.
        """
        await choice.ask(self, room, to=to, data=data or {}, key=key, only=only, mentions=tuple(mentions))

    async def dm(self, user_id: str) -> str:
        """The room in which this bot talks to the person alone, asked for if there is none: an id or a key."""
        row = await self.db.dm_with(bot=self.bot, member=user_id)
        if row:
            return str(row["room_id"])
        key = f"dm:{user_id}"
        if not await self._asked_for(key):
            self.do(effects.CreateRoom(room=key, kind="dm", name="", invite=(user_id,), member=user_id))
        return key

    async def place(self, name: str) -> str | None:
        """The id of one of the community's rooms ("staff:moderators"), or None if `kith init` has not made it."""
        return await self.db.place(name=name)  # type: ignore[no-any-return]

    async def _asked_for(self, key: str) -> bool:
        here = any(isinstance(e, effects.CreateRoom) and e.room == key for e in self.effects)
        row = None if here else await self.db.outbox_creation(bot=self.bot, room=key)
        return here or row is not None

    # ── asking for effects, time and other bots ──────────────────────────────────────────────────────────────────────

    def do(self, effect: Effect) -> None:
        """Ask the link for an effect; effects on one room happen in the order they were asked for."""
        self.effects.append(effect)

    async def wake(self, at: int, event: Event, key: str) -> None:
        """Let `event` come back at the time `at`; a timer of the same key is set anew."""
        sealed = self.house.seal.seal(event.to_json())
        await self.db.set_timer(bot=self.bot, key=key, due=at, event_sealed=sealed)
        self.timed = True

    async def sleep_on(self, key: str) -> None:
        """Stop the timer of that key, if there is one."""
        await self.db.stop_timer(bot=self.bot, key=key)

    async def tell(self, bot: str, event: Event) -> None:
        """Put an event into the inbox of another bot (or one's own)."""
        source = f"tell:{secrets.token_hex(12)}"
        await put(self.db, self.house.seal, bot, event, source=source, lane=URGENT, now=self.now)
        self.told.add(bot)

    async def audit(self, actor: str, action: str, subject: str, detail: str = "") -> None:
        """A line in the audit chain; never a member's words."""
        await audit.write(self.db, at=self.now, actor=actor, action=action, subject=subject, detail=detail)

    async def first_to(self, event_id: str) -> bool:
        """Whether this bot is the one that answers an event which several bots see."""
        await self.db.claim_event(event_id=event_id, bot=self.bot, at=self.now)
        return bool(await self.db.claimed_by(event_id=event_id) == self.bot)

    # ── the end ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def write_effects(self) -> None:
        """Write what was asked for into the outbox; called once, before the commit."""
        for effect in self.effects:
            await self.db.put_in_outbox(
                bot=self.bot,
                txn=f"kith{secrets.token_hex(12)}",
                room=effect.room,
                effect=type(effect).__name__,
                key=effect.key,
                payload_sealed=self.house.seal.seal(effect.payload()),
                due=self.now,
                at=self.now,
            )
