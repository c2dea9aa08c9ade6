"""What people say when they are in danger, and what only sounds like it: one file for each language."""

from models.phrases import de, en, es
from models.phrases.parts import Phrases

ALL: tuple[Phrases, ...] = (en.PHRASES, es.PHRASES, de.PHRASES)

__all__ = ["ALL", "Phrases"]
