"""All the clocks there are, and the calendars: the shipped ones, then the firm's, by id.

A file is called by its id, and one in the firm's folder replaces the shipped one as a whole.  A
file that cannot be used replaces too, and is shown with its error: nobody must go by another limit
than the one their firm wrote.  Calendars are in the folder `calendars` of each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from netfin_incident.domain.clocks import NO_CALENDAR, Clock, DayCalendar, Report, Terms
from netfin_incident.errors import DefinitionError
from netfin_incident.library.calendars import load_calendar
from netfin_incident.library.choices import choices
from netfin_incident.library.clocks import load_clock, read_clock
from netfin_incident.library.shelf import yaml_files
from netfin_incident.library.source import read_source

CALENDARS: Final = "calendars"


@dataclass(frozen=True, slots=True)
class ShelvedClock:
    """One clock's file: the clock, or why there is none."""

    id: str
    path: Path
    clock: Clock | None = None
    error: DefinitionError | None = None
    shipped: bool = True
    """Whether it came with the program, and is not the firm's own."""


class ClockShelf:
    """The clocks in some folders; later ones win."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Look in `folders`, in order; the first has the shipped clocks."""
        self._folders = tuple(folders)

    def list(self) -> tuple[ShelvedClock, ...]:
        """Every clock by id, those that cannot be used included.

        Raises:
            DefinitionError: a folder cannot be read, or holds too many files.
        """
        return self._all

    def find(self, name: str) -> tuple[Clock, Report | None]:
        """The clock called `name`; or the one of which a report is called so, and that report.

        Raises:
            DefinitionError: there is none, its file cannot be used, or a folder cannot be read.
        """
        for one in self._all:
            if one.id == name:
                return _usable(one), None
        clocks = [one.clock for one in self._all if one.clock is not None]
        for clock in clocks:
            for report in clock.reports:
                if clock.name_of(report) == name:
                    return clock, report
        for one in self._all:
            if one.error is not None and name.startswith(f"{one.id}-"):
                raise one.error
        known = [name for clock in clocks for name in clock.names]
        raise DefinitionError("clock-unknown", given=name, choices=choices(name, known))

    def calendars(self) -> dict[str, Path]:
        """The files of calendars, by id.

        Raises:
            DefinitionError: a folder cannot be read, or holds too many files.
        """
        folders = (folder / CALENDARS for folder in self._folders)
        there = [folder for folder in folders if folder.is_dir()]
        return {path.stem: path for folder in there for path in yaml_files(folder)}

    def calendar(self, calendar_id: str) -> DayCalendar:
        """The calendar called `calendar_id`.

        Raises:
            DefinitionError: there is none, or its file cannot be used.
        """
        paths = self.calendars()
        if calendar_id not in paths:
            nearest = choices(calendar_id, sorted(paths))
            raise DefinitionError("calendar-unknown", given=calendar_id, choices=nearest)
        return load_calendar(paths[calendar_id])

    @property
    def regimes(self) -> tuple[str, ...]:
        """Every regime that a clock is for, that of one that cannot be used included.

        Raises:
            DefinitionError: a folder cannot be read, or holds too many files.
        """
        return _in_order(regime for clock in self._readable for regime in clock.regimes)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of firm for which a rule makes an exception, likewise.

        Raises:
            DefinitionError: a folder cannot be read, or holds too many files.
        """
        rolls = (one.roll for clock in self._readable for one in clock.reports)
        return _in_order(kind for roll in rolls if roll for kind in roll.unless_entity)

    def terms(
        self, clock: Clock, zone: str, calendar: str = "", entity: Iterable[str] = ()
    ) -> Terms:
        """What `clock` is counted by, for a firm at home in `zone`.

        Args:
            clock: Its own zone and calendar go before the firm's.
            zone: The firm's.
            calendar: The id of the firm's; Monday to Friday where it is empty.
            entity: The kinds of firms that it is.

        Raises:
            DefinitionError: there is no such calendar, or its file cannot be used.
        """
        named = clock.calendar or calendar
        days = self.calendar(named) if named else NO_CALENDAR
        return Terms(clock.zone or zone, days, frozenset(entity))

    @cached_property
    def _all(self) -> tuple[ShelvedClock, ...]:
        paths = {path.stem: path for folder in self._folders for path in yaml_files(folder)}
        shipped = self._folders[:1]
        return tuple(
            _shelve(path, shipped=path.parent in shipped) for _, path in sorted(paths.items())
        )

    @cached_property
    def _readable(self) -> tuple[Clock, ...]:
        found = (one.clock or _as_far_as_it_goes(one.path) for one in self._all)
        return tuple(clock for clock in found if clock is not None)


def _usable(one: ShelvedClock) -> Clock:
    if one.error is not None:
        raise one.error
    return one.clock or load_clock(one.path)


def _shelve(path: Path, *, shipped: bool) -> ShelvedClock:
    try:
        return ShelvedClock(path.stem, path, clock=load_clock(path), shipped=shipped)
    except DefinitionError as error:
        return ShelvedClock(path.stem, path, error=error, shipped=shipped)


def _as_far_as_it_goes(path: Path) -> Clock | None:
    try:
        return read_clock(read_source(path))[0]
    except DefinitionError:
        return None


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
