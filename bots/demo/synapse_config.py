"""Configuration files of the embedded Synapse."""

import base64
import random
import secrets
import socket
from pathlib import Path
from typing import Any

import yaml

CONFIG, LOG = "homeserver.yaml", "homeserver.log"
SIGNING_KEY, LOG_CONFIG = "signing.key", "log.yaml"

PORTS = range(18000, 32000)
"""Below the ephemeral range, so that no outgoing connection takes the port while the server restarts."""

KEPT = ("server_name", "listeners", "registration_shared_secret", "macaroon_secret_key", "form_secret")


class OtherServerName(Exception):
    """Users and rooms carry the server's name for ever, so a directory cannot change it."""

    def __init__(self, directory: Path, kept: str, asked: str) -> None:
        super().__init__(
            f"{directory} holds the data of {kept!r}, not of {asked!r}; start it by its own name or use a new directory"
        )


UNLIMITED = {"per_second": 100_000, "burst_count": 100_000}
NO_RATE_LIMITS: dict[str, Any] = {
    **dict.fromkeys(
        (
            "rc_message",
            "rc_registration",
            "rc_registration_token_validity",
            "rc_admin_redaction",
            "rc_joins_per_room",
            "rc_key_requests",
            "rc_media_create",
            "rc_delayed_event_mgmt",
            "rc_room_creation",
            "rc_reports",
            "rc_user_directory",
            "rc_profile",
        ),
        UNLIMITED,
    ),
    "rc_login": dict.fromkeys(("address", "account", "failed_attempts"), UNLIMITED),
    "rc_joins": dict.fromkeys(("local", "remote"), UNLIMITED),
    "rc_invites": dict.fromkeys(("per_room", "per_user", "per_issuer"), UNLIMITED),
}


def write(directory: Path, server_name: str, rate_limits: bool) -> dict[str, Any]:
    """Write configuration, signing key and log settings; port and secrets of an earlier start are kept.

    Raises:
        OtherServerName: the directory holds the data of a server with another name.
    """
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = directory / CONFIG
    earlier = yaml.safe_load(file.read_text()) if file.exists() else _identity(server_name)
    if earlier["server_name"] != server_name:
        raise OtherServerName(directory, earlier["server_name"], server_name)
    config = {key: earlier[key] for key in KEPT} | _settings(directory) | ({} if rate_limits else NO_RATE_LIMITS)
    file.write_text(yaml.dump(config, sort_keys=False))
    (directory / LOG_CONFIG).write_text(yaml.dump(_log_settings()))
    _write_signing_key(directory / SIGNING_KEY)
    return config


def _identity(server_name: str) -> dict[str, Any]:
    """What makes this server itself: chosen once, then kept."""
    listener = {
        "port": _free_port(),
        "bind_addresses": ["127.0.0.1"],
        "type": "http",
        "tls": False,
        "resources": [{"names": ["client"]}],
    }
    return {
        "server_name": server_name,
        "listeners": [listener],
        "registration_shared_secret": secrets.token_urlsafe(),
        "macaroon_secret_key": secrets.token_urlsafe(),
        "form_secret": secrets.token_urlsafe(),
    }


def _settings(directory: Path) -> dict[str, Any]:
    return {
        "database": {"name": "sqlite3", "args": {"database": str(directory / "homeserver.db")}},
        "log_config": str(directory / LOG_CONFIG),
        "media_store_path": str(directory / "media"),
        "signing_key_path": str(directory / SIGNING_KEY),
        "enable_registration": True,
        "registration_requires_token": True,
        "bcrypt_rounds": 4,  # passwords of the demo and the tests protect nothing, and 12 rounds cost 0.3 s a login
        "presence": {"enabled": False},
        "report_stats": False,
        "trusted_key_servers": [],
        "federation_domain_whitelist": [],
    }


def _log_settings() -> dict[str, Any]:
    """Warnings to standard error, which the process's owner points at the log file."""
    return {
        "version": 1,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "disable_existing_loggers": False,
    }


def _write_signing_key(file: Path) -> None:
    """An Ed25519 seed in Synapse's format, written here because `--generate-keys` costs a second process start."""
    if not file.exists():
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        file.write_text(f"ed25519 a_{secrets.token_hex(2)} {seed}\n")


def _free_port() -> int:
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port on 127.0.0.1 among {PORTS.start} to {PORTS.stop}")
