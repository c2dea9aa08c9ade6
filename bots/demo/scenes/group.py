"""Scene 4: a room of many. Care is quiet, and a human decides."""

from bots.demo.player import Player
from bots.demo.world import World

CLAIM = "You can just stop taking your lithium, it is all pharma lies. Turmeric does the same."


async def group(world: World) -> None:
    """Ordinary chat; low words that nobody comments in public; a dangerous claim that a moderator looks at."""
    stage, room = world.stage, world.place("topic:night-shift")
    stage.begin(
        "Around midnight: the room Night shift",
        "The safety bot reads along, and the topic of the room says so. Watch how little it says.",
    )
    anna, ben, dora = (world.cast[name] for name in ("anna", "ben", "dora"))
    await ben.says(room, "Kettle is on. Who else is awake?")
    await anna.reads("Kettle", by=ben, room=room)
    await dora.says(room, "Me. Made pancakes for dinner, no regrets.")
    await anna.says(room, "I'm tired of everything lately.")
    await dora.reads("tired of everything", by=anna, room=room)
    await _seen_by_moderators(world, anna)
    await _claim(world, dora)


async def _seen_by_moderators(world: World, anna: Player) -> None:
    """Nothing in the room; a line in the moderators' list, without name or words."""
    alex, desk = world.cast["alex"], world.place("staff:moderators")
    await alex.says(desk, "!flags")
    listed = await alex.hears("night-shift", "a little low", room=desk, step="low words stand in the moderators’ list")
    quoted = "tired" in listed.body or "anna" in listed.body.lower()
    world.stage.check("the list holds neither her name nor her words", not quoted, listed.body)
    said = anna.heard_in(world.place("topic:night-shift"), world.bot("moderation"))
    world.stage.check("in the room, no bot has said a word", not said, str(said))


async def _claim(world: World, dora: Player) -> None:
    """A card for the moderators; what the moderator taps is what happens."""
    alex, desk, room = world.cast["alex"], world.place("staff:moderators"), world.place("topic:night-shift")
    await dora.says(room, CLAIM)
    shows = ("Why", "1.", "2.", "3.", "4.")
    card = await alex.hears("A health claim that may harm", room=desk, shows=shows, step="a card for the moderators")
    await alex.taps(card, "📝")
    note = "it helps to ask a doctor first"
    await world.cast["ben"].hears(note, room=room, step="the note that the moderator asked for")
    await alex.hears("Answered", room=desk, step="the card shows who answered")
