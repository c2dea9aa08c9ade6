"""Sealed columns: what members wrote is unreadable in the database without a key that lies elsewhere.

Fernet (AES-128-CBC with HMAC-SHA256, https://github.com/fernet/spec). The key file holds one key a line, the newest
first: the newest seals, all of them open. Sealing hides what was written, not that something was, when, or how long.
"""

from __future__ import annotations

import fcntl
import json
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Self, overload

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

Json = str | int | float | list[Any] | dict[str, Any]

_TOO_OPEN = stat.S_IWGRP | stat.S_IRWXO
"""Nobody else may read the keys; the group may, because containers mount secrets as 0440."""


class SealError(Exception):
    """Something about the seal keys is wrong; the class says what, what was kept, and the cure."""

    sentence: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(self.sentence.format(**facts))


class KeyFileMissing(SealError):
    """The key file cannot be read."""

    sentence = (
        "The seal key file {path} cannot be read ({reason}). Nothing was changed. On a new installation run "
        "`kith init`; otherwise put the file back from your copy: without it members' words cannot be read."
    )


class KeyFileExists(SealError):
    """There is a key file already, and what it sealed needs it."""

    sentence = (
        "There is a seal key file at {path} already; it was kept. For a fresh key beside the old ones run "
        "`kith keys rotate`."
    )


class KeyFileTooOpen(SealError):
    """Others on this machine could read or change the keys."""

    sentence = "The seal key file {path} is open to others (mode {mode}). It was not used. Run `chmod 600 {path}`."


class KeyFileInvalid(SealError):
    """A line of the file is not a key."""

    sentence = (
        "Line {line} of the seal key file {path} is not a key (44 characters of URL-safe base64). Nothing was changed. "
        "Put the file back from your copy."
    )


class KeyFileKept(SealError):
    """The file could not be rewritten."""

    sentence = (
        "The seal key file {path} could not be written ({reason}); whatever it held was kept. Check the "
        "folder's permissions and free space, then run the command again."
    )


class WrongKey(SealError):
    """No key of the file opens this value."""

    sentence = (
        "A sealed value cannot be opened: it was sealed with a key that is not in the key file, or its row is damaged. "
        "It was kept as it is. Put the missing key back, on a line of its own, from your copy of the key file."
    )


class Seal:
    """Seals and opens JSON values. `keys` are Fernet keys, newest first."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """The keys in `path`. Raises KeyFileMissing, KeyFileTooOpen, KeyFileInvalid."""
        return cls(_read(path))

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new key file, readable by its owner alone; its folder is made where missing.

        Raises KeyFileExists, KeyFileKept.
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise KeyFileKept(path=path, reason=error.strerror) from error
        keys = [_new_key()]
        with _alone_in(path):
            if path.exists():
                raise KeyFileExists(path=path)
            _write(path, keys)
        return cls(keys)

    @overload
    def seal(self, value: None) -> None: ...
    @overload
    def seal(self, value: Json) -> str: ...
    def seal(self, value: Json | None) -> str | None:
        """A token of ASCII text for any JSON value; None stays None."""
        if value is None:
            return None
        compact = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        # Matrix allows lone surrogates in JSON text, UTF-8 does not; json.loads reads them back.
        return self._fernet.encrypt(compact.encode("utf-8", "surrogatepass")).decode()

    def open(self, token: str | None) -> Any:
        """The value that was sealed. Raises WrongKey."""
        if token is None:
            return None
        try:
            return json.loads(self._fernet.decrypt(token.encode()))
        except InvalidToken:
            raise WrongKey from None

    @overload
    def rotate(self, token: None) -> None: ...
    @overload
    def rotate(self, token: str) -> str: ...
    def rotate(self, token: str | None) -> str | None:
        """The same value under the newest key. Raises WrongKey."""
        if token is None:
            return None
        try:
            return self._fernet.rotate(token.encode()).decode()
        except InvalidToken:
            raise WrongKey from None


def add_key(path: Path) -> Seal:
    """Put a fresh key on top of the file. A bot that runs must start anew before it can open what the new key seals.

    Raises what `Seal.from_file` raises, and KeyFileKept.
    """
    path = path.resolve()
    with _alone_in(path):
        keys = [_new_key(), *_read(path)]
        _write(path, keys)
    return Seal(keys)


def drop_old_keys(path: Path) -> Seal:
    """Keep the newest key alone, once every sealed value has been rotated: what an old key sealed is lost with it.

    Raises what `Seal.from_file` raises, and KeyFileKept.
    """
    path = path.resolve()
    with _alone_in(path):
        keys = _read(path)[:1]
        _write(path, keys)
    return Seal(keys)


def _new_key() -> str:
    return Fernet.generate_key().decode()


def _read(path: Path) -> list[str]:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _TOO_OPEN:
            raise KeyFileTooOpen(path=path, mode=f"{mode:04o}")
        keys = path.read_text("ascii").split()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise KeyFileMissing(path=path, reason=reason) from error
    for line, key in enumerate(keys or [""], 1):
        if not _is_key(key):
            raise KeyFileInvalid(path=path, line=line)
    return keys


def _is_key(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True


@contextmanager
def _alone_in(path: Path) -> Iterator[None]:
    """No other process changes the key file meanwhile; afterwards the change outlives a power cut."""
    try:
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise KeyFileMissing(path=path, reason=error.strerror) from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
        os.fsync(folder)
    finally:
        os.close(folder)


def _write(path: Path, keys: Sequence[str]) -> None:
    """The whole file or none of it: a crash leaves the old file or the new one. Owner and mode stay as they were."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise KeyFileKept(path=path, reason=error.strerror) from error
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.writelines(f"{key}\n" for key in keys)
            file.flush()
            _keep_owner_and_mode(path, handle)
            os.fsync(handle)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise KeyFileKept(path=path, reason=error.strerror) from error


def _keep_owner_and_mode(path: Path, handle: int) -> None:
    """An operator who rotates as root must not lock out the account that runs the bots."""
    if path.exists():
        before = path.stat()
        os.fchown(handle, before.st_uid, before.st_gid)
        os.fchmod(handle, stat.S_IMODE(before.st_mode))
