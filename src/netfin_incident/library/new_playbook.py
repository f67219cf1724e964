"""The text of a new playbook: a small one that is right as it is, with a remark on each part."""

from typing import Final

from netfin_incident.errors import UsageError
from netfin_incident.library.paths import shipped_folder
from netfin_incident.library.source import read_source
from netfin_incident.library.values import Unfit, identifier

_FILE: Final = "playbook.yaml"
_ID: Final = "\nid: playbook  #"
"""Where the template has its own id."""


def new_playbook(playbook_id: str) -> str:
    """The text of a playbook to begin with, called `playbook_id`.

    Raises:
        UsageError: no playbook can be called so.
        DefinitionError: the installation lacks the template.
    """
    try:
        wanted = identifier(playbook_id)
    except Unfit:
        raise UsageError("playbook-id-unusable", given=playbook_id) from None
    text = read_source(shipped_folder("templates") / _FILE).text
    return text.replace(_ID, f"\nid: {wanted}  #", 1)
