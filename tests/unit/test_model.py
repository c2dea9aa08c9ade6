"""The trained judge: what it promises to everybody who calls it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from click.testing import CliRunner

from models import ArtefactAltered, ArtefactMissing, Judge, Text, manifest
from models.cli import classify, classify_lines
from models.corpus import Row, background, distress_rows, fill, read_csv, unseen
from models.evaluate import evaluate, report
from models.judge import WINDOW
from models.rules import RULES
from policies.thresholds import Thresholds


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge.load()


@pytest.fixture(scope="module")
def figures(judge: Judge) -> Iterator[dict[str, dict]]:  # type: ignore[type-arg]
    yield evaluate(judge, Thresholds.load())


def test_levels_are_probabilities(judge: Judge) -> None:
    """The four levels of every judgement add up to one and lie between zero and one."""
    for judgement in judge.judge([Text(row["text"]) for row in read_csv("dev/distress_dev_en.csv")]):
        values = [getattr(judgement.distress, level) for level in ("none", "low", "distress", "crisis")]
        assert sum(values) == pytest.approx(1.0)
        assert min(values) >= 0
        assert set(judgement.rules) <= set(RULES)


def test_a_batch_says_what_single_messages_say(judge: Judge) -> None:
    """Judging together or one by one gives the same judgements in the same order, empty texts included."""
    texts = [
        Text("i want to die"),
        Text(""),
        Text("good morning"),
        Text("> <@a:b> quoted"),
        Text("deja los antidepresivos"),
    ]
    alone = [judge.judge([text])[0] for text in texts]
    together = judge.judge(texts)
    assert [judgement.rules for judgement in together] == [judgement.rules for judgement in alone]
    for one, other in zip(alone, together, strict=True):
        assert one.distress.crisis == pytest.approx(other.distress.crisis, abs=1e-5)
    assert judge.judge([]) == []


def test_nothing_of_their_own_is_nothing_to_worry_about(judge: Judge) -> None:
    """A message that only quotes is judged as silence."""
    (judgement,) = judge.judge([Text("> <@a:example.org> i want to kill myself tonight")])
    assert (judgement.distress.level, judgement.rules, judgement.abstain) == ("none", (), False)


def test_one_sentence_in_a_long_letter_is_found(judge: Judge) -> None:
    """A crisis at the end of a long harmless message scores far above the message without it."""
    filler = "we went to the market and bought apples and bread and it was a sunny day. " * 10
    assert len(filler.split()) > 2 * WINDOW
    plain, hidden = judge.judge([Text(filler), Text(filler + "i want to kill myself, i can't go on living")])
    assert hidden.distress.crisis > plain.distress.crisis + 0.2
    assert "intent" in hidden.rules


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I don't know what to do about my job", "en"),
        ("hoy no me siento muy bien, gracias por preguntar", "es"),
        ("heute geht es mir nicht so gut, danke der nachfrage", "de"),
        ("je ne suis pas très bien aujourd'hui mais merci", "other"),
        ("Сегодня мне не очень хорошо", "other"),
        ("今日はあまり元気がありません", "other"),
        ("😂😂😂", "und"),
        ("hm", "und"),
    ],
)
def test_language_of_a_message(judge: Judge, text: str, language: str) -> None:
    """The language is guessed for each message, and unsure is an answer."""
    assert judge.judge([Text(text)])[0].language == language


def test_the_chosen_language_settles_a_doubt(judge: Judge) -> None:
    """What the author chose counts where the words say nothing, and only there."""
    assert judge.judge([Text("hm", language="de-AT")])[0].language == "de"
    assert judge.judge([Text("heute geht es mir nicht so gut", language="es")])[0].language == "de"


def test_an_unknown_language_is_for_a_human(judge: Judge) -> None:
    """The judge abstains on a sentence in a language that it has not learned, not on a word of it."""
    assert judge.judge([Text("je ne veux plus vivre comme ça, c'est trop dur pour moi")])[0].abstain
    assert not judge.judge([Text("ok merci")])[0].abstain


def test_the_answered_message_is_context(judge: Judge) -> None:
    """The same word is judged by what it answers."""
    asked, chatted = judge.judge([Text("yes", "are you thinking about suicide?"), Text("yes", "coffee?")])
    assert (asked.rules, chatted.rules) == (("yes-to-question",), ())


def test_rarity_is_counted_on_ordinary_chat(judge: Judge) -> None:
    """Of 1,000 background messages, as many lie within a rarity of 5 as the number says."""
    judgements = judge.judge(background())
    within = sum(judgement.rarity.crisis <= 5 for judgement in judgements)
    assert within == pytest.approx(0.005 * len(judgements), abs=2)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(manifest.FOLDER, tmp_path / "artefacts"))


def test_a_missing_file_is_refused(copy: Path) -> None:
    """Without one of its files the judge does not start, and says what to do."""
    (copy / "heads.skops").unlink()
    with pytest.raises(ArtefactMissing, match=r"heads\.skops is missing.*make train"):
        Judge.load(copy)


def test_a_missing_manifest_is_refused(tmp_path: Path) -> None:
    """A folder without a manifest is no trained judge."""
    with pytest.raises(ArtefactMissing, match="make train"):
        Judge.load(tmp_path)


@pytest.mark.parametrize("name", ["heads.skops", "features.skops", "settings.json", "language.json"])
def test_an_altered_file_is_refused(copy: Path, name: str) -> None:
    """One changed byte in any file, and the judge does not start."""
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(ArtefactAltered, match=rf"{name}.*make train"):
        Judge.load(copy)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"files": 3}', '{"files": {"../x": {"sha256": ""}}}', '{"files": {"a": {}}}']
)
def test_a_broken_manifest_is_refused(copy: Path, content: str) -> None:
    """A manifest that is no list of files is refused with a sentence."""
    (copy / manifest.NAME).write_text(content)
    with pytest.raises(ArtefactAltered, match="make train"):
        Judge.load(copy)


def test_starter_slots_are_filled_the_same_way_each_time() -> None:
    """Filling is deterministic, leaves no slot open, and keeps the label's text whole."""
    assert list(fill("hi {kin}, {when}?")) == list(fill("hi {kin}, {when}?"))
    filled = [row.text.body for row in distress_rows() if row.phenomenon == "starter"]
    assert len(filled) > 233
    assert not any("{" in text for text in filled)


