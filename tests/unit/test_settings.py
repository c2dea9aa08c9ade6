"""config.yaml: what loads, and what people read when it does not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bots.configcheck import key_paths
from bots.configfile import ConfigFile, ConfigProblems
from bots.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"
TOKEN = {"KITH_ACCOUNTS_REGISTRATION_TOKEN": "from-the-environment"}
MINIMAL = """\
organization:
  name: Harbour
  default_country: NO
homeserver:
  url: https://matrix.example.org
accounts:
  registration_token_file: token
rooms:
  space: Harbour
"""

Load = Callable[..., Settings]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Writes a config.yaml beside a token file and loads it."""
    (tmp_path / "token").write_text("from-the-file\n")

    def load(text: str, **environ: str) -> Settings:
        (tmp_path / "config.yaml").write_text(text)
        return Settings.load(tmp_path / "config.yaml", environ)

    return load


@pytest.fixture
def problems(load: Load) -> Callable[[str], list[str]]:
    """The lines that a faulty text gives, without the folder."""

    def problems(text: str) -> list[str]:
        with pytest.raises(ConfigProblems) as caught:
            load(text)
        return [re.sub(r"^\S*/config\.yaml:", "", line) for line in str(caught.value).splitlines()]

    return problems


def written_keys(text: str, folder: Path) -> set[tuple[str, ...]]:
    """Every key of a YAML text, lists without an index."""
    path = folder / "keys.yaml"
    path.write_text(text)
    return {tuple(part for part in loc if isinstance(part, str)) for loc in ConfigFile(path).lines} - {()}


def test_the_example_loads_as_it_is() -> None:
    """config.example.yaml needs nothing but the one secret it names."""
    settings = Settings.load(EXAMPLE, TOKEN)
    assert settings.user_id(settings.bots.escalation.localpart) == "@kith-escalation:example.org"
    assert settings.database.sqlite_path == EXAMPLE.absolute().parent / "var" / "kith.db"
    assert {role for person in settings.staff for role in person.roles} == {
        "moderator", "specialist", "coordinator", "operator",
    }  # fmt: skip


def test_the_example_names_every_key_and_no_other(tmp_path: Path) -> None:
    """With its turned-off lines turned on, the example has exactly the keys that the settings know."""
    everything = re.sub(r"(?m)^( *)#(?=\S)", r"\1", EXAMPLE.read_text())
    assert written_keys(everything, tmp_path) == set(key_paths(Settings))


