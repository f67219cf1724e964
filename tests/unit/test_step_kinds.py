"""What each kind of step asks for, and what follows from it."""

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import (
    Approval,
    Assignment,
    Notice,
    Reporting,
    VariableKind,
    Verb,
)
from netfin_incident.domain.vocabulary import (
    MessageState,
    ReportKind,
    Status,
    StepState,
)
from small_plans import ALWAYS, branch, carried_out, done, plan, step, variable, words
from story import LI, WANG, ZHAO, act, minutes

MOVED = e.StatusChanged(Status.DECLARED, Status.RESPONDING)
ETA = variable("eta", VariableKind.DURATION)
ASK = plan(step("figures", Verb.ASK, ask=("eta", "funds")), variables=(ETA, variable("funds")))
DECIDE = plan(
    step(
        "route", Verb.DECIDE,
        options=(
            branch("wait"),
            branch("switch", suggest="eta > 15m", when="not broken"),
        ),
    ),
    variables=(ETA, variable("broken")),
)  # fmt: skip
POSTING = plan(
    step("book", role="technical"),
    step(
        "check", Verb.APPROVE, approval=Approval(("commander", "technical"), apart_from=("book",))
    ),
)


def test_an_ask_step_makes_its_facts_known() -> None:
    given_ = (("eta", "15分钟"), ("funds", "是"))
    carried_out(ASK).when(c.CompleteStep("figures", answers=given_)).then(
        e.StepCompleted("small", "figures"),
        e.VariableSet("eta", "15m", "small/figures"),
        e.VariableSet("funds", "true", "small/figures"),
        MOVED,
    )


def test_an_ask_step_is_not_done_while_an_answer_is_missing() -> None:
    answer = carried_out(ASK).when(c.CompleteStep("figures", answers=(("eta", "15m"),)))
    answer.refused("answers-missing", variables=("funds",))


def test_what_was_known_before_need_not_be_said_again() -> None:
    story = carried_out(ASK, c.SetVariable("eta", "15m"))
    story.when(c.CompleteStep("figures", answers=(("funds", "no"),))).then(
        e.StepCompleted("small", "figures"), e.VariableSet("funds", "false", "small/figures"), MOVED
    )


def test_an_answer_that_cannot_be_read_is_refused() -> None:
    carried_out(ASK).when(c.SetVariable("eta", "soon")).refused("answer-not-a-duration")


def test_an_unknown_fact_is_refused_with_what_may_be_meant() -> None:
    carried_out(ASK).when(c.SetVariable("etas", "15m")).refused("variable-unknown", nearest="eta")


def test_an_option_is_suggested_by_what_is_known() -> None:
    assert carried_out(DECIDE).step("route").suggested == ""
    assert carried_out(DECIDE, c.SetVariable("eta", "20m")).step("route").suggested == "switch"


def test_an_option_whose_condition_fails_cannot_be_chosen() -> None:
    story = carried_out(DECIDE, c.SetVariable("eta", "20m"), c.SetVariable("broken", "yes"))
    view = story.step("route")
    assert (view.suggested, view.unavailable) == ("", ("switch",))
    story.when(c.CompleteStep("route", option="switch")).refused("option-unavailable")


def test_who_holds_an_approving_role_approves() -> None:
    story = carried_out(POSTING, c.AssignRole("commander", WANG), done("book", 1))
    story.when(c.CompleteStep("check"), by=WANG).then(
        e.StepApproved("small", "check"), e.StepCompleted("small", "check")
    )


def test_who_holds_no_approving_role_cannot_approve() -> None:
    story = carried_out(POSTING, c.AssignRole("commander", WANG), done("book", 1))
    story.when(c.CompleteStep("check"), by=ZHAO).refused("approver-not-entitled")


def test_nobody_approves_their_own_work() -> None:
    story = carried_out(POSTING, c.AssignRole("technical", LI), done("book", 1, by=LI))
    story.when(c.CompleteStep("check"), by=LI).refused("approver-did-it", person=LI)


def test_one_person_alone_approves_by_break_glass() -> None:
    story = carried_out(POSTING, done("book", 1, by=LI))
    after = story.when(c.CompleteStep("check"), by=LI, break_glass="alone").accepted()
    assert after.step("check").state is StepState.DONE
    assert after.incident.owed[after.incident.version - 1].break_glass


def test_a_quorum_takes_different_people() -> None:
    two = plan(step("both", Verb.APPROVE, approval=Approval(("commander", "technical"), 2)))
    story = carried_out(two, c.AssignRole("commander", WANG), c.AssignRole("technical", ZHAO))
    once = story.when(c.CompleteStep("both"), by=WANG).then(e.StepApproved("small", "both"))
    assert once.step("both").state is StepState.READY
    once.when(c.CompleteStep("both"), by=WANG).refused("approved-already")
    once.when(c.CompleteStep("both"), by=ZHAO).then(
        e.StepApproved("small", "both"), e.StepCompleted("small", "both"), MOVED
    )


