"""Every sentence a bot says, in the words that were reviewed: `Texts` says a `Phrase` in a language.

    texts = Texts.load(overlay=Path("our-words"))
    texts.say("de", phrase("person-is-here", name="Ada"))

How to write a pack file is in README.md beside this file.
"""

from policies.texts.errors import BadTextsError, IncompletePhraseError, TextError, UnknownTextError
from policies.texts.phrase import Phrase, phrase
from policies.texts.say import Texts

__all__ = ["BadTextsError", "IncompletePhraseError", "Phrase", "TextError", "Texts", "UnknownTextError", "phrase"]
