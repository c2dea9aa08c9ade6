"""The light markup of the packs becomes plain text and HTML that say the same."""

import pytest

from bots.effects import EndPoll, Poll, Send, Upload
from bots.link import contents
from bots.link.render import render

ROOM = "!room:server"


@pytest.mark.parametrize(
    ("text", "plain", "formatted"),
    [
        ("Hello.", "Hello.", None),
        ("One line.\nAnother.", "One line.\nAnother.", None),
        ("Write **!help** now.", "Write !help now.", "Write <strong>!help</strong> now."),
        ("**One** and **two**", "One and two", "<strong>One</strong> and <strong>two</strong>"),
        ("Here:\n- one\n- two\nEnd", "Here:\n- one\n- two\nEnd", "Here:\n<ul><li>one</li><li>two</li></ul>\nEnd"),
        ("- **!crisis**: lines", "- !crisis: lines", "<ul><li><strong>!crisis</strong>: lines</li></ul>"),
        ("a\n\n**b**", "a\n\nb", "a<br>\n<br>\n<strong>b</strong>"),
    ],
)
def test_markup_becomes_text_and_html(text: str, plain: str, formatted: str | None) -> None:
    """Bold, lists and line breaks are formatted; without any of the first two there is no HTML."""
    assert render(text) == (plain, formatted)


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.org/a**b**c_d?e=**f**",
        "2 ** 3 ** 4",
        "**",
        "****",
        "** not bold **",
        "an **open end",
        "snake_case and `code` and # and [a](b)",
        "- ",
        "",
    ],
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    """Addresses, stray signs and other kinds of markup are only text."""
    assert render(text)[0] == text


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '<a href="x">', "<b>&amp;", "<img src=x onerror=y>", "</ul><h1>"]
)
def test_a_name_cannot_bring_markup(name: str) -> None:
    """What a member calls themselves is shown as they wrote it, whatever it looks like."""
    plain, formatted = render(f"- **Here** is {name}")
    assert plain == f"- Here is {name}"
    assert formatted is not None
    assert formatted.count("<") == 6
    assert name not in formatted


def test_a_message_says_what_it_answers_and_whom_it_means() -> None:
    """Relations, mentions and the message type are where clients look for them."""
    said = Send(room=ROOM, text="**Yes**", quiet=True, mentions=("@a:b",), reply_to="$reply", thread="$root")
    assert contents.message(said) == {
        "msgtype": "m.notice",
        "body": "Yes",
        "format": "org.matrix.custom.html",
        "formatted_body": "<strong>Yes</strong>",
        "m.mentions": {"user_ids": ["@a:b"]},
        "m.relates_to": {
            "rel_type": "m.thread",
            "event_id": "$root",
            "is_falling_back": False,
            "m.in_reply_to": {"event_id": "$reply"},
        },
    }


def test_a_thread_falls_back_to_its_root() -> None:
    """Clients without threads show an answer to the first message of the thread."""
    relation = contents.message(Send(room=ROOM, text="Yes", thread="$root"))["m.relates_to"]
    assert (relation["is_falling_back"], relation["m.in_reply_to"]) == (True, {"event_id": "$root"})


def test_a_message_without_mentions_says_so() -> None:
    """A name in the words alone notifies nobody."""
    assert contents.message(Send(room=ROOM, text="hello alice")) == {
        "msgtype": "m.text",
        "body": "hello alice",
        "m.mentions": {},
    }


def test_an_edit_carries_the_new_words_twice() -> None:
    """Once for clients that know edits, once with a star for those that do not."""
    edit = contents.message(Send(room=ROOM, text="**new**", edits="$old"))
    assert edit["body"] == "* new"
    assert edit["formatted_body"] == "* <strong>new</strong>"
    assert edit["m.new_content"] == contents.message(Send(room=ROOM, text="**new**"))
    assert edit["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$old"}


def test_a_poll_can_be_read_without_polls() -> None:
    """The plain text of a poll is the question with numbered options."""
    poll = contents.poll(Poll(room=ROOM, question="**How** are you?", options=(("good", "Good"), ("bad", "Bad"))))
    assert poll["body"] == poll["org.matrix.msc1767.text"] == "How are you?\n1. Good\n2. Bad"
    start = poll["org.matrix.msc3381.poll.start"]
    assert [a["id"] for a in start["answers"]] == ["good", "bad"]
    assert start["max_selections"] == 1


def test_the_end_of_a_poll_names_it() -> None:
    """It refers to the poll and says so in words."""
    end = contents.poll_end(EndPoll(room=ROOM, target="poll", text="Closed."), "$poll")
    assert end["m.relates_to"] == {"rel_type": "m.reference", "event_id": "$poll"}
    assert end["body"] == "Closed."


def test_a_picture_says_its_measures_and_its_words() -> None:
    """An image has a caption, a file name and its size."""
    picture = Upload(room=ROOM, name="trend.png", mimetype="image/png", data="", text="Your week", width=2, height=1)
    content = contents.attachment(picture, 70, {"url": "mxc://a/b"})
    assert (content["msgtype"], content["body"], content["filename"]) == ("m.image", "Your week", "trend.png")
    assert content["info"] == {"mimetype": "image/png", "size": 70, "w": 2, "h": 1}
