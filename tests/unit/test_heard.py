"""Which words of an event are judged."""

from bots.events import Malformed, Message
from bots.moderation.heard import heard

WHERE = {"room_id": "!r", "event_id": "$e", "sender": "@a:b", "at": 0}


def said(body: str, **more: object) -> Message:
    return Message(**WHERE, body=body, **more)  # type: ignore[arg-type]


def test_words_that_only_the_formatted_text_says_are_judged() -> None:
    """Clients show the formatted text: a harmless body does not hide it."""
    assert heard(said("hello", html="<p>hello</p><p>I want to <b>vanish</b></p>")).words.endswith("vanish")


def test_a_formatted_text_that_says_the_same_is_judged_once() -> None:
    """Markup, entities and links add no words."""
    assert heard(said("so **tired** & sad", html="so <strong>tired</strong> &amp; sad")).words == "so **tired** & sad"


def test_quoted_parts_of_the_formatted_text_are_not_judged() -> None:
    """What somebody else said is theirs."""
    quoted = "<mx-reply><blockquote>words of another</blockquote></mx-reply><blockquote>more</blockquote>mine"
    assert heard(said("mine", html=quoted)).words == "mine"


def test_an_edit_is_about_the_message_it_edits() -> None:
    """Level, link and card belong to the message, not to the edit event."""
    assert heard(said("x", edits="$first")).event_id == "$first"
    assert heard(said("x")).event_id == "$e"


def test_an_answer_to_a_thread_reply_stays_in_its_thread() -> None:
    """A note goes into the thread of the claim; outside a thread it opens one."""
    assert heard(said("x", thread="$root")).thread == "$root"
    assert heard(said("x")).thread == "$e"


def test_what_a_message_replies_to_is_known_only_if_it_is_at_hand() -> None:
    """The question in the same batch is passed to the judge; an older one is not kept."""
    question = heard(Message(**{**WHERE, "event_id": "$q"}, body="are you safe?"))
    reply = heard(said("yes", reply_to="$q"))
    assert reply.text([question, reply], "en").reply_to == "are you safe?"
    assert reply.text([reply], "en").reply_to is None


def test_a_file_name_is_only_a_name() -> None:
    """A picture without a caption says nothing; one with a caption does."""
    assert heard(said("IMG_1.jpg", media={"name": None})).is_only_a_name
    assert heard(said("IMG_1.jpg", media={"name": "IMG_1.jpg"})).is_only_a_name
    assert not heard(said("I feel bad", media={"name": "IMG_1.jpg"})).is_only_a_name
    assert not heard(Malformed(**WHERE, body="x", type="m.room.message")).is_only_a_name
