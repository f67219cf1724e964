import os
import re
from pathlib import Path

import pytest

from netfin_incident.domain.command_line import AllowedCommand
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.allowed import load_allowed
from playbook_text import assert_said
from running_allowed import check_allowed

SMALL = """\
schema: netfin-commands/1
allow:
  - run: ["/usr/bin/systemctl", "status", "*"]
    risk: read
    note: {zh: 查看状态, en: Look}
  - run: [/usr/bin/journalctl, "**"]
    risk: change
"""


def write(folder: Path, text: str = SMALL, mode: int = 0o600) -> Path:
    path = folder / "commands.yaml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        load_allowed(path)
    assert_said(raised.value)
    return raised.value


def test_the_allowed_commands_are_read(tmp_path: Path) -> None:
    assert load_allowed(write(tmp_path)) == (
        AllowedCommand(("/usr/bin/systemctl", "status", "*"), "read", Text("Look", "查看状态")),
        AllowedCommand(("/usr/bin/journalctl", "**"), "change"),
    )


def test_a_missing_file_means_that_nothing_is_allowed(tmp_path: Path) -> None:
    assert load_allowed(tmp_path / "commands.yaml") == ()


def test_an_empty_list_allows_nothing(tmp_path: Path) -> None:
    assert load_allowed(write(tmp_path, "schema: netfin-commands/1\nallow: []\n")) == ()


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666, 0o660])
def test_a_file_that_others_may_write_is_refused(tmp_path: Path, mode: int) -> None:
    path = write(tmp_path, mode=mode)
    error = refused(path)
    assert (error.slug, error.place) == ("allowed-open", Place(str(path)))


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o644, 0o755])
def test_a_file_that_others_may_only_read_is_used(tmp_path: Path, mode: int) -> None:
    assert len(load_allowed(write(tmp_path, mode=mode))) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another user")
def test_a_file_of_another_user_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path)
    os.chown(path, 12345, 12345)
    error = refused(path)
    assert (error.slug, error.values["uid"]) == ("allowed-foreign-owner", 12345)


def test_a_link_to_a_good_list_is_refused(tmp_path: Path) -> None:
    good = write(tmp_path)
    link = tmp_path / "link.yaml"
    link.symlink_to(good)
    assert refused(link).slug == "definition-symlink"


def test_a_folder_or_pipe_is_no_list(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert [refused(path).slug for path in (tmp_path, pipe)] == ["definition-not-a-file"] * 2


# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_FILES: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-commands/1", "¦netfin-commands/2", "schema-unknown"),
    "nothing called allow": ("allow:", "allowed:", "field-missing"),
    "a program without path": ('["/usr/bin/systemctl"', '[¦"systemctl"', "allowed-program"),
    "a relative program": ('["/usr/bin/systemctl"', '[¦"./systemctl"', "allowed-program"),
    "any program of a folder": ('["/usr/bin/systemctl"', '[¦"/usr/bin/*"', "allowed-program"),
    "rest before the end": ('"status", "*"', '¦"**", "x"', "allowed-rest"),
    "a line for a shell": ('["/usr/bin/systemctl", "status", "*"]', '¦"systemctl status"', "field-not-list"),
    "an empty command": ('["/usr/bin/systemctl", "status", "*"]', "¦[]", "field-empty"),
    "no risk": ("    risk: read\n", "", "field-missing"),
    "an unknown risk": ("risk: read", "risk: ¦none", "choice-unknown"),
    "an unknown field": ("    risk: read\n", "    risk: read\n    ¦shell: true\n", "field-unknown"),
    "a bare wildcard": ('"status", "*"', '"status", *', "yaml-malformed"),
    "an alias": ('"status", "*"', '"status", ¦*x', "yaml-alias"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "slug"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_list_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    assert SMALL.count(old) == 1
    marked = SMALL.replace(old, new)
    path = write(tmp_path, marked.replace("¦", ""))
    error = refused(path)
    assert error.slug == slug
    if "¦" in marked:
        before = marked[: marked.index("¦")].split("\n")
        assert error.place == Place(str(path), len(before), len(before[-1]) + 1)


def page() -> str:
    return (Path(__file__).parents[2] / "docs/commands.md").read_text(encoding="utf-8")


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", page(), re.DOTALL)
    assert example is not None
    allowed = load_allowed(write(tmp_path, example[1]))
    assert check_allowed(("systemctl", "status", "pay-gateway"), "read", allowed) is None
    assert check_allowed(("journalctl", "--unit=pay-x", "-n", "20"), "read", allowed) is None
    assert check_allowed(("systemctl", "restart", "pay-other"), "change", allowed) is not None


def test_every_field_of_an_allowed_command_is_in_the_documentation() -> None:
    text = page()
    assert [
        name for name in AllowedCommand.__dataclass_fields__ if f"\n| `{name}` |" not in text
    ] == []
