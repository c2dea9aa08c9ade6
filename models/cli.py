"""`kith classify`, `kith train`, `kith evaluate`: click commands for the command line to attach."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from models import ArtefactAltered, ArtefactMissing, Judge, Judgement, Text
from policies.decide import flags_claim, grade
from policies.load import PolicyProblems
from policies.thresholds import Thresholds

BATCH = 64


@click.command()
@click.argument("text", required=False)
@click.option("--jsonl", is_flag=True, help="Judge JSON lines of stdin: text, reply_to?, lang?.")
@click.option("--dm", is_flag=True, help="Judge as a conversation with a bot, not as a message in a room.")
@click.option("--policies", type=click.Path(path_type=Path), help="Folder whose thresholds.yaml is laid over ours.")
def classify(text: str | None, jsonl: bool, dm: bool, policies: Path | None) -> None:
    """Judge TEXT, or with --jsonl every line of standard input. Nothing is kept and nothing is sent."""
    if (text is None) == (not jsonl):
        raise click.UsageError("Give either a text or --jsonl.")
    judge, limits = _loaded(policies)
    if text is not None:
        click.echo(json.dumps(as_json(judge.judge([Text(text)])[0], limits, dm), ensure_ascii=False, indent=2))
        return
    for answer in classify_lines(sys.stdin, judge, limits, dm):
        click.echo(json.dumps(answer, ensure_ascii=False))


@click.command()
def train() -> None:
    """Train the judge again from models/data; the same data give the same numbers."""
    from models.train import train as learn

    learn()
    click.echo("Trained; `kith evaluate` shows how it does.")


@click.command()
@click.option("--json", "as_lines", is_flag=True, help="Figures as JSON.")
@click.option("--data", type=click.Path(exists=True, path_type=Path), help="JSON lines of text, y (self-harm: 1).")
def evaluate(as_lines: bool, data: Path | None) -> None:
    """Measure the judge on the development sets."""
    from models.evaluate import evaluate as measure
    from models.evaluate import report

    figures = measure(*_loaded(None), data)
    click.echo(json.dumps(figures, indent=2) if as_lines else report(figures))


def classify_lines(
    lines: Iterable[str], judge: Judge, limits: Thresholds, dm: bool = False
) -> Iterator[dict[str, Any]]:
    """One answer for each line, in order; a line that cannot be read is answered with its error."""
    for batch in _batches(lines):
        read = [_read(line) for line in batch]
        judged = iter(judge.judge([text for text in read if isinstance(text, Text)]))
        for text in read:
            yield as_json(next(judged), limits, dm) if isinstance(text, Text) else {"error": text}


def as_json(judgement: Judgement, limits: Thresholds, dm: bool = False) -> dict[str, Any]:
    """A judgement and what the policy makes of it, as plain values."""
    distress, claim = judgement.distress, judgement.misinformation
    return {
        "distress": {
            "level": distress.level,
            "p": {level: round(getattr(distress, level), 4) for level in distress.__slots__},
            "tier": str(grade(judgement, limits, dm=dm).tier),
            "rules": list(judgement.rules),
        },
        "misinformation": {
            "label": claim.label,
            "p": round(claim.probability, 4),
            "kind": claim.kind,
            "flag": flags_claim(judgement, limits),
        },
        "language": judgement.language,
        "abstain": judgement.abstain,
    }


def _loaded(policies: Path | None) -> tuple[Judge, Thresholds]:
    """The judge and the thresholds, or a sentence about why not and the end."""
    try:
        return Judge.load(), Thresholds.load(policies)
    except (ArtefactMissing, ArtefactAltered, PolicyProblems) as error:
        raise click.ClickException(str(error)) from error


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _read(line: str) -> Text | str:
    """The text of a line, or a sentence that says what is wrong with the line."""
    try:
        row = json.loads(line)
    except ValueError as error:
        return f"not JSON: {error}"
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return 'needs an object with a "text" that is a string'
    for key in ("reply_to", "lang"):
        if not isinstance(row.get(key), str | None):
            return f'"{key}" must be a string or be left out'
    return Text(row["text"], row.get("reply_to"), row.get("lang"))
