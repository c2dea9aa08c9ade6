"""`kith lines due`."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bots.settings import Settings
from policies import crisis_lines


def due(settings: Settings) -> Iterator[str]:
    """One sentence for each crisis line whose check is old."""
    for found in crisis_lines.load(overlay=settings.policies_overlay).due(datetime.now(UTC).date()):
        shown = "not shown any more" if found.hidden else f"shown until {found.last_day}"
        yield f"{found.country} {found.line.name}: checked {found.line.verified_at}, {found.age} days ago; {shown}"
