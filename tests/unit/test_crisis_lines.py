from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import phonenumbers
import pytest
import yaml

from policies import crisis_lines, line_phrases
from policies.countries import codes
from policies.crisis_line import Hours
from policies.crisis_lines import Directory, LineRules, Shown, load
from policies.crisis_words import CrisisWords
from policies.load import PolicyProblems
from policies.phone_numbers import emergency_numbers, status
from policies.texts import Texts, phrase

VERIFIED = date(2026, 6, 2)
TODAY = date(2026, 11, 22)
LAST_DAY = date(2026, 11, 29)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DIRECTORY = load()
RULES = LineRules.load()
TEXTS = Texts.load(strict=True)


def ids(shown: Shown) -> list[str]:
    return [line.id for line in shown.lines]


def line(**values: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "id": "de-own",
        "name": "Own line",
        "category": "suicide_crisis",
        "call": "08001110111",
        "languages": ["de"],
        "hours": "always",
        "source": "its own page",
        "verified_at": TODAY,
        "verified_by": "Ada Example, coordinator",
    }
    return {**plain, **values}


def directory(tmp_path: Path, *lines: dict[str, object], country: str = "DE") -> Directory:
    write(tmp_path, country, {"country": country, "lines": list(lines)})
    return load(tmp_path)


def write(folder: Path, country: str, content: object) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{country}.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("country", "language"), [("US", "en"), ("DE", "de"), ("MX", "es"), ("IN", "en"), ("BR", "pt")]
)
def test_a_member_sees_verified_lines_and_the_emergency_number(country: str, language: str) -> None:
    """One or two lines in the member's language, the emergency number, and no directory beside them."""
    shown = DIRECTORY.for_member(country, [language], TODAY)
    assert 1 <= len(shown.lines) <= 2
    assert shown.emergency
    assert shown.directory is None


def test_a_line_in_the_members_language_comes_first() -> None:
    """A Spanish speaker in the United States sees the line that answers in Spanish before the one that does not."""
    assert ids(DIRECTORY.for_member("US", ["es", "en"], TODAY)) == ["us-988", "us-ctl"]
    assert ids(DIRECTORY.for_member("JP", ["en"], TODAY))[0] == "jp-yorisoi"


def test_a_line_in_another_language_is_shown_with_the_directory() -> None:
    """An English speaker in Germany sees the German line and where to find more."""
    shown = DIRECTORY.for_member("DE", ["en-GB"], TODAY)
    assert ids(shown) == ["de-ts1", "de-ts2"]
    assert shown.directory == "https://findahelpline.com"


def test_a_line_is_shown_for_180_days_after_its_check_and_then_vanishes() -> None:
    """On day 180 the line is there, on day 181 the emergency number and the directory remain."""
    assert VERIFIED + timedelta(days=180) == LAST_DAY
    assert ids(DIRECTORY.for_member("FR", ["fr"], LAST_DAY)) == ["fr-3114"]
    shown = DIRECTORY.for_member("FR", ["fr"], LAST_DAY + timedelta(days=1))
    assert shown == Shown((), ("112",), "https://findahelpline.com")


def test_a_check_dated_in_the_future_does_not_count(tmp_path: Path) -> None:
    """A mistyped year does not keep a line for ever: it is hidden and listed."""
    lines = directory(tmp_path, line(verified_at=date(2062, 6, 2)))
    assert lines.for_member("DE", ["de"], TODAY).lines == ()
    assert [d.hidden for d in lines.due(TODAY)] == [True]


def test_lines_are_due_from_day_120() -> None:
    """Nothing is due on day 119; on day 120 all lines of that check are, with their last day."""
    assert DIRECTORY.due(VERIFIED + timedelta(days=119)) == []
    due = DIRECTORY.due(VERIFIED + timedelta(days=120))
    assert len(due) == 21
    assert {(d.last_day, d.hidden, d.age) for d in due} == {(LAST_DAY, False, 120)}
    assert all(d.hidden for d in DIRECTORY.due(LAST_DAY + timedelta(days=1)))


@pytest.mark.parametrize("country", [None, "XX", "GN", *sorted(codes())])
def test_there_is_never_nothing(country: str | None) -> None:
    """For every country and for none, on any day, something is shown: a number or the directory."""
    for day in (TODAY, LAST_DAY + timedelta(days=1000)):
        shown = DIRECTORY.for_member(country, ["de"], day)
        assert shown.lines or shown.directory
        assert TEXTS.say("de", phrase("crisis-answer", lines=line_phrases.lines(shown, "de")))


