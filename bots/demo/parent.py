"""Children that do not outlive their parent."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable


def die_with_parent() -> Callable[[], None] | None:
    """Linux: have the kernel kill the child when the thread that started it ends, however it ends."""
    if sys.platform != "linux":
        return None
    set_pdeathsig, parent = 1, os.getpid()
    prctl = ctypes.CDLL(None).prctl

    def in_child() -> None:
        prctl(set_pdeathsig, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return in_child
