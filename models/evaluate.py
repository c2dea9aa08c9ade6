"""`python -m models.evaluate`: the judge on the development sets. They chose its form, so this is no test."""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score

from models import LEVELS, Judge, Judgement, Text
from models.corpus import background, read_csv, read_jsonl
from policies.decide import flags_claim, grade
from policies.thresholds import Thresholds, Tier

RESAMPLES, SEED = 300, 20261122
Figures = dict[str, Any]
Names = NDArray[np.str_]


def evaluate(judge: Judge, limits: Thresholds, data: Path | None = None) -> Figures:
    """All figures; `data` is an extra file of {"text", "y"} lines, y = 1 for self-harm."""
    figures = {
        "distress_en": _distress(judge, limits),
        "languages": _languages(judge, limits),
        "misinformation_en": _misinformation(judge, limits),
        "background": _background(judge, limits),
        "xstest": _tiers(judge.judge([Text(row["text"]) for row in read_jsonl("dev/xstest.jsonl.gz")]), limits),
        "speed": _speed(judge),
    }
    return figures | ({"data": _self_harm(judge, limits, data)} if data else {})


def report(figures: Figures) -> str:
    """The figures as indented text."""
    return "\n".join(_lines(figures))


def _lines(value: Any, depth: int = 0) -> list[str]:
    pad = "  " * depth
    if not isinstance(value, dict) or all(isinstance(key, str) and key in _TIERS for key in value):
        return [f"{pad}{value}"]
    lines: list[str] = []
    for name, part in value.items():
        inner = _lines(part, depth + 1)
        lines += [f"{pad}{name}: {inner[0].strip()}"] if len(inner) == 1 else [f"{pad}{name}:", *inner]
    return lines


_TIERS = {str(tier) for tier in Tier}


def _distress(judge: Judge, limits: Thresholds) -> Figures:
    rows = read_csv("dev/distress_dev_en.csv")
    judgements = judge.judge([Text(row["text"]) for row in rows])
    truth = np.array([row["label"] for row in rows])
    crisis, score = truth == "crisis", np.array([judgement.distress.crisis for judgement in judgements])
    levels = np.array([judgement.distress.level for judgement in judgements])
    now = np.array([grade(judgement, limits).tier is Tier.NOW for judgement in judgements])
    by_phenomenon: dict[str, list[Judgement]] = defaultdict(list)
    for row, judgement in zip(rows, judgements, strict=True):
        by_phenomenon[f"{row['label']} {row['phenomenon']}"].append(judgement)
    return {
        "messages": len(rows),
        "crisis_auc": _interval(len(rows), lambda at: roc_auc_score(crisis[at], score[at])),
        "macro_f1": _interval(len(rows), lambda at: _macro_f1(truth[at], levels[at])),
        "quadratic_kappa": _interval(len(rows), lambda at: _kappa(truth[at], levels[at])),
        "crisis_recall_at_5_percent_of_none": _recall_at(score[crisis], score[truth == "none"], 0.05),
        "crisis_recall_now": _interval(len(rows), lambda at: float(now[at][crisis[at]].mean())),
        "none_called_now": float(now[truth == "none"].mean()),
        "ece": _calibration_error(judgements, truth),
        "tiers": {label: _tiers([judgements[at] for at in np.flatnonzero(truth == label)], limits) for label in LEVELS},
        "phenomena": {name: _tiers(group, limits) for name, group in by_phenomenon.items()},
    }


def _languages(judge: Judge, limits: Thresholds) -> Figures:
    rows = read_csv("dev/distress_dev_es_de_fr.csv")
    figures: Figures = {}
    for language in ("es", "de", "fr"):
        own = [row for row in rows if row["lang"] == language]
        judgements = judge.judge([Text(row["text"]) for row in own])
        crisis = [row["label"] == "crisis" for row in own]
        figures[language] = {
            "crisis_auc": _auc(crisis, [judgement.distress.crisis for judgement in judgements]),
            "crisis": _tiers([judgement for judgement, bad in zip(judgements, crisis, strict=True) if bad], limits),
            "none": _tiers([judgement for judgement, bad in zip(judgements, crisis, strict=True) if not bad], limits),
            "guessed": dict(Counter(judgement.language for judgement in judgements)),
            "abstained": sum(judgement.abstain for judgement in judgements),
        }
    return figures


