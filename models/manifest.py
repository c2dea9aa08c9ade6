"""The trained files and their SHA-256 list: what was trained is what is loaded, or nothing is."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "artefacts"
NAME = "manifest.json"
_CURE = "Run `make train`, or install Kith again."


class ArtefactMissing(FileNotFoundError):
    """A trained file is not there; nothing was judged. Run `make train`, or install again."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The judge cannot start: {path} is missing. Nothing was judged. {_CURE}")


class ArtefactAltered(ValueError):
    """A file is not the one that was trained; nothing was judged. Run `make train`, or install again."""

    def __init__(self, path: Path, why: str = "it differs from its SHA-256 in the manifest") -> None:
        super().__init__(f"The judge does not load {path}: {why}. Nothing was judged. {_CURE}")


def save(folder: Path, objects: Mapping[str, Any], plain: Mapping[str, Any], about: Mapping[str, Any]) -> None:
    """Write estimators as skops files and plain values as JSON files, then the manifest over all of them."""
    import zipfile

    import skops.io

    folder.mkdir(parents=True, exist_ok=True)
    for name, value in objects.items():
        skops.io.dump(value, folder / f"{name}.skops", compression=zipfile.ZIP_DEFLATED, compresslevel=9)
    for name, value in plain.items():
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, indent=None), encoding="utf-8")
    names = sorted([f"{name}.skops" for name in objects] + [f"{name}.json" for name in plain])
    listed = {name: {"sha256": _digest(folder / name), "bytes": (folder / name).stat().st_size} for name in names}
    (folder / NAME).write_text(json.dumps({**about, "files": listed}, indent=2) + "\n", encoding="utf-8")


def load(folder: Path) -> dict[str, Any]:
    """Every file of the manifest by its name without ending. Raises ArtefactMissing, ArtefactAltered."""
    listed = _manifest(folder)["files"]
    for name, entry in listed.items():
        path = folder / name
        if not path.is_file():
            raise ArtefactMissing(path)
        if _digest(path) != entry["sha256"]:
            raise ArtefactAltered(path)
    return {Path(name).stem: _read(folder / name) for name in listed}


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / NAME
    if not path.is_file():
        raise ArtefactMissing(path)
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        files = manifest["files"]
        assert all(Path(name).name == name and "sha256" in entry for name, entry in files.items())
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError) as error:
        raise ArtefactAltered(path, "it is no list of files with their SHA-256") from error
    return manifest


def _read(path: Path) -> Any:
    if path.suffix == ".json":
        return json.loads(path.read_text(encoding="utf-8"))
    import skops.io

    unknown = skops.io.get_untrusted_types(file=path)
    if unknown:
        raise ArtefactAltered(path, f"it holds types that no trained file needs ({', '.join(unknown)})")
    return skops.io.load(path, trusted=[])


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
