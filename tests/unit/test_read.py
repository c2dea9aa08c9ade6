"""Raw events become the suite's own; what breaks the specification keeps all its words."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bots.events import (
    Event,
    Joined,
    Knocked,
    Left,
    Malformed,
    Message,
    PollAnswer,
    Reaction,
    Redaction,
    RoomEvent,
    RoomReplaced,
)
from bots.link.read import LATEST, read
from bots.words import without_tags

ROOM, ROSA, MAX = "!room:a", "@rosa:a", "@max:a"


def event(kind: str, content: Any, **more: Any) -> dict[str, Any]:
    """A raw event by Rosa."""
    return {"type": kind, "event_id": "$1", "sender": ROSA, "origin_server_ts": 5, "content": content, **more}


def said(**content: Any) -> Any:
    """What a message with that content is read as."""
    return read(event("m.room.message", {"msgtype": "m.text", "body": "hello", **content}), ROOM)


def test_a_text() -> None:
    """All of an ordinary message, and that it comes back from JSON as it was."""
    found = said(formatted_body="<b>hello</b>", **{"m.mentions": {"user_ids": [MAX, 7]}})
    assert found == Message(
        room_id=ROOM, event_id="$1", sender=ROSA, at=5, body="hello", html="<b>hello</b>", mentions=(MAX,)
    )
    assert Event.from_json(json.loads(json.dumps(found.to_json()))) == found


@pytest.mark.parametrize("msgtype", ["m.text", "m.notice", "m.emote", "org.example.odd"])
def test_kinds_of_messages(msgtype: str) -> None:
    """The kind is kept."""
    assert said(msgtype=msgtype).msgtype == msgtype


def test_an_edit_is_its_new_words() -> None:
    """Body, HTML and mentions are those of the new content; `edits` names the message."""
    new = {"msgtype": "m.notice", "body": "new", "formatted_body": "<i>new</i>", "m.mentions": {"user_ids": [MAX]}}
    relation = {"rel_type": "m.replace", "event_id": "$0"}
    found = said(body="* new", **{"m.new_content": new, "m.relates_to": relation})
    assert (found.edits, found.body, found.html, found.msgtype) == ("$0", "new", "<i>new</i>", "m.notice")
    assert found.mentions == (MAX,)


def test_a_reply_without_its_quote() -> None:
    """The quote that older clients put before the reply is not the member's own word."""
    relation = {"m.in_reply_to": {"event_id": "$0"}}
    body = "> <@max:a> how are you?\n> second line\n\nfine > you?"
    html = "<mx-reply><blockquote>how are you?</blockquote></mx-reply>fine &gt; you?"
    found = said(body=body, formatted_body=html, **{"m.relates_to": relation})
    assert (found.reply_to, found.body, found.html) == ("$0", "fine > you?", "fine &gt; you?")


