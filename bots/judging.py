"""Judging many texts at once, so that one which the judge cannot take never hides the others."""

from collections.abc import Sequence

import structlog

from models import Judge, Judgement, Text

log = structlog.get_logger("kith.judging")


def judge_all(judge: Judge, texts: Sequence[Text]) -> list[Judgement | None]:
    """A judgement for each text, in their order; None where the judge failed, which sends the text to a human."""
    try:
        return list(judge.judge(texts))
    except Exception as error:
        log.error("judge_failed", texts=len(texts), error=type(error).__name__)
        return [_alone(judge, text) for text in texts]


def _alone(judge: Judge, text: Text) -> Judgement | None:
    try:
        return judge.judge([text])[0]
    except Exception as error:
        log.error("judge_failed", texts=1, error=type(error).__name__)
        return None
