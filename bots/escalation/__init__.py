"""The escalation bot."""

from bots.bot import Bot
from bots.commands import commands_of
from bots.escalation import commands, handlers

BOT = Bot("escalation", handlers.HANDLERS, handlers.CHOICES, commands_of(commands), start=handlers.start)
