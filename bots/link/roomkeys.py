"""Encrypting for a room: every device in it gets the key, or the message waits.

nio's own `room_send` marks a key as shared though its delivery failed, and hangs for ever after a failed claim; so the
steps are taken here, each with its own time-out, and a key counts as shared when every delivery was confirmed.
"""

import secrets
from collections.abc import Collection
from typing import Any

import structlog
from nio import KeysClaimResponse, KeysQueryResponse, MatrixRoom
from peewee import PeeweeException  # type: ignore[import-untyped]

from bots.link.api import Api
from bots.link.errors import CryptoStoreStuck
from bots.link.http import JsonObject
from bots.link.refusals import NotYet

ROUNDS = 3
QUERY_MS = 10_000
"""How long the homeserver waits for the homeservers of others."""
log = structlog.get_logger("kith.roomkeys")


class RoomKeys:
    """Encrypts with the bot's own outbound sessions."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._client = api.session.client
        self._olm = api.session.olm
        self._unanswered: set[str] = set()

    async def encrypt(self, room_id: str, kind: str, content: JsonObject) -> tuple[str, JsonObject]:
        """Type and content of the encrypted event.

        Raises NotYet, HomeserverRefused, HomeserverUnreachable, CryptoStoreStuck.
        """
        try:
            return await self._encrypt(room_id, kind, content)
        except PeeweeException as stuck:
            raise CryptoStoreStuck(self._api.session.bot) from stuck

    async def _encrypt(self, room_id: str, kind: str, content: JsonObject) -> tuple[str, JsonObject]:
        room = await self._with_members(room_id)
        await self._notice_new_devices(room)
        for _ in range(ROUNDS):
            if self._olm.should_share_group_session(room_id):
                await self._share(room)
        if self._olm.should_share_group_session(room_id):
            raise NotYet
        sealed: tuple[str, JsonObject] = self._client.encrypt(room_id, kind, content)
        return sealed

    async def _with_members(self, room_id: str) -> MatrixRoom:
        """nio's room, with everybody who is in it or invited: they may read from the invitation on."""
        room = self._client.rooms.get(room_id) or MatrixRoom(room_id, self._api.session.user_id)
        room.encrypted = True
        if not room.members_synced:
            for member in (await self._api.get("rooms", room_id, "members"))["chunk"]:
                _add(room, member)
            room.members_synced = True
        return self._client.rooms.setdefault(room_id, room)

    async def _notice_new_devices(self, room: MatrixRoom) -> None:
        """Devices that the sync has announced get this message already; nio then makes a new key by itself.

        Users whose homeserver does not answer are asked for again only with the next key.
        """
        self._unanswered &= self._olm.users_for_key_query
        if (self._olm.users_for_key_query & room.users.keys()) - self._unanswered:
            await self._learn_devices(room)
            self._unanswered |= self._olm.users_for_key_query & room.users.keys()

    async def _share(self, room: MatrixRoom) -> None:
        """One round; a room whose members or devices changed meanwhile is left for another one, with a new key."""
        members = frozenset(room.users)
        await self._learn_devices(room)
        unknown = members & self._olm.users_for_key_query
        await self._claim(room.room_id)
        await self._deliver(room.room_id, sorted(members))
        if frozenset(room.users) != members or members & self._olm.users_for_key_query - unknown:
            self._olm.outbound_group_sessions.pop(room.room_id, None)
        else:
            self._olm.outbound_group_sessions[room.room_id].shared = True

    async def _learn_devices(self, room: MatrixRoom) -> None:
        self._olm.update_tracked_users(room)
        wanted = self._olm.users_for_key_query & room.users.keys()
        if wanted:
            body = {"device_keys": {user: [] for user in wanted}, "timeout": QUERY_MS}
            answer = await self._api.post("keys", "query", body=body)
            await self._take_in(KeysQueryResponse, "device_keys", answer)

    async def _claim(self, room_id: str) -> None:
        missing = self._client.get_missing_sessions(room_id)
        if missing:
            wanted = {user: dict.fromkeys(devices, "signed_curve25519") for user, devices in missing.items()}
            answer = await self._api.post("keys", "claim", body={"one_time_keys": wanted, "timeout": QUERY_MS})
            await self._take_in(KeysClaimResponse, "one_time_keys", answer)

    async def _deliver(self, room_id: str, members: Collection[str]) -> None:
        share = self._olm.share_group_session_parallel(room_id, list(members), ignore_unverified_devices=True)
        for recipients, messages in share:
            await self._api.put("sendToDevice", "m.room.encrypted", secrets.token_hex(16), body=messages)
            self._olm.outbound_group_sessions[room_id].users_shared_with.update(recipients)

    async def _take_in(self, kind: Any, field: str, answer: JsonObject) -> None:
        """What another homeserver made up about its users must not keep a room from its message."""
        if not await self._accepted(kind, field, answer):
            for user, devices in answer.get(field, {}).items():
                if not await self._accepted(kind, field, {field: {user: devices}}):
                    log.warning("keys_unusable", user=user)

    async def _accepted(self, kind: Any, field: str, answer: JsonObject) -> bool:
        response = kind.from_dict({"failures": {}, field: answer.get(field, {})})
        try:
            await self._client.receive_response(response)
        except PeeweeException:
            raise
        except Exception as error:
            log.warning("keys_malformed", error=type(error).__name__)
            return False
        return isinstance(response, kind)


def _add(room: MatrixRoom, member: JsonObject) -> None:
    content = member["content"]
    if content.get("membership") in ("join", "invite"):
        names = (content.get("displayname"), content.get("avatar_url"))
        room.add_member(member["state_key"], *names, invited=content["membership"] == "invite")
