"""The plainest bots that matrix-nio allows, as a measure: an echo, and a reader that only counts.

    python -m tests.bench.bare echo|reader <file with the account as JSON>

Each says "ready" when it listens; the reader writes a dot for each message, so that its count can be waited for.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, MatrixRoom, RoomMessageText


def say(words: str) -> None:
    print(words, flush=True)


async def echo(client: AsyncClient) -> None:
    """Accept every invitation, answer every message with itself."""

    async def invited(room: MatrixRoom, _: InviteMemberEvent) -> None:
        await client.join(room.room_id)

    async def heard(room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender != client.user_id:
            content = {"msgtype": "m.text", "body": f"echo {event.body}"}
            await client.room_send(room.room_id, "m.room.message", content, ignore_unverified_devices=True)

    client.add_event_callback(invited, InviteMemberEvent)  # type: ignore[arg-type]
    client.add_event_callback(heard, RoomMessageText)  # type: ignore[arg-type]


async def reader(client: AsyncClient) -> None:
    """Read every message."""

    async def heard(room: MatrixRoom, event: RoomMessageText) -> None:
        sys.stdout.write(".")
        sys.stdout.flush()

    client.add_event_callback(heard, RoomMessageText)  # type: ignore[arg-type]


async def main(kind: str, account: dict[str, str]) -> None:
    store = tempfile.mkdtemp()
    config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
    client = AsyncClient(account["homeserver"], account["user_id"], account["device_id"], store, config)
    client.restore_login(account["user_id"], account["device_id"], account["access_token"])
    await client.sync(full_state=True)
    if client.should_upload_keys:
        await client.keys_upload()
    await {"echo": echo, "reader": reader}[kind](client)
    say("ready")
    await client.sync_forever(timeout=30000)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], json.loads(Path(sys.argv[2]).read_text())))
