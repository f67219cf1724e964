"""All the playbooks there are: the shipped ones, the firm's, the user's own, by id.

A playbook's file is called by its id, so that one look at a folder says what it holds and a file
in a later folder replaces the one before it.  A file that cannot be used is shown with its error
and replaces too: nobody must get another plan than the one their firm wrote.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netfin_incident.domain.playbook import Plan
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.choices import choices
from netfin_incident.library.playbooks import load_playbook

MAX_FILES: Final = 1_000
"""Most playbook files in one folder."""

_ENDING: Final = ".yaml"
_OTHER_ENDING: Final = ".yml"


@dataclass(frozen=True, slots=True)
class Shelved:
    """One playbook file: its plan, or why there is none."""

    id: str
    path: Path
    plan: Plan | None = None
    error: DefinitionError | None = None


class Shelf:
    """The playbooks in some folders; each was named, so that one which is not there is told."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Look in `folders`, in order; later ones win."""
        self._folders = tuple(folders)

    def list(self) -> tuple[Shelved, ...]:
        """Every playbook by id, those that cannot be used included.

        Raises:
            DefinitionError: a folder cannot be read, or holds too many files.
        """
        return tuple(_shelve(path) for _, path in sorted(self._paths().items()))

    def get(self, playbook_id: str) -> Plan:
        """The playbook called `playbook_id`.

        Raises:
            DefinitionError: there is none, or its file cannot be used.
        """
        return _load(self.path(playbook_id))

    def path(self, playbook_id: str) -> Path:
        """The file of the playbook called `playbook_id`.

        Raises:
            DefinitionError: there is none, or a folder cannot be read.
        """
        paths = self._paths()
        if playbook_id not in paths:
            known = choices(playbook_id, sorted(paths))
            raise DefinitionError("playbook-unknown", given=playbook_id, choices=known)
        return paths[playbook_id]

    def _paths(self) -> dict[str, Path]:
        return {path.stem: path for folder in self._folders for path in yaml_files(folder)}


def yaml_files(folder: Path) -> Iterator[Path]:
    """The definition files in `folder`, hidden files left out.

    Raises:
        DefinitionError: the folder cannot be read, or holds too many files.
    """
    try:
        names = sorted(
            path.name
            for path in folder.iterdir()
            if path.suffix in {_ENDING, _OTHER_ENDING} and not path.name.startswith(".")
        )
    except OSError as problem:
        place = Place(str(folder))
        raise DefinitionError(
            "folder-unreadable", place=place, reason=problem.strerror
        ) from problem
    if len(names) > MAX_FILES:
        raise DefinitionError("folder-too-full", place=Place(str(folder)), limit=MAX_FILES)
    yield from (folder / name for name in names)


def _shelve(path: Path) -> Shelved:
    try:
        return Shelved(path.stem, path, plan=_load(path))
    except DefinitionError as error:
        return Shelved(path.stem, path, error=error)


def _load(path: Path) -> Plan:
    plan = load_playbook(path)
    require_own_name(path, plan.id)
    return plan


def require_own_name(path: Path, playbook_id: str) -> None:
    """Check that a playbook's file is called by its id.

    Raises:
        DefinitionError: it has another name.
    """
    if path.name != f"{playbook_id}{_ENDING}":
        raise DefinitionError(
            "playbook-misnamed",
            place=Place(str(path)),
            id=playbook_id,
            expected=f"{playbook_id}{_ENDING}",
        )
