"""Calls that a stop does not wait for: the homeserver holds a sync open for long."""

import asyncio
from typing import Any

from bots.link.api import Api
from bots.link.http import JsonObject
from bots.link.session import Session


class Stopped(Exception):
    """The bot is being stopped; what was not stored yet is fetched again after the next start."""


class StoppableApi(Api):
    """Raises Stopped from a running call as soon as `stopping` is set."""

    def __init__(self, session: Session, stopping: asyncio.Event) -> None:
        super().__init__(session)
        self._stopping = stopping

    async def call(self, *args: Any, **kwargs: Any) -> JsonObject:
        """As in Api."""
        asking = asyncio.create_task(super().call(*args, **kwargs))
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return asking.result()
            raise Stopped
        finally:
            asking.cancel()
            stopping.cancel()
