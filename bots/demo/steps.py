"""The steps of the story: what was seen and how long it took, or what was not."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One thing that a client has shown, in which scene, and the seconds from what caused it until then.

    `answer`: a bot's answer to somebody who wrote or tapped, which counts for the median.
    """

    scene: str
    what: str
    seconds: float
    answer: bool = False


class Missed(Exception):
    """A step of the story was not seen; `instead` is what was."""

    def __init__(self, step: str, instead: str) -> None:
        super().__init__(step)
        self.step = step
        self.instead = instead