def test_an_unknown_country_gets_words_instead_of_a_number() -> None:
    """Nobody's emergency number is guessed."""
    said = [TEXTS.say("en", p) for p in line_phrases.lines(DIRECTORY.for_member(None, ["en"], TODAY), "en")]
    assert "your local emergency number" in said[0]
    assert "https://findahelpline.com" in said[1]


@pytest.mark.parametrize("country", sorted(phonenumbers.SUPPORTED_SHORT_REGIONS))
def test_every_emergency_number_connects_to_an_emergency_service(country: str) -> None:
    """Whatever is shown is an emergency number of that country, by the library's own test; at most seven are shown."""
    numbers = emergency_numbers(country, RULES.emergency)
    assert len(numbers) <= 7
    assert all(phonenumbers.is_emergency_number(number, country) for number in numbers)


@pytest.mark.parametrize(
    ("country", "numbers"),
    [
        ("US", ("911",)),
        ("CA", ("911",)),
        ("DE", ("112", "110")),
        ("GB", ("112", "999")),
        ("FR", ("112",)),
        ("KR", ("112", "119")),
        ("JP", ("110", "119")),
        ("CN", ("110", "119", "120")),
        ("GN", ()),
    ],
)
def test_general_emergency_numbers_come_first(country: str, numbers: tuple[str, ...]) -> None:
    """One general number among many stands alone; a country without one shows all it has."""
    assert emergency_numbers(country, RULES.emergency) == numbers


def test_with_the_time_a_closed_line_is_not_offered() -> None:
    """Lines "that answer now" do: the Indian line with office hours is left out on a Sunday."""
    saturday = NOON - timedelta(days=1)
    assert ids(DIRECTORY.for_member("IN", ["en"], TODAY, now=saturday)) == ["in-telemanas", "in-icall"]
    assert ids(DIRECTORY.for_member("IN", ["en"], TODAY, now=NOON)) == ["in-telemanas"]


@pytest.mark.parametrize(
    ("utc", "open_"), [("08:59", False), ("09:00", True), ("18:00", True), ("20:59", True), ("21:00", False)]
)
def test_hours_may_end_on_the_next_morning(utc: str, open_: bool) -> None:
    """A line open from 15:00 to 03:00 in Dhaka answers from 09:00 to 21:00 UTC."""
    hours = Hours.model_validate({"zone": "Asia/Dhaka", "from": "15:00", "to": "03:00"})
    assert hours.open_at(datetime.fromisoformat(f"2026-11-22T{utc}+00:00")) is open_


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    """Open on Saturdays from 22:00 to 04:00: Sunday at 03:00 is open, Saturday at 03:00 is not."""
    hours = Hours.model_validate({"zone": "UTC", "days": ["sat"], "from": "22:00", "to": "04:00"})
    assert hours.open_at(datetime(2026, 11, 22, 3, tzinfo=UTC))
    assert not hours.open_at(datetime(2026, 11, 21, 3, tzinfo=UTC))


def test_youth_lines_are_for_young_people(tmp_path: Path) -> None:
    """A youth line comes first for somebody under 18 and is not shown to others."""
    lines = directory(tmp_path, line(), line(id="de-youth", audience="youth", call="116111"))
    assert ids(lines.for_member("DE", ["de"], TODAY, youth=True)) == ["de-youth", "de-own"]
    assert ids(lines.for_member("DE", ["de"], TODAY)) == ["de-own"]


def test_without_a_youth_line_young_people_get_the_directory() -> None:
    """Somebody under 18 sees the lines for everyone and where to find youth services."""
    assert DIRECTORY.for_member("DE", ["de"], TODAY, youth=True).directory == "https://findahelpline.com"


def test_every_way_to_reach_a_line_is_said() -> None:
    """Calls, texts with a keyword, extensions, hours and languages are in the words of the member."""

    def said(country: str, language: str) -> str:
        shown = DIRECTORY.for_member(country, [language], TODAY)
        return "\n".join(TEXTS.say(language, p) for p in line_phrases.lines(shown, language))

    assert "- **988 Suicide & Crisis Lifeline**: call or text **988** (day and night)" in said("US", "en")
    assert "envía **HOME** por SMS al **741741** (día y noche, en inglés)" in said("US", "es")
    assert "ruf **119** an (danach die 8 wählen, Tag und Nacht, auf Indonesisch)" in said("ID", "de")
    assert "(Mon–Sat, 10:00–20:00)" in said("IN", "en")
    assert "only from a landline" in said("PH", "en")
    assert "call **112** or **110**" in said("DE", "en")


