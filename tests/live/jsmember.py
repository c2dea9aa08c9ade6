"""A member on Element's engine (matrix-js-sdk with its rust crypto), driven from Python.

    alice = await JsMember.login(homeserver.url, "@alice:kith.localhost", password)
    room = await alice.dm("@bob:kith.localhost")
    await alice.say(room, "hello")
    answer = await alice.wait_for(room, lambda event: event.body == "hello you")

The driver `js/member.mjs` runs in a Node process that ends when this one does; JSMEMBER_LOG=1 in the environment
shows the SDK's log on stderr. `python -m tests.live.jsmember --install` installs what it needs.
"""

import argparse
from collections.abc import Callable, Sequence
from itertools import dropwhile
from types import TracebackType
from typing import Any, Self, cast

from tests.live.jsdriver import JsDriver, JsMemberError, JsMemberStoppedError
from tests.live.jsview import Event, Room
from tests.live.node import ensure_installed

__all__ = ["Event", "JsMember", "JsMemberError", "JsMemberStoppedError", "Room", "ensure_installed"]


class JsMember:
    """One logged-in device, cross-signed by its owner. Make it with `login`; it is also an async context manager."""

    def __init__(self, driver: JsDriver, user_id: str, device_id: str) -> None:
        self.user_id = user_id
        self.device_id = device_id
        self._driver = driver

    @classmethod
    async def login(
        cls,
        homeserver_url: str,
        user_id: str,
        password: str,
        *,
        only_signed: bool = True,
        auto_join: bool = False,
    ) -> Self:
        """Log in on a new device, sign it with the account's own keys, and sync once.

        An account that already had cross-signing keys gets new ones: an identity reset, as its contacts see it.

        Args:
            only_signed: neither send keys to nor show messages from devices that their owner has not signed.
            auto_join: accept every invite.

        Raises:
            JsMemberError: the homeserver refused.
        """
        driver = await JsDriver.start()
        account = {"homeserver": homeserver_url, "user": user_id, "password": password}
        try:
            device = await driver.ask("login", **account, only_signed=only_signed, auto_join=auto_join)
        except BaseException:
            await driver.stop()
            raise
        return cls(driver, device["user_id"], device["device_id"])

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """End the process; a second time is fine. The device stays known to the homeserver."""
        await self._driver.stop()

    # -- rooms

    async def dm(self, user_id: str, *, encrypted: bool = True) -> str:
        """Open a direct chat and invite; the room's id once it is usable."""
        return await self.create_room(invite=[user_id], direct=True, encrypted=encrypted)

    async def create_room(
        self, *, name: str = "", invite: Sequence[str] = (), direct: bool = False, encrypted: bool = True
    ) -> str:
        """Make a private room; its id once it is usable."""
        made = await self._driver.ask("create_room", name=name, invite=list(invite), direct=direct, encrypted=encrypted)
        return cast(str, made)

    async def join(self, room: str) -> str:
        """Join a room (id or alias) or accept its invite; its id once it is usable."""
        return cast(str, await self._driver.ask("join", room=room))

    async def leave(self, room: str) -> None:
        """Leave a room, or refuse its invite."""
        await self._driver.ask("leave", room=room)

    async def rooms(self) -> list[Room]:
        """Every room that the client knows, whatever the membership."""
        return [Room(**room) for room in await self._driver.ask("rooms")]

    def invites(self) -> list[Room]:
        """The invites that wait for an answer."""
        return [room for room in self._driver.rooms.values() if room.membership == "invite"]

    async def wait_for_invite(self, inviter: str | None = None, *, timeout: float = 20) -> Room:
        """The first open invite (of this user, where one is given), now or within `timeout` seconds.

        Raises:
            TimeoutError: none came.
        """
        return await self._driver.wait(
            lambda: next((room for room in self.invites() if inviter in (None, room.inviter)), None),
            timeout,
            lambda: f"{self.user_id} got no invite from {inviter or 'anybody'} within {timeout} s",
        )

    async def members(self, room: str) -> dict[str, str]:
        """Membership by user id."""
        return cast(dict[str, str], await self._driver.ask("members", room=room))

    async def state(self, room: str, type: str, state_key: str = "") -> dict[str, Any] | None:
        """The content of a state event, or nothing where the room has none."""
        return cast(dict[str, Any] | None, await self._driver.ask("state", room=room, type=type, state_key=state_key))

    # -- sending: each returns the new event's id

    async def say(
        self,
        room: str,
        text: str,
        *,
        thread: str | None = None,
        reply_to: str | None = None,
        mentions: Sequence[str] = (),
        msgtype: str = "m.text",
    ) -> str:
        """Send a text; `thread` and `reply_to` are event ids, `mentions` user ids."""
        params = {"thread": thread, "reply_to": reply_to, "mentions": list(mentions), "msgtype": msgtype}
        return cast(str, await self._driver.ask("say", room=room, body=text, **params))

    async def edit(self, room: str, event_id: str, text: str) -> str:
        """Replace the text of an own message."""
        return cast(str, await self._driver.ask("edit", room=room, event_id=event_id, body=text))

    async def redact(self, room: str, event_id: str, reason: str = "") -> str:
        """Remove a message."""
        return cast(str, await self._driver.ask("redact", room=room, event_id=event_id, reason=reason))

    async def react(self, room: str, event_id: str, key: str) -> str:
        """React with an emoji."""
        return cast(str, await self._driver.ask("react", room=room, event_id=event_id, key=key))

    async def vote(self, room: str, poll_id: str, *answers: str) -> str:
        """Answer a poll (`poll_id` is the event id of its start) with the ids of the chosen answers."""
        return cast(str, await self._driver.ask("vote", room=room, event_id=poll_id, answers=answers))

    async def send(self, room: str, type: str, content: dict[str, Any]) -> str:
        """Send any event, encrypted where the room is."""
        return cast(str, await self._driver.ask("send", room=room, type=type, content=content))

    # -- reading

    async def messages(self, room: str, *, scrollback: int = 0) -> list[Event]:
        """The timeline as the client holds it now, oldest first, with up to `scrollback` older events fetched first."""
        return [Event(**event) for event in await self._driver.ask("messages", room=room, scrollback=scrollback)]

    async def wait_for(
        self, room: str, predicate: Callable[[Event], bool], *, after: str | None = None, timeout: float = 20
    ) -> Event:
        """The first event for which `predicate` holds, already here or arriving within `timeout` seconds.

        An event whose key comes later is seen twice: first with its `decryption_failure`, then with its text.

        Args:
            after: look only at events that follow this one (an event id).

        Raises:
            TimeoutError: none came; the message lists what did.
            JsMemberStoppedError: the process ended.
        """
        return await self._driver.wait(
            lambda: next(filter(predicate, self._since(room, after)), None),
            timeout,
            lambda: f"{self.user_id} did not see it in {room} within {timeout} s, but: {self._seen(room, after)}",
        )

    def _since(self, room: str, after: str | None) -> list[Event]:
        events = list(self._driver.events.get(room, {}).values())
        return events if after is None else list(dropwhile(lambda event: event.event_id != after, events))[1:]

    def _seen(self, room: str, after: str | None) -> list[str]:
        events = self._since(room, after)
        return [f"{event.sender} {event.type} {event.decryption_failure or event.body}" for event in events]


def main() -> None:
    """Install the locked packages of `tests/live/js`."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--install", action="store_true", required=True)
    parser.parse_args()
    ensure_installed()


if __name__ == "__main__":
    main()
