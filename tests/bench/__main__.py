"""`make bench`: how long a member in crisis waits, what a group message costs, how fast missed messages are caught up.

Everything runs on one real homeserver on this machine, beside bare matrix-nio bots in the same run.
    make bench              writes tests/bench/RESULTS.md
    make bench ARGS=--json  prints the figures as JSON as well
"""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Any

import click

from bots import logs
from bots.demo.community import Community
from bots.demo.homeserver import Homeserver
from tests.bench.catchup import catch_up
from tests.bench.crisis import crisis_latency
from tests.bench.group import group_cost
from tests.bench.results import write

STAFF = {"alex": ["coordinator", "moderator", "operator"], "robin": ["specialist"]}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--members", default=30, help="How many members are in crisis, one after another.")
@click.option("--messages", default=1500, help="Group messages for the cost and for the catch-up.")
@click.option("--out", type=click.Path(path_type=Path), default=Path(__file__).parent / "RESULTS.md")
def main(as_json: bool, members: int, messages: int, out: Path) -> None:
    """Measure, and write the figures down."""
    logs.configure("error")
    figures = asyncio.run(bench(members, messages))
    write(out, figures)
    click.echo(json.dumps(figures, indent=2) if as_json else out.read_text("utf-8"))


async def bench(members: int, messages: int) -> dict[str, Any]:
    """All figures."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        async with await Homeserver.start(place / "homeserver") as homeserver:
            community = await Community.found(homeserver, place / "kith", STAFF, topics=102)
            return {
                "crisis": await crisis_latency(community, members),
                "group": await group_cost(community, messages),
                "catch_up": await catch_up(community, messages),
            }


if __name__ == "__main__":
    main()
