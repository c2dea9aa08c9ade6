"""Messages: words, edits, replies, threads, mentions, attachments."""

import re
from collections.abc import Mapping
from typing import Any

from bots.events import Message
from bots.link.shapes import Broken, Envelope, mapping, text, text_or_none

MEDIA = ("m.image", "m.file", "m.audio", "m.video", "m.sticker")
QUOTE = re.compile(r"> (\* )?<@[^>\n]+>.*\n(>.*\n)*\n?")
HTML_QUOTE = re.compile(r"<mx-reply>.*?</mx-reply>", re.DOTALL)


def read_message(envelope: Envelope, source: Mapping[str, Any]) -> Message:
    """The message; for an edit the new words. Raises Broken."""
    content = mapping(source.get("content"))
    outer = text(content.get("body"))
    relation = mapping(content.get("m.relates_to") or {})
    edits = text(relation.get("event_id")) if relation.get("rel_type") == "m.replace" else None
    said = mapping(content.get("m.new_content")) if edits else content
    reply_to = None if edits else _reply_to(relation)
    body = text(said.get("body")) if edits else outer
    html = text_or_none(said.get("formatted_body"))
    msgtype = text(said.get("msgtype")) if source.get("type") != "m.sticker" else "m.sticker"
    return Message(
        **envelope,
        body=_without_quote(body) if reply_to else body,
        html=HTML_QUOTE.sub("", html) if html and reply_to else html,
        msgtype=msgtype,
        reply_to=reply_to,
        thread=text(relation.get("event_id")) if relation.get("rel_type") == "m.thread" else None,
        edits=edits,
        mentions=_mentions(said),
        media=_media(said) if msgtype in MEDIA else None,
    )


def _reply_to(relation: Mapping[str, Any]) -> str | None:
    """In a thread, clients also name the latest message as replied to; that is not a reply."""
    if relation.get("rel_type") == "m.thread" and relation.get("is_falling_back") is True:
        return None
    answered = relation.get("m.in_reply_to")
    return None if answered is None else text(mapping(answered).get("event_id"))


def _without_quote(body: str) -> str:
    """Without the quote that older clients put before a reply; never without the words themselves."""
    return QUOTE.sub("", body, count=1) if QUOTE.match(body) and QUOTE.sub("", body, count=1).strip() else body


def _mentions(content: Mapping[str, Any]) -> tuple[str, ...]:
    named = content.get("m.mentions")
    users = named.get("user_ids") if isinstance(named, Mapping) else None
    return tuple(user for user in users if isinstance(user, str)) if isinstance(users, list) else ()


def _media(content: Mapping[str, Any]) -> dict[str, Any]:
    """Where the attachment lies: `url`, `mimetype`, `size` in bytes, `name`; `file` where it is encrypted."""
    info = mapping(content.get("info") or {})
    file = _encrypted_file(content)
    size = info.get("size")
    return {
        "url": file["url"] if file else text(content.get("url")),
        "file": file,
        "name": text_or_none(content.get("filename")),
        "mimetype": text_or_none(info.get("mimetype")),
        "size": size if isinstance(size, int) else None,
    }


def _encrypted_file(content: Mapping[str, Any]) -> dict[str, Any] | None:
    """The parts of `file` that decryption needs (`EncryptedFile` of the specification), nothing else."""
    if "file" not in content:
        return None
    file = mapping(content["file"])
    key, hashes = mapping(file.get("key")), mapping(file.get("hashes"))
    if not isinstance(key.get("k"), str):
        raise Broken
    return {
        "url": text(file.get("url")),
        "iv": text(file.get("iv")),
        "key": {"k": key["k"]},
        "hashes": {"sha256": text(hashes.get("sha256"))},
    }