def test_a_notice_records_the_words_that_were_sent() -> None:
    notice = Notice(words("customers"), "app")
    story = carried_out(plan(step("tell", Verb.NOTIFY, notice=notice)))
    story.when(c.CompleteStep("tell", text="Please do not pay again")).then(
        e.StepCompleted("small", "tell"),
        e.MessageRecorded("M1", "customers", "app", "Please do not pay again", MessageState.SENT),
        MOVED,
    )


def test_a_report_step_records_the_report_as_sent() -> None:
    reporting = Reporting(words("regulator"), ReportKind.INITIAL, "cn-pipl-57")
    story = carried_out(plan(step("file", Verb.REPORT, reporting=reporting)))
    after = story.when(c.CompleteStep("file", receipt="A-7", channel="portal"), at=minutes(9))
    sent = after.accepted().incident.reports["R1"]
    assert (sent.recipient, sent.kind, sent.sent_at) == ("regulator", "initial", minutes(9))
    assert (sent.channel, sent.receipt) == ("portal", "A-7")


def test_a_wait_has_an_end_and_is_ended_early_only_with_a_reason() -> None:
    story = carried_out(plan(step("settle", Verb.WAIT, wait=600)))
    view = story.step("settle")
    assert (view.state, view.waits_until) == (StepState.WAITING, minutes(10))
    assert view.due_at == minutes(10)
    early = story.when(c.CompleteStep("settle"), at=minutes(9))
    early.refused("wait-not-over")
    story.when(c.CompleteStep("settle", note="all is back"), at=minutes(9)).accepted()
    story.when(c.CompleteStep("settle"), at=minutes(10)).accepted()


def test_a_wait_for_a_condition_is_ready_once_it_holds() -> None:
    story = carried_out(
        plan(step("back", Verb.WAIT, until="restored"), variables=(variable("restored"),))
    )
    assert (story.step("back").state, story.step("back").asks) == (StepState.WAITING, ("restored",))
    known = story.when(c.SetVariable("restored", "yes"), at=minutes(3)).accepted()
    assert known.step("back").state is StepState.READY


def test_what_a_step_sets_is_known_once_it_is_done() -> None:
    one = step("stop", sets=(Assignment("stopped", "true"),))
    story = carried_out(plan(one, variables=(variable("stopped"),)), done("stop", 1))
    assert story.incident.answers["stopped"].value == "true"


def test_a_call_attaches_the_playbook_and_ends_with_it() -> None:
    inner = plan(step("look", required=ALWAYS), name="inner")
    outer = plan(step("hand-on", Verb.CALL, call="inner"), step("after", needs=("hand-on",)))
    story = carried_out(outer)
    story.when(c.CompleteStep("hand-on")).refused("called-playbook-missing", playbook="inner")
    begun = story.when(c.CompleteStep("hand-on", called=inner)).then(
        e.PlaybookAttached(inner, approved=False, called_by="small/hand-on"),
        e.StepStarted("small", "hand-on"),
        MOVED,
    )
    assert begun.step("hand-on").state is StepState.ACTIVE
    assert begun.step("after").waiting_for == ("hand-on",)
    over = begun.when(c.CompleteStep("look"), at=minutes(7)).accepted()
    assert over.step("hand-on").settled_at == minutes(7)
    assert (over.step("after").state, over.step("after").ready_at) == (StepState.READY, minutes(7))


def test_a_call_of_an_attached_playbook_waits_for_that_one() -> None:
    inner = plan(step("look"), name="inner")
    outer = plan(step("hand-on", Verb.CALL, call="inner"))
    story = carried_out(outer, c.AttachPlaybook(inner))
    story.when(c.CompleteStep("hand-on")).then(e.StepStarted("small", "hand-on"), MOVED)


def test_playbooks_that_call_each_other_can_be_ended_by_hand() -> None:
    one = plan(step("to-two", Verb.CALL, call="two"), name="one")
    two = plan(step("to-one", Verb.CALL, call="one"), name="two")
    story = carried_out(one, done("to-two", called=two), done("to-one"))
    assert not story.step("to-two").is_settled
    ended = story.when(c.CompleteStep("to-one")).accepted()
    assert ended.step("to-two").is_settled


