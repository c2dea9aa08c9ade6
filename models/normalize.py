"""From what people type to words that can be compared: one pure function for each habit of typing."""

import re
import unicodedata

from models.wordlists import CONTRACTIONS, SENSITIVE, SLANG, TYPOS

_FALLBACK = re.compile(r"\A>[ ]?(?:\* )?<@[^>\n]+>.*(?:\n>.*)*\n*")
_QUOTED_LINE = re.compile(r"^[ \t]*>(?=[ \t\w>\"“„«'*¿¡]).*(?:\n|\Z)", re.MULTILINE)
_FENCED = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_ZALGO = re.compile("[\u0300-\u0302\u0304-\u0307\u0309-\u036f\u0489]")
_LOOKALIKE = str.maketrans("абвгеёзікмнорстухѕјԁαβεικνορτυχ", "abbreezikmhopctyxsjdabeiknoptux")
_LATIN_AND_OTHER = re.compile(r"\b(?=\w*[a-z])(?=\w*[\u0370-\u03ff\u0400-\u052f])\w+\b")
_LEET = str.maketrans("013457@$!€", "oieastasie")
_LEET_TOKEN = re.compile(r"(?<![\w@:.])(?=[a-z@$!013457€]*[a-z][@$!013457€]+[a-z])[a-z@$!013457€]{3,}(?![\w:.@])")
_SPELLED = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*]{1,2}){3,}[^\W\d_](?!\w)")
_NOT_LETTER = re.compile(r"[\W_]+")
_MASKED = re.compile(r"(?<!\w)[^\W\d_]+[*_#.][^\W\d]*[^\W\d_](?!\w)")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+\w*|<3")
_SPACE = re.compile(r"\s+")
_KEEPS_DOUBLE = frozenset("eolstfpnmr")


def own_words(body: str) -> str:
    """The part of a message that its author wrote: no reply fallback, no `>` lines, no fenced text."""
    body = _FALLBACK.sub("", body.replace("\r\n", "\n"))
    return _FENCED.sub(" ", _QUOTED_LINE.sub("", body)).strip()


def normalize(text: str) -> str:
    """Lower-case words with disguises, habits and common slips undone. Idempotent enough to compare two spellings."""
    text = _plain_letters(text)
    if not text.isascii():
        text = _LATIN_AND_OTHER.sub(lambda found: found[0].translate(_LOOKALIKE), text)
    text = _SPELLED.sub(lambda found: _NOT_LETTER.sub("", found[0]), text)
    text = _LEET_TOKEN.sub(_unleet, text)
    text = _MASKED.sub(_unmask, text)
    text = _STRETCHED.sub(_shorten, text)
    return _SPACE.sub(" ", _WORD.sub(_everyday, text)).strip()


def _plain_letters(text: str) -> str:
    """NFKC without invisible characters and stacked accents, lower case, one kind of apostrophe."""
    if text.isascii():
        return text.lower()
    text = _ZALGO.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
    return text.lower().replace("’", "'").replace("´", "'").replace("`", "'")


def _unleet(found: re.Match[str]) -> str:
    token = found[0]
    ending = token[len(token.rstrip("!")) :]
    return str(token.rstrip("!").translate(_LEET)) + ending


def _unmask(found: re.Match[str]) -> str:
    """`su*cide` is read as the one sensitive word that it can be; anything else stays."""
    token = found[0]
    pattern = re.compile("".join("." if sign in "*_#." else sign for sign in token))
    return next((word for word in SENSITIVE if pattern.fullmatch(word)), token)


def _shorten(found: re.Match[str]) -> str:
    letter = found[1]
    return letter * 2 if letter in _KEEPS_DOUBLE else letter


def _everyday(found: re.Match[str]) -> str:
    word = found[0]
    for words in (CONTRACTIONS, SLANG, TYPOS):
        if word in words:
            return words[word]
    if "'" not in word and _DOUBLED.search(word):
        single = _DOUBLED.sub(r"\1", word)
        return single if single in SENSITIVE else word
    return word
