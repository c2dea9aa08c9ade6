"""Files up and down; in encrypted rooms the homeserver holds only what it cannot read."""

from typing import Any
from urllib.parse import quote

import aiohttp
from nio.crypto.attachments import decrypt_attachment, encrypt_attachment
from nio.exceptions import EncryptionError

from bots.link.errors import TokenRevoked
from bots.link.http import HomeserverRefused, HomeserverUnreachable, JsonObject, json_object
from bots.link.session import Session

TRANSFER = aiohttp.ClientTimeout(total=120, sock_connect=30)
LARGEST = 50 * 1024 * 1024
"""Bytes; a larger download is refused unread."""


class AttachmentDamaged(Exception):
    """The file is not what the sender named, or its key does not fit. It was not used; ask for it again."""


class AttachmentTooLarge(Exception):
    """The file is larger than Kith reads. It was not downloaded."""


async def upload(session: Session, data: bytes, name: str, mimetype: str, *, encrypted: bool) -> JsonObject:
    """Put a file on the homeserver: `{"url": …}`, or `{"file": {…}}` with its key.

    An encrypted file goes up without its name and type. Raises HomeserverRefused, HomeserverUnreachable, TokenRevoked.
    """
    if not encrypted:
        return {"url": await _put(session, data, mimetype, f"?filename={quote(name, safe='')}")}
    sealed, key = encrypt_attachment(data)
    return {"file": {**key, "url": await _put(session, sealed, "application/octet-stream", "")}}


async def _put(session: Session, data: bytes, mimetype: str, query: str) -> str:
    url = f"{session.account.homeserver}/_matrix/media/v3/upload{query}"
    answer = await _transfer(session, "POST", url, data, {"Content-Type": mimetype})
    return str(answer["content_uri"])


async def fetch_attachment(session: Session, media: JsonObject) -> bytes:
    """The content of a file message's `url` or `file`, its hash checked and decrypted.

    Raises AttachmentDamaged, AttachmentTooLarge, HomeserverRefused, HomeserverUnreachable, TokenRevoked.
    """
    file = media.get("file")
    data = await _get(session, str((file or media).get("url")))
    return _decrypt(data, file) if file else data


def _decrypt(data: bytes, file: JsonObject) -> bytes:
    try:
        return bytes(decrypt_attachment(data, file["key"]["k"], file["hashes"]["sha256"], file["iv"]))
    except (EncryptionError, KeyError, TypeError, ValueError) as error:
        raise AttachmentDamaged(AttachmentDamaged.__doc__) from error


async def _get(session: Session, mxc: str) -> bytes:
    server, _, media_id = mxc.removeprefix("mxc://").partition("/")
    path = f"{quote(server, safe='')}/{quote(media_id, safe='')}"
    url = f"{session.account.homeserver}/_matrix/client/v1/media/download/{path}"
    data = await _transfer(session, "GET", url, None, {})
    assert isinstance(data, bytes)
    return data


async def _transfer(session: Session, method: str, url: str, data: bytes | None, headers: dict[str, str]) -> Any:
    """The answer's JSON after a POST, its bytes after a GET."""
    headers = {"Authorization": f"Bearer {session.account.access_token}", **headers}
    try:
        async with session.http.request(method, url, data=data, headers=headers, timeout=TRANSFER) as response:
            if response.status >= 400:
                raise await _refusal(session, response)
            return await _read(response) if method == "GET" else await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as lost:
        raise HomeserverUnreachable(url, str(lost) or type(lost).__name__) from lost


async def _read(response: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        data += chunk
        if len(data) > LARGEST:
            raise AttachmentTooLarge(AttachmentTooLarge.__doc__)
    return bytes(data)


async def _refusal(session: Session, response: aiohttp.ClientResponse) -> Exception:
    refused = HomeserverRefused(response.method, str(response.url), response.status, await json_object(response))
    return TokenRevoked(session.user_id) if refused.errcode == "M_UNKNOWN_TOKEN" else refused
