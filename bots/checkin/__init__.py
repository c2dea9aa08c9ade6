"""The checkin bot."""

from bots.bot import Bot
from bots.checkin import commands, handlers
from bots.commands import commands_of

BOT = Bot("checkin", handlers.HANDLERS, handlers.CHOICES, commands_of(commands))
