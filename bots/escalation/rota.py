"""Who is on duty, as the ladder sees them. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OnDuty:
    """Somebody on shift, with `live` open cases; `paged_at` is when they were last asked (ms; 0: never)."""

    person: str
    live: int = 0
    paged_at: int = 0


@dataclass(frozen=True)
class Roster:
    """Whom one case can call on: who is on duty, who was `asked` for it before, and the fallback contact."""

    on_duty: tuple[OnDuty, ...] = ()
    asked: frozenset[str] = frozenset()
    contact: str | None = None

    @property
    def everybody(self) -> tuple[str, ...]:
        """All who are on shift, busy or not."""
        return tuple(d.person for d in self.on_duty)

    @property
    def not_asked(self) -> tuple[str, ...]:
        """Those on shift who have not been asked for this case."""
        return tuple(person for person in self.everybody if person not in self.asked)

    def next(self, cap: int) -> str | None:
        """The one whose turn it is: free, and least recently asked; those asked for this case come last."""
        free = [d for d in self.on_duty if d.live < cap]
        in_turn = sorted(free, key=lambda d: (d.person in self.asked, d.paged_at, d.person))
        return in_turn[0].person if in_turn else None
