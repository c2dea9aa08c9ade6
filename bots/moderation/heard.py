"""What of an event is judged: the words that its author wrote, as readers see them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from bots.bot import Said
from bots.events import Message
from bots.words import all_shown
from models import Text


@dataclass(frozen=True)
class Heard:
    """An event and its words."""

    said: Said
    words: str

    @property
    def author(self) -> str:
        """Who wrote it."""
        return self.said.sender

    @property
    def event_id(self) -> str:
        """The message that this is, or the one that it edits."""
        return _edited(self.said) or self.said.event_id

    @property
    def thread(self) -> str:
        """The thread in which an answer to it belongs."""
        return (self.said.thread if isinstance(self.said, Message) else None) or self.event_id

    @property
    def is_only_a_name(self) -> bool:
        """Whether the words are no more than the name of an attachment."""
        said = self.said
        return isinstance(said, Message) and said.media is not None and said.media.get("name") in (None, said.body)

    def text(self, near: Iterable["Heard"], language: str | None) -> Text:
        """For the judge. What it replies to is known only if it is among the messages `near`: none is kept."""
        reply_to = self.said.reply_to if isinstance(self.said, Message) else None
        answered = next((other.words for other in near if other.said.event_id == reply_to), None) if reply_to else None
        return Text(self.words, reply_to=answered, language=language)


def heard(said: Said) -> Heard:
    """The event with its words: the body, and after it whatever only its formatted text says."""
    return Heard(said, all_shown(said.body, said.html if isinstance(said, Message) else None))


def _edited(said: Said) -> str | None:
    return said.edits if isinstance(said, Message) else None