def _misinformation(judge: Judge, limits: Thresholds) -> Figures:
    rows = read_csv("dev/misinfo_dev_en.csv")
    judgements = judge.judge([Text(row["text"]) for row in rows])
    score = np.array([judgement.misinformation.probability for judgement in judgements])
    paired = np.array([row["pair"] != "-1" for row in rows])
    false = np.array([row["label"] == "misinfo" for row in rows])
    flagged = np.array([flags_claim(judgement, limits) for judgement in judgements])
    pairs: dict[str, dict[str, float]] = defaultdict(dict)
    for row, value in zip(rows, score, strict=True):
        pairs[row["pair"]][row["label"]] = value
    pairs.pop("-1")
    return {
        "auc_against_matched": _interval(paired.sum(), lambda at: roc_auc_score(false[paired][at], score[paired][at])),
        "pair_accuracy": round(float(np.mean([pair["misinfo"] > pair["ok"] for pair in pairs.values()])), 3),
        "recall_at_5_percent_of_matched": _recall_at(score[paired & false], score[paired & ~false], 0.05),
        "flagged_misinfo": _share(flagged[false]),
        "flagged_matched": _share(flagged[paired & ~false]),
        "flagged_chat": _share(flagged[~paired]),
    }


def _background(judge: Judge, limits: Thresholds) -> Figures:
    judgements = judge.judge(background())
    return {
        "tiers": _tiers(judgements, limits),
        "rules": sum(bool(judgement.rules) for judgement in judgements),
        "claims_flagged": sum(flags_claim(judgement, limits) for judgement in judgements),
        "abstained": sum(judgement.abstain for judgement in judgements),
        "languages": dict(Counter(judgement.language for judgement in judgements)),
    }


def _self_harm(judge: Judge, limits: Thresholds, path: Path) -> Figures:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    judgements = judge.judge([Text(row["text"]) for row in rows])
    truth = np.array([bool(row["y"]) for row in rows])
    score = np.array([judgement.distress.crisis for judgement in judgements])
    return {
        "auc": _interval(len(rows), lambda at: roc_auc_score(truth[at], score[at])),
        "self_harm": _tiers([judgements[at] for at in np.flatnonzero(truth)], limits),
        "other": _tiers([judgements[at] for at in np.flatnonzero(~truth)], limits),
    }


def _speed(judge: Judge) -> Figures:
    texts = background()[:2000]
    started = perf_counter()
    for at in range(0, len(texts), 20):
        judge.judge(texts[at : at + 20])
    batched = perf_counter() - started
    singles = [_seconds(judge, text) for text in texts[:500]]
    return {
        "ms_per_message_in_batches_of_20": round(1000 * batched / len(texts), 3),
        "single_ms_p50": round(1000 * float(np.percentile(singles, 50)), 3),
        "single_ms_p95": round(1000 * float(np.percentile(singles, 95)), 3),
    }


def _seconds(judge: Judge, text: Text) -> float:
    started = perf_counter()
    judge.judge([text])
    return perf_counter() - started


def _tiers(judgements: Sequence[Judgement], limits: Thresholds) -> dict[str, int]:
    return dict(Counter(str(grade(judgement, limits).tier) for judgement in judgements))


def _auc(truth: Sequence[bool], scores: Sequence[float]) -> float:
    return round(float(roc_auc_score(truth, scores)), 3)


def _macro_f1(truth: Names, levels: Names) -> float:
    return float(f1_score(truth, levels, average="macro", labels=LEVELS, zero_division=0))


def _kappa(truth: Names, levels: Names) -> float:
    order = {level: rank for rank, level in enumerate(LEVELS)}
    ranks = [[order[name] for name in names] for names in (truth, levels)]
    return float(cohen_kappa_score(*ranks, weights="quadratic"))


def _share(values: NDArray[np.bool_]) -> str:
    return f"{int(values.sum())} of {len(values)}"


def _recall_at(hits: NDArray[np.float64], misses: NDArray[np.float64], share: float) -> float:
    """Share of hits above the score that at most `share` of the misses exceed."""
    return round(float(np.mean(hits > np.quantile(misses, 1 - share, method="higher"))), 3)


def _calibration_error(judgements: Sequence[Judgement], truth: Names, bins: int = 10) -> float:
    """Expected calibration error of the likeliest level (Naeini et al. 2015)."""
    top = np.array([getattr(judgement.distress, judgement.distress.level) for judgement in judgements])
    right = np.array([judgement.distress.level == label for judgement, label in zip(judgements, truth, strict=True)])
    places = np.minimum((top * bins).astype(int), bins - 1)
    inside = [places == place for place in set(places)]
    return round(float(sum(abs(right[at].mean() - top[at].mean()) * at.mean() for at in inside)), 3)


def _interval(size: int, figure: Callable[[NDArray[np.int64]], float]) -> list[float]:
    """The figure on all rows, and the 95 % interval of bootstrap resamples: [figure, low, high]."""
    random = np.random.default_rng(SEED)
    values = [figure(random.integers(0, size, size)) for _ in range(RESAMPLES)]
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return [round(float(value), 3) for value in (figure(np.arange(size)), low, high)]


if __name__ == "__main__":
    print(report(evaluate(Judge.load(), Thresholds.load(), Path(sys.argv[2]) if sys.argv[1:2] == ["--data"] else None)))
