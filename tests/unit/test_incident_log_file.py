"""A written log: the file it is read from."""

from pathlib import Path

import pytest

from netfin_incident.errors import UsageError
from netfin_incident.exchange.incident_log import read_log


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "log.md"
    file.write_bytes(b"\xef\xbb\xbf# \xe4\xba\x8b\xe4\xbb\xb6\r\n")
    assert read_log(file) == "# 事件\r\n"


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"x" * ((1 << 20) + 1), "log-too-large"),
        (b"# caf\xe9", "log-not-utf8"),
        (None, "log-not-found"),
    ],
)
def test_a_file_that_is_no_log_is_refused(tmp_path: Path, content: bytes | None, slug: str) -> None:
    file = tmp_path / "log.md"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError) as refused:
        read_log(file)
    assert refused.value.slug == slug


@pytest.mark.parametrize("name", ["/dev/zero", "."])
def test_only_regular_files_are_read(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_log(name)
    assert refused.value.slug == "log-not-a-file"


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        read_log("log\0.md")
    assert refused.value.slug == "log-unreadable"