@pytest.mark.parametrize("body", ["> <@max:a> all of it is quote", "> not a quote of a client\n\nwords", "no quote"])
def test_words_that_only_look_like_a_quote(body: str) -> None:
    """Words are never lost as a quote."""
    assert said(body=body, **{"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}}).body == body


def test_threads() -> None:
    """The message that clients name as a stand-in for clients without threads is not replied to."""
    relation = {"rel_type": "m.thread", "event_id": "$root", "m.in_reply_to": {"event_id": "$9"}}
    assert said(**{"m.relates_to": {**relation, "is_falling_back": True}}).reply_to is None
    found = said(**{"m.relates_to": relation})
    assert (found.thread, found.reply_to) == ("$root", "$9")


def test_attachments() -> None:
    """Plain and encrypted files say where they lie and what they are; anything else about them is left out."""
    info = {"mimetype": "image/png", "size": 9, "thumbnail_info": {"w": float("inf")}}
    plain = said(msgtype="m.image", url="mxc://a/b", info=info, filename="cat.png")
    assert plain.media == {"url": "mxc://a/b", "file": None, "name": "cat.png", "mimetype": "image/png", "size": 9}
    file = {"url": "mxc://a/c", "iv": "i", "key": {"k": "k", "alg": "x"}, "hashes": {"sha256": "h"}, "v": "v2"}
    sealed = said(msgtype="m.file", file=file).media
    assert sealed["url"] == "mxc://a/c"
    assert sealed["file"] == {"url": "mxc://a/c", "iv": "i", "key": {"k": "k"}, "hashes": {"sha256": "h"}}


def test_a_sticker_has_words() -> None:
    """A sticker's description is judged like any words."""
    found = read(event("m.sticker", {"body": "a cat", "url": "mxc://a/b", "info": {}}), ROOM)
    assert isinstance(found, Message)
    assert (found.body, found.msgtype) == ("a cat", "m.sticker")


def test_a_reaction() -> None:
    """Target and emoji."""
    relation = {"rel_type": "m.annotation", "event_id": "$0", "key": "✅"}
    found = read(event("m.reaction", {"m.relates_to": relation}), ROOM)
    assert isinstance(found, Reaction)
    assert (found.target, found.tap) == ("$0", "✅")


@pytest.mark.parametrize("where", [{"redacts": "$0"}, {"content": {"redacts": "$0"}}, {"redacts": "$0", "content": {}}])
def test_redactions_of_all_room_versions(where: dict[str, Any]) -> None:
    """The target stands beside the content, from version 11 on inside."""
    found = read(event("m.room.redaction", {"reason": "oops"}) | where, ROOM)
    assert isinstance(found, Redaction)
    assert found.target == "$0"


@pytest.mark.parametrize("kind", ["org.matrix.msc3381.poll.response", "m.poll.response"])
@pytest.mark.parametrize("shape", ["unstable", "stable"])
def test_poll_answers_of_both_shapes(kind: str, shape: str) -> None:
    """Under either name, with `answers` inside or `m.selections` beside."""
    about = {"m.relates_to": {"rel_type": "m.reference", "event_id": "$0"}}
    inner = {kind: {"answers": ["a", "b"]}} if shape == "unstable" else {"m.selections": ["a", "b"]}
    found = read(event(kind, {**about, **inner}), ROOM, encrypted=True)
    assert isinstance(found, PollAnswer)
    assert (found.target, found.answers, found.encrypted) == ("$0", ("a", "b"), True)


def test_a_members_own_poll_is_judged() -> None:
    """Question and answers are words too."""
    poll = {"question": {"org.matrix.msc1767.text": "who?"}, "answers": [{"id": "1", "org.matrix.msc1767.text": "you"}]}
    found = read(event("org.matrix.msc3381.poll.start", {"org.matrix.msc3381.poll.start": poll}), ROOM)
    assert isinstance(found, Malformed)
    assert found.body.splitlines() == ["who?", "1", "you"]


def member(now: str, before: str | None, **more: Any) -> RoomEvent | None:
    """Max's membership changes by Rosa's hand, or by his own where `sender` says so."""
    unsigned = {"prev_content": {"membership": before}} if before else {}
    return read(event("m.room.member", {"membership": now}, state_key=MAX, unsigned=unsigned) | more, ROOM)


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (None, "join", Joined),
        ("invite", "join", Joined),
        ("leave", "join", Joined),
        ("join", "join", None),
        (None, "invite", None),
        ("join", "leave", Left),
        ("invite", "leave", Left),
        ("knock", "leave", None),
        ("ban", "leave", None),
        ("join", "ban", Left),
        (None, "ban", Left),
        ("leave", "knock", Knocked),
    ],
)
def test_only_real_changes_of_membership(before: str | None, now: str, kind: type[RoomEvent] | None) -> None:
    """Profile changes, invitations and lifted bans are nobody's coming or going."""
    found = member(now, before)
    assert type(found) is (kind or type(None))


def test_who_left_and_who_did_it() -> None:
    """`member` is gone, `sender` did it."""
    found = member("ban", "join")
    assert isinstance(found, Left)
    assert (found.member, found.sender, found.banned) == (MAX, ROSA, True)


def test_who_came() -> None:
    """`sender` is the one who came, with their name if it is one."""
    found = member("join", None, content={"membership": "join", "displayname": "Max"})
    assert isinstance(found, Joined)
    assert (found.sender, found.display_name) == (MAX, "Max")
    odd = member("join", None, content={"membership": "join", "displayname": ["Max"]})
    assert isinstance(odd, Joined)
    assert odd.display_name is None


def test_an_upgrade() -> None:
    """The successor is named; a tombstone without one replaces nothing."""
    found = read(event("m.room.tombstone", {"replacement_room": "!new"}, state_key=""), ROOM)
    assert isinstance(found, RoomReplaced)
    assert found.successor == "!new"
    assert read(event("m.room.tombstone", {"body": "gone"}, state_key=""), ROOM) is None


@pytest.mark.parametrize(
    ("kind", "content", "more"),
    [
        ("m.room.message", {}, {}),
        ("m.room.topic", {"topic": "words"}, {"state_key": ""}),
        ("m.call.invite", {"version": 1}, {}),
        ("m.room.message", {"msgtype": "m.text", "body": "not a message"}, {"state_key": ""}),
    ],
)
def test_what_says_nothing_to_the_bots(kind: str, content: Any, more: dict[str, Any]) -> None:
    """State, calls, and what is left of a redacted message."""
    assert read(event(kind, content) | more, ROOM) is None


def test_state_cannot_be_smuggled_in_encrypted() -> None:
    """Only what the server vouches for can say who came or what was taken back."""
    assert read(event("m.room.member", {"membership": "join"}), ROOM, encrypted=True) is None
    assert read(event("m.room.redaction", {"redacts": "$0"}), ROOM, encrypted=True) is None


