"""The invariants of the house that can be read off its imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOT_FOLDERS = ("intake", "checkin", "moderation", "escalation")
NETWORK = {"aiohttp", "nio", "requests", "urllib3", "httpx", "socket", "http.client", "urllib.request", "smtplib"}
REACHES_THE_HOMESERVER = "bots/link/"
OUTBOUND = {
    "bots/operate/init.py": "the homeserver, through bots/link",
    "bots/operate/accounts.py": "the homeserver, through bots/link",
    "bots/operate/rooms.py": "the homeserver, through bots/link",
    "bots/operate/listen.py": "the homeserver, through bots/link",
    "bots/operate/check.py": "the homeserver, through bots/link",
    "bots/health.py": "listens only: /live, /ready, /metrics",
}
"""Every file outside the link and the demo that has a network library in its hands, and where it reaches (R1)."""


def imports() -> Iterator[tuple[str, str]]:
    """(file, module) for every import of the product."""
    for folder in ("bots", "models", "policies"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = str(file.relative_to(ROOT))
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    yield from ((name, alias.name) for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    yield name, node.module
                    yield from ((name, f"{node.module}.{alias.name}") for alias in node.names)


IMPORTS = list(imports())


def test_only_the_link_imports_nio() -> None:
    """matrix-nio stays behind one door."""
    assert {f for f, m in IMPORTS if m.split(".")[0] == "nio" and not f.startswith(REACHES_THE_HOMESERVER)} == set()


def test_judges_and_policies_know_no_bot() -> None:
    """models/ and policies/ import nothing of bots/, and models/ nothing of the network."""
    assert {f for f, m in IMPORTS if not f.startswith("bots/") and m.split(".")[0] == "bots"} == set()


@pytest.mark.parametrize("bot", BOT_FOLDERS)
def test_no_bot_imports_another(bot: str) -> None:
    """They talk through events alone."""
    others = tuple(f"bots.{other}" for other in BOT_FOLDERS if other != bot)
    assert {f for f, m in IMPORTS if f.startswith(f"bots/{bot}/") and m.startswith(others)} == set()


@pytest.mark.parametrize("bot", BOT_FOLDERS)
def test_handlers_await_no_network(bot: str) -> None:
    """Nothing in a bot's folder can reach the link."""
    assert {f for f, m in IMPORTS if f.startswith(f"bots/{bot}/") and m.startswith("bots.link")} == set()


def test_every_outbound_path_is_listed() -> None:
    """No words leave the organization (R1): whatever holds a network library is named above with where it reaches."""
    found = {
        f
        for f, m in IMPORTS
        if (m in NETWORK or m.split(".")[0] in NETWORK) and not f.startswith((REACHES_THE_HOMESERVER, "bots/demo/"))
    }
    assert found == set(OUTBOUND)


def test_the_homeserver_is_never_imported() -> None:
    """Synapse is a process of its own."""
    assert {f for f, m in IMPORTS if m.split(".")[0] == "synapse"} == set()
