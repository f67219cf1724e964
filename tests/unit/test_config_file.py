import os
from pathlib import Path

import pytest

from netfin_incident.config import Config, Given, load_config
from netfin_incident.errors import DefinitionError, NetfinError, UsageError
from netfin_incident.wording.definitions import DEFINITIONS
from netfin_incident.wording.language import Language
from netfin_incident.wording.usage import USAGE


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*os.environ]:
        if name.startswith(("NETFIN_", "XDG_", "LC_")) or name in {"TZ", "LANG"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def written(folder: Path, text: str | bytes, mode: int = 0o600) -> Path:
    path = folder / "netfin.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(mode)
    return path


def load(file: Path | str) -> Config:
    return load_config(Given(config=str(file)))


def refused(file: Path | str) -> NetfinError:
    with pytest.raises((DefinitionError, UsageError)) as refusal:
        load(file)
    known = {**USAGE, **DEFINITIONS}[refusal.value.slug]
    for text in (known.what, known.why, known.hint):
        text.format(**refusal.value.values)
    return refusal.value


def test_every_setting_of_a_file_is_read_with_its_line(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """database = "data/incidents.db"
zone = "Asia/Shanghai"
language = "zh_CN.UTF-8"
playbooks = "playbooks"

[people]
1000 = "zhang-wei"
"1001" = "li.na"

[names]
zhang-wei = "张 \u202e伟"
""",
    )
    config = load(file)
    assert config.database.value == tmp_path / "data/incidents.db"
    assert config.language.value is Language.ZH_HANS
    assert config.playbooks.value == tmp_path / "playbooks"
    assert (config.person(1000), config.person(1002)) == ("zhang-wei", None)
    assert config.people.source.name == f"{file}:6"
    assert config.name_of("zhang-wei") == "张 ⟨U+202E⟩伟"
    assert config.name_of("li.na") == "li.na"


@pytest.mark.parametrize(
    ("text", "slug", "line"),
    [
        ('databse = "x"', "config-unknown-key", 1),
        ('# first\n\n[peopl]\n1000 = "x"', "config-unknown-key", 3),
        ("zone = 8", "config-wrong-type", 1),
        ("database = ['x']", "config-wrong-type", 1),
        ('people = "zhang-wei"', "config-wrong-type", 1),
        ("[people]\n\n1000 = 7", "config-wrong-type", 3),
        ('[people]\nroot = "zhang-wei"', "config-wrong-type", 2),
        ('[people]\n1000 = "a b"', "config-wrong-type", 2),
        ('[names]\nzhang-wei = " "', "config-wrong-type", 2),
        ('\nzone = "Asia/Shangai"', "config-value-refused", 2),
        ('zone = "../../etc/passwd"', "config-value-refused", 1),
        ('language = "fr"', "config-value-refused", 1),
        ('database = ""', "config-value-refused", 1),
        ('database = "postgresql://u:secret@h/x"', "config-value-refused", 1),
        ('database = "a\\u0000b"', "config-value-refused", 1),
        ('zone = "UTC"\nzone = "UTC"\n', "config-not-toml", 2),
        ("zone = Asia", "config-not-toml", 1),
        ("x = " + "[" * 5000, "config-not-toml", 0),
        ("x = " + "9" * 5000, "config-not-toml", 0),
        (b'\xff\xfez\0o\0n\0e\0"\0', "config-not-utf8", 0),
        ("#" * 300_000, "config-too-large", 0),
    ],
)
def test_a_wrong_setting_is_refused_with_its_line(
    tmp_path: Path, text: str | bytes, slug: str, line: int
) -> None:
    refusal = refused(written(tmp_path, text))
    assert refusal.slug == slug
    assert refusal.place is not None
    assert (refusal.place.file, refusal.place.line) == (str(tmp_path / "netfin.toml"), line)
    assert "secret" not in str(refusal)


def test_an_unknown_key_is_met_with_the_nearest_known_one(tmp_path: Path) -> None:
    refusal = refused(written(tmp_path, 'databse = "x"'))
    assert refusal.values["choices"] == ("database",)


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    assert load(written(tmp_path, b'\xef\xbb\xbfzone = "UTC"')).zone.value == "UTC"


@pytest.mark.parametrize("mode", [0o602, 0o666, 0o777])
def test_a_file_that_everybody_may_change_is_refused(tmp_path: Path, mode: int) -> None:
    assert refused(written(tmp_path, "", mode)).slug == "config-open-to-all"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "")
    os.chown(file, 12_345, 12_345)
    assert refused(file).slug == "config-foreign-owner"


def test_what_is_not_a_plain_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    for place in ("/dev/zero", tmp_path, tmp_path / "pipe"):
        assert refused(place).slug == "config-not-a-file"


def test_a_named_file_must_be_there_and_the_usual_ones_need_not(tmp_path: Path) -> None:
    assert refused(tmp_path / "missing.toml").slug == "config-file-missing"
    assert refused(tmp_path / "netfin.toml" / "x").slug == "config-file-missing"
    assert refused("bad\0name").slug == "path-unusable"
    assert refused("").slug == "setting-empty"


def test_a_link_to_nothing_in_the_usual_place_is_not_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / ".config/netfin-incident"
    folder.mkdir(parents=True)
    (folder / "netfin.toml").symlink_to("gone.toml")
    with pytest.raises(UsageError) as refusal:
        load_config()
    assert refusal.value.slug == "config-file-missing"
