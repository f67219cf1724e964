"""What the README says can be typed works as it stands there."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from firm import Firm
from shell import Shell

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
EXAMPLES = [block for block in BLOCKS if " declare " in block]
WATCHES = [block for block in BLOCKS if " watch\n" in block]


def words_of(line: str) -> list[str]:
    """The program's words in a line of shell, without what is before a pipe or after a `>`."""
    command = line.rpartition(" | ")[2].partition(" > ")[0]
    words = shlex.split(command)
    assert words[0] == "netfin-incident", line
    return [word.replace("INC-2026-", f"INC-{datetime.now(UTC).year}-") for word in words[1:]]  # noqa: TID251 - ids carry the year


@pytest.mark.parametrize("example", EXAMPLES, ids=["en", "zh"])
def test_the_shell_example_works_line_by_line(example: str, tmp_path: Path) -> None:
    firm = Firm(tmp_path)
    for line in example.splitlines():
        said = firm.here(*words_of(line), stdin="a line of the log\n")
        assert said.code == 0, (line, said)


@pytest.mark.parametrize("example", WATCHES, ids=["en", "zh"])
def test_the_commands_that_watch_are_known(example: str, tmp_path: Path) -> None:
    for line in example.splitlines():
        said = Shell(tmp_path).here(*words_of(line), "--help")
        assert (said.code, "--check" in said.out) == (0, True)
