import re
from pathlib import Path

import pytest

from netfin_incident.app.desk import Declaration
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    Basis,
    CancelKind,
    Known,
    Milestone,
    Mode,
    Origin,
    Precision,
    ReportKind,
    Role,
    Status,
)
from netfin_incident.reports.facts import read_facts
from netfin_incident.reports.markdown import report_markdown
from netfin_incident.wording.language import Language
from report_cases import LI, SHANGHAI, WANG, ZHAO, Case, desk_in, minute
from story import PLAN

EN, ZH = Language.EN, Language.ZH_HANS
COMMANDER = Role.COMMANDER


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def report(case: Case, language: Language = EN, as_of: float | None = None) -> str:
    return report_markdown(case.facts(as_of), language, {LI: "Li Na"})


def section(text: str, heading: str) -> str:
    """The lines under a heading of the second level."""
    found = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
    )
    assert found, f"no section {heading}"
    return found[1]


def test_a_running_incident_says_so_on_top_and_lists_what_is_overdue_at_the_end(case: Case) -> None:
    case(0, c.AttachPlaybook(PLAN), c.GiveTask("call the operator", ZHAO, 600))
    case(1, c.RecordUpwardReport("PBoC", ReportKind.INITIAL, due_at=minute(60)))
    made = report(case, as_of=16)
    assert "**The response is still running.** Facts as of 2026-11-24 03:23:00 +08:00" in made
    opened = section(made, "Open items")
    assert (
        "- **OVERDUE by 6m**, 2026-11-24 03:17:00 +08:00: task T1, call the operator; zhao"
        in opened
    )
    assert "- **OVERDUE by 11m**, 2026-11-24 03:12:00 +08:00: step confirm, confirm" in opened
    assert "- due in 44m, 2026-11-24 04:07:00 +08:00: upward report R1, PBoC; liaison" in opened
    assert "- before closing: funds not stated" in opened
    assert "- role not filled: commander" in opened


def test_what_has_a_limit_is_not_listed_twice(case: Case) -> None:
    case(0, c.GiveTask("call", ZHAO, 600))
    assert section(report(case), "Open items").count("T1") == 1


def test_an_ended_incident_without_anything_owed_has_nothing_open(case: Case) -> None:
    case(1, c.StateFunds(touched=False), c.ChangeStatus(Status.RECOVERED))
    case(2, c.ChangeStatus(Status.RESOLVED), c.ChangeStatus(Status.CLOSED))
    made = report(case)
    assert section(made, "Open items").strip().endswith("- nothing")
    assert "still running" not in made


def test_a_confirmation_owed_after_the_end_is_still_open(case: Case) -> None:
    case(1, c.StateFunds(touched=False), on_behalf_of=WANG, basis=Basis.PHONE)
    case(2, c.ChangeStatus(Status.RECOVERED), c.ChangeStatus(Status.RESOLVED))
    case(3, c.ChangeStatus(Status.CLOSED))
    made = report(case)
    assert "**Still to be confirmed or reviewed:** 1" in made
    assert "- entry 2 is to be confirmed by wang" in section(made, "Open items")
    assert "NOT CONFIRMED by wang" in section(made, "Acts that need a second look")


@pytest.mark.parametrize(
    ("language", "banner", "mark"),
    [(EN, "this is not a real emergency", "DRILL · "), (ZH, "并非真实突发事件", "【演练】")],
)
def test_a_drill_says_so_first_and_last_and_over_every_section(
    tmp_path: Path, language: Language, banner: str, mark: str
) -> None:
    drill = Declaration("switch-over", Severity.S2, SHANGHAI, mode=Mode.DRILL)
    made = report(Case(tmp_path, drill), language)
    lines = made.strip().split("\n")
    assert banner in lines[0]
    assert banner in lines[-1]
    headings = [line for line in lines if re.match(r"##? ", line)]
    assert len(headings) > 15
    assert all(line.lstrip("# ").startswith(mark) for line in headings)


@pytest.mark.parametrize("language", list(Language))
def test_a_real_incident_is_nowhere_called_a_drill(case: Case, language: Language) -> None:
    made = report(case, language)
    assert not re.search("DRILL|演练|演練", made)


@pytest.mark.parametrize(
    ("origin", "said"),
    [(Origin.IMPORTED, "> **Imported.**"), (Origin.BACKFILLED, "> **Backfilled.**")],
)
def test_where_the_record_comes_from_stands_on_top(
    tmp_path: Path, origin: Origin, said: str
) -> None:
    made = report(Case(tmp_path, Declaration("old", Severity.S3, SHANGHAI, origin=origin)))
    assert said in made.partition("## ")[0]


