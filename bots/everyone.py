"""The four bots."""

from bots.bot import Bot
from bots.checkin import BOT as CHECKIN
from bots.escalation import BOT as ESCALATION
from bots.intake import BOT as INTAKE
from bots.moderation import BOT as MODERATION

BOTS: dict[str, Bot] = {bot.name: bot for bot in (INTAKE, CHECKIN, MODERATION, ESCALATION)}
