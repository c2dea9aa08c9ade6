"""Rows to learn from and to measure with, read from `models/data/`."""

import csv
import gzip
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.judgement import Text
from models.normalize import normalize
from models.rules import sounds_like_danger

DATA = Path(__file__).parent / "data"
DISTRESS_DEV = ("distress_dev_en", "distress_dev_es_de_fr")
TOO_ALIKE = 0.7
SLOT = re.compile(r"\{(\w+)\}")
FILLINGS = {
    "when": ("tonight", "today", "right now", "again"),
    "when2": ("yesterday", "this morning", "on friday"),
    "drug": ("meds", "medication", "tablets"),
    "n": ("two", "3", "some"),
    "bad": ("my job", "the divorce", "all this debt", "uni"),
    "kin": ("friend", "brother", "mum", "partner"),
    "she": ("she", "he", "she", "he"),
    "her": ("herself", "himself", "herself", "himself"),
    "thing": ("homework", "meeting", "video", "traffic"),
    "food": ("pizza", "burger", "chocolate"),
    "year": ("2012", "2018"),
    "line": ("the crisis line", "the helpline"),
}
"""What stands in the slots of the starter lines: everyday words; no substance and no amount is named."""
TROUBLED = {"sadness", "grief", "fear", "nervousness", "remorse", "disappointment"}
"""Emotions whose comments may be more than plain chat: left out of the background that the model learns from."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text. Rows of one `group` stay on one side of a split; `weight`: how far the label is believed."""

    text: Text
    label: str
    group: str
    phenomenon: str = ""
    weight: float = 1.0
    kind: str = ""


def distress_rows() -> list[Row]:
    """Everything the distress head learns from: written lines count fully, crowd and background rows less."""
    own = unseen([*_written_distress(), *_starter()], *DISTRESS_DEV)
    return [*own, *_stressors(), *_background("none", every=1, weight=0.05)]


def claim_rows() -> list[Row]:
    """Everything the misinformation head learns from."""
    own = unseen([*_written_claims(), *_feelings_are_chat()], *DISTRESS_DEV, "misinfo_dev_en")
    return [*own, *_fact_sets(), *_background("chat", every=3, weight=0.15)]


def unseen(rows: Iterable[Row], *dev_sets: str) -> list[Row]:
    """The rows that share less than `TOO_ALIKE` of their words with every line of the development sets."""
    seen = [_bag(line["text"]) for name in dev_sets for line in read_csv(f"dev/{name}.csv")]
    return [row for row in rows if max(_overlap(_bag(row.text.body), bag) for bag in seen) < TOO_ALIKE]


def _bag(text: str) -> set[str]:
    return set(re.findall(r"\w+", normalize(text)))


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def background() -> list[Text]:
    """Ordinary chat (GoEmotions dev): what alert budgets are counted on."""
    return [Text(row["text"]) for row in read_jsonl("dev/goemotions.jsonl.gz")]


def read_json(name: str) -> Any:
    """Content of a JSON file under `models/data/`."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def read_jsonl(name: str) -> list[dict[str, Any]]:
    """Rows of a gzip-compressed JSON-lines file under `models/data/`."""
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_csv(name: str) -> list[dict[str, str]]:
    """Rows of a CSV file under `models/data/`."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _written_distress() -> Iterator[Row]:
    for number, row in enumerate(read_csv("written/distress.csv")):
        text = Text(row["text"], row["reply_to"] or None, row["language"])
        yield Row(text, row["level"], f"line-{number}", row["phenomenon"])


def _starter() -> Iterator[Row]:
    for number, row in enumerate(read_csv("written/distress_starter.csv")):
        filled = list(fill(row["template"]))
        for text in filled:
            yield Row(Text(text), row["label"], f"template-{number}", "starter", 1 / len(filled) ** 0.5)


def fill(template: str) -> Iterator[str]:
    """The template with its slots filled, the same way each time: as many texts as its longest list of fillings."""
    slots = SLOT.findall(template)
    for turn in range(max((len(FILLINGS[slot]) for slot in slots), default=1)):
        words = {slot: next(itertools.islice(itertools.cycle(FILLINGS[slot]), turn, None)) for slot in slots}
        yield template.format(**words)


def _stressors() -> Iterator[Row]:
    """Severity of 0–10 as a level: under 2 none, to 5.5 low, from 7 distress; what lies between is left out."""
    for number, row in enumerate(read_jsonl("train/sad_crowd.jsonl.gz")):
        severity = row["severity"]
        level = "none" if severity < 2 else "low" if severity < 5.5 else "distress" if severity >= 7 else None
        if level:
            yield Row(Text(row["text"]), level, f"sad-{number}", "stressor", 0.05)


def _background(label: str, every: int, weight: float) -> Iterator[Row]:
    for number, row in enumerate(read_jsonl("train/goemotions.jsonl.gz")[::every]):
        if not TROUBLED & set(row["emotions"].split(",")):
            yield Row(Text(row["text"]), label, f"chat-{number}", "background", weight)


def _written_claims() -> Iterator[Row]:
    for number, row in enumerate(read_csv("written/claims.csv")):
        group = f"pair-{row['pair']}" if row["pair"] else f"claim-{number}"
        yield Row(Text(row["text"], language=row["language"]), row["label"], group, row["phenomenon"], kind=row["kind"])


def _fact_sets() -> Iterator[Row]:
    for name in ("creak_health", "truthfulqa_health", "covidlies"):
        for number, row in enumerate(read_jsonl(f"train/{name}.jsonl.gz")):
            yield Row(Text(row["text"]), "misinfo" if row["false_claim"] else "ok", f"{name}-{number}", name, 0.1)


def _feelings_are_chat() -> Iterator[Row]:
    """Somebody's distress is no claim, whatever words it shares with one."""
    for row in _written_distress():
        label = "ok" if sounds_like_danger(row.text.body.lower()) else "chat"
        yield Row(row.text, label, row.group, "feeling", 0.5)