def imported(folder: Path) -> Case:
    """An incident read from a written log, detected at minute -5 and resolved at 90."""
    declared = Declaration("old", Severity.S2, SHANGHAI, origin=Origin.IMPORTED)
    case = Case(folder, declared)
    reached = {Milestone.DETECTED: -5, Milestone.RESOLVED: 90}
    for milestone, at in reached.items():
        case(900, c.SetMilestone(milestone), occurred=at, zone=SHANGHAI, known=Known.IMPORTED)
    return case


def test_a_written_log_is_named_with_what_it_stated_and_what_was_doubted(tmp_path: Path) -> None:
    case = imported(tmp_path)
    stated = c.StateDuration("time to repair", "1h 28m", 5280, 5340, None, "explained",
                             reading="digits-swapped", reading_values=(("value", "1h 82m"),))  # fmt: skip
    doubt = c.NoteDoubt("zone-not-stated", 0, (("zone", "Europe/London"),))
    unknown = c.NoteDoubt("of-a-newer-program", 17, (("before", "09:00"),))
    log = c.RecordImport("outage|2023.md", "cd" * 32, "Europe/London")
    case(900, log, stated, doubt, unknown, known=Known.IMPORTED)
    written = section(report(case), "The written log")
    assert r"Read from outage\|2023.md" in written
    assert (
        "| time to repair | 1h 28m | 1h 29m | – | differs, with an explanation "
        "| two digits are swapped: the clock gives 1h 82m |"
    ) in written
    assert "- No time zone is stated; times are read in Europe/London (entry 6)" in written
    assert "- line 17: Doubt, line 17: of-a-newer-program" in written


def test_an_imported_incident_is_judged_by_its_log_and_not_by_when_it_was_read_in(
    tmp_path: Path,
) -> None:
    case = imported(tmp_path)
    case(900, c.FinishImport(), known=Known.IMPORTED)
    made = report(case)
    assert "- 2026-11-24 03:07:00 +08:00 to 2026-11-24 04:37:00 +08:00: 1h 30m" in made
    assert "Must be held" not in made
    assert "| declared | 2026-11-24 03:07:00 +08:00 | – |" in made
    assert "| Time to resolve | detected | resolved | 1h 35m |" in made


def test_late_entries_of_a_written_log_are_not_reproached(tmp_path: Path) -> None:
    case = Case(tmp_path, Declaration("old", Severity.S3, SHANGHAI, origin=Origin.IMPORTED))
    case(900, c.Note("from the log"), occurred=3, zone=SHANGHAI, known=Known.IMPORTED)
    case(900, c.Note("remembered"), occurred=3, zone=SHANGHAI)
    late = section(report(case), "Late and corrected entries")
    assert "remembered" in late
    assert "from the log" not in late


def test_a_scratch_database_is_never_taken_for_a_record(tmp_path: Path) -> None:
    desk = desk_in(tmp_path, "demo")
    declared = desk.declare(Declaration("x", Severity.S4, SHANGHAI), Act(minute(0), LI))
    made = report_markdown(read_facts(desk, declared.incident.id), EN)
    assert "> **Not a real record.**" in made.partition("## ")[0]


def test_a_cancelled_incident_says_why_on_top(case: Case) -> None:
    case(1, c.Cancel(CancelKind.DUPLICATE, "same alarm", "INC-2026-0007"))
    assert "> **Cancelled:** duplicate, see INC-2026-0007; same alarm" in report(case)


def test_an_unapproved_playbook_stands_on_top_and_at_the_playbook(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    made = report(case)
    assert "> **Playbook version not approved:** Payment channel outage" in made
    assert "revision 1, version not approved" in section(made, "Playbooks")


def test_an_approved_playbook_is_no_caution(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN, approved=True))
    made = report(case)
    assert "version not approved" not in made
    assert "revision 1, approved version" in made


