"""The hard rules: first person + intent + means or time, in English, Spanish and German.

A rule can only raise: what it misses is still judged by the model, and no score can mute what it finds.
Sentences are looked at one by one, because "years ago I wanted to die. today I am glad" is two of them.
"""

import re

from models.phrases import ALL, Phrases

RULES = ("attempt", "intent+means", "intent+time", "intent", "yes-to-question", "other-acute")
"""Every name that `fired` can answer. What each raises to is decided in `policies/`."""

_TRIGGER = re.compile(
    r"suicid|suizid|selbstmord|kill|\bdie\b|dying|dead|\bend |my life|alive|exist|myself|overdos|swallow|\btook\b|taken"
    r"|\blive\b|own life|hurting|attempted"
    r"|wake up|cutting|bleeding|ledge|himself|herself|themsel|goodbye|jump|mat[ao]|mor[iy]|muert|quitar|vivir"
    r"|viviendo|viv[oa]\b|daño|ahorc|cort[aá]|pastillas|desped|colgar|lastim|tirarme|desaparecer|umbr|umzub|bring|sterb"
    r"|\btot\b|leben|ritz|verletz|schneid|schnitt|tabletten|pillen|genommen|geschluckt"
    r"|tom[eé]|tomado|tragué|intenté|abschied|antun|antut|aufwachen|töte|erhäng|blute"
)
_INLINE_QUOTE = re.compile(r"[\"“„«][^\"”“»\n]{3,300}[\"”“»]|(?<!\w)['‘][^'’\n]{8,300}['’](?!\w)")
_SHORT = 60
_SUBJECT = ("i ", "ich ")
"""A phrase with its own subject is not denied by what stands before it: "i can not go on i want to die"."""
_SENTENCE = re.compile(r"[.!?;\n]+(?=\s|\Z)|[,\s]+(?:but|pero|aber)\b")


def fired(text: str, reply_to: str | None = None) -> tuple[str, ...]:
    """Names of the rules that hold for `text` (normalized, own words), most serious first; mostly ()."""
    found = {"yes-to-question"} if reply_to and _says_yes(text, reply_to) else set()
    if _TRIGGER.search(text):
        spoken = _INLINE_QUOTE.sub(" … ", text)
        for phrases in ALL:
            found |= _of_self(spoken, phrases) | _of_others(spoken, phrases)
    return tuple(rule for rule in RULES if rule in found)


def sounds_like_danger(text: str) -> bool:
    """Whether any word of the rules' vocabulary is there at all: a cheap first look."""
    return _TRIGGER.search(text) is not None


def cues(text: str) -> set[str]:
    """Which parts of speech about danger, and which excuses for it, stand in the text: words for the model."""
    spoken = _INLINE_QUOTE.sub(" … ", text)
    found = {"quoted"} if spoken != text else set()
    for phrases in ALL:
        found |= {name for name in phrases.__slots__ if name != "denied" and getattr(phrases, name).search(spoken)}
    return found


def _says_yes(text: str, question: str) -> bool:
    return len(text) <= _SHORT and any(phrases.asks.search(question) and phrases.yes.match(text) for phrases in ALL)


def _of_self(text: str, phrases: Phrases) -> set[str]:
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text)]
    earnest = phrases.earnest.search(text) is not None
    if any(phrases.attempt.search(sentence) and not _only_mentions(sentence, phrases) for sentence in sentences):
        return {"attempt"}
    if not any(_means_it(sentence, phrases, earnest) for sentence in sentences):
        return set()
    if phrases.means.search(text):
        return {"intent+means", "intent"}
    return {"intent+time", "intent"} if phrases.time.search(text) else {"intent"}


def _means_it(sentence: str, phrases: Phrases, earnest: bool) -> bool:
    intent = phrases.intent.search(sentence)
    if intent is None or (not intent[0].startswith(_SUBJECT) and phrases.denied.search(sentence[: intent.start()])):
        return False
    joking = phrases.figurative.search(sentence) and not earnest and not phrases.means.search(sentence)
    return not joking and not _only_mentions(sentence, phrases)


def _only_mentions(sentence: str, phrases: Phrases) -> bool:
    return any(excuse.search(sentence) for excuse in (phrases.past, phrases.fiction, phrases.supposed))


def _of_others(text: str, phrases: Phrases) -> set[str]:
    told = phrases.other_intent.search(text)
    if told is None or not phrases.urgent.search(text) or phrases.past.search(text) or phrases.fiction.search(text):
        return set()
    return set() if phrases.denied.search(text[: told.end()][:-1]) else {"other-acute"}
