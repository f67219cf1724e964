"""Facts as a Markdown report, through a template in the reader's language."""

from collections.abc import Mapping

from netfin_incident import __version__
from netfin_incident.domain.vocabulary import Mode, Origin
from netfin_incident.library.paths import shipped_folder
from netfin_incident.reports.facts import IncidentFacts
from netfin_incident.reports.said import Said, Speaker
from netfin_incident.reports.sections import calling, checks, course, people, playbook, work
from netfin_incident.templating.rendering import render
from netfin_incident.wording.language import Language, traditional


def report_markdown(
    facts: IncidentFacts, language: Language, names: Mapping[str, str] | None = None
) -> str:
    """The report on one incident; the same facts give the same bytes.

    `names` maps person ids to the names to print.

    Raises:
        DefinitionError: the template is missing or wrong.
    """
    data = report_data(Speaker(facts, language, names))
    transform = traditional if language is Language.ZH_HANT else None
    tongue = "en" if language is Language.EN else "zh"
    template = shipped_folder("templates") / f"incident-report.{tongue}.md.j2"
    return render(template, data, transform)


def report_data(speaker: Speaker) -> dict[str, Said]:
    """All that a report template is given."""
    incident = speaker.facts.incident
    return {
        "program": f"netfin-incident {__version__}",
        "is_drill": incident.mode is Mode.DRILL,
        "is_imported": incident.origin is Origin.IMPORTED,
        "is_backfilled": incident.origin is Origin.BACKFILLED,
        "incident": course.head(speaker),
        "cautions": course.cautions(speaker),
        "milestones": course.milestones(speaker),
        "metrics": {**course.metrics(speaker)},
        "hours": str(speaker.facts.hours) if speaker.facts.hours else "",
        "grades": course.grades(speaker),
        "passes": course.passes(speaker),
        "funds": course.funds(speaker),
        "roles": {**people.roles(speaker)},
        "escalation": calling.escalation(speaker),
        "playbooks": playbook.playbooks(speaker),
        "decisions": playbook.decisions(speaker),
        "tasks": work.tasks(speaker),
        "measures": work.measures(speaker),
        "upward_reports": work.upward_reports(speaker),
        "messages": work.messages(speaker),
        "evidence": work.evidence(speaker),
        "links": work.links(speaker),
        "second_looks": people.second_looks(speaker),
        "late": checks.late(speaker),
        "corrections": checks.corrections(speaker),
        "imported": {**checks.imported(speaker)},
        "timeline": [speaker.line(line) for line in speaker.facts.timeline],
        "open": {**checks.open_items(speaker)},
        "record": checks.record(speaker),
    }
