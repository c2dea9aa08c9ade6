"""Scene 6: the bots are killed in the middle of a conversation, and nothing is lost or doubled."""

from bots.demo.player import Player
from bots.demo.world import World


async def restart(world: World) -> None:
    """SIGKILL right after Anna asked; she goes on writing to nobody; then they are started again."""
    stage, anna = world.stage, world.cast["anna"]
    stage.begin(
        "Wednesday morning: and if the machine dies?",
        "Anna asks for her check-in, and in that moment the bots are killed (SIGKILL). She goes on writing to nobody.",
    )
    room = stage.room_called("Anna and the check-in bot")
    before = len(anna.heard_in(room, world.bot("checkin")))
    await anna.says(room, "!checkin now")
    await world.bots.kill()
    stage.did("kill -9: no bot runs any more", stage.since_acting())
    await anna.says(room, "3")
    with stage.preparing("kith run, once more"):
        await world.bots.start()
    await anna.hears("I noted: 3, okay", room=room, step="what she wrote to nobody is answered")
    await _exactly_once(world, anna, room, before)


async def _exactly_once(world: World, anna: Player, room: str, before: int) -> None:
    """Answers of one room come in order, so after the next one nothing earlier is still on its way."""
    await anna.says(room, "!trend")
    await anna.hears("3 of 5", room=room, step="her own days")
    said = anna.heard_in(room, world.bot("checkin"))[before:]
    asked, noted = (sum(words in body for body in said) for words in ("How is your day?", "I noted: 3"))
    world.stage.check("asked once, answered once: nothing lost, nothing doubled", (asked, noted) == (1, 1), str(said))
