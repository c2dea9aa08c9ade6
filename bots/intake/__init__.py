"""The intake bot."""

from bots.bot import Bot
from bots.commands import commands_of
from bots.intake import commands, coordination, handlers

BOT = Bot("intake", handlers.HANDLERS, handlers.CHOICES, commands_of(commands, coordination))
