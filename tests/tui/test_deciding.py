from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import Approval, EvidenceNeed, Option, Step, Verb
from netfin_incident.domain.text import Text
from plans import BACKUP, ETA, one_phase
from responder import Place, terminal

DO = Step("do", Verb.DO, Text("Do it", "做"), "")


def events_of(place: Place, kind: type[e.Event]) -> list[e.Event]:
    """What the journal says of one kind."""
    return [event for event in place.events() if isinstance(event, kind)]


def route(when: str = "backup", suggest: str = "eta > 15m") -> Step:
    """A decision with an option that has its conditions."""
    return Step(
        "route", Verb.DECIDE, Text("Where to?", "走哪？"), "",
        options=(
            Option("stay", Text("stay", "不动"), ("other",)),
            Option("standby", Text("standby", "备用"), ("do",), when=when, suggest=suggest),
        ),
    )  # fmt: skip


def routed() -> tuple[Step, ...]:
    """The decision and a step under each option."""
    return (
        route(),
        Step("do", Verb.DO, Text("Do it", "做"), "", under=("route", "standby")),
        Step("other", Verb.DO, Text("Do the other", "做另一件"), "", under=("route", "stay")),
    )


async def test_the_suggested_option_is_preselected_with_its_reason(place: Place) -> None:
    plan = one_phase(*routed(), variables=(ETA, BACKUP))
    place.declared("Down", c.AttachPlaybook(plan))
    place.handled(c.SetVariable("eta", "40m"), c.SetVariable("backup", "yes"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "(*) standby  (suggested)" in responder.screen
        assert "the operator's estimate is more than 15 minutes (now: 40 minutes)" in (
            " ".join(responder.screen.split())
        )
        await responder.press("enter")
        assert "= standby" in responder.screen
        assert "1 not applicable: 3" in responder.screen
    assert events_of(place, e.StepCompleted) == [e.StepCompleted("one", "route", option="standby")]


async def test_what_a_suggestion_needs_is_named(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(*routed(), variables=(ETA, BACKUP))))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "nothing is suggested before this is known: the operator's estimate" in (
            responder.screen
        )


async def test_an_option_that_does_not_apply_is_greyed_and_refused_with_its_reason(
    place: Place,
) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(*routed(), variables=(ETA, BACKUP))))
    place.handled(c.SetVariable("eta", "40m"), c.SetVariable("backup", "no"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "(*)" not in responder.screen
        await responder.press("enter")
        assert "Please fill in: Option" in responder.screen
        await responder.press("2")
        assert "(*) standby  (not available)" in responder.screen
        assert "a standby channel is at hand: no" in " ".join(responder.screen.split())
        await responder.press("enter")
        assert "“standby” cannot be chosen" in responder.screen
        await responder.press("1", "enter")
    assert events_of(place, e.StepCompleted) == [e.StepCompleted("one", "route", option="stay")]


def approval(**more: object) -> Step:
    """Something to approve, by leader or deputy."""
    given = Approval(("leader", "deputy"), apart_from=("do",), **more)  # type: ignore[arg-type]
    return Step("agree", Verb.APPROVE, Text("Agree", "复核"), "", approval=given)


async def test_an_approval_is_given_by_who_holds_the_role(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(DO, approval())))
    place.handled(c.AssignRole("deputy", "wang.min"), c.CompleteStep("do"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "who may approve: leader, deputy: wang.min" in responder.screen
        assert "Break-glass" not in responder.screen
        await responder.press("tab")
        await responder.write("seen both balances")
        await responder.press("enter")
    assert place.events()[-2:] == [
        e.StepApproved("one", "agree", "seen both balances"),
        e.StepCompleted("one", "agree", "seen both balances"),
    ]


async def test_somebody_else_cannot_approve_but_by_break_glass(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(DO, approval())))
    place.handled(c.CompleteStep("do"))
    async with terminal(place.app(), (100, 30)) as responder:
        await responder.open()
        await responder.press("space", "enter")
        said = " ".join(responder.screen.split())
        assert "only who holds one of these roles may: leader, deputy" in said
        assert events_of(place, e.StepApproved) == []
        await responder.press("tab", "tab")
        await responder.write("nobody answers the phone")
        assert "BREAK-GLASS" in responder.screen
        await responder.press("enter")
    assert events_of(place, e.StepApproved) == [e.StepApproved("one", "agree")]
    assert place.acts()[-1].break_glass == "nobody answers the phone"


async def test_who_did_the_work_is_told_that_another_must_approve(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(DO, approval())))
    place.handled(c.AssignRole("leader", "li.na"), c.CompleteStep("do"))
    async with terminal(place.app("li.na")) as responder:
        await responder.open()
        await responder.press("space", "enter")
        assert "nobody checks their own work" in " ".join(responder.screen.split())
    assert events_of(place, e.StepApproved) == []


async def test_an_approval_is_refused_with_a_reason(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(DO, approval())))
    place.handled(c.CompleteStep("do"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space", "2", "enter")
        assert "Please fill in: Reason" in responder.screen
        await responder.write("balances differ")
        await responder.press("enter")
        assert "[!]" in responder.screen
    assert events_of(place, e.StepFailed) == [e.StepFailed("one", "agree", "balances differ")]


async def test_approvals_so_far_are_counted(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(DO, approval(quorum=2))))
    place.handled(c.AssignRole("leader", "li.na"), c.CompleteStep("do"), by="liu")
    place.handled(c.CompleteStep("agree"))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "1 of 2" in responder.screen
        await responder.press("space")
        assert "takes 2 people; so far: li.na" in responder.screen


async def test_an_option_whose_condition_is_not_known_yet_says_what_must_be(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(*routed(), variables=(ETA, BACKUP))))
    place.handled(c.SetVariable("eta", "5m"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "( ) standby  (not clear yet)" in responder.screen
        assert "(*)" not in responder.screen
        await responder.press("2")
        said = " ".join(responder.screen.split())
        assert "must be known: a standby channel is at hand" in said
        await responder.press("1", "enter")
    assert events_of(place, e.StepCompleted) == [e.StepCompleted("one", "route", option="stay")]


async def test_completing_a_step_says_which_evidence_is_still_missing(place: Place) -> None:
    needs = (EvidenceNeed("drain-log", "log", required=True), EvidenceNeed("photo", "screenshot"))
    sure = (Text("Sure?", "确认？"),)
    step = Step("do", Verb.DO, Text("Do it", "做"), "", evidence=needs, checks=sure)
    place.declared("Down", c.AttachPlaybook(one_phase(step)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        said = " ".join(responder.screen.split())
        assert "evidence is still missing; required: drain-log (log); registered: none" in said
        assert "photo" not in said
        await responder.press("escape")
    place.handled(c.AddEvidence("drain.log", "a/drain.log", "file", step="do"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "still missing" not in responder.screen


async def test_missing_evidence_costs_no_further_key(place: Place) -> None:
    needs = (EvidenceNeed("drain-log", "log", required=True),)
    step = Step("do", Verb.DO, Text("Do it", "做"), "", evidence=needs)
    place.declared("Down", c.AttachPlaybook(one_phase(step)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
    assert len(events_of(place, e.StepCompleted)) == 1
