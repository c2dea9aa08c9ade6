"""`make train`: from the files in `models/data/` to those in `models/artefacts/`, the same numbers each time."""

import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from models import language, manifest
from models.corpus import Row, background, claim_rows, distress_rows, read_json
from models.features import Features
from models.judge import Head, Judge, softmax
from models.judgement import CLAIMS, LEVELS, SPOKEN
from models.normalize import normalize, own_words

SEED = 20261122
Labels = Sequence[str] | NDArray[np.str_]
Weights = Sequence[float] | NDArray[np.float64]
STRENGTH = {"distress": 20.0, "claims": 30.0, "kinds": 10.0}
"""Inverse regularization C, chosen on the development sets, and on written batches held out whole."""
FOLDS = 5
COVERAGE = 0.8
"""Share of held-out lines whose true level stands in the prediction set."""
KEPT = 1500
"""Highest background scores that are kept; a text below all of them is as common as chat."""


def train(folder: Path = manifest.FOLDER) -> Judge:
    """Learn, calibrate on folds that share no template, count the background, save, and load what was saved."""
    levels, claims = distress_rows(), claim_rows()
    features = Features.learn([words(row) for row in {row.text: row for row in [*levels, *claims]}.values()])
    level_head, level_temperature, abstention = _calibrated(features, levels, LEVELS, STRENGTH["distress"])
    claim_head, claim_temperature, _ = _calibrated(features, claims, CLAIMS, STRENGTH["claims"])
    heads = {"distress": level_head, "claims": claim_head, "kinds": _kinds(features, claims)}
    settings = {
        "temperature": {"distress": level_temperature, "claims": claim_temperature},
        "abstention": abstention,
        "background": {"crisis": [], "worry": [], "misinformation": [], "messages": [1]},
    }
    plain = {"settings": settings, "language": language.learn(_by_language(levels), read_json("function_words.json"))}
    counted = {"distress": len(levels), "claims": len(claims)}
    about = {"seed": SEED, "python": platform.python_version(), "rows": counted}
    manifest.save(folder, {"features": features.state(), "heads": heads}, plain, about)
    settings["background"] = _background(Judge.load(folder))
    manifest.save(folder, {"features": features.state(), "heads": heads}, plain, about)
    return Judge.load(folder)


def words(row: Row) -> str:
    """What the heads see of a row."""
    return normalize(own_words(row.text.body))


def fit(features: Any, labels: Labels, weights: Weights, strength: float) -> LogisticRegression:
    """A multinomial logistic regression with its weights as 32-bit numbers."""
    head = LogisticRegression(C=strength, max_iter=400, tol=1e-3, random_state=SEED)
    head.fit(features, labels, sample_weight=weights)
    head.coef_ = head.coef_.astype(np.float32)
    return head


def _calibrated(
    features: Features, rows: Sequence[Row], labels: Sequence[str], strength: float
) -> tuple[LogisticRegression, float, float]:
    """The head on all rows; temperature and smallest probability of a true label, from rows held out by group."""
    matrix = features.transform([words(row) for row in rows])
    names, weights = np.array([row.label for row in rows]), np.array([row.weight for row in rows])
    logits = held_out(matrix, rows, labels, strength)
    true = np.array([labels.index(name) for name in names])
    trusted = weights >= FULLY_BELIEVED
    temperature = _temperature(logits[trusted], true[trusted], weights[trusted])
    likely = softmax(logits[trusted] / temperature)[np.arange(trusted.sum()), true[trusted]]
    return fit(matrix, names, weights, strength), temperature, float(np.quantile(likely, 1 - COVERAGE))


FULLY_BELIEVED = 0.5
"""Rows of at least this weight were written for the purpose: calibration looks at them alone."""


def held_out(matrix: Any, rows: Sequence[Row], labels: Sequence[str], strength: float) -> NDArray[np.float64]:
    """Logits of every row from a head that has seen no row of its group."""
    names, weights = np.array([row.label for row in rows]), np.array([row.weight for row in rows])
    groups = np.unique([row.group for row in rows], return_inverse=True)[1]
    logits = np.zeros((len(rows), len(labels)))
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for learn, test in folds.split(matrix, names, groups):
        head = Head.of(fit(matrix[learn], names[learn], weights[learn], strength), labels)
        logits[test] = matrix[test] @ head.weights + head.offsets
    return logits


def _temperature(logits: NDArray[np.float64], true: NDArray[np.int64], weights: NDArray[np.float64]) -> float:
    """The temperature with the smallest weighted log loss (Guo et al. 2017)."""

    def loss(log_temperature: float) -> float:
        likely = softmax(logits / np.exp(log_temperature))[np.arange(len(true)), true]
        return float(-np.average(np.log(np.maximum(likely, 1e-12)), weights=weights))

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded").x))


def _kinds(features: Features, rows: Sequence[Row]) -> LogisticRegression:
    claims = [row for row in rows if row.kind]
    matrix = features.transform([words(row) for row in claims])
    return fit(matrix, [row.kind for row in claims], [row.weight for row in claims], STRENGTH["kinds"])


def _by_language(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return [(words(row), row.text.language or "en") for row in rows if (row.text.language or "en") in SPOKEN]


def _background(judge: Judge) -> dict[str, list[float]]:
    """What ordinary chat scores, ascending: `Rarity` counts in it."""
    judgements = judge.judge(background())
    scores = {
        "crisis": [judgement.distress.crisis for judgement in judgements],
        "worry": [judgement.distress.worry for judgement in judgements],
        "misinformation": [judgement.misinformation.probability for judgement in judgements],
    }
    return {name: sorted(values)[-KEPT:] for name, values in scores.items()} | {"messages": [len(judgements)]}


if __name__ == "__main__":
    train()
