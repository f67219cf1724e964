"""The report on one incident, as Markdown or JSON."""

from pathlib import Path
from typing import Annotated, Final

from netfin_incident.app.named_files import write_whole
from netfin_incident.cli.asked import FORCE, INCIDENT, OUT
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import one_of
from netfin_incident.cli.parameters import Opt
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words

_FORMATS: Final = ("md", "json")


def report(
    call: Call,
    incident: INCIDENT,
    *,
    form: Annotated[str, Opt("--format", words.FORMAT, "FORMAT")] = "md",
    hours: Annotated[str | None, Opt("--hours", words.REPORT_HOURS, "HOURS")] = None,
    out: OUT = None,
    force: FORCE = False,
) -> None:
    """Write the report."""
    text = written(call, incident, "json" if call.wants_json else form, hours)
    if out is None:
        call.output.lines(text.removesuffix("\n").split("\n"))
        return
    write_whole(Path(out), [text.encode()], force=force)
    call.tell(said.WRITTEN, path=out)


def written(call: Call, incident: str, form: str, hours: str | None = None) -> str:
    """The text of the report on the incident that `incident` means.

    Raises:
        UsageError: there is no such incident or format, or the hours cannot be read.
        RecordError: the database or an entry cannot be read.
        DefinitionError: the report's template cannot be used.
    """
    from netfin_incident.domain.hours import parse_business_hours
    from netfin_incident.reports.facts import read_facts

    chosen = one_of(_FORMATS, form, "--format")
    counted = None if hours is None else parse_business_hours(hours)
    facts = read_facts(call.desk, call.find(incident), hours=counted)
    if chosen == "json":
        from netfin_incident.reports.as_json import report_json

        return report_json(facts)
    from netfin_incident.reports.markdown import report_markdown

    return report_markdown(facts, call.language, call.session.config.names.value)
