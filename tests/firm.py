"""A firm with a roster and escalation policies in files, at whose shell people sit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from calling_desk import PEOPLE, POLICIES
from netfin_incident.app.codes import Codes
from netfin_incident.app.desk import Desk
from netfin_incident.app.watching import watch_act
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.store import open_store
from shell import Said, Shell


class Firm(Shell):
    """Everything concerns one database; the first incident is the one that is meant."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.roster_file, self.policy_file = home / "roster.yaml", home / "escalation.yaml"
        self.roster_file.write_text(PEOPLE, encoding="utf-8")
        self.policy_file.write_text(POLICIES, encoding="utf-8")
        self.environment["NETFIN_ROSTER"] = str(self.roster_file)
        self.environment["NETFIN_ESCALATION"] = str(self.policy_file)

    def asked(self, *words: str, by: str = "wang", **changed: str) -> Said:
        return self.here(*words, "--as", by, **changed)

    def declared(self, *more: str, title: str = "支付通道中断") -> Said:
        said = self.asked("declare", title, "--sev", "2", *more)
        assert said.code == 0, said
        return said

    def escalated(self, times: int = 1) -> None:
        for _ in range(times):
            assert self.asked("escalate", "1").code == 0

    def without_policies(self) -> None:
        """The settings name no file of policies, and there is none."""
        del self.environment["NETFIN_ESCALATION"]

    def with_policies(self) -> None:
        self.environment["NETFIN_ESCALATION"] = str(self.policy_file)

    @contextmanager
    def desk(self) -> Iterator[tuple[Desk, str]]:
        """A desk on the same database, and the id of the first incident."""
        store = open_store(self.database)
        try:
            desk = Desk(store)
            yield desk, desk.view.incidents(Mode, ended=True).rows[-1].id
        finally:
            store.close()

    def code_of(self, person: str) -> str:
        with self.desk() as (desk, incident_id):
            return Codes.of(desk.store).code(desk.incident(incident_id), person)

    def written_down(self, to: str) -> None:
        """What was for that person went into the file of the drill."""
        with self.desk() as (desk, incident_id):
            incident = desk.incident(incident_id)
            assert incident.last_at is not None
            act = watch_act(incident.last_at + timedelta(microseconds=1))
            owed = [one.key for one in incident.notices.values() if one.to == to]
            sent = [c.RecordSent(key, 1, simulated=True) for key in owed]
            desk.handle(incident_id, act, *sent)

    def undelivered(self, to: str) -> list[str]:
        """Nothing reaches that person; the keys of the notices."""
        with self.desk() as (desk, incident_id):
            incident = desk.incident(incident_id)
            keys = [one.key for one in incident.notices.values() if one.to == to and one.is_open]
            assert incident.last_at is not None
            act = watch_act(incident.last_at + timedelta(microseconds=1))
            failed = [c.RecordFailed(key, 4, "host_unknown", "no such host") for key in keys]
            desk.handle(incident_id, act, *failed)
        return keys
