"""The hard rules, phenomenon by phenomenon. Lines are written for the purpose and name no method."""

from time import perf_counter

import pytest

from models.corpus import background, read_csv
from models.normalize import normalize, own_words
from models.rules import fired


def rules_of(text: str, reply_to: str | None = None) -> tuple[str, ...]:
    return fired(normalize(own_words(text)), normalize(reply_to) if reply_to else None)


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i'm suicidal again",
        "honestly i just want to die",
        "can't go on. going to end my life",
        "i can't go on, i want to end my life",
        "not ok at all i want to die",
        "no quiero seguir viviendo",
        "me quiero matar",
        "ya no puedo más, quiero morirme",
        "ich will nicht mehr leben",
        "ich bringe mich um",
        "ich halte das nicht aus, ich möchte sterben",
    ],
)
def test_first_person_intent(text: str) -> None:
    """Whoever says in the present and of themselves that they want to die is heard."""
    assert "intent" in rules_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm going to kill myself tonight",
        "i want to die. it has to be today",
        "when everyone is asleep i am going to end my life",
        "esta noche me voy a matar",
        "voy a suicidarme mañana",
        "ich werde mich heute umbringen",
        "morgen nehme ich mir das leben",
    ],
)
def test_intent_with_a_time(text: str) -> None:
    """Intent and a time within days is the first hard rule."""
    assert rules_of(text)[0] == "intent+time"


@pytest.mark.parametrize(
    "text",
    [
        "i want to die and the pills are in front of me",
        "i'm on the bridge. i want to end it all",
        "quiero morir y tengo las pastillas en la mano",
        "ich will sterben, ich stehe auf der brücke",
    ],
)
def test_intent_with_means(text: str) -> None:
    """Intent and means at hand is the second hard rule."""
    assert rules_of(text)[0] == "intent+means"


@pytest.mark.parametrize(
    "text",
    [
        "I took all my pills",
        "i just swallowed too many tablets",
        "me tomé todas las pastillas",
        "ich habe alle tabletten genommen",
        "just swallowed way too many",
        "me las tomé todas, ayuda",
        "ich habe sie alle genommen",
        "i tried to end my life last night",
        "anoche intenté suicidarme",
    ],
)
def test_attempt_under_way(text: str) -> None:
    """What has been taken needs no word about intent."""
    assert rules_of(text) == ("attempt",)


@pytest.mark.parametrize(
    "text",
    [
        "i w@nt to d1e",
        "gonna k1ll mys3lf",
        "im goign to kil myslef",
        "kms, i mean it",
        "s u i c i d a l, i am suicidal",
    ],
)
def test_disguise_slang_and_slips(text: str) -> None:
    """The rules read what the normalizer has undone."""
    assert "intent" in rules_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "my brother says he wants to die and won't answer the phone",
        "a user just wrote that she is going to kill herself",
        "mi hermana dice que se va a matar esta noche",
        "meine schwester will sich heute umbringen",
    ],
)
def test_somebody_else_in_danger_now(text: str) -> None:
    """Somebody else's acute danger is told apart from one's own."""
    assert rules_of(text) == ("other-acute",)


@pytest.mark.parametrize("answer", ["yes", "yeah, every day", "yes. tonight"])
def test_yes_to_the_question(answer: str) -> None:
    """A bare yes counts when it answers whether somebody thinks of suicide, and only then."""
    assert rules_of(answer, "are you thinking about suicide?") == ("yes-to-question",)
    assert rules_of(answer, "are you coming to the picnic?") == ()
    assert rules_of(answer) == ()


@pytest.mark.parametrize(
    ("question", "answer"),
    [("¿estás pensando en suicidarte?", "sí"), ("denkst du daran dir das leben zu nehmen?", "ja, jeden tag")],
)
def test_yes_in_other_languages(question: str, answer: str) -> None:
    """The same holds in Spanish and German."""
    assert rules_of(answer, question) == ("yes-to-question",)


HARMLESS = {
    "negation": [
        "i don't want to kill myself",
        "i am not going to hurt myself tonight",
        "i never said i want to die",
        "no quiero morir",
        "ich will mich nicht umbringen",
    ],
    "past": [
        "years ago i wanted to die",
        "i used to want to kill myself",
        "hace años quería morir",
        "vor drei jahren wollte ich sterben",
    ],
    "figurative": [
        "this homework makes me want to die lol",
        "i want to die of embarrassment",
        "dying to see it tonight",
        "me muero de risa",
        "ich sterbe vor hunger, jetzt",
    ],
    "quoting": [
        'you wrote "i want to die tonight", how are you?',
        "> i want to kill myself tonight\nplease stay with us",
        'dice "quiero morir"',
    ],
    "lyrics": [
        "🎵 i want to die tonight 🎵",
        'the song goes "i want to die right now"',
        "en la canción: me quiero morir",
    ],
    "third person": [
        "the hero wants to kill himself in the book",
        "my uncle died by suicide years ago",
        "mi tío se suicidó hace años",
    ],
    "supportive": [
        "if you want to die call someone now",
        "please don't kill yourself tonight",
        "when people say i want to die, listen",
    ],
    "information": [
        "what does the bot do if i want to die?",
        "the course on suicide prevention starts today",
        "wie kann ich helfen wenn jemand sterben will",
    ],
    "chat": [
        "good night, i'm done for today",
        "took my pills with breakfast",
        "i took all my meds with breakfast, proud of me",
        "tomé muchas fotos y todas las clases",
        "ich habe schon alle termine genommen",
        "standing on the platform, train is late",
        "",
    ],
}


@pytest.mark.parametrize(("phenomenon", "text"), [(name, text) for name, texts in HARMLESS.items() for text in texts])
def test_what_only_sounds_like_danger(phenomenon: str, text: str) -> None:
    """Negation, past, figures of speech, quotes, lyrics, stories, support and questions fire no rule."""
    assert rules_of(text) == (), phenomenon


@pytest.mark.parametrize(
    "text",
    [
        "lol but seriously i want to die tonight",
        "haha i want to kill myself, i mean it",
        "monday. i want to die, not joking",
    ],
)
def test_laughing_does_not_hide_what_is_meant(text: str) -> None:
    """A joke that says it is none is heard."""
    assert "intent" in rules_of(text)


def test_harmless_development_lines_fire_nothing() -> None:
    """No rule fires on any line that is not a crisis, in English, Spanish, German and French."""
    rows = [*read_csv("dev/distress_dev_en.csv"), *read_csv("dev/distress_dev_es_de_fr.csv")]
    assert [row["text"] for row in rows if row["label"] != "crisis" and rules_of(row["text"])] == []


def test_ordinary_chat_fires_next_to_nothing() -> None:
    """At most one in a thousand messages of ordinary chat fires a rule, and looking takes well under a millisecond."""
    texts = background()
    started = perf_counter()
    raised = sum(bool(rules_of(text.body)) for text in texts)
    assert raised / len(texts) <= 0.001
    assert (perf_counter() - started) / len(texts) < 0.001
