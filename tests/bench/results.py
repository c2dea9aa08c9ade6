"""The figures as a page, each beside its goal."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def write(file: Path, figures: dict[str, Any]) -> None:
    """RESULTS.md."""
    file.write_text(page(figures), "utf-8")


def page(figures: dict[str, Any]) -> str:
    """Markdown."""
    crisis, group, catch = figures["crisis"], figures["group"], figures["catch_up"]
    answer, page_, echo = crisis["answer_ms"], crisis["page_ms"], crisis["echo_ms"]
    rows = [
        (
            "crisis words in an encrypted DM → answer, p50",
            f"{answer['p50']} ms",
            f"≤ {1.5 * echo['p50']:.0f} ms (1.5 × echo)",
        ),
        ("the same, p95", f"{answer['p95']} ms", f"≤ {2 * echo['p95']:.0f} ms (2 × echo)"),
        ("crisis words → page in the specialists' room, p50", f"{page_['p50']} ms", "–"),
        ("the same, p95", f"{page_['p95']} ms", "–"),
        ("encrypted echo of a bare nio bot, p50 / p95", f"{echo['p50']} / {echo['p95']} ms", "the measure"),
        (
            f"suite CPU a group message ({group['rooms']} rooms, {group['messages']} messages)",
            f"{group['suite_cpu_ms']} ms",
            f"≤ {4 * group['reader_cpu_ms']:.2f} ms (4 × reader)",
        ),
        ("CPU a message of a bare nio reader", f"{group['reader_cpu_ms']} ms", "the measure"),
        (
            f"catch-up of {catch['messages']} missed messages in {catch['rooms']} rooms",
            f"{catch['messages_per_s']} messages/s",
            "≥ 200 messages/s",
        ),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    n = crisis["members"]
    where = f"{os.cpu_count()} cores, Python {platform.python_version()}, Synapse on SQLite, all on one machine"
    return (
        "# Measured\n\n"
        f"`make bench` on {datetime.now(UTC):%Y-%m-%d}; {where}; {n} members in crisis, one after another.\n\n"
        f"| What | Measured | Goal |\n|---|---|---|\n{table}\n"
    )
