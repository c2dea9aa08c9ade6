"""How long to wait before trying again."""

import random

FIRST_MS = 500
LONGEST_MS = 60_000


def backoff_ms(failures: int) -> int:
    """Milliseconds before the next try after `failures` in a row (0 or more): doubling from 0.5 s to 60 s, with jitter.

    Between half and all of the step is waited, so that many clients of one server do not come back in one wave
    (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter, "equal jitter").
    """
    step: int = min(LONGEST_MS, FIRST_MS * 2 ** min(failures, 16))
    return step // 2 + random.randint(0, step // 2)
