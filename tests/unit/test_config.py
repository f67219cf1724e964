import os
import subprocess
import sys
from pathlib import Path

import pytest

from netfin_incident.config import OPTIONS, Config, Given, SourceKind, load_config
from netfin_incident.errors import UsageError
from netfin_incident.wording.language import Language
from netfin_incident.wording.usage import USAGE


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*os.environ]:
        if name.startswith(("NETFIN_", "XDG_", "LC_")) or name in {"TZ", "LANG"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def written(folder: Path, text: str) -> Path:
    path = folder / "netfin.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_without_settings_the_database_is_in_the_users_data_folder(tmp_path: Path) -> None:
    config = load_config()
    assert config.database.value == tmp_path / ".local/share/netfin-incident/netfin.db"
    assert config.database.source.kind is SourceKind.DEFAULT
    assert config.language.value is Language.EN
    assert config.playbooks.value is None
    assert config.people.value == {}
    assert config.file.value is None


def test_an_option_wins_over_a_variable_that_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(
        tmp_path / ".config/netfin-incident", 'database = "/srv/file.db"\nzone = "Asia/Tokyo"\n'
    )
    assert load_config().database.value == Path("/srv/file.db")
    monkeypatch.setenv("NETFIN_DB", "/srv/variable.db")
    from_variable = load_config()
    assert from_variable.database.value == Path("/srv/variable.db")
    assert from_variable.database.source.name == "NETFIN_DB"
    typed = load_config(Given(database="/srv/typed.db"))
    assert typed.database.value == Path("/srv/typed.db")
    assert typed.database.source.name == "--db"
    assert typed.zone.source.name == f"{tmp_path}/.config/netfin-incident/netfin.toml:2"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETFIN_DB", "")
    assert load_config().database.source.kind is SourceKind.DEFAULT


def test_exactly_one_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / ".config/netfin-incident", 'zone = "Asia/Tokyo"')
    other = written(tmp_path / "other", 'language = "zh-Hans"')
    monkeypatch.setenv("NETFIN_CONFIG", str(other))
    config = load_config()
    assert config.language.value is Language.ZH_HANS
    assert config.zone.value != "Asia/Tokyo"
    assert (config.file.value, config.file.source.name) == (other, "NETFIN_CONFIG")


def test_the_default_says_default_in_both_languages() -> None:
    said = load_config().database.source.said
    assert (said.en, said.zh) == ("default", "默认")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("incidents.db", "{here}/incidents.db"),
        ("./a/../incidents.db", "{here}/incidents.db"),
        ("~/incidents.db", "{here}/incidents.db"),
        ("/srv/incidents.db", "/srv/incidents.db"),
        ("sqlite:///incidents.db", "{here}/incidents.db"),
        ("sqlite:////srv/incidents.db", "/srv/incidents.db"),
        ("shift:2.db", "{here}/shift:2.db"),
    ],
)
def test_a_database_is_a_path_or_a_sqlite_address(tmp_path: Path, text: str, expected: str) -> None:
    database = load_config(Given(database=text)).database.value
    assert database == Path(expected.format(here=tmp_path))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "setting-empty"),
        ("   ", "setting-empty"),
        (":memory:", "database-in-memory"),
        ("sqlite://", "database-in-memory"),
        ("sqlite:///:memory:", "database-in-memory"),
        ("file:incidents.db?mode=memory", "database-url-options"),
        ("FILE:incidents.db", "database-url-options"),
        ("sqlite:///x?timeout=0", "database-url-options"),
        ("sqlite:x", "database-url-unknown"),
        ("sqlite://host/x", "database-url-unknown"),
        ("mysql://u:secret@h/x", "database-url-unknown"),
        ("postgresql://u:secret@h/x", "database-postgresql-later"),
        ("postgres://u:secret@h/x", "database-postgresql-later"),
        ("postgresql+psycopg://u:secret@h/x", "database-postgresql-later"),
        ("host=h password=secret", "database-postgresql-later"),
        ("a\0b", "path-unusable"),
        ("\x1b[2J.db", "path-unusable"),
        ("bad\udcff.db", "path-unusable"),
        ("~nobody-of-that-name/x.db", "home-unknown"),
    ],
)
def test_what_is_not_a_database_is_refused_and_no_secret_is_repeated(text: str, slug: str) -> None:
    with pytest.raises(UsageError) as refusal:
        load_config(Given(database=text))
    assert refusal.value.slug == slug
    assert "secret" not in str(refusal.value)
    for said in (USAGE[slug].what, USAGE[slug].why, USAGE[slug].hint):
        said.format(**refusal.value.values)