def test_the_team_hears_what_is_due_and_what_is_hidden() -> None:
    """Before the last day a warning with the day, afterwards the plain truth."""

    def told(day: date) -> list[str]:
        return [TEXTS.say("en", p) for p in line_phrases.notices(DIRECTORY.due(day), "en", RULES.directory)]

    assert told(VERIFIED) == []
    assert "21 crisis lines need a check" in told(TODAY)[0]
    assert "after November 29, 2026" in told(TODAY)[0]
    assert "are not shown now" in told(LAST_DAY + timedelta(days=1))[0]


def test_every_shipped_number_is_valid_or_has_a_reason() -> None:
    """Numbers that the phonenumbers library does not know carry a note that says why they are right."""
    unknown = {
        one.id
        for country, lines in DIRECTORY.countries.items()
        for one in lines
        for number in (one.call, one.text)
        if number and status(number, country) != "valid"
    }
    assert unknown == {"in-telemanas", "br-cvv", "kr-109", "ph-ncmh"}
    assert len([one for lines in DIRECTORY.countries.values() for one in lines]) == 21


def test_a_bad_file_is_refused_with_every_problem_at_once(tmp_path: Path) -> None:
    """Each problem is a line with file, key and cure."""
    write(
        tmp_path,
        "DE",
        {
            "country": "AT",
            "lines": [
                line(call="12"),
                line(id="de-2", verified_at="soon"),
                line(id="de-3", languages=["xx"], tpyo=1, verified_by=""),
                line(id="de-4", call=None),
                line(id="de-5", hours={"zone": "Mars/Base", "from": "25:00", "to": "20:00"}),
            ],
        },
    )
    (tmp_path / "FR.yaml").write_text("country: [", encoding="utf-8")
    with pytest.raises(PolicyProblems) as caught:
        load(tmp_path)
    told = str(caught.value)
    assert "DE.yaml: lines.1.verified_at" in told
    assert "DE.yaml: lines.2.languages.0: “xx” is no language code; write one like en" in told
    assert "DE.yaml: lines.2.tpyo: is not a known key" in told
    assert "DE.yaml: lines.2.verified_by: is empty; fill it in" in told
    assert "DE.yaml: lines.3: nobody can reach it; write call, text or chat" in told
    assert "“Mars/Base” is no time zone" in told
    assert "FR.yaml: not readable as YAML" in told


def test_numbers_countries_and_ids_are_checked(tmp_path: Path) -> None:
    """A number nobody can dial, one without a reason, a wrong country and an id used twice: four lines."""
    write(tmp_path, "DE", {"country": "AT", "lines": [line(call="1")]})
    write(tmp_path, "BR", {"country": "BR", "lines": [line(call="188")]})
    with pytest.raises(PolicyProblems) as caught:
        load(tmp_path)
    told = str(caught.value).splitlines()
    assert len(told) == 4, told
    assert "BR.yaml: lines.0 (de-own).call: 188 is possible in BR" in told[0]
    assert "say in number_note why it is right" in told[0]
    assert "DE.yaml: country: is “AT”; write country: DE" in told[1]
    assert "1 cannot be dialled in AT" in told[2]
    assert "DE.yaml: id: “de-own” is also in BR.yaml" in told[3]


def test_an_organization_replaces_a_countrys_lines(tmp_path: Path) -> None:
    """A file of the overlay stands for the whole country; other countries keep ours."""
    write(tmp_path / "lines", "DE", {"country": "DE", "lines": [line()]})
    own = load(overlay=tmp_path)
    assert ids(own.for_member("DE", ["de"], TODAY)) == ["de-own"]
    assert ids(own.for_member("FR", ["fr"], TODAY)) == ["fr-3114"]


def test_every_country_file_is_a_country() -> None:
    """Each file is named after a country of ISO 3166."""
    assert {path.stem for path in crisis_lines.LINES.glob("*.yaml")} <= codes()


@pytest.mark.parametrize(
    "said", ["crisis", "krise", "notfall", "ayuda urgente", "emergencia", "ayúdame ya", "ayudame ya"]
)
def test_plain_words_mean_crisis(said: str) -> None:
    """Nobody needs to know the command, the language or the accents."""
    assert said in CrisisWords.load().all()


@pytest.mark.parametrize("said", ["help", "the housing crisis", "hilfe", "ayuda", "danger", ""])
def test_ordinary_words_do_not_mean_crisis(said: str) -> None:
    """A plain call for help shows what the bot can do; a sentence about a crisis is a sentence."""
    assert said not in CrisisWords.load().all()
