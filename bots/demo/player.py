"""One of the cast: a simulated member whose every word, tap and answer is shown to the audience."""

from collections.abc import Callable
from typing import TypeVar

from bots.demo.member import Member, NotHeard
from bots.demo.stage import Stage
from bots.demo.steps import Missed
from bots.demo.words import excerpt, poll_text
from bots.events import Malformed, Message, RoomEvent
from bots.link.read import POLL_STARTS

E = TypeVar("E", bound=RoomEvent)
PATIENCE_S = 20.0


class Player:
    """Acts through a real client, and hears only what that client shows."""

    def __init__(self, member: Member, stage: Stage) -> None:
        self.member = member
        self.stage = stage
        self.user_id = member.user_id
        self._used: set[str] = set()
        self._mark = 0

    # ── acting ───────────────────────────────────────────────────────────────────────────────────────────────────────

    async def opens_chat(self, bot: str, title: str) -> str:
        """A new encrypted chat with a bot; its room id."""
        await self._before()
        try:
            room = await self.member.dm(bot)
        except NotHeard as nobody:
            raise Missed(f"{title}: the bot comes into the chat", str(nobody)) from None
        self.stage.places[room] = title
        self.stage.deed(self.user_id, "opens the chat", room=room, encrypted=self.encrypted(room))
        return room

    async def says(self, room: str, words: str) -> str:
        """Write in a room; the event id."""
        await self._before()
        sent = await self.member.say(room, words)
        self.stage.line(self.user_id, words, room=room, encrypted=self.encrypted(room))
        return sent

    async def taps(self, message: RoomEvent, emoji: str) -> None:
        """React to a message."""
        await self._before()
        room = message.room_id
        await self.member.tap(room, message.event_id, emoji)
        self.stage.deed(self.user_id, f"taps {emoji}", room=room, encrypted=self.encrypted(room))

    async def votes(self, poll: RoomEvent, answer: str, label: str) -> None:
        """Answer a poll."""
        await self._before()
        await self.member.vote(poll.room_id, poll.event_id, answer)
        self.stage.deed(self.user_id, f"votes “{label}”", room=poll.room_id, encrypted=self.encrypted(poll.room_id))

    def listens(self) -> None:
        """What came until now is the past."""
        self._mark = len(self.member.heard)

    async def _before(self) -> None:
        await self.stage.before_acting()
        self.listens()

    # ── hearing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def hears(
        self,
        *words: str,
        step: str,
        room: str | None = None,
        by: str | None = None,
        title: str | None = None,
        within: float = PATIENCE_S,
        one_of: tuple[str, ...] = ("",),
        shows: tuple[str, ...] | Callable[[str], str] = (),
    ) -> Message:
        """A message with all these words and `one_of` others, encrypted where the room is. Raises Missed.

        The audience sees its first line and those with these words or one of `shows`; or what `shows` makes of it.
        `title` is what a room is called that is new to them.
        """

        def fits(said: RoomEvent) -> bool:
            here = room in (None, said.room_id) and by in (None, said.sender) and said.sender != self.user_id
            return (
                here
                and isinstance(said, Message)
                and all(w in said.body for w in words)
                and any(w in said.body for w in one_of)
            )

        said = await self._next(Message, fits, step, within)
        self._must_be_encrypted(said, step)
        if title:
            self.stage.places.setdefault(said.room_id, title)
        text = shows(said.body) if callable(shows) else excerpt(said.body, (*words, *shows))
        self._shows(said, text, step)
        return said

    async def reads(self, words: str, *, by: "Player", room: str, within: float = PATIENCE_S) -> None:
        """What another person wrote, which the audience has seen already. Raises Missed."""

        def fits(said: RoomEvent) -> bool:
            return (said.room_id, said.sender) == (room, by.user_id) and words in getattr(said, "body", "")

        step = "people read each other"
        self._must_be_encrypted(await self._next(Message, fits, step, within), step)
        seconds = self.stage.since_acting()
        self.stage.deed(self.user_id, "reads it", room=room, encrypted=self.encrypted(room), seconds=seconds)
        self.stage.seen(step, seconds, answer=False)

    async def sees_poll(self, room: str, words: str, *, step: str, within: float = PATIENCE_S) -> Malformed:
        """A poll that holds these words. Raises Missed."""

        def fits(event: RoomEvent) -> bool:
            poll = isinstance(event, Malformed) and event.type in POLL_STARTS and words in event.body
            return poll and event.room_id == room

        poll = await self._next(Malformed, fits, step, within)
        self._must_be_encrypted(poll, step)
        self._shows(poll, poll_text(poll.body), step)
        return poll

    async def comes_into(self, *rooms: str, step: str, within: float = PATIENCE_S) -> None:
        """Invitations have come and were accepted. Raises Missed."""
        for room in rooms:
            try:
                await self.member.sees_member(room, self.user_id, within)
            except NotHeard:
                raise Missed(step, self._instead()) from None
        titles = ", ".join(self.stage.places.get(room, room) for room in rooms)
        seconds = self.stage.since_acting()
        self.stage.deed(self.user_id, f"is invited and comes into {titles}", seconds=seconds)
        self.stage.seen(step, seconds, answer=False)

    def heard_in(self, room: str, by: str) -> list[str]:
        """All that somebody has said in a room, as this client shows it."""
        heard = [e for e in self.member.heard if isinstance(e, Message | Malformed)]
        return [said.body for said in heard if (said.room_id, said.sender) == (room, by)]

    def encrypted(self, room: str) -> bool:
        """Whether this client treats the room as encrypted."""
        return bool(self.member.session.client.rooms[room].encrypted)

    def _must_be_encrypted(self, event: RoomEvent, step: str) -> None:
        if self.encrypted(event.room_id) and not event.encrypted:
            raise Missed(step, "it came unencrypted into an encrypted room")

    def _shows(self, event: RoomEvent, text: str, step: str) -> None:
        seconds = self.stage.since_acting()
        self.stage.line(event.sender, text, room=event.room_id, encrypted=event.encrypted, seconds=seconds)
        self.stage.seen(step, seconds)

    async def _next(self, kind: type[E], fits: Callable[[RoomEvent], bool], step: str, within: float) -> E:
        def new(event: E) -> bool:
            return event.event_id not in self._used and fits(event)

        try:
            found = await self.member.hears(kind, new, timeout=within, after=self._mark)
        except NotHeard:
            raise Missed(step, self._instead()) from None
        self._used.add(found.event_id)
        return found

    def _instead(self) -> str:
        """What this client has shown since its person last did something."""
        came = [e for e in self.member.heard[self._mark :] if isinstance(e, Message | Malformed)]
        return "\n".join(f"{e.sender}: {e.body}" for e in came) or "nothing"
