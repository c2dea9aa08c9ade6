"""Contents of Matrix events, made of effects. Pure; what the effects name are event ids by now."""

from typing import Any

from bots.effects import EndPoll, Poll, Send, Upload
from bots.link.http import JsonObject
from bots.link.render import render

MESSAGE, REACTION, ENCRYPTED = "m.room.message", "m.reaction", "m.room.encrypted"
ENCRYPTION, MEGOLM = "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"}
POLL_START, POLL_END = "org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.end"
POLL_KIND = "org.matrix.msc3381.poll.disclosed"
TEXT = "org.matrix.msc1767.text"
HTML = "org.matrix.custom.html"


def message(said: Send) -> JsonObject:
    """`m.room.message`: words, mentions, and what they relate to."""
    content = _words(said.text, "m.notice" if said.quiet else "m.text") | _mentions(said)
    if said.edits:
        return _edit(content, said.edits)
    relation = _relation(said)
    return content | {"m.relates_to": relation} if relation else content


def _words(text: str, msgtype: str) -> JsonObject:
    plain, formatted = render(text)
    content = {"msgtype": msgtype, "body": plain}
    return content | {"format": HTML, "formatted_body": formatted} if formatted else content


def _mentions(said: Send) -> JsonObject:
    """Also when empty: then clients do not look for names in the text."""
    return {"m.mentions": {"user_ids": list(said.mentions)}} if said.mentions else {"m.mentions": {}}


def _edit(new: JsonObject, target: str) -> JsonObject:
    marked = {k: f"* {new[k]}" for k in ("body", "formatted_body") if k in new}
    return new | marked | {"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": target}}


def _relation(said: Send) -> JsonObject:
    answered = said.reply_to or said.thread
    relation: JsonObject = {"m.in_reply_to": {"event_id": answered}} if answered else {}
    if said.thread:
        relation |= {"rel_type": "m.thread", "event_id": said.thread, "is_falling_back": not said.reply_to}
    return relation


def poll(asked: Poll) -> JsonObject:
    """A poll under its unstable names (MSC3381), the only ones that clients show; numbered in plain text."""
    question = render(asked.question)[0]
    answers = [{"id": key, TEXT: words} for key, words in asked.options]
    lines = [question, *(f"{number}. {words}" for number, (_, words) in enumerate(asked.options, start=1))]
    start = {"kind": POLL_KIND, "max_selections": 1, "question": {TEXT: question, "body": question}, "answers": answers}
    return {POLL_START: start, TEXT: "\n".join(lines), "body": "\n".join(lines), "msgtype": "m.text"}


def poll_end(ended: EndPoll, target: str) -> JsonObject:
    """The end of the poll `target`."""
    plain = render(ended.text)[0]
    return {POLL_END: {}, TEXT: plain, "body": plain, "m.relates_to": {"rel_type": "m.reference", "event_id": target}}


def reaction(target: str, tap: str) -> JsonObject:
    """A tap under `target`."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": target, "key": tap}}


def attachment(file: Upload, size: int, source: JsonObject) -> JsonObject:
    """A file message; `size` in bytes, `source` is `{"url": …}` or, encrypted, `{"file": {…}}`."""
    measures = {"w": file.width, "h": file.height}
    info: dict[str, Any] = {"mimetype": file.mimetype, "size": size, **{k: v for k, v in measures.items() if v}}
    family = file.mimetype.split("/")[0]
    msgtype = f"m.{family}" if family in ("image", "audio", "video") else "m.file"
    return {**_words(file.text, msgtype), "filename": file.name, "info": info, "m.mentions": {}, **source}
