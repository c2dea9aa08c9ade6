"""The judge of Kith: reads a text and returns numbers. It knows no Matrix, no member and no policy."""

from models.judge import Judge
from models.judgement import (
    CLAIMS,
    KINDS,
    LEVELS,
    Claim,
    Distress,
    Judgement,
    Kind,
    Language,
    Level,
    Misinformation,
    Rarity,
    Text,
)
from models.manifest import ArtefactAltered, ArtefactMissing

__all__ = [
    "CLAIMS",
    "KINDS",
    "LEVELS",
    "ArtefactAltered",
    "ArtefactMissing",
    "Claim",
    "Distress",
    "Judge",
    "Judgement",
    "Kind",
    "Language",
    "Level",
    "Misinformation",
    "Rarity",
    "Text",
]
