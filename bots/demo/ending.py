"""What the audience takes home: a table of what happened, and the way in."""

from itertools import groupby
from statistics import median

from rich.box import SIMPLE_HEAD
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bots.demo.community import PASSWORD
from bots.demo.scenes.crisis import ANSWERED, CASE_ROOM, PAGED
from bots.demo.stage import Stage
from bots.demo.steps import Step
from bots.demo.world import World

FRESH = "you"
HOW = (
    "Any Matrix client on this machine will do. In Element (the desktop app, or its web app in Chrome or Firefox): "
    "Sign in, then Edit beside the homeserver, and put in the address. If it asks to confirm who you are, choose to "
    "reset the identity. A new device cannot open what was written before it came: write something new, and see who "
    "answers."
)


def table(stage: Stage) -> None:
    """Every step with its time; steps of one kind in a scene share a line, with their number and their median."""
    shown = Table(title="What happened, and how long it took", box=SIMPLE_HEAD, width=stage.width, title_justify="left")
    shown.add_column("what was seen", ratio=1, no_wrap=True)
    for heading in ("how often", "median s", "slowest s"):
        shown.add_column(heading, justify="right", style="dim" if heading == "slowest s" else "")
    for scene, steps in groupby(stage.steps, key=lambda step: step.scene):
        shown.add_row(Text(scene, "bold"), "", "", "")
        for what, times in _by_kind(list(steps)).items():
            slowest = f"{max(times):.2f}" if len(times) > 1 else ""
            shown.add_row(f"  {what}", str(len(times)), f"{median(times):.2f}", slowest)
    stage.console.print()
    stage.console.print(shown)
    stage.console.print(Text(_summary(stage.steps), "bold"), width=stage.width)


def _by_kind(steps: list[Step]) -> dict[str, list[float]]:
    kinds: dict[str, list[float]] = {}
    for step in steps:
        kinds.setdefault(step.what, []).append(step.seconds)
    return kinds


def _summary(steps: list[Step]) -> str:
    answers = [step.seconds for step in steps if step.answer]
    took = {step.what: step.seconds for step in steps}
    return (
        f"A bot’s answer was on the screen after {median(answers):.2f} s (median of {len(answers)}). At two in the "
        f"morning Anna had lines to call after {took[ANSWERED]:.2f} s, the specialists their page after "
        f"{took[PAGED]:.2f} s, and {took[CASE_ROOM]:.2f} s after her yes a human was in the room."
    )


async def way_in(world: World) -> None:
    """How to log in with any client, as whom, and what to look at."""
    await world.community.join(FRESH)
    server = world.community.homeserver.server_name
    people = Table.grid(padding=(0, 2))
    for name, what in _roles(server):
        people.add_row(Text(name, "bold"), what)
    told = Table.grid(padding=(0, 0))
    told.add_row(Text.assemble("Homeserver   ", (world.community.homeserver.url, "bold")))
    told.add_row(Text.assemble("Password     ", (PASSWORD, "bold"), "   (the same for everybody)"))
    told.add_row("")
    told.add_row(HOW)
    told.add_row("")
    told.add_row(people)
    told.add_row("")
    told.add_row("Ctrl-C stops everything and removes it.")
    world.stage.console.print()
    world.stage.console.print(Panel(told, title="[bold]The community is yours[/]", width=world.stage.width, padding=1))


def _roles(server: str) -> list[tuple[str, str]]:
    return [
        (FRESH, f"a fresh account: open a chat with @kith-intake:{server}, or join #kith-welcome:{server}"),
        ("anna", "a member: her chats with the bots, the room for two, Night shift"),
        ("ben", "a supporter: taps yes or no to the cards that come when somebody writes !match"),
        ("alex", "coordinator and moderator: !supporters, !match queue, !flags, !cards in the staff rooms"),
        ("robin", "peer specialist: write !crisis as somebody else, and the page comes to the specialists’ room"),
    ]
