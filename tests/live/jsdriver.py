"""The Node process behind a `JsMember`: JSON lines in, answers and events out (the protocol is in `js/member.mjs`)."""

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any, Self, TypeVar

from tests.live.jsview import Event, Room
from tests.live.node import JS, ensure_installed, node

T = TypeVar("T")

REQUEST_S = 60.0
"""Longest wait for an answer of the driver; a login with cross-signing takes about 1 s."""
STOP_S = 5.0
LONGEST_LINE = 64 * 2**20
"""Bytes; a whole timeline comes as one line."""


class JsMemberError(Exception):
    """The SDK or the homeserver refused a request; `errcode` is Matrix's where there is one."""

    def __init__(self, method: str, errcode: str, message: str) -> None:
        super().__init__(f"{method}: {errcode}: {message}")
        self.errcode = errcode


class JsMemberStoppedError(Exception):
    """The Node process ended while something was waiting for it. Its stderr says why; log in again."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class JsDriver:
    """The process, the requests that wait for it, and what it has told of events and rooms so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.events: dict[str, dict[str, Event]] = {}
        """By room id and event id, in the order of the room."""
        self.rooms: dict[str, Room] = {}
        self._process = process
        self._ended = False
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Condition()
        self._reader = asyncio.create_task(self._read())

    @classmethod
    async def start(cls) -> Self:
        """Start Node; its packages are installed first where they are missing."""
        await asyncio.to_thread(ensure_installed)
        process = await asyncio.create_subprocess_exec(
            *(node(), JS / "member.mjs"),
            cwd=JS,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
        )
        return cls(process)

    @property
    def pid(self) -> int:
        """The process id of Node."""
        return self._process.pid

    async def stop(self) -> None:
        """End the process; a second time is fine."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_S)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reader

    async def ask(self, method: str, **params: Any) -> Any:
        """Call a function of `js/actions.mjs` and return its result.

        Raises:
            JsMemberError: it was refused.
            JsMemberStoppedError: the process ended.
            TimeoutError: no answer within a minute.
        """
        if self._ended or self._process.stdin is None:
            raise JsMemberStoppedError
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        self._process.stdin.write(json.dumps({"id": number, "method": method, "params": params}).encode() + b"\n")
        try:
            message = await asyncio.wait_for(answer, REQUEST_S)
        finally:
            del self._answers[number]
        if error := message.get("error"):
            raise JsMemberError(method, error["errcode"], error["message"])
        return message["result"]

    async def wait(self, find: Callable[[], T | None], timeout: float, missing: Callable[[], str]) -> T:
        """What `find` finds, now or after a later line of the driver.

        Raises:
            JsMemberStoppedError: the process ended before.
            TimeoutError: with the text of `missing`, after `timeout` seconds.
        """
        try:
            async with asyncio.timeout(timeout), self._changed:
                while (found := find()) is None:
                    if self._ended:
                        raise JsMemberStoppedError
                    await self._changed.wait()
                return found
        except TimeoutError:
            raise TimeoutError(missing()) from None

    async def _read(self) -> None:
        assert self._process.stdout is not None
        try:
            async for line in self._process.stdout:
                self._take(json.loads(line))
                await self._wake()
        finally:
            await self._end()

    async def _end(self) -> None:
        self._ended = True
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(JsMemberStoppedError())
        await self._wake()

    async def _wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        if event := message.get("event"):
            self.events.setdefault(event["room_id"], {})[event["event_id"]] = Event(**event)
        elif room := message.get("room"):
            self.rooms[room["room_id"]] = Room(**room)
        elif (answer := self._answers.get(message["id"])) and not answer.done():
            answer.set_result(message)
