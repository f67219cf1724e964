"""Every command there is: how it is called, where its function lives, and an example of it.

A command's module is imported when the command is asked for, never before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from netfin_incident.cli.asked import ACTING, EVERYWHERE
from netfin_incident.cli.parameters import Parameter, parameters_of
from netfin_incident.domain.text import Text
from netfin_incident.wording import command_summaries as said

PROGRAM: Final = "netfin-incident"


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    name: str
    """The words that call it: `note`, `journal verify`."""
    module: str
    """Its module in `cli.commands`; the function has the last word's name."""
    section: Text
    example: str
    """Its arguments in an example."""
    writes: bool = False
    """Whether it takes the options of who acts and when."""

    @property
    def summary(self) -> Text:
        """What it does."""
        return said.SUMMARIES[self.name]

    def function(self) -> Callable[..., int | None]:
        """The function that carries it out."""
        module = import_module(f"netfin_incident.cli.commands.{self.module}")
        name = _SHADOWING.get(self.name, self.name.split()[-1].replace("-", "_"))
        found: Callable[..., int | None] = getattr(module, name)
        return found

    def parameters(self, function: Callable[..., Any]) -> tuple[Parameter, ...]:
        """All that may be given to it: its own, then who acts, then what every command takes."""
        return (*parameters_of(function), *(ACTING if self.writes else ()), *EVERYWHERE)


_SHADOWING: Final = {
    "list": "list_incidents",
    "call": "record_call",
    "playbook list": "list_playbooks",
    "service list": "list_services",
    "clock list": "list_clocks",
    "contact list": "list_contacts",
    "indicator list": "list_indicators",
    "warning list": "list_warnings",
    "warning raise": "raise_warning",
    "warning import": "import_warnings",
    "journal import": "import_journal",
    "notify test": "send_test",
}
"""Functions that cannot have the name of their command, because it already means something else."""


def _of_incident(name: str, module: str, section: Text, example: str) -> Command:
    return Command(name, module, section, example, writes=section is not said.LOOK)


_INCIDENT: Final = (
    _of_incident("declare", "declaring", said.RESPOND, '"Payments time out at channel A" --sev 2'),
    _of_incident("ack", "acknowledging", said.RESPOND, "42"),
    _of_incident("escalate", "calling", said.RESPOND, '42 --reason "nobody answers"'),
    _of_incident("call", "calling", said.RESPOND, "42 li-na answered --contact mobile"),
    _of_incident("activate", "declaring", said.RESPOND, "42 2 --authorised-by zhang-wei"),
    _of_incident("attach", "steps", said.RESPOND, "42 payment-channel-outage"),
    _of_incident("step", "steps", said.RESPOND, '42 confirm-outage --note "40% of calls fail"'),
    _of_incident("run", "running", said.RESPOND, "42 take-snapshot"),
    _of_incident("answer", "steps", said.RESPOND, "42 customers_affected 1200"),
    _of_incident("severity", "standing", said.RESPOND, '42 1 --reason "a second channel is down"'),
    _of_incident("impact", "criteria", said.RESPOND, "42 --set customers=12000 --estimate funds=50万"),
    _of_incident("status", "standing", said.RESPOND, "42 contained"),
    _of_incident("milestone", "standing", said.RESPOND, '42 detected --at 14:05 --how "alarm"'),
    _of_incident("funds", "standing", said.RESPOND, "42 touched --reconciled --count 128"),
    _of_incident("close", "standing", said.RESPOND, "42"),
    _of_incident("cancel", "declaring", said.RESPOND, '42 --kind false_alarm --reason "a test"'),
    _of_incident("reopen", "declaring", said.RESPOND, '42 --reason "it fails again"'),
    _of_incident("link", "declaring", said.RESPOND, "43 recurrence_of 42"),
    _of_incident("assign", "seats", said.PEOPLE, "42 technical li-na"),
    _of_incident("release", "seats", said.PEOPLE, '42 scribe --reason "end of shift"'),
    _of_incident("handover", "seats", said.PEOPLE, '42 commander --to li-na --brief "B carries"'),
    _of_incident("take-command", "seats", said.PEOPLE, '42 --reason "the commander is cut off"'),
    _of_incident("note", "noting", said.WRITE, '42 "Traffic moved to channel B" --at -5m'),
    _of_incident("finding", "noting", said.WRITE, '42 "The certificate ran out at midnight"'),
    _of_incident(
        "decide", "noting", said.WRITE, '42 --question "Switch?" --choice switch --option wait'
    ),
    _of_incident("task", "work", said.WRITE, '42 "Ask the operator for codes" --to li-na --for 10m'),
    _of_incident("measure", "work", said.WRITE, '42 "Retries are off" --temporary'),
    _of_incident("message", "work", said.WRITE, '42 "Payments are slow" --to customers --channel app'),
    _of_incident(
        "reported", "work", said.WRITE, "42 --to PBoC --kind initial --sent now --channel phone"
    ),
    _of_incident("evidence", "proving", said.WRITE, "42 dashboard --file ./shot.png --kind screenshot"),
    _of_incident("correct", "proving", said.WRITE, '42 7 --text "14:05, not 15:05" --reason "typo"'),
    _of_incident("confirm", "proving", said.WRITE, "42 7"),
    _of_incident("list", "looking", said.LOOK, "--all"),
    _of_incident("show", "looking", said.LOOK, "42"),
    _of_incident("ladder", "calling", said.LOOK, "42"),
    _of_incident("card", "card", said.LOOK, "42"),
    _of_incident("timeline", "timeline", said.LOOK, "42 --kind note,decision --limit 20"),
)  # fmt: skip