def test_a_skipped_step_shows_its_reason(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    case(2, c.SkipStep("throttle", "already off", second=ZHAO))
    steps = section(report(case), "Playbooks")
    assert "  - skipped 2026-11-24 03:09:00 +08:00 by Li Na (li)" in steps
    assert "  - reason: already off" in steps
    assert "second person: zhao" in steps


def test_a_corrected_step_shows_both_wordings(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    done = case(2, c.CompleteStep("confirm", note="1,284 payments")).recorded[0]
    case(3, c.Correct(done.version, "two digits swapped", text="1,248 payments"))
    made = report(case)
    steps = section(made, "Playbooks")
    assert "  - note: 1,284 payments" in steps
    assert "corrected by entry 5: 1,248 payments" in steps
    row = next(line for line in section(made, "Timeline").split("\n") if "| 3 |" in line)
    assert "1,284 payments" in row
    assert "corrected by entry 5: 1,248 payments" in row
    corrected = section(made, "Late and corrected entries")
    assert "reason: two digits swapped" in corrected
    assert "  - right: 1,248 payments" in corrected


def test_a_corrected_moment_shows_both_moments(case: Case) -> None:
    case(9, c.SetMilestone(Milestone.ONSET, "log"), occurred=2, zone=SHANGHAI)
    case(10, c.Correct(2, "wrong zone", occurred_at=minute(-5)))
    made = report(case)
    row = next(line for line in section(made, "Milestones").split("\n") if "onset" in line)
    assert "| 2026-11-24 03:02:00 +08:00 |" in row
    assert "time corrected by entry 3, was 2026-11-24 03:09:00 +08:00" in row
    assert "written down 2026-11-24 03:16:00 +08:00 (14m later)" in made


def test_a_moment_is_said_no_more_exactly_than_it_is_known(case: Case) -> None:
    case(9, c.SetMilestone(Milestone.ONSET, "log"), occurred=2, zone=SHANGHAI,
         precision=Precision.APPROXIMATE)  # fmt: skip
    assert "| onset | about 2026-11-24 03:09 +08:00 |" in report(case)


def test_a_handover_shows_its_brief_and_its_end(case: Case) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    case(5, c.OfferHandover(COMMANDER, WANG, "contained\nbooks are open"), by=ZHAO)
    case(8, c.AcceptHandover(COMMANDER), by=WANG)
    roles = section(report(case), "Roles")
    assert "  - brief: contained<br>books are open" in roles
    assert "  - accepted 2026-11-24 03:15:00 +08:00, after 3m (entry 4)" in roles


def test_a_forced_takeover_is_counted_with_its_reason(case: Case) -> None:
    case(1, c.AssignRole(COMMANDER, ZHAO))
    case(9, c.TakeRole("no answer"), by=WANG)
    roles = section(report(case), "Roles")
    assert "Taken over by force (1):" in roles
    assert (
        "- commander by wang from zhao, 2026-11-24 03:16:00 +08:00, entry 3; reason: no answer"
        in roles
    )


def test_a_gap_without_a_commander_is_shown_with_its_length(case: Case) -> None:
    case(7, c.AssignRole(COMMANDER, ZHAO))
    case(20, c.ReleaseRole(COMMANDER, "ill"), by=ZHAO)
    roles = section(report(case, as_of=45), "Roles")
    assert "- 2026-11-24 03:07:00 +08:00 to 2026-11-24 03:14:00 +08:00: 7m" in roles
    assert "- since 2026-11-24 03:27:00 +08:00, still: 25m" in roles


def test_an_act_in_anothers_name_names_both_everywhere(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    case(3, c.CompleteStep("confirm"), on_behalf_of=WANG, basis=Basis.PHONE)
    made = report(case)
    told = "written by Li Na (li) on behalf of wang, by phone; not confirmed yet"
    assert told in section(made, "Playbooks")
    assert told in section(made, "Timeline")


def test_a_break_glass_shows_reason_and_review(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    case(2, c.SkipStep("throttle", "off"), break_glass="alone on shift")
    looks = section(report(case), "Acts that need a second look")
    assert "  - BREAK-GLASS, reason: alone on shift" in looks
    assert "  - REVIEW OWED by another person until 2026-11-25 03:09:00 +08:00" in looks
    case(60, c.Confirm(3, "justified"), by=ZHAO)
    looks = section(report(case), "Acts that need a second look")
    assert "  - reviewed by zhao, 2026-11-24 04:07:00 +08:00, entry 4: justified" in looks
    assert "OWED" not in looks


def test_how_persons_are_known_is_said_once_where_it_is_the_same_for_all(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case(1, c.Note("as another"), known=Known.ASSERTED)
    assert "name as asserted |" in section(report(case), "Timeline")
    assert "- 2 entries: 1 under a name as asserted (L1), 1 by a system account (L2)" in report(
        case
    )


def test_business_hours_are_said_with_the_figures(case: Case) -> None:
    case(480, c.ChangeStatus(Status.CONTAINED))
    facts = case.facts(hours=parse_business_hours("Mon-Fri 09:00-17:00"))
    metrics = section(report_markdown(facts, EN), "Metrics")
    assert "| Time to contain | declared | contained | 8h | 2h 7m |" in metrics
    assert "Business hours: Mon-Fri 09:00-17:00." in metrics


def test_a_metric_out_of_order_is_shown_and_marked(case: Case) -> None:
    case(30, c.SetMilestone(Milestone.DETECTED, "call"))
    assert "| Time to declare | detected | declared | -30m | – | OUT OF ORDER |" in report(case)


def test_a_length_is_told_to_the_second(case: Case) -> None:
    case(1531.25, c.ChangeStatus(Status.CONTAINED))
    assert "| 1d 1h 31m 15s |" in section(report(case), "Metrics")