def test_a_command_is_recorded_with_its_output_as_evidence() -> None:
    from netfin_incident.domain.playbook import CommandPlan

    one = step("restart", command=CommandPlan(("systemctl", "restart", "pay"), "change"))
    story = carried_out(plan(one, variables=(variable("eta", VariableKind.DURATION),)))
    story.when(
        c.RecordCommand(
            "restart",
            ("systemctl", "restart", "pay"),
            exit_code=0,
            took_ms=20,
            output="/evidence/1.log",
            sha256="ab",
            size=3,
            captured=(("eta", "5m"),),
        )
    ).then(
        e.EvidenceAdded(
            "E1", "restart: systemctl", "/evidence/1.log", "log", "ab", 3, "restart", "small"
        ),
        e.CommandRun(
            "small",
            "restart",
            ("systemctl", "restart", "pay"),
            "change",
            exit_code=0,
            took_ms=20,
            evidence="E1",
        ),
        e.VariableSet("eta", "5m", "small/restart"),
        MOVED,
    )
    carried_out(ASK).when(c.RecordCommand("figures", ("ls",))).refused("step-has-no-command")


def test_a_parallel_step_cannot_be_done_or_started_by_itself() -> None:
    both = plan(
        step("both", Verb.PARALLEL, options=(branch("a", "one"), branch("b", "two"))),
        step("one", under=("both", "a")),
        step("two", under=("both", "b")),
    )
    carried_out(both).when(c.CompleteStep("both")).refused("step-holds-others")
    carried_out(both).when(c.StartStep("both")).refused("step-not-startable")


def test_a_fact_said_again_is_no_entry() -> None:
    story = carried_out(ASK, (act(at=minutes(1)), c.SetVariable("eta", "15m")))
    story.when(c.SetVariable("eta", "0h15m")).nothing()
    story.when(c.SetVariable("eta", "")).then(e.VariableSet("eta", ""))


def test_a_report_step_answers_the_report_that_was_noted_as_owed() -> None:
    reporting = Reporting(words("regulator"), ReportKind.INITIAL)
    story = carried_out(
        plan(step("file", Verb.REPORT, reporting=reporting)),
        c.RecordUpwardReport("regulator", ReportKind.INITIAL, due_at=minutes(60)),
    )
    after = story.when(c.CompleteStep("file", receipt="A-7"), at=minutes(9)).accepted()
    [sent] = after.incident.reports.values()
    assert (sent.id, sent.due_at, sent.sent_at) == ("R1", minutes(60), minutes(9))


def test_an_approval_waits_for_the_work_that_it_approves() -> None:
    story = carried_out(POSTING, c.AssignRole("technical", LI))
    assert story.step("check").waiting_for == ("book",)
    story.when(c.CompleteStep("check"), by=LI).refused("step-blocked", waiting_for=("book",))


def test_work_that_is_taken_up_again_must_be_approved_again() -> None:
    story = carried_out(POSTING, c.AssignRole("commander", WANG), done("book", 1))
    approved = story.when(c.CompleteStep("check"), by=WANG).accepted()
    again = approved.when(c.ReopenStep("book", "wrong account")).then(
        e.StepReopened("small", "book", "wrong account"),
        e.StepReopened("small", "check", "wrong account"),
    )
    assert again.step("check").waiting_for == ("book",)


def test_what_a_step_has_no_place_for_is_refused_not_lost() -> None:
    story = carried_out(POSTING)
    typed = c.CompleteStep("book", receipt="R9", text="abc", channel="sms", option="x")
    story.when(typed).refused(
        "step-takes-no", given=("--text", "--receipt", "--channel", "--option")
    )
    stray = c.CompleteStep("figures", answers=(("eta", "15m"), ("funds", "no"), ("other", "1")))
    carried_out(ASK).when(stray).refused("step-takes-no", given=("--answer",))


def test_what_is_added_to_a_finished_step_is_refused_not_lost() -> None:
    story = carried_out(POSTING, done("book", 1, note="posted"))
    story.when(c.CompleteStep("book")).nothing()
    story.when(c.CompleteStep("book", note="posted")).nothing()
    story.when(c.CompleteStep("book", note="something else")).refused("step-settled")


def test_a_notice_with_a_place_left_open_is_not_sent() -> None:
    tell = step("tell", Verb.NOTIFY, notice=Notice(words("customers")))
    story = carried_out(plan(tell, variables=(variable("workaround", VariableKind.TEXT),)))
    story.when(c.CompleteStep("tell", text="Braces of {no_fact} may stay")).accepted()
    for open_place in ("Pay by {workaround}", "Pay by ‹what works›"):
        story.when(c.CompleteStep("tell", text=open_place)).refused("notice-unfilled")


def test_what_an_option_hangs_on_is_asked_for_while_it_is_open() -> None:
    assert carried_out(DECIDE).step("route").asks == ("broken", "eta")
    known = carried_out(DECIDE, c.SetVariable("eta", "1m"), c.SetVariable("broken", "no"))
    assert known.step("route").asks == ()
