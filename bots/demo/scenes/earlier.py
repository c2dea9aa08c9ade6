"""Before the story: somebody is a member already."""

from bots.demo.world import World

ANSWERS = ("English", "ok", "I agree", "Ireland", "yes", "that is all")


async def earlier(world: World) -> None:
    """Dora goes through the welcome while nobody watches. Raises NotHeard."""
    dora = world.cast["dora"].member
    with world.stage.preparing("Dora, who has been here for a while, was welcomed"):
        room = await dora.dm(world.bot("intake"))
        await dora.hears_words("software", room=room)
        for words in ANSWERS:
            before = len(dora.heard)
            await dora.say(room, words)
            await dora.hears_words("", room=room, after=before)
