"""Scene 1: a newcomer, a few short questions, and the rooms open."""

from bots.demo.player import Player
from bots.demo.world import World

CHAT = "Anna and the welcome bot"


async def welcome(world: World) -> None:
    """Anna goes through the welcome by tap, word and number."""
    world.stage.begin(
        "Tuesday evening: Anna arrives",
        "She opens a chat with the welcome bot, in the app that she has already. Whatever it asks, a tap, a word or a "
        "number will do.",
    )
    anna = world.cast["anna"]
    room = await anna.opens_chat(world.bot("intake"), CHAT)
    await _first_questions(anna, room)
    await _rooms_open(world, anna, room)
    await _switches(anna, room)
    await _profile(anna, room)


async def _first_questions(anna: Player, room: str) -> None:
    step = "a question of the welcome"
    hello = await anna.hears("I am software, not a person", room=room, shows=("Which language", "English"), step=step)
    await anna.taps(hello, "1️⃣")
    await anna.hears("If your words sound like danger", room=room, step=step)
    await anna.says(room, "go on")
    values = await anna.hears("What is said here stays here", room=room, step=step)
    await anna.taps(values, "✅")
    await anna.hears("Which country", room=room, step=step)
    await anna.says(room, "Ireland")
    await anna.hears("call 112", room=room, step="lines that answer in her country")
    await anna.hears("Are you 18 or over?", room=room, step=step)


async def _rooms_open(world: World, anna: Player, room: str) -> None:
    await anna.says(room, "1")
    await anna.hears("Our rooms are open", room=room, step="the rooms open")
    places = [world.place(name) for name in ("space", "topic:night-shift", "topic:good-news")]
    await anna.comes_into(*places, step="invitations into the rooms")


async def _switches(anna: Player, room: str) -> None:
    shows = ("service", "matching", "check-ins")
    await anna.hears("All are off until you turn them on", room=room, shows=shows, step="six switches, all off")
    await anna.says(room, "service, matching and check-ins")
    await anna.hears("matching is on", "check-ins is on", room=room, step="what she allows is noted")


async def _profile(anna: Player, room: str) -> None:
    step = "a question of the welcome"
    await anna.hears("What have you lived with", room=room, step=step)
    await anna.says(room, "panic attacks, and years of night shifts")
    await anna.hears("panic attacks", "night shifts", room=room, step="themes in her own words")
    await anna.hears("What helps you", room=room, step=step)
    await anna.says(room, "somebody who listens and does not hurry me")
    role = await anna.hears("What are you here for now?", room=room, shows=("1. ", "2. "), step=step)
    await anna.taps(role, "1️⃣")
    await anna.hears("That is all for now", room=room, step="the welcome is done")
