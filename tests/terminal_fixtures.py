"""What every test of the terminal begins with."""

from pathlib import Path

import pytest

from responder import Place


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's user is read or written."""
    for name in ("NETFIN_CONFIG", "NETFIN_DB", "NETFIN_ZONE", "NETFIN_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty folder, and nobody at work yet."""
    return Place(tmp_path)
