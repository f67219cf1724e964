"""The files that a firm writes: playbooks, services, roster, policies, commands; each read when needed."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netfin_incident.config import Config
from netfin_incident.config.source import Sourced, SourceKind
from netfin_incident.errors import DefinitionError, Place

if TYPE_CHECKING:
    from netfin_incident.domain.command_line import AllowedCommand
    from netfin_incident.domain.criteria import SeverityCriteria
    from netfin_incident.domain.escalation import Escalations
    from netfin_incident.domain.firm import Contacts, Entity
    from netfin_incident.domain.indicators import Indicator
    from netfin_incident.domain.roster import Roster
    from netfin_incident.domain.services import Service
    from netfin_incident.library.clock_shelf import ClockShelf
    from netfin_incident.library.shelf import Shelf


class FirmFiles:
    """What the firm wrote, where the settings say it is."""

    def __init__(self, config: Config) -> None:
        """Read nothing yet."""
        self.config = config

    @cached_property
    def shelf(self) -> "Shelf":
        """The playbooks: the firm's own first, then the shipped ones."""
        from netfin_incident.library.paths import definition_folders
        from netfin_incident.library.shelf import Shelf

        return Shelf(definition_folders("playbooks", self.config.playbooks.value))

    @cached_property
    def clocks(self) -> "ClockShelf":
        """The clocks and calendars: the firm's own go before the shipped ones.

        Raises:
            DefinitionError: the installation lacks the shipped ones.
        """
        from netfin_incident.library.clock_shelf import ClockShelf
        from netfin_incident.library.paths import shipped_folder

        own = self.config.clocks.value
        return ClockShelf([shipped_folder("templates") / "clocks", *([own] if own else [])])

    @cached_property
    def services(self) -> "tuple[Service, ...]":
        """The firm's services; none where there is no file of them.

        Raises:
            DefinitionError: their file cannot be used.
        """
        from netfin_incident.library.services import load_services

        return load_services(named_file(self.config.services))

    @cached_property
    def criteria(self) -> "SeverityCriteria | None":
        """The firm's criteria of severity; None where there is no file of them.

        Raises:
            DefinitionError: their file cannot be used.
        """
        from netfin_incident.library.severity import load_criteria

        return load_criteria(named_file(self.config.severity))

    @cached_property
    def entity(self) -> "Entity | None":
        """What the firm is to the rules; None where there is no file of that.

        Raises:
            DefinitionError: its file cannot be used.
        """
        from netfin_incident.library.entity import load_entity

        return load_entity(named_file(self.config.entity), self.clocks)

    @cached_property
    def contacts(self) -> "Contacts":
        """The contacts outside the firm; none where there is no file of them.

        Raises:
            DefinitionError: their file cannot be used.
        """
        from netfin_incident.library.contacts import load_contacts

        return load_contacts(named_file(self.config.contacts))

    @cached_property
    def indicators(self) -> "tuple[Indicator, ...]":
        """The indicators that raise warnings; none where there is no file of them.

        Raises:
            DefinitionError: their file cannot be used.
        """
        from netfin_incident.library.indicators import load_indicators

        return load_indicators(named_file(self.config.indicators))

    @cached_property
    def roster(self) -> "Roster | None":
        """The roster in its file as it is now; None where there is no file.

        Raises:
            DefinitionError: the file cannot be used.
        """
        from netfin_incident.library.roster import load_roster

        return load_roster(self.config.roster.value)

    @cached_property
    def escalations(self) -> "Escalations | None":
        """The escalation policies; None where there is no file of them.

        Raises:
            DefinitionError: their file cannot be used.
        """
        from netfin_incident.library.escalation import load_escalations

        return load_escalations(named_file(self.config.escalation))

    @cached_property
    def allowed_commands(self) -> "tuple[AllowedCommand, ...]":
        """The commands that steps may run on this machine; none where there is no list of them.

        Raises:
            DefinitionError: the list cannot be trusted or used.
        """
        from netfin_incident.library.allowed import load_allowed

        return load_allowed(named_file(self.config.commands))


def named_file(file: Sourced[Path]) -> Path:
    """The path of a file of definitions; one that was named must be there.

    Raises:
        DefinitionError: it was named and is not there.
    """
    if file.source.kind is not SourceKind.DEFAULT and not os.path.lexists(file.value):
        raise DefinitionError("definition-missing", place=Place(str(file.value)))
    return file.value
