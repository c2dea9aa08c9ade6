"""The kinds of value that a configuration may hold: each says what is wrong with it and, where it can, the cure."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo

from bots.configcheck import fault, nearest


def unlike(what: str, values: list[str]) -> None:
    """Refuse a value that occurs twice."""
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise fault(f"the {what} `{twice[0]}` is used more than once", f"Give each its own {what}.")


def _country(code: str) -> str:
    known = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text("utf-8").splitlines()
    if not any(line.startswith(f"{code}\t") for line in known):
        hint = "; the United Kingdom is GB" if code == "UK" else ""
        raise fault(f"`{code}` is not an ISO 3166 country code{hint}")
    return code


def _time_zone(name: str) -> str:
    if name not in available_timezones():
        raise fault(f"`{name}` is not a time zone{nearest(name, available_timezones())}")
    return name


def _day(value: Any) -> Any:
    """pydantic alone would take the year `2027` for a count of seconds."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError as error:
        raise fault(f"`{value}` is not a date") from error


def _near(day: date) -> date:
    if not 2000 <= day.year < 2100:
        raise fault(f"`{day}` is not a day in this century")
    return day


def _beside_config(path: Path, info: ValidationInfo) -> Path:
    folder: Path = (info.context or {}).get("folder", Path())
    if path.parts[:1] == ("~",):
        raise fault("`~` is not used here", "Write the whole path, or one relative to this file.")
    return folder / path


def _existing_folder(path: Path) -> Path:
    if not path.is_dir():
        raise fault(f"there is no folder {path}", "Create it, or remove this line.")
    return path


def _address(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise fault("not a well-formed address") from error
    return parts


def _web_address(url: str) -> str:
    parts = _address(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise fault("not a web address")
    if parts.username or parts.password:
        raise fault("a user name or password stands in the address", "Take it out.")
    return url.rstrip("/")


def _https(url: str) -> str:
    """Plain http goes to this machine only: nothing leaves it in the clear."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "::1", "localhost"):
        raise fault("the address is not https")
    return url


def _database_url(url: str, info: ValidationInfo) -> str:
    parts = _address(url)
    if parts.password or "password=" in parts.query:
        raise fault("a password stands in the address", "Take it out; use `password_file` or KITH_DATABASE_PASSWORD.")
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        return f"sqlite:///{_beside_config(Path(parts.path[1:]), info)}"
    if parts.scheme == "postgresql" and parts.path.strip("/"):
        return url
    raise fault("neither sqlite:///… nor postgresql://…/database")


def _any_server(servers: Any) -> Any:
    return None if servers == "any" else servers


def _not_empty(values: Any) -> Any:
    if values == []:
        raise fault("the list is empty")
    return values


def _off(value: Any) -> Any:
    return None if value == "off" else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Country = Annotated[str, StringConstraints(to_upper=True), AfterValidator(_country)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_near)]
ServerName = Annotated[str, StringConstraints(pattern=r"^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?$")]
ServersOrAny = Annotated[tuple[ServerName, ...] | None, BeforeValidator(_any_server)]
"""Server names; None is any server."""
UserId = Annotated[str, StringConstraints(pattern=r"^@[!-9;-~]+:[^\s:@]\S*$", max_length=255)]
Localpart = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9._=/+-]+$", max_length=200),
    Field(description="the part of the user id before the colon, in lower case", examples=["kith-intake"]),
]
RoomKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=40)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
HttpsAddress = Annotated[WebAddress, AfterValidator(_https)]
DatabaseUrl = Annotated[str, AfterValidator(_database_url)]
ConfigPath = Annotated[Path, AfterValidator(_beside_config)]
"""A path relative to the configuration file."""
ExistingFolder = Annotated[ConfigPath, AfterValidator(_existing_folder)]
NotEmpty = BeforeValidator(_not_empty)
PortOrOff = Annotated[Annotated[int, Field(ge=0, le=65535)] | None, BeforeValidator(_off)]
