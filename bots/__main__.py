"""The `kith` command line: a table of contents, nothing else."""

import asyncio
import contextlib
import inspect
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from bots import logs
from bots.everyone import BOTS
from bots.settings import ConfigProblems, Settings
from models.cli import classify, evaluate, train

SAY = Console(stderr=True, highlight=False, soft_wrap=True)


@click.group()
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("config.yaml"),
    help="The settings; config.yaml if left out.",
)
@click.pass_context
def main(context: click.Context, config: Path) -> None:
    """Matrix bots for peer support: intake and matching, check-ins, moderation, escalation to a human."""
    context.obj = config


def settings_of(context: click.Context) -> Settings:
    """The settings, or every problem with them and the end."""
    try:
        settings = Settings.load(context.obj)
    except ConfigProblems as problems:
        raise Failed(str(problems)) from None
    logs.configure(settings.log.level, settings.log.format)
    return settings


class Failed(click.ClickException):
    """Something is wrong; the sentence says what, what was kept, and what to do."""

    def show(self, file: Any = None) -> None:
        """As it is."""
        SAY.print(self.message, markup=False)


def wait_for(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it to its end; our own errors become one sentence instead of a traceback."""
    from bots.operate.errors import SENTENCES

    try:
        return asyncio.run(work)
    except SENTENCES as error:
        raise Failed(inspect.cleandoc(str(error))) from error


@main.command()
@click.option("--new-device", type=click.Choice(list(BOTS)), help="Give a bot whose crypto store is lost a new device.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.pass_context
def init(context: click.Context, new_device: str | None, yes: bool) -> None:
    """Set up accounts, identities, rooms and staff; safe to run again."""
    from bots.operate.init import init as set_up

    settings = settings_of(context)
    if not yes:
        click.confirm(f"Set up Kith on {settings.homeserver.url} for {settings.organization.name}?", abort=True)
    wait_for(set_up(settings, lambda line: SAY.print(line, markup=False), new_device=new_device))


@main.command()
@click.pass_context
def check(context: click.Context) -> None:
    """List every problem with its cure; changes nothing."""
    from bots.operate.check import check as look

    found = wait_for(look(settings_of(context)))
    for finding in found:
        SAY.print(f"{'problem' if finding.problem else 'notice '}  {finding.sentence}", markup=False)
    problems = sum(f.problem for f in found)
    SAY.print(f"{problems} problems, {len(found) - problems} notices")
    sys.exit(1 if problems else 0)


@main.command()
@click.argument("bots", nargs=-1, type=click.Choice(list(BOTS)))
@click.pass_context
def run(context: click.Context, bots: tuple[str, ...]) -> None:
    """Run all bots, or the named ones, until SIGTERM."""
    sys.exit(wait_for(_run(settings_of(context), bots)))


async def _run(settings: Settings, names: tuple[str, ...]) -> int:
    from bots.health import health
    from bots.suite import Suite, build_house, reached

    database = await reached(settings.database.dsn)
    try:
        suite = Suite(build_house(settings), database, settings.state_dir, names)
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, suite.stop)
        async with health(suite, settings.health.host, settings.health.port):
            return await suite.run()
    finally:
        await database.close()


@main.command()
@click.pass_context
def migrate(context: click.Context) -> None:
    """Bring the database up to date."""
    from bots.store.migrate import migrate as apply

    done = wait_for(with_database(settings_of(context), apply))
    SAY.print(f"applied: {', '.join(done)}" if done else "nothing to do")


@main.command()
@click.option("--once", is_flag=True, help="Tell the story, then stop; 0 only if every step of it was seen.")
def demo(once: bool) -> None:
    """A homeserver, the bots and a few members on this machine: watch one night in a community."""
    from bots.demo.tour import tour

    logs.configure("error")
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(wait_for(tour(once=once)))


@main.group()
def keys() -> None:
    """The keys that seal members' words."""


@keys.command()
@click.pass_context
def rotate(context: click.Context) -> None:
    """Make a new key and seal every row anew with it. Stop the bots first."""
    from bots.operate.keys import rotate as seal_anew

    settings = settings_of(context)
    count = wait_for(with_database(settings, lambda database: seal_anew(database, settings.seal_key_file)))
    SAY.print(f"{count} values sealed anew; start the bots again")


@main.group()
def audit() -> None:
    """The log of what staff and bots did."""


@audit.command()
@click.pass_context
def verify(context: click.Context) -> None:
    """Check that no line of the audit log was altered."""
    from bots.operate.audit import verify as check_chain

    SAY.print(f"{wait_for(with_database(settings_of(context), check_chain))} lines, none altered")


@main.group()
def lines() -> None:
    """The crisis lines."""


@lines.command()
@click.pass_context
def due(context: click.Context) -> None:
    """Which lines somebody should verify."""
    from bots.operate.lines import due as look

    for line in look(settings_of(context)):
        click.echo(line)


@main.group()
def inbox() -> None:
    """Events that wait for their turn."""


@inbox.command()
@click.pass_context
def retry(context: click.Context) -> None:
    """Try again what was set aside."""
    from bots.operate.inbox import retry as again

    SAY.print(f"{wait_for(with_database(settings_of(context), again))} events will be tried again")


async def with_database(settings: Settings, work: Any) -> Any:
    """Open the database, do the work, close it."""
    from bots.store.database import Database

    database = await Database.open(settings.database.dsn)
    try:
        return await work(database)
    finally:
        await database.close()


for judging in (classify, train, evaluate):
    main.add_command(judging)

if __name__ == "__main__":
    main()
