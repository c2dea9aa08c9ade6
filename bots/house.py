"""What every bot knows: the organization, its words and lines, the judge, and who the bots are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bots.clock import Clock
from bots.commands import Command
from bots.store.seal import Seal
from models import Judge
from policies.crisis_lines import Directory
from policies.load import Policy
from policies.texts import Texts
from policies.thresholds import Thresholds

P = TypeVar("P", bound=Policy)


@dataclass(frozen=True)
class House:
    """Everything that a turn may read without asking the database.

    `users` maps a bot's name to its user id; `started` is when this process began (ms).
    """

    organization: str
    language: str
    country: str
    time_zone: str
    users: dict[str, str]
    clock: Clock
    seal: Seal
    texts: Texts
    lines: Directory
    judge: Judge
    commands: Mapping[str, Mapping[str, Command]]
    crisis_words: frozenset[str]
    servers: tuple[str, ...] = ()
    fallback_contact: str | None = None
    overlay: Path | None = None
    started: int = 0
    _policies: dict[type[Policy], Policy] = field(default_factory=dict)

    def policy(self, kind: type[P]) -> P:
        """The policy of that kind, read once. Raises PolicyProblems."""
        if kind not in self._policies:
            self._policies[kind] = kind.load(self.overlay)
        found = self._policies[kind]
        assert isinstance(found, kind)
        return found

    @property
    def thresholds(self) -> Thresholds:
        """When a judgement matters."""
        return self.policy(Thresholds)

    def bot_of(self, user_id: str) -> str | None:
        """Which bot has that user id."""
        return next((bot for bot, user in self.users.items() if user == user_id), None)
