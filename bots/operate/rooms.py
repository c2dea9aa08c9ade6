"""Makes the community's rooms on the homeserver, each once, with its bots inside and its staff invited."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import aiohttp

from bots.link.accounts import CLIENT, Account
from bots.link.http import HomeserverRefused, call
from bots.operate.plan import RoomPlan
from bots.store.database import Database

Tell = Callable[[str], None]
SHOWN_IN_SPACE = ("welcome", "group")


class Rooms:
    """`secret` makes the rooms' aliases unguessable and the same at every run."""

    def __init__(
        self, http: aiohttp.ClientSession, database: Database, accounts: Mapping[str, Account], secret: str, tell: Tell
    ) -> None:
        self.http = http
        self.database = database
        self.accounts = accounts
        self.secret = secret
        self.tell = tell

    async def make(self, plan: RoomPlan, staff: Sequence[str], space: str | None, now: int) -> str:
        """The room's id; found if it was made before, completed if something was missing."""
        maker = self.accounts[plan.bots[0]]
        room_id = await self._known(plan) or await self._create(plan, maker, space)
        for bot in plan.bots[1:]:
            await self._bring(maker, room_id, self.accounts[bot])
        for person in staff:
            await self._invite(maker, room_id, person)
        if space and plan.kind in SHOWN_IN_SPACE:
            await self._put(maker, space, "m.space.child", room_id, {"via": [_server(maker)]})
        await self._remember(plan, room_id, now)
        return room_id

    async def name_publicly(self, room_id: str, alias: str, maker: str) -> str | None:
        """Give a public room an alias that people can read; None where somebody else has it."""
        account = self.accounts[maker]
        full = f"#{alias}:{_server(account)}"
        url = f"{account.homeserver}{CLIENT}/directory/room/{quote(full)}"
        try:
            await call(self.http, "PUT", url, token=account.access_token, body={"room_id": room_id})
        except HomeserverRefused:
            found = await call(self.http, "GET", url, token=account.access_token)
            return full if found.get("room_id") == room_id else None
        return full

    async def _known(self, plan: RoomPlan) -> str | None:
        async with self.database.transaction() as db:
            known = await db.place(name=plan.name)
        if known:
            self.tell(f"room {plan.name}: there")
        return str(known) if known else None

    async def _create(self, plan: RoomPlan, maker: Account, space: str | None) -> str:
        alias = f"kith-{hashlib.sha256(f'{self.secret}:{plan.name}'.encode()).hexdigest()[:32]}"
        users = {bot: account.user_id for bot, account in self.accounts.items()}
        try:
            answer = await self._ask(maker, "POST", "createRoom", plan.body(users, alias, space))
        except HomeserverRefused as refused:
            if refused.errcode != "M_ROOM_IN_USE":
                raise
            answer = await self._ask(maker, "GET", f"directory/room/{quote(f'#{alias}:{_server(maker)}')}")
        self.tell(f"room {plan.name}: new")
        return str(answer["room_id"])

    async def _bring(self, maker: Account, room_id: str, bot: Account) -> None:
        """Invite a bot and let it join."""
        if await self._member(maker, room_id, bot.user_id) != "join":
            await self._invite(maker, room_id, bot.user_id)
            await self._ask(bot, "POST", f"rooms/{quote(room_id)}/join", {})

    async def _invite(self, maker: Account, room_id: str, user_id: str) -> None:
        if await self._member(maker, room_id, user_id) not in ("join", "invite", "ban"):
            await self._ask(maker, "POST", f"rooms/{quote(room_id)}/invite", {"user_id": user_id})

    async def _member(self, maker: Account, room_id: str, user_id: str) -> str:
        try:
            path = f"rooms/{quote(room_id)}/state/m.room.member/{quote(user_id)}"
            return str((await self._ask(maker, "GET", path))["membership"])
        except HomeserverRefused as refused:
            if refused.status == 404:
                return "none"
            raise

    async def _put(self, maker: Account, room_id: str, kind: str, key: str, content: dict[str, Any]) -> None:
        await self._ask(maker, "PUT", f"rooms/{quote(room_id)}/state/{kind}/{quote(key)}", content)

    async def _ask(self, who: Account, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return await call(self.http, method, f"{who.homeserver}{CLIENT}/{path}", token=who.access_token, body=body)

    async def _remember(self, plan: RoomPlan, room_id: str, now: int) -> None:
        async with self.database.transaction() as db:
            await db.set_place(name=plan.name, room_id=room_id, kind=plan.kind, encrypted=int(plan.encrypted))
            for bot in plan.bots:
                await db.know_room(
                    bot=bot,
                    room_id=room_id,
                    key=None,
                    kind=plan.kind,
                    member=None,
                    encrypted=int(plan.encrypted),
                    at=now,
                )


def _server(account: Account) -> str:
    return account.user_id.partition(":")[2]
