"""What the text of a setting means: a database, a folder; and what the system says by default.

The text may hold a password (a PostgreSQL URL does), so no refusal here repeats it.
"""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from netfin_incident.config.source import Source, Sourced, SourceKind
from netfin_incident.domain.text import has_lone_surrogate
from netfin_incident.domain.zones import check_zone
from netfin_incident.errors import UsageError
from netfin_incident.wording.language import Language, find_language

APP: Final = "netfin-incident"

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(//)?", re.IGNORECASE)
_POSTGRESQL: Final = re.compile(
    r"postgres[a-z0-9+.-]*:|(?:host|hostaddr|dbname|user|password|service)\s*=", re.IGNORECASE
)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LOCAL_TIME: Final = Path("/etc/localtime")


def parse_database(text: str, base: Path) -> Path:
    """The SQLite file that a path or a `sqlite:///` URL names; relative paths start at `base`.

    Raises:
        UsageError: it is empty, in memory, or a URL that is not served.
    """
    text = text.strip()
    if _POSTGRESQL.match(text):
        raise UsageError("database-postgresql-later")
    scheme = _SCHEME.match(text)
    if scheme is None or not (scheme[2] or scheme[1].lower() in {"file", "sqlite"}):
        if text == ":memory:":
            raise UsageError("database-in-memory")
        return parse_path("database", text, base)
    if "?" in text or scheme[1].lower() == "file":
        raise UsageError("database-url-options", scheme=scheme[1].lower())
    if text.lower() in {"sqlite://", "sqlite:///", "sqlite:///:memory:"}:
        raise UsageError("database-in-memory")
    if not text.lower().startswith("sqlite:///"):
        raise UsageError("database-url-unknown", scheme=scheme[1].lower())
    return parse_path("database", text[len("sqlite:///") :], base)


def parse_path(name: str, text: str, base: Path) -> Path:
    """The absolute path that `text` names for the setting `name`; links are not followed.

    Raises:
        UsageError: it is empty, holds control characters, or needs a home folder nobody knows.
    """
    if not text.strip():
        raise UsageError("setting-empty", setting=name)
    if _CONTROL.search(text) or has_lone_surrogate(text):
        raise UsageError("path-unusable", setting=name, given=text)
    try:
        return Path(os.path.abspath(base / Path(text.strip()).expanduser()))  # noqa: PTH100 - does not follow links
    except RuntimeError:  # no home folder for `~` or `~name`
        raise UsageError("home-unknown") from None
    except OSError:  # the current folder is gone
        raise UsageError("path-unusable", setting=name, given=text) from None


def default_database() -> Path:
    """The file under the user's data folder.

    Raises:
        UsageError: the user has no home folder.
    """
    import platformdirs

    return _own(platformdirs.user_data_path) / "netfin.db"


def config_places() -> tuple[Path, ...]:
    """Where a configuration file is looked for: the user's, then the machine's."""
    import platformdirs

    machine = Path("/etc") / APP / "netfin.toml"
    try:
        return _own(platformdirs.user_config_path) / "netfin.toml", machine
    except UsageError:
        return (machine,)


def default_file(name: str) -> Path:
    """The file called `name` beside the user's configuration, else beside the machine's.

    Where there is neither, the place where the user's would be.
    """
    places = [place.with_name(name) for place in config_places()]
    return next((place for place in places if os.path.lexists(place)), places[0])


def _own(folder_for: Callable[[str], Path]) -> Path:
    try:
        folder = folder_for(APP)
    except RuntimeError:
        raise UsageError("home-unknown") from None
    if not folder.is_absolute():
        raise UsageError("home-unknown")
    return folder


def system_zone(environ: Mapping[str, str]) -> Sourced[str]:
    """The zone of the machine, where it has a name; otherwise UTC."""
    if "TZ" in environ:
        return _named_zone(environ["TZ"].removeprefix(":"), "TZ")
    if _LOCAL_TIME.is_symlink():
        _, _, name = str(_LOCAL_TIME.readlink()).rpartition("zoneinfo/")
        return _named_zone(name, str(_LOCAL_TIME))
    return Sourced("UTC")


def _named_zone(name: str, origin: str) -> Sourced[str]:
    try:
        return Sourced(check_zone(name), Source(SourceKind.SYSTEM, origin))
    except UsageError:
        return Sourced("UTC")


def system_language(environ: Mapping[str, str]) -> Sourced[Language]:
    """The language of the user's locale, where the program speaks it; otherwise English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            found = find_language(environ[name])
            return (
                Sourced(found, Source(SourceKind.SYSTEM, name)) if found else Sourced(Language.EN)
            )
    return Sourced(Language.EN)
