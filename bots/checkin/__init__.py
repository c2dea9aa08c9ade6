"""The checkin bot."""

from bots.bot import Bot
from bots.commands import commands_of
from bots.checkin import commands, handlers

BOT = Bot("checkin", handlers.HANDLERS, handlers.CHOICES, commands_of(commands))
