"""Policies as YAML: a frozen model and a file of the same name, which an organization may lay its own file over.

class Ladder(Policy, file="escalation.yaml"): ...
Ladder.load(overlay=Path("our-policies"))
"""

from pathlib import Path
from typing import Any, ClassVar, Self

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

FOLDER = Path(__file__).parent


class PolicyProblems(Exception):
    """A policy file cannot be used as it is; nothing was started. Each line says where and why."""


class Policy(BaseModel):
    """Base of all policies: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    file: ClassVar[str]

    def __init_subclass__(cls, file: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if file:
            cls.file = file

    @classmethod
    def load(cls, overlay: Path | None = None) -> Self:
        """The shipped file, with the organization's keys laid over it. Raises PolicyProblems with one line a fault."""
        values = _read(FOLDER / cls.file)
        own = overlay / cls.file if overlay else None
        if own and own.exists():
            values = _over(values, _read(own))
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise PolicyProblems("\n".join(_line(own or FOLDER / cls.file, e) for e in error.errors())) from None


def _read(file: Path) -> dict[str, Any]:
    try:
        return yaml.safe_load(file.read_text("utf-8")) or {}
    except yaml.YAMLError as error:
        raise PolicyProblems(f"{file}: not readable as YAML: {error}") from None


def _over(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {k: _over(below.get(k), above[k]) if k in above else below[k] for k in below | above}
    return above


def _line(file: Path, error: Any) -> str:
    return f"{file}: {'.'.join(str(p) for p in error['loc'])}: {error['msg']}"
