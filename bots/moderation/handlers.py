"""Which event goes to which function, and those functions."""

from collections.abc import Mapping

from bots.bot import ChoiceHandler, Handler
from bots.events import Event

HANDLERS: Mapping[type[Event], Handler] = {}
CHOICES: Mapping[str, ChoiceHandler] = {}
