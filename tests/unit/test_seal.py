"""Sealed columns and their key file."""

import json
import resource
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from bots.store.seal import (
    KeyFileExists,
    KeyFileInvalid,
    KeyFileKept,
    KeyFileMissing,
    KeyFileTooOpen,
    Seal,
    WrongKey,
    add_key,
    drop_old_keys,
)

SEAL = Seal([Fernet.generate_key().decode()])
ANY_TEXT = st.text(st.characters(codec=None, categories=None))
JSON_VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(st.none() | inner) | st.dictionaries(ANY_TEXT, st.none() | inner),
)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "var" / "seal.key"
    Seal.create(path)
    return path


@given(JSON_VALUES)
def test_what_was_sealed_opens_unchanged(value: Any) -> None:
    """Any JSON value comes back as it was, lone surrogates of a Matrix event included, from a token of plain ASCII."""
    token = SEAL.seal(value)
    assert token.isascii()
    assert SEAL.open(token) == value
    assert SEAL.open(SEAL.rotate(token)) == value


def test_nothing_of_the_words_shows() -> None:
    """A token holds neither the words nor anything that repeats when the same words are sealed again."""
    words = {"body": "I have been awake since three"}
    assert SEAL.seal(words) != SEAL.seal(words)
    assert "awake" not in SEAL.seal(words)


def test_null_stays_null() -> None:
    """An empty column stays empty in every direction."""
    assert (SEAL.seal(None), SEAL.open(None), SEAL.rotate(None)) == (None, None, None)


def test_values_that_are_not_json_are_refused() -> None:
    """A number that JSON cannot carry is refused before anything is stored."""
    with pytest.raises(ValueError, match="JSON"):
        SEAL.seal(float("nan"))


@pytest.mark.parametrize(
    "damage", [lambda t: t[:-8], lambda t: t[:20] + "AAAA" + t[24:], lambda t: "ü" + t[1:], lambda t: ""]
)
def test_a_damaged_token_says_so(damage: Any) -> None:
    """A token that was cut, altered or emptied is refused with the cure, and without what it may hold."""
    with pytest.raises(WrongKey, match="Put the missing key back"):
        SEAL.open(damage(SEAL.seal("the words")))


def test_another_installations_key_does_not_open() -> None:
    """A token sealed elsewhere is refused, to open and to rotate."""
    foreign = Seal([Fernet.generate_key().decode()]).seal({"body": "the words"})
    for refused in (SEAL.open, SEAL.rotate):
        with pytest.raises(WrongKey) as caught:
            refused(foreign)
        assert "the words" not in str(caught.value)


def test_a_new_key_file_is_for_its_owner_alone(key_file: Path) -> None:
    """`create` makes the folder and a file of mode 0600 that seals and opens."""
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert Seal.from_file(key_file).open(Seal.from_file(key_file).seal(["x"])) == ["x"]


def test_an_existing_key_file_is_never_overwritten(key_file: Path) -> None:
    """A second `create` is refused and the key stays."""
    before = key_file.read_text()
    with pytest.raises(KeyFileExists, match="kith keys rotate"):
        Seal.create(key_file)
    assert key_file.read_text() == before


def test_rotation_from_first_key_to_last(key_file: Path) -> None:
    """After a new key, old values still open; once rotated they open without the old key, and unrotated ones do not."""
    old = Seal.from_file(key_file).seal({"mood": 2})
    both = add_key(key_file)
    assert len(key_file.read_text().splitlines()) == 2
    assert both.open(old) == {"mood": 2}
    rotated = both.rotate(old)
    new = drop_old_keys(key_file)
    assert new.open(rotated) == Seal.from_file(key_file).open(rotated) == {"mood": 2}
    with pytest.raises(WrongKey):
        new.open(old)


def test_the_newest_key_seals(key_file: Path) -> None:
    """What is sealed after `add_key` does not open with the old key alone."""
    old = Seal.from_file(key_file)
    with pytest.raises(WrongKey):
        old.open(add_key(key_file).seal("x"))


def test_rotation_keeps_mode_and_link(key_file: Path, tmp_path: Path) -> None:
    """A file mounted for a group keeps its mode, a symbolic link stays a link, and no other file is left behind."""
    key_file.chmod(0o640)
    link = tmp_path / "seal.key"
    link.symlink_to(key_file)
    add_key(link)
    assert link.is_symlink()
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o640
    assert list(key_file.parent.iterdir()) == [key_file]


def test_two_rotations_at_once_lose_no_key(key_file: Path) -> None:
    """Ten keys added at the same time all stand in the file: a lost key would be lost words."""
    with ThreadPoolExecutor(10) as pool:
        seals = list(pool.map(add_key, [key_file] * 10))
    last = Seal.from_file(key_file)
    assert len(key_file.read_text().splitlines()) == 11
    assert [last.open(seal.seal(n)) for n, seal in enumerate(seals)] == list(range(10))


def test_a_failed_write_keeps_the_old_file(key_file: Path) -> None:
    """When the new file cannot be written whole, the old one stays and nothing is left beside it."""
    before = key_file.read_text()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        with pytest.raises(KeyFileKept, match=r"could not be written \(File too large\)"):
            add_key(key_file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (key_file.read_text(), list(key_file.parent.iterdir())) == (before, [key_file])


def test_a_missing_key_file_names_the_cure(tmp_path: Path) -> None:
    """Reading or rotating without a file, or in a folder that is not there, says where it should be and what to do."""
    for path in (tmp_path / "seal.key", tmp_path / "nowhere" / "seal.key"):
        for attempt in (Seal.from_file, add_key):
            with pytest.raises(KeyFileMissing, match=r"seal\.key cannot be read.*kith init.*your copy"):
                attempt(path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file where the key's folder should be is reported, not overwritten."""
    (tmp_path / "var").write_text("")
    with pytest.raises(KeyFileKept, match=r"File exists|Not a directory"):
        Seal.create(tmp_path / "var" / "seal.key")


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o620, 0o666])
def test_a_key_file_open_to_others_is_not_used(key_file: Path, mode: int) -> None:
    """Others may not read it, the group may not write it; the sentence holds the command that cures it."""
    key_file.chmod(mode)
    with pytest.raises(KeyFileTooOpen, match=rf"mode {mode:04o}.*chmod 600"):
        Seal.from_file(key_file)


@pytest.mark.parametrize(("text", "line"), [(b"", 1), (b"hello\n", 1), (Fernet.generate_key() + b"\nc2hvcnQ=\n", 2)])
def test_a_line_that_is_no_key_is_named(key_file: Path, text: bytes, line: int) -> None:
    """An empty file and a line that is not a key are refused with the number of the line, never with its content."""
    key_file.write_bytes(text)
    with pytest.raises(KeyFileInvalid, match=f"^Line {line} of") as caught:
        Seal.from_file(key_file)
    assert "hello" not in str(caught.value)


def test_a_file_that_is_not_text_is_refused(key_file: Path) -> None:
    """Bytes that are no text are reported as such."""
    key_file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyFileMissing, match="it is not text"):
        Seal.from_file(key_file)


def test_tokens_are_compact() -> None:
    """Sealing costs a fixed header and a third more, not the escapes of every letter beyond ASCII."""
    words = "ä" * 300
    plain = len(json.dumps(words, ensure_ascii=False).encode())
    assert len(SEAL.seal(words)) <= (plain + 16 + 57) * 4 / 3 + 4
