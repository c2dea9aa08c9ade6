"""A configuration made from config.example.yaml, so that the example is always one that works."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bots.demo.homeserver import Homeserver

EXAMPLE = Path(__file__).resolve().parents[2] / "config.example.yaml"
UNTIL = "2099-12-31"


def write_config(
    folder: Path,
    homeserver: Homeserver,
    staff: Mapping[str, Sequence[str]],
    *,
    database: str | None = None,
    admin_token: str | None = None,
    policies: Path | None = None,
    country: str = "NL",
    topics: int = 2,
    health: int | str = "off",
) -> Path:
    """config.yaml in `folder`; `staff` gives roles to user ids."""
    folder.mkdir(parents=True, exist_ok=True)
    config: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    config["organization"] |= {"default_country": country, "time_zone": "Europe/Amsterdam"}
    config["homeserver"] = {"url": homeserver.url, "server_name": homeserver.server_name}
    config["accounts"] = {"shared_secret_file": _secret(folder, "shared_secret", homeserver.shared_secret)}
    if admin_token:
        config["accounts"]["admin_token_file"] = _secret(folder, "admin_token", admin_token)
    if database:
        config["database"] = {"url": database}
    if policies:
        config["policies_overlay"] = str(policies)
    config["rooms"]["topics"] = _topics(config["rooms"]["topics"], topics)
    config["staff"] = [{"user_id": user, "roles": list(roles), "until": UNTIL} for user, roles in staff.items()]
    config["fallback_contact"] = next(iter(staff), None)
    config["health"]["port"] = health
    file = folder / "config.yaml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return file


def _secret(folder: Path, name: str, value: str) -> str:
    file = folder / "secrets" / name
    file.parent.mkdir(exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    file.write_text(value)
    return f"secrets/{name}"


def _topics(known: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The example's rooms, and more like them, every second one without encryption."""
    more = range(len(known), count)
    return known[:count] + [known[0] | {"key": f"room-{n}", "name": f"Room {n}", "encrypted": n % 2 == 0} for n in more]
