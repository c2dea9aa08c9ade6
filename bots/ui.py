"""One choice, answerable by tap, by number and by word, in any Matrix client.

A choice is sent as a numbered list with a tap for each option (reactions are never encrypted), or, where the answer is
private, as a poll (its answers are encrypted like messages) with the same numbered list in its plain text.
"""

import json
import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bots import effects
from policies.texts import Phrase, phrase

if TYPE_CHECKING:
    from bots.turn import Turn

NUMBERS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣")


@dataclass(frozen=True)
class Option:
    """One answer. `label` is what is shown and may be typed; `tap` the emoji, or None for its number.

    `words` is a phrase of further words for it, separated by commas.
    """

    key: str
    label: Phrase
    tap: str | None = None
    words: Phrase | None = None


def yes() -> Option:
    """The option yes, by tap or word."""
    return Option("yes", phrase("choice-yes"), "✅", phrase("choice-yes-words"))


def no() -> Option:
    """The option no, by tap or word."""
    return Option("no", phrase("choice-no"), "❌", phrase("choice-no-words"))


@dataclass(frozen=True)
class Choice:
    """A question. `private`: the answer must not be seen by the homeserver. `words`: free text is an answer as well.

    `many`: stays open after an answer, for questions that several people answer.
    """

    id: str
    question: Phrase
    options: tuple[Option, ...] = ()
    private: bool = False
    words: bool = False
    many: bool = False

    async def ask(
        self,
        turn: "Turn",
        room: str,
        *,
        to: str | None,
        data: dict[str, Any],
        key: str | None,
        only: bool,
        mentions: tuple[str, ...],
    ) -> None:
        """Send the question and remember what would answer it."""
        key = key or f"{self.id}:{secrets.token_hex(6)}"
        shown = [Shown.of(o, i, [await turn.words(p, to) for p in _phrases(o)]) for i, o in enumerate(self.options)]
        question = await turn.words(self.question, to)
        await turn.db.close_choices(bot=turn.bot, choice=self.id, room=room)
        await turn.db.open_choice(
            bot=turn.bot,
            room=room,
            choice=self.id,
            outbox_key=key,
            asked=to if only else None,
            options=json.dumps([s.to_json() for s in shown]),
            data_sealed=turn.house.seal.seal({"data": data, "words": self.words}),
            many=int(self.many),
            at=turn.now,
        )
        for effect in self._shown(room, key, question, shown, await turn.words(phrase("choice-hint"), to), mentions):
            turn.do(effect)

    def _shown(
        self, room: str, key: str, question: str, shown: Sequence["Shown"], how: str, mentions: tuple[str, ...]
    ) -> list[effects.Effect]:
        if self.private and shown:
            options = tuple((s.key, s.label) for s in shown)
            return [effects.Poll(room=room, key=key, question=question, options=options)]
        lines = [f"{s.number}. {s.tap} {s.label}" if s.tap != s.numeral else f"{s.number}. {s.label}" for s in shown]
        text = "\n".join([question, *lines, *([how] if shown else [])])
        taps = [effects.React(room=room, target=key, tap=s.tap) for s in shown]
        return [effects.Send(room=room, key=key, text=text, mentions=mentions), *taps]


def _phrases(option: Option) -> list[Phrase]:
    return [p for p in (option.label, option.words) if p]


@dataclass(frozen=True)
class Shown:
    """An option as it was shown: its number, tap, label and all words that mean it."""

    key: str
    number: int
    tap: str
    label: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, option: Option, index: int, said: list[str]) -> "Shown":
        """`said`: the label and, if there are any, the further words."""
        words = [said[0], *(w for more in said[1:] for w in more.split(","))]
        return cls(option.key, index + 1, option.tap or NUMBERS[index], said[0], tuple(fold(w) for w in words))

    @property
    def numeral(self) -> str:
        """The emoji of its number."""
        return NUMBERS[self.number - 1]

    def to_json(self) -> dict[str, Any]:
        """For the choices table."""
        return {"key": self.key, "number": self.number, "tap": self.tap, "label": self.label, "words": self.words}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Shown":
        """The inverse of `to_json`."""
        return cls(data["key"], data["number"], data["tap"], data["label"], tuple(data["words"]))


def options_of(row: Mapping[str, Any]) -> list[Shown]:
    """The options of a row of the choices table."""
    return [Shown.from_json(o) for o in json.loads(row["options"])]


def meant(options: Sequence[Shown], words: str) -> Shown | None:
    """Which option somebody typed: its number, its emoji or one of its words; None if none of them."""
    said = fold(words)
    by_number = {str(o.number): o for o in options}
    by_word = {w: o for o in reversed(options) for w in (*o.words, fold(o.tap), fold(o.key))}
    return by_number.get(said.rstrip(".)")) or by_word.get(said)


def tapped(options: Sequence[Shown], tap: str) -> Shown | None:
    """Which option an emoji means; skin tones and variation selectors do not matter."""
    bare = _bare(tap)
    return next((o for o in options if bare in (_bare(o.tap), _bare(o.numeral))), None)


def fold(words: str) -> str:
    """Words without case, accents, emoji variants and the punctuation around them."""
    plain = unicodedata.normalize("NFKD", words.casefold()).strip(" \t\n.,;:!?¡¿\"'“”„")
    return "".join(c for c in plain if not unicodedata.combining(c) and c != "\ufe0f")


def _bare(tap: str) -> str:
    return "".join(c for c in tap if c != "\ufe0f" and not "\U0001f3fb" <= c <= "\U0001f3ff")