@pytest.mark.parametrize(
    ("variables", "language", "origin"),
    [
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH_HANS, "LANG"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "en_GB"}, Language.ZH_HANT, "LC_ALL"),
        ({"LC_MESSAGES": "C", "LANG": "zh_CN"}, Language.EN, "LC_MESSAGES"),
        ({"LANG": "fr_FR.UTF-8"}, Language.EN, ""),
        ({"NETFIN_LANG": "zh-Hans", "LANG": "en_GB"}, Language.ZH_HANS, "NETFIN_LANG"),
    ],
)
def test_the_language_follows_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: Language, origin: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    config = load_config()
    assert (config.language.value, config.language.source.name) == (language, origin)


@pytest.mark.parametrize(
    ("tz", "zone", "origin"),
    [
        ("Asia/Shanghai", "Asia/Shanghai", "TZ"),
        (":Asia/Shanghai", "Asia/Shanghai", "TZ"),
        ("CST-8", "UTC", ""),
        ("../../etc/passwd", "UTC", ""),
        ("", "UTC", ""),
        ("A" * 5000, "UTC", ""),
    ],
)
def test_the_zone_is_the_machines_where_it_has_a_name(
    monkeypatch: pytest.MonkeyPatch, tz: str, zone: str, origin: str
) -> None:
    monkeypatch.setenv("TZ", tz)
    config = load_config()
    assert (config.zone.value, config.zone.source.name) == (zone, origin)


def test_a_typed_zone_or_language_must_be_known() -> None:
    for given, slug in (
        (Given(zone="Asia/Shangai"), "zone-unknown"),
        (Given(language="fr"), "language-unknown"),
    ):
        with pytest.raises(UsageError) as refusal:
            load_config(given)
        assert refusal.value.slug == slug


@pytest.mark.parametrize(
    "name", ["services", "roster", "commands", "channels", "escalation", "contacts"]
)
def test_a_definition_file_is_beside_the_users_configuration_else_the_machines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    found = getattr(load_config(), name)
    own = tmp_path / f".config/netfin-incident/{name}.yaml"
    machine = Path(f"/etc/netfin-incident/{name}.yaml")
    assert found.value == (machine if machine.exists() else own)
    assert found.source.kind is SourceKind.DEFAULT
    own.parent.mkdir(parents=True)
    own.touch()
    assert getattr(load_config(), name).value == own
    file = written(tmp_path / "firm", f'{name} = "{name}.yaml"')
    monkeypatch.setenv("NETFIN_CONFIG", str(file))
    assert getattr(load_config(), name).value == file.with_name(f"{name}.yaml")
    monkeypatch.setenv(f"NETFIN_{name.upper()}", "/srv/variable.yaml")
    assert getattr(load_config(), name).value == Path("/srv/variable.yaml")
    typed = getattr(load_config(Given(**{name: "typed.yaml"})), name)
    assert (typed.value, typed.source.name) == (tmp_path / "typed.yaml", f"--{name}")


def test_a_relative_xdg_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert load_config().database.value == tmp_path / ".local/share/netfin-incident/netfin.db"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user the system lacks")
def test_without_a_home_only_a_named_database_will_do() -> None:
    script = """
import os, sys, pathlib, platformdirs, tomllib
from netfin_incident.config import Given, load_config
from netfin_incident.errors import UsageError
os.setuid(2_000_000_001)
print(load_config(Given(database="/srv/x.db")).database.value)
try:
    load_config()
except UsageError as refusal:
    print(refusal.slug)
"""
    found = {name: value for name, value in os.environ.items() if name != "HOME"}
    said = subprocess.run(
        [sys.executable, "-c", script], env=found, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["/srv/x.db", "home-unknown"]


def test_importing_the_settings_loads_neither_toml_nor_folders() -> None:
    script = "import sys, netfin_incident.config as c; print([m for m in ('tomllib', 'platformdirs', 'pendulum', 'opencc') if m in sys.modules])"
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


def test_every_setting_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs/configuration.md").read_text(encoding="utf-8")
    names = [*Config.__dataclass_fields__, *(word for pair in OPTIONS.values() for word in pair)]
    assert [name for name in names if f"`{name}" not in page] == []
