"""Where definition files are: the shipped ones first, then the firm's, then the user's own.

A later folder wins over an earlier one, so a firm can replace what is shipped.
"""

from pathlib import Path
from typing import Final

from netfin_incident.errors import DefinitionError, Place

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_PROJECT: Final = _PACKAGE.parents[1]


def shipped_folder(kind: str) -> Path:
    """The folder of shipped files of a `kind`: `playbooks` or `templates`.

    In an installed package it lies inside the package; in a checkout it is the project's own.

    Raises:
        DefinitionError: the installation lacks it.
    """
    packaged = _PACKAGE / "_shipped" / kind
    for folder in (packaged, _PROJECT / kind):
        if folder.is_dir():
            return folder
    raise DefinitionError("shipped-folder-missing", place=Place(str(packaged)), kind=kind)


def definition_folders(kind: str, *own: Path | None) -> tuple[Path, ...]:
    """The folders to look in for files of a `kind`, in order; later ones win.

    Args:
        kind: `playbooks` or `templates`.
        own: The firm's folder of that kind, then the user's; None where there is none.

    Raises:
        DefinitionError: the installation lacks the shipped files.
    """
    return (shipped_folder(kind), *(folder for folder in own if folder is not None))