def test_the_examples_turned_off_lines_are_right(tmp_path: Path) -> None:
    """Each turned-off group of lines of the example loads once its files are there."""
    text = re.sub(r"(?m)^( *)#(?=\S)", r"\1", EXAMPLE.read_text())
    for name in re.findall(r"_file: (secrets/\S+)", text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a secret")
    for folder in ("overlay/policies", "overlay/texts"):
        (tmp_path / folder).mkdir(parents=True)
    only_given = re.sub(r"(?m)^  (registration_token|shared_secret)_file:.*\n", "", text)
    (tmp_path / "config.yaml").write_text(only_given)
    settings = Settings.load(tmp_path / "config.yaml", {})
    assert settings.accounts.given is not None
    assert settings.accounts.given.moderation.access_token.get_secret_value() == "a secret"
    assert settings.texts_overlay == tmp_path / "overlay" / "texts"


def test_a_short_file_is_enough(load: Load, tmp_path: Path) -> None:
    """What is left out has a default: accounts' names, a database under var/, loopback health, own server only."""
    settings = load(MINIMAL)
    assert [settings.bots.intake.localpart, settings.bots.checkin.display_name] == ["kith-intake", "kith-checkin"]
    assert settings.homeserver.server_name == "matrix.example.org"
    assert settings.state_dir == tmp_path / "var"
    assert settings.seal_key_file == tmp_path / "var" / "seal.key"
    assert (settings.health.host, settings.staff, settings.fallback_contact) == ("127.0.0.1", (), None)
    assert settings.may_join("@a:matrix.example.org")
    assert not settings.may_join("@a:elsewhere.example")


def test_norway_is_a_country(load: Load) -> None:
    """`NO` is read as Norway, though YAML 1.1 says it means false."""
    assert load(MINIMAL).organization.default_country == "NO"


def test_settings_are_frozen(load: Load) -> None:
    """Nobody changes settings while the suite runs."""
    with pytest.raises(ValueError, match="frozen"):
        load(MINIMAL).health.__setattr__("port", 1)


def test_an_empty_value_counts_as_left_out(load: Load) -> None:
    """A key or a section whose lines are all turned off takes its defaults."""
    assert load(MINIMAL + "staff:\nhealth:\n  port:\nbots:\npager_webhook:\n").health.port == 8181


def test_who_may_join(load: Load) -> None:
    """`any` opens the rooms to every server, a list to those and our own."""
    assert load(MINIMAL + "  member_servers: any\n").may_join("@a:anywhere.example")
    some = load(MINIMAL + "  member_servers: [friends.example]\n")
    assert [some.may_join(f"@a:{server}") for server in ("friends.example", "matrix.example.org", "x.example")] == [
        True, True, False,
    ]  # fmt: skip


def test_a_port_of_its_own_or_none(load: Load) -> None:
    """`off` turns the health port off."""
    assert load(MINIMAL + "health: {port: off}").health.port is None
    assert load(MINIMAL + "health: {port: 9000}").health.port == 9000


def test_a_role_ends_at_local_midnight(load: Load) -> None:
    """A role lasts through its last day where the organization is, also on the day the clocks change."""
    berlin = MINIMAL.replace("  name:", "  time_zone: Europe/Berlin\n  name:")
    person = load(berlin + "staff: [{user_id: '@a:b.example', roles: [operator], until: 2026-03-29}]").staff[0]
    assert person.ends_at("Europe/Berlin") == 1_774_821_600_000  # 2026-03-29T22:00:00Z
    assert person.ends_at("UTC") == 1_774_828_800_000


def test_secrets_come_from_files_and_variables(load: Load) -> None:
    """A secret is read from its file; a variable wins; neither shows when settings are printed."""
    from_file, from_variable = load(MINIMAL), load(MINIMAL, **TOKEN)
    for settings, secret in ((from_file, "from-the-file"), (from_variable, "from-the-environment")):
        assert settings.accounts.registration_token is not None
        assert settings.accounts.registration_token.get_secret_value() == secret
        assert secret not in repr(settings)


def test_the_database_password_joins_the_address_for_the_driver_alone(load: Load) -> None:
    """Characters that mean something in an address are escaped, and the printed settings do not show it."""
    url = "database: {url: 'postgresql://kith@db.example/kith?application_name=a@b'}"
    database = load(MINIMAL + url, KITH_DATABASE_PASSWORD="p@ss:/word").database
    assert database.dsn == "postgresql://kith:p%40ss%3A%2Fword@db.example/kith?application_name=a@b"
    assert database.sqlite_path is None
    assert "p@ss" not in repr(database)
    assert load(MINIMAL + url).database.dsn == "postgresql://kith@db.example/kith?application_name=a@b"


def test_ten_faults_give_ten_lines(problems: Callable[[str], list[str]]) -> None:
    """Every fault is found in one pass, as file, line, key, what is wrong and the cure."""
    lines = problems("""\
organization:
  nmae: Harbour
  default_language: fr
  default_country: UK
  time_zone: Europe/Berln
homeserver:
  url: matrix.example.org
accounts:
  registration_token: hunter2
bots:
  intake:
    localpart: Kith Intake
database:
  url: postgresql://kith:hunter2@db.example/kith
rooms:
  space: Harbour
  member_servers: any
staff:
  - user_id: alex
    roles: [moderator]
log:
  level: info
  level: debug
""")
    beginnings = [
        "2: organization.nmae: unknown key. Did you mean `name`?",
        "3: organization.default_language: `fr` is none of 'en', 'es' or 'de'. Write ",
        "4: organization.default_country: `UK` is not an ISO 3166 country code; the United Kingdom is GB. Write ",
        "5: organization.time_zone: `Europe/Berln` is not a time zone (did you mean `Europe/Berlin`?). Write ",
        "7: homeserver.url: not a web address. Write the address of the client-server API, for example `url: https://",
        "9: accounts.registration_token: a secret stands in this file. Put it into a file of its own and name that in "
        "`registration_token_file`, or set KITH_ACCOUNTS_REGISTRATION_TOKEN.",
        "12: bots.intake.localpart: `Kith Intake` has a form or characters that do not fit. Write ",
        "14: database.url: a password stands in the address. Take it out; use `password_file` or KITH_DATABASE_PASS",
        "19: staff[0].until: missing. Write the last day of the role, year-month-day, for example `until: 2027-06-30`.",
        "19: staff[0].user_id: `alex` has a form or characters that do not fit. Write a full Matrix user id, for ",
        "23: log.level: written twice, on lines 22 and 23. Keep one of the two.",
    ]
    assert [line[: len(start)] for line, start in zip(lines, beginnings, strict=True)] == beginnings
    assert "hunter2" not in "".join(lines)


@pytest.mark.parametrize(
    ("addition", "line"),
    [
        ("server_name: a.example\n", "10: server_name: unknown key. Did you mean `homeserver.server_name`? Check the"),
        ("colour: red\n", "10: colour: unknown key. Remove it; possible here: organization, homeserver, accounts,"),
        ("database: {pasword: hunter2}\n", "10: database.pasword: unknown key. Did you mean `password_file`?"),
        ("database: {password_file: gone}\n", "10: database.password_file: no secret in "),
        ("database: {password_file: [a]}\n", "10: database.password_file: a single value is expected here. Put it"),
        ("database: {url: 'mysql://db/kith'}\n", "10: database.url: neither sqlite:///… nor postgresql://…/database."),
        ("database: {url: 'postgresql://k:hunter2@[db/k'}\n", "10: database.url: not a well-formed address. Write"),
        ("health: {port: 70000}\n", "10: health.port: `70000` is more than 65535. Write a port number, or off"),
        ("health: {port: many}\n", "10: health.port: `many` is not a whole number. Write a port number, or off"),
        ("health: 8181\n", "10: health: a section with keys of its own is expected here. Write its keys on indented"),
        (
            "log: {level: inof}\n",
            "10: log.level: `inof` is none of 'debug', 'info', 'warning' or 'error' (did you mean",
        ),
        ("\xa0log: {level: info}\n", "10: \\xa0log: unknown key. Did you mean `log`?"),
        ("log: {level: [info]}\n", "10: log.level: a single value is expected here. Write the least level"),
        ("staff: alex\n", "10: staff: a list is expected here. Write `- ` and its keys on indented lines below: user"),
        ("staff: [alex]\n", "10: staff[0]: a section with keys of its own is expected here. Write its keys on"),
        (
            "fallback_contact: ''\n",
            "10: fallback_contact: `` has a form or characters that do not fit. Write the Matrix",
        ),
        ("pager_webhook: {url: 'http://pager.example'}\n", "10: pager_webhook.url: the address is not https. Write"),
        (
            "pager_webhook: {url: 'https://a:b@pager.example'}\n",
            "10: pager_webhook.url: a user name or password stands",
        ),
        ("policies_overlay: nowhere\n", "10: policies_overlay: there is no folder "),
        ("state_dir: ~/kith\n", "10: state_dir: `~` is not used here. Write the whole path, or one relative to this"),
        (
            "bots: {intake: {localpart: kith-checkin}}\n",
            "10: bots: the localpart `kith-checkin` is used more than once.",
        ),
        ("  topics: [{key: welcome, name: W, topic: T}]\n", "10: rooms.topics[0].key: `welcome` is a room that `kith"),
        (
            "  topics: [{key: a, name: A, topic: T}, {key: a, name: B, topic: T}]\n",
            "10: rooms.topics: the key `a` is used more than once. Give each its own key.",
        ),
        ("  member_servers: [not a server]\n", "10: rooms.member_servers[0]: `not a server` has a form or characters"),
        (
            "staff: [{user_id: '@a:b.example', roles: [], until: 2026-01-01}]\n",
            "10: staff[0].roles: the list is empty. Write a list out of moderator, specialist, coordinator, operator",
        ),
        (
            "staff: [{user_id: '@a:b.example', roles: [operator], until: 2027}]\n",
            "10: staff[0].until: `2027` is not a date. Write the last day of the role",
        ),
        (
            "staff: [{user_id: '@a:b.example', roles: [operator], until: 9999-12-31}]\n",
            "10: staff[0].until: `9999-12-31` is not a day in this century. Write the last day of the role",
        ),
    ],
)
def test_one_fault_is_one_line(problems: Callable[[str], list[str]], addition: str, line: str) -> None:
    """Each fault gives a single line at its place, with its cure, and never a secret."""
    [found] = problems(MINIMAL + addition)
    assert found[: len(line)] == line
    assert "hunter2" not in found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1: the file holds no `key: value` lines. Copy config.example.yaml"),
        ("- a\n- b\n", "1: the file holds no `key: value` lines."),
        ("organization:\n  name: [Harbour\nrooms:\n", "3: the file is not valid YAML: "),
        ("organization:\n\tname: Harbour\n", "2: the file is not valid YAML: found character '\\t' that cannot start"),
        ("a: &x {b: *x}\n", "1: the file is not valid YAML: `*` (an alias) is not used here; write the value out."),
        ("a: b\n---\na: c\n", "2: the file is not valid YAML: but found another document."),
        ("name: \x07\n", "1: the file is not valid YAML: a character that YAML does not allow."),
    ],
)
def test_what_is_not_yaml_gives_its_line(problems: Callable[[str], list[str]], text: str, line: str) -> None:
    """A file that cannot be read as keys and values gives one line with its line number."""
    [found] = problems(text)
    assert found[: len(line)] == line