_ALONE: Final = (
    Command("report", "report", said.LOOK, "42 --format md --out report.md"),
    Command(
        "incident import-log", "import_log", said.RECORD,
        'incident.md --zone Europe/London --hours "Mon-Fri 10:00-17:00"',
    ),
    Command("journal verify", "journal", said.RECORD, ""),
    Command("journal head", "journal", said.RECORD, ""),
    Command("journal export", "journal", said.RECORD, "--out journal.jsonl"),
    Command("journal import", "journal", said.RECORD, "journal.jsonl --db restored.db"),
    Command("journal rebuild", "journal", said.RECORD, ""),
    Command("playbook list", "playbooks", said.RECORD, ""),
    Command("playbook show", "plans", said.RECORD, "payment-channel-outage --severity 2"),
    Command("playbook schema", "playbooks", said.RECORD, ""),
    Command("playbook lint", "playbooks", said.RECORD, "payment-channel-outage"),
    Command(
        "playbook diff", "comparing", said.RECORD,
        "payment-channel-outage@1 payment-channel-outage",
    ),
    Command("playbook fmt", "authoring", said.RECORD, "sms-outage.yaml --check"),
    Command("playbook from-incident", "authoring", said.RECORD, "42 --out sms-outage.yaml"),
    Command("playbook new", "authoring", said.RECORD, "sms-outage --out sms-outage.yaml"),
    Command(
        "playbook rehearse", "rehearsing", said.RECORD,
        "payment-channel-outage --severity 1 --choose choose-route=switch",
    ),
    Command("playbook paths", "walking", said.RECORD, "payment-channel-outage"),
    Command(
        "playbook adopt", "adopting", said.RECORD, "payment-channel-outage --from 2026-12-01",
        writes=True,
    ),
    Command(
        "playbook approve", "adopting", said.RECORD,
        'payment-channel-outage --document "RC 2026-17" --author li-na', writes=True,
    ),
    Command("playbook history", "adopting", said.RECORD, "payment-channel-outage"),
    Command(
        "playbook suggest", "suggesting", said.RECORD,
        '"Payments time out at channel A" --service mobile-payment',
    ),
    Command("service list", "services", said.RECORD, ""),
    Command("service show", "services", said.RECORD, "mobile-payment"),
    Command("service check", "services", said.RECORD, ""),
    Command("severity criteria", "criteria", said.RECORD, ""),
    Command(
        "severity propose", "criteria", said.RECORD,
        "--set customers=12000 --set peak=yes --estimate duration=45m",
    ),
    Command("severity check", "criteria", said.RECORD, ""),
    Command("indicator list", "indicators", said.RECORD, ""),
    Command("indicator check", "indicators", said.RECORD, ""),
    Command(
        "warning raise", "warnings", said.WARN, "payment-failures 12.5% --source gateway",
        writes=True,
    ),
    Command("warning import", "warnings", said.WARN, "alerts.jsonl", writes=True),
    Command("warning assess", "warning_acts", said.WARN, '1 "One channel only"', writes=True),
    Command("warning own", "warning_acts", said.WARN, "1 li-na", writes=True),
    Command("warning note", "warning_acts", said.WARN, '1 "Operator asked"', writes=True),
    Command(
        "warning accept", "warning_acts", said.WARN, '1 --until +2h --reason "planned work"',
        writes=True,
    ),
    Command("warning false", "warning_acts", said.WARN, '1 --reason "a test"', writes=True),
    Command("warning close", "warning_acts", said.WARN, '1 --note "Channel repaired"', writes=True),
    Command(
        "warning promote", "warning_acts", said.WARN,
        "1 --sev 2 --playbook payment-channel-outage", writes=True,
    ),
    Command("warning list", "warnings", said.WARN, ""),
    Command("warning show", "warnings", said.WARN, "1"),
    Command("warning ledger", "warnings", said.WARN, "--from 2026-11-01 --to 2026-12-01"),
    Command("roster who", "roster", said.RECORD, "payments-first --at 22:00"),
    Command("roster show", "roster", said.RECORD, ""),
    Command("roster check", "roster_ahead", said.RECORD, ""),
    Command("roster preview", "roster_ahead", said.RECORD, "payments-first --days 28"),
    Command("roster balance", "roster_ahead", said.RECORD, "--from 2026-11-01 --to 2026-12-01"),
    Command(
        "roster override", "roster_changes", said.RECORD,
        'payments-first zhao-min --from "2026-12-01 09:00" --to "2026-12-02 09:00" '
        '--instead-of li-na --reason "ill"',
        writes=True,
    ),
    Command(
        "roster swap", "roster_changes", said.RECORD,
        'payments-first --offer "2026-12-01 09:00" --to zhao-min --for "2026-12-08 09:00"',
        writes=True,
    ),
    Command("roster adopt", "roster_changes", said.RECORD, "--from 2026-12-01", writes=True),
    Command("roster calendar", "roster_calendar", said.RECORD, "li-na --out li-na.ics"),
    Command("notify test", "notify", said.RECORD, "li-na --contact chat"),
    Command("notify check", "notify", said.RECORD, ""),
    Command("notify queue", "notify_queue", said.RECORD, ""),
    Command("notify retry", "notify_queue", said.RECORD, "--all-dead", writes=True),
    Command(
        "notify quarantine", "notify_queue", said.RECORD, '3f9a --reason "number changed"',
        writes=True,
    ),
    Command("escalation check", "escalation", said.RECORD, ""),
    Command("escalation show", "escalation", said.RECORD, "payments"),
    Command("watch", "watch", said.RECORD, "--alive-file /run/netfin/alive"),
    Command("clock list", "clocks", said.RECORD, ""),
    Command("clock show", "clocks", said.RECORD, "eu-dora"),
    Command("clock lint", "clocks", said.RECORD, "--on 2027-06-01"),
    Command(
        "clock simulate", "clock_trial", said.RECORD,
        'eu-dora --anchor "aware=2026-11-20 16:00" --anchor "classified=2026-11-20 19:00"',
    ),
    Command(
        "clock explain", "clock_trial", said.RECORD,
        'eu-dora-initial --anchor "aware=2026-11-20 16:00" --anchor "classified=2026-11-20 19:00"',
    ),
    Command("entity show", "entity", said.RECORD, ""),
    Command("entity check", "entity", said.RECORD, ""),
    Command("entity init", "entity", said.RECORD, ""),
    Command("contact list", "contacts", said.RECORD, "--kind authority"),
    Command("contact show", "contacts", said.RECORD, "pboc-branch"),
    Command("contact check", "contacts", said.RECORD, ""),
    Command("config show", "settings", said.RECORD, ""),
    Command("config path", "settings", said.RECORD, ""),
    Command("demo", "demo", said.RECORD, "--headless --out demo"),
)  # fmt: skip

COMMANDS: Final[Mapping[str, Command]] = {one.name: one for one in (*_INCIDENT, *_ALONE)}
"""By the words that call them; in the order in which help lists them."""

HOT: Final = ("note",)
"""Commands that scripts call often, whose plain forms are read without the full parser."""


def nouns() -> tuple[str, ...]:
    """Words that need a second one: `incident`, `journal` and the like."""
    return tuple(said.NOUNS)


def words_under(noun: str) -> dict[str, Command]:
    """The commands of a noun by their second word; `incident` has the short forms too."""
    own = {
        name.split()[1]: one for name, one in COMMANDS.items() if name.startswith(f"{noun} ")
    }  # fmt: skip
    return {one.name: one for one in _INCIDENT} | own if noun == "incident" else own