@pytest.mark.parametrize(
    "content",
    [
        {"formatted_body": 5},
        {"msgtype": ["m.text"]},
        {"msgtype": None},
        {"m.relates_to": ["x"]},
        {"m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}},
        {"m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}, "m.new_content": "words"},
        {"m.relates_to": {"rel_type": "m.replace", "event_id": 7}, "m.new_content": {"body": "x", "msgtype": "y"}},
        {"m.relates_to": {"m.in_reply_to": "x"}},
        {"msgtype": "m.image", "url": 5},
        {"msgtype": "m.file", "file": {"url": "mxc://a/b"}},
        {"deep": json.loads("[" * 200 + "]" * 200)},
    ],
)
def test_broken_messages_keep_their_words(content: dict[str, Any]) -> None:
    """Each of these shapes is malformed, with its body."""
    found = said(**content)
    assert isinstance(found, Malformed)
    assert "hello" in found.body
    assert found.type == "m.room.message"


def test_words_of_a_broken_message() -> None:
    """Body, HTML without tags and the new content, each once, without the specification's own names."""
    new = {"body": "new words", "msgtype": "m.text"}
    found = said(body=["body"], formatted_body="<b>bo</b> <a href='x'>dy</a>", **{"m.new_content": new})
    assert isinstance(found, Malformed)
    assert [" ".join(line.split()) for line in found.body.splitlines()] == ["body", "bo dy", "new words"]


def test_unknown_kinds_with_words_are_judged() -> None:
    """A client may show them."""
    found = read(event("org.example.shout", {"body": "loud words"}), ROOM)
    assert isinstance(found, Malformed)
    assert found.body == "loud words"


def test_an_envelope_without_anything() -> None:
    """Without id, sender or time the words still come, under an id of their own."""
    found = read({"type": "m.room.message", "content": "bare words", "origin_server_ts": 10**30}, ROOM)
    assert isinstance(found, Malformed)
    assert (found.sender, found.at, found.body) == ("", LATEST, "bare words")
    assert found.event_id.startswith("no-id:")


WORDS = st.text(alphabet="abcdefghij", min_size=3, max_size=8).map(lambda word: f"w{word}")
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        "body",
        "msgtype",
        "formatted_body",
        "format",
        "m.relates_to",
        "m.new_content",
        "m.mentions",
        "url",
        "file",
        "info",
        "filename",
        "event_id",
        "rel_type",
        "m.in_reply_to",
        "key",
        "answers",
        "m.selections",
        "org.matrix.msc3381.poll.response",
        "membership",
        "replacement_room",
        "redacts",
    ]
)
RELATION = st.fixed_dictionaries(
    {"rel_type": st.sampled_from(["m.replace", "m.thread", "m.annotation"]) | ANY, "event_id": WORDS | ANY}
)
CONTENT = st.dictionaries(NAMES, ANY | RELATION | st.dictionaries(NAMES, ANY, max_size=5), max_size=8) | ANY
KINDS = st.sampled_from(
    [
        "m.room.message",
        "m.sticker",
        "m.reaction",
        "m.room.redaction",
        "m.room.member",
        "m.room.tombstone",
        "m.poll.response",
        "org.matrix.msc3381.poll.response",
        "org.matrix.msc3381.poll.start",
    ]
)
SOURCES = st.fixed_dictionaries(
    {"content": CONTENT, "type": KINDS | ANY},
    optional={
        "event_id": ANY,
        "sender": ANY,
        "origin_server_ts": ANY,
        "state_key": ANY,
        "unsigned": ANY,
        "redacts": ANY,
    },
)


@settings(max_examples=1000, deadline=None)
@given(source=SOURCES, encrypted=st.booleans())
@example(source={"type": "m.room.message", "content": {"body": "\ud800", "msgtype": "m.text"}}, encrypted=False)
def test_no_event_ever_raises(source: dict[str, Any], encrypted: bool) -> None:
    """Whatever is in an event, reading it gives something that can be stored and read back, or nothing."""
    found = read(source, ROOM, encrypted=encrypted)
    if found is not None:
        stored = json.dumps(found.to_json(), allow_nan=False).encode()
        assert Event.from_json(json.loads(stored)) == found
        assert -(2**63) <= found.at < 2**63


@settings(max_examples=1000, deadline=None)
@given(
    body=WORDS | st.just(None) | ANY,
    words=WORDS,
    name=st.sampled_from(["formatted_body", "m.new_content", "msgtype", "m.relates_to", "x"]),
    broken=ANY,
)
def test_no_words_of_a_message_are_lost(body: Any, words: str, name: str, broken: Any) -> None:
    """A message event with words in its body, or anywhere once it is broken, is heard with them."""
    content = {"msgtype": "m.text", "body": body, name: broken, "formatted_body": f"<p>{words}</p>"}
    found = read(event("m.room.message", content), ROOM)
    assert isinstance(found, Message | Malformed)
    heard = found.body if isinstance(found, Malformed) else f"{found.body}\n{without_tags(found.html or '')}"
    assert words in heard
    assert not isinstance(body, str) or without_tags(body).strip() in heard or body in heard