def test_accounts_come_one_way(problems: Callable[[str], list[str]]) -> None:
    """No way and two ways to get accounts are each one line that names the choices."""
    none = MINIMAL.replace("  registration_token_file: token\n", "")
    both = MINIMAL.replace("token_file: token\n", "token_file: token\n  shared_secret_file: token\n")
    choices = "Keep exactly one of registration_token_file, shared_secret_file and given."
    assert problems(none) == [f"6: accounts: no way to get accounts is set. {choices}"]
    assert problems(both) == [f"6: accounts: registration_token, shared_secret are set together. {choices}"]


def test_a_given_account_needs_its_token(problems: Callable[[str], list[str]]) -> None:
    """A missing access token is said with both places where it may come from."""
    four = "".join(f"    {bot}: {{device_id: D}}\n" for bot in ("intake", "checkin", "moderation", "escalation"))
    lines = problems(MINIMAL.replace("  registration_token_file: token\n", f"  given:\n{four}"))
    assert lines[0] == (
        "8: accounts.given.intake.access_token_file: missing. Put it into a file of its own and name that in "
        "`access_token_file`, or set KITH_ACCOUNTS_GIVEN_INTAKE_ACCESS_TOKEN."
    )
    assert len(lines) == 4


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is missing, a folder, or not UTF-8 is one line as well."""
    (tmp_path / "latin.yaml").write_bytes("name: Müller".encode("latin-1"))
    for path, reason in (
        (tmp_path / "gone.yaml", "No such file or directory"),
        (tmp_path, "Is a directory"),
        (tmp_path / "latin.yaml", "not UTF-8"),
    ):
        with pytest.raises(ConfigProblems, match=reason) as caught:
            Settings.load(path, {})
        assert str(caught.value).startswith(f"{path}:1: the file ")


def test_a_file_from_windows_loads(tmp_path: Path) -> None:
    """A byte order mark and CRLF line ends do no harm."""
    path = tmp_path / "config.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())
    assert Settings.load(path, TOKEN).organization.name == "Harbour"


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 12), st.text(max_size=8)), min_size=1, max_size=4))
@example([(0, 0, "&a [*a]")])
def test_no_text_brings_it_down(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int, str]]) -> None:
    """However the example is mangled, it loads or gives problem lines, never another error."""
    text = re.sub(r"(?m)^( *)#(?=\S)|(?m:#.*$)", r"\1", EXAMPLE.read_text())
    for start, length, replacement in edits:
        text = text[:start] + replacement + text[start + length :]
    path = tmp_path_factory.getbasetemp() / "mangled.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        assert Settings.load(path, TOKEN).homeserver.url
    except ConfigProblems as error:
        assert all(re.match(rf"{re.escape(str(path))}:\d+: \S", str(problem)) for problem in error.problems)
        assert len(str(error).splitlines()) == len(error.problems)