def test_no_development_line_is_learned() -> None:
    """No written training line shares most of its words with a line of a development set."""
    line = read_csv("dev/distress_dev_en.csv")[0]["text"]
    row = Row(Text(line), "crisis", "copied")
    other = Row(Text("quite another sentence about the weather"), "none", "own")
    assert unseen([row, other], "distress_dev_en") == [other]
    assert line not in {row.text.body for row in distress_rows()}


@pytest.mark.parametrize("filler", ["my friend he ", "i want to ", "> ", "and i yesyes ", "s ", "🙂", "i took all "])
def test_a_monster_message_is_cut_and_shown_to_a_human(judge: Judge, filler: str) -> None:
    """The longest message that Matrix carries is judged in at most seconds, and what was not read is for a human."""
    monster = "x " + filler * (65_000 // len(filler))
    started = perf_counter()
    (judgement,) = judge.judge([Text(monster, "are you thinking about suicide?")])
    assert perf_counter() - started < 3
    assert judgement.abstain


def test_fast_enough_on_one_core(judge: Judge) -> None:
    """A batch of twenty costs under two milliseconds a message; one message alone under ten at the 95th percentile."""
    texts = background()[:600]
    started = perf_counter()
    for at in range(0, len(texts), 20):
        judge.judge(texts[at : at + 20])
    assert (perf_counter() - started) / len(texts) < 0.002
    singles = sorted(_seconds(judge, text) for text in texts[:200])
    assert singles[190] < 0.010


def _seconds(judge: Judge, text: Text) -> float:
    started = perf_counter()
    judge.judge([text])
    return perf_counter() - started


def test_artefacts_are_small() -> None:
    """All trained files together stay under 15 MB."""
    assert sum(file.stat().st_size for file in manifest.FOLDER.iterdir()) < 15e6


def test_figures_do_not_fall(figures: dict[str, dict]) -> None:  # type: ignore[type-arg]
    """The landed files reach, on the development sets, what stands here; a worse model is noticed here."""
    assert figures["distress_en"]["crisis_auc"][0] >= 0.89
    assert figures["distress_en"]["crisis_recall_now"][0] >= 0.55
    assert figures["distress_en"]["none_called_now"] <= 0.05
    assert figures["misinformation_en"]["auc_against_matched"][0] >= 0.78
    assert figures["background"]["tiers"]["now"] <= 11
    assert "crisis_auc" in report(figures)


def test_classify_lines(judge: Judge) -> None:
    """Each line is answered in order; a malformed one with its error."""
    lines = [
        '{"text": "i want to kill myself tonight"}',
        "nonsense",
        '{"text": 3}',
        '{"text": "hi", "lang": 4}',
        '{"text": "hi all"}',
    ]
    answers = list(classify_lines(lines, judge, Thresholds.load()))
    assert answers[0]["distress"]["tier"] == "now"
    assert answers[0]["distress"]["rules"] == ["intent+time", "intent"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert set(answers[4]) == {"distress", "misinformation", "language", "abstain"}
    assert set(answers[4]["distress"]) == {"level", "p", "tier", "rules"}
    assert set(answers[4]["misinformation"]) == {"label", "p", "kind", "flag"}


def test_classify_command() -> None:
    """The command judges a text, or standard input line by line, and wants exactly one of both."""
    runner = CliRunner()
    one = runner.invoke(classify, ["good morning everyone"])
    assert json.loads(one.output)["distress"]["tier"] == "none"
    many = runner.invoke(classify, ["--jsonl"], input='{"text": "hi"}\n{"text": "hola a todos"}\n')
    assert [json.loads(line)["misinformation"]["flag"] for line in many.output.splitlines()] == [False, False]
    assert runner.invoke(classify, []).exit_code == 2


def test_classify_with_a_faulty_policy(tmp_path: Path) -> None:
    """A fault in an organization's own thresholds is told as a sentence, not as a traceback."""
    (tmp_path / "thresholds.yaml").write_text("distress: {least_crisis: 7}", encoding="utf-8")
    told = CliRunner().invoke(classify, ["hi", "--policies", str(tmp_path)])
    assert told.exit_code == 1
    assert "distress.least_crisis" in told.output
