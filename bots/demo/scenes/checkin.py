"""Scene 3: how was the day? Answered by a vote, a word and a number."""

from bots.demo.world import World


async def checkin(world: World) -> None:
    """Anna sets a time, answers in three ways, and looks at her days."""
    stage, anna = world.stage, world.cast["anna"]
    stage.begin(
        "Before bed: how was your day?",
        "The check-in bot asks at a time that Anna chooses. Poll votes are encrypted like messages.",
    )
    room = await anna.opens_chat(world.bot("checkin"), "Anna and the check-in bot")
    await anna.hears("I am the check-in bot", room=room, step="the bot says what it is")
    await anna.says(room, "!checkin at 8:30")
    await anna.hears("every day at 8:30", "Dublin", room=room, step="a time is set")
    await anna.says(room, "!checkin now")
    poll = await anna.sees_poll(room, "How is your day?", step="the question of the day")
    await anna.votes(poll, "2", "bad")
    await anna.hears("I noted: 2, bad", room=room, shows=("words",), step="an answer is noted")
    await anna.says(room, "no sleep before the late shift")
    await anna.hears("I kept your words", room=room, step="words are kept")
    await anna.says(room, "so-so")
    await anna.hears("I noted: 3, okay", room=room, step="an answer is noted")
    await anna.says(room, "4")
    await anna.hears("I noted: 4, good", room=room, step="an answer is noted")
    await anna.says(room, "!trend")
    await anna.hears("4 of 5", room=room, step="her own days", shows=("answer",))
