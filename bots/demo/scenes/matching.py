"""Scene 2: a supporter is named, two people are shown to each other without names, and a room opens for them."""

from bots.demo.player import Player
from bots.demo.words import brief
from bots.demo.world import World

HEARS = "the supporter hears of it"
TWO = "Anna and Ben, a room for two"


async def matching(world: World) -> None:
    """Ben becomes a supporter; Anna looks for somebody; both say yes."""
    world.stage.begin(
        "A little later: Ben, who has been there",
        "Alex, the coordinator, names Ben a supporter. Ben goes through the same welcome, in his own hurry.",
    )
    anna, ben = world.cast["anna"], world.cast["ben"]
    room = await _supporter(world, ben)
    await _pair(world, anna, ben, room)


async def _supporter(world: World, ben: Player) -> str:
    alex, room = world.cast["alex"], world.place("staff:coordinators")
    await alex.says(room, f"!supporter {ben.user_id}")
    await alex.hears("is a supporter now", room=room, step="a supporter is named")
    hello = await ben.hears("has named you as a supporter", title="Ben and the welcome bot", step=HEARS)
    may_show = await ben.hears("show other people a card", room=hello.room_id, step=HEARS)
    await ben.hears("I am software", room=hello.room_id, step=HEARS)
    await ben.taps(may_show, "✅")
    await ben.hears("when somebody fits", room=hello.room_id, step="what he allows is noted")
    await _hurried_welcome(ben, hello.room_id)
    return hello.room_id


async def _hurried_welcome(ben: Player, room: str) -> None:
    step = "a question of the welcome"
    asked = [
        ("English", "Before you tell me anything"),
        ("ok", "This is what we hold to"),
        ("I agree", "Which country"),
        ("Ireland", "Are you 18 or over?"),
        ("yes", "All are off until you turn them on"),
        ("service and matching", "What have you lived with"),
        ("night shifts in a hospital, panic, and getting through it", "What helps you"),
        ("time, tea, and no advice", "What are you here for now?"),
        ("I offer support", "That is all for now"),
    ]
    for answer, next_question in asked:
        await ben.says(room, answer)
        await ben.hears(next_question, room=room, shows=brief, step=step)


async def _pair(world: World, anna: Player, ben: Player, bens: str) -> None:
    world.stage.tell("Anna asks for a person. Each is shown a card without a name, and a no would never be told.")
    annas = world.stage.room_called("Anna and the welcome bot")
    await anna.says(annas, "!match")
    await anna.hears("I am looking", room=annas, step="the search begins")
    card = await ben.hears("Somebody is looking", "night shifts", room=bens, step="a card for the supporter")
    await ben.taps(card, "✅")
    await ben.hears("I ask the other person now", room=bens, step="the supporter’s yes")
    card = await anna.hears("There is a person", "night shifts", room=annas, step="a card for Anna")
    await anna.taps(card, "✅")
    await anna.hears("You both said yes", room=annas, step="both said yes")
    agreement = await anna.hears(
        "This is what holds in this room", shows=("Who", "How"), title=TWO, step="the room opens"
    )
    room = agreement.room_id
    world.stage.check("the room for two is encrypted", anna.encrypted(room), "it is not")
    await anna.taps(agreement, "✅")
    await anna.hears("I wait for the other", room=room, step="the first yes to the agreement")
    await ben.says(room, "yes")
    await ben.hears("The room is yours", room=room, step="both agreed")
    await ben.says(room, "Hi Anna. I did nights for six years. Take your time.")
    await anna.reads("six years", by=ben, room=room)
