"""The moderation bot."""

from bots.bot import Bot
from bots.commands import commands_of
from bots.moderation import commands, handlers

BOT = Bot(
    "moderation",
    handlers.HANDLERS,
    handlers.CHOICES,
    commands_of(commands),
    batch=handlers.batch,
    start=handlers.start,
)
