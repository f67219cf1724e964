"""Incidents for the tests of reports: small ones written by hand, and the demonstration."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.demo import Demo
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.library.paths import shipped_folder
from netfin_incident.library.playbooks import load_playbook
from netfin_incident.reports.facts import IncidentFacts, read_facts
from netfin_incident.store.journal import Journal
from netfin_incident.store.store import BUSY_TIMEOUT, Store, create_store, open_store
from netfin_incident.wording.language import Language

START = datetime(2026, 11, 23, 19, 7, tzinfo=UTC)
"""03:07 in Shanghai, the day after."""
SHANGHAI = "Asia/Shanghai"
LI, WANG, ZHAO = "li", "wang", "zhao"


def minute(count: float) -> datetime:
    """So many minutes after `START`."""
    return START + timedelta(minutes=count)


class FixedSalts(Store):
    """A store whose salts are counted, so that the same entries give the same head."""

    @contextmanager
    def writing(self, patience: float = BUSY_TIMEOUT) -> Iterator[Journal]:
        with super().writing(patience) as journal:
            count = journal.head().seq

            def salt() -> str:
                nonlocal count
                count += 1
                return f"{count:064x}"

            yield Journal(self.connection, salt)


@cache
def _empty_database(purpose: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        create_store(path, purpose).close()
        return path.read_bytes()


def desk_in(folder: Path, purpose: str = "") -> Desk:
    """A desk on a new database with counted salts; made once and copied, which is quicker."""
    path = folder / "incidents.db"
    path.write_bytes(_empty_database(purpose))
    store = open_store(path)
    return Desk(FixedSalts(store.connection, store.path, read_only=False))


def demo(folder: Path, language: Language) -> Demo:
    """The demonstration, ready to be played."""
    plan = load_playbook(shipped_folder("playbooks") / "payment-channel-outage.yaml")
    return Demo(desk_in(folder, "demo"), plan, language, START, SHANGHAI)


@dataclass
class Case:
    """One incident on a desk of its own, told minute by minute."""

    folder: Path
    declaration: Declaration = field(
        default_factory=lambda: Declaration("支付通道中断", Severity.S2, SHANGHAI)
    )

    @cached_property
    def desk(self) -> Desk:
        """Where it is written."""
        return desk_in(self.folder)

    @cached_property
    def id(self) -> str:
        """The incident, declared by Li at `START`."""
        return self.desk.declare(self.declaration, Act(START, LI)).incident.id

    def __call__(
        self, at: float, *commands: c.Command, by: str = LI, occurred: float | None = None,
        **more: Any,
    ) -> Handled:  # fmt: skip
        """Somebody does something at a minute; `occurred` is the minute in which it happened."""
        happened = None if occurred is None else minute(occurred)
        act = Act(minute(at), by, occurred_at=happened, **more)
        return self.desk.handle(self.id, act, *commands)

    def facts(
        self, as_of: float | None = None, hours: BusinessHours | None = None
    ) -> IncidentFacts:
        """Its facts; what is open as of a minute."""
        until = None if as_of is None else minute(as_of)
        return read_facts(self.desk, self.id, as_of=until, hours=hours)
