from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import Status
from plans import chain, outage
from responder import Place, terminal


async def test_space_marks_the_selected_step_done(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "[x]" in responder.screen
    assert place.events()[2:] == [
        e.StepCompleted("outage", "isolate"),
        e.StatusChanged(Status.DECLARED, Status.RESPONDING),
    ]


async def test_twelve_steps_that_need_each_other_all_land_when_sent_in_one_burst(
    place: Place,
) -> None:
    place.declared("Gateway down", c.AttachPlaybook(chain(12)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.burst(*["space", "down"] * 12)
    done = [event.step for event in place.events() if isinstance(event, e.StepCompleted)]
    assert done == [f"s{n}" for n in range(1, 13)]


async def test_a_step_that_waits_is_greyed_and_says_for_what(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("down", "space")
        assert "waits for 1 Isolate the node" in responder.status
        assert "waits 1" in responder.screen
    assert len(place.events()) == 2


async def test_a_decision_asks_for_option_and_rationale(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    place.handled(c.CompleteStep("isolate"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "Where does traffic go?" in responder.screen
        await responder.press("enter")
        assert "Please fill in: Option" in responder.screen
        await responder.press("1", "enter")
        assert "Why" in responder.screen
        await responder.write("standby is tested")
        await responder.press("enter")
    assert place.events()[-1] == e.StepCompleted(
        "outage", "route", "standby is tested", option="standby"
    )


async def test_skipping_a_required_step_alone_takes_a_break_glass(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("x")
        await responder.write("node is gone already")
        await responder.press("enter", "y")
        assert "break-glass" in responder.screen
        await responder.press("tab", "tab")
        await responder.write("nobody else is here")
        assert "BREAK-GLASS" in responder.screen
        await responder.press("enter", "y")
    assert place.events()[-1] == e.StepSkipped("outage", "isolate", "node is gone already")
    assert place.acts()[-1].break_glass == "nobody else is here"


async def test_skipping_is_confirmed_with_the_way_back_focused(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("x")
        await responder.write("why not")
        await responder.press("tab")
        await responder.write("li.na")
        await responder.press("enter", "enter")
        assert len(place.events()) == 2
        await responder.press("enter", "y")
    assert place.events()[-1] == e.StepSkipped("outage", "isolate", "why not", "li.na")


async def test_a_step_done_by_mistake_is_taken_up_again_with_a_reason(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space", "full_stop")
        await responder.press("7", "enter")
        await responder.write("pressed by mistake")
        await responder.press("enter")
    assert place.events()[-1] == e.StepReopened("outage", "isolate", "pressed by mistake")


async def test_a_menu_says_why_an_act_is_greyed(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app(), size=(120, 30)) as responder:
        await responder.open()
        await responder.press("full_stop")
        assert "Pull it out of the pool." in responder.screen
        await responder.press("7", "enter")
        assert "nothing was done with it yet" in responder.status
    assert len(place.events()) == 2


async def test_without_a_playbook_enter_attaches_one(place: Place) -> None:
    place.declared("Success rate of quick pay is down")
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("1", "enter")
        await responder.press("enter")
        assert "Immediate response" in responder.screen
    attached = place.events()[-1]
    assert isinstance(attached, e.PlaybookAttached)
    assert attached.plan.id == "payment-channel-outage"


async def test_an_unapproved_playbook_is_named_in_the_header(place: Place) -> None:
    place.declared("Gateway down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "unapproved playbook" in responder.screen
    approved = Place(place.folder / "other")
    approved.folder.mkdir()
    approved.declared("Gateway down", c.AttachPlaybook(outage(), approved=True))
    async with terminal(approved.app()) as responder:
        await responder.open()
        assert "unapproved" not in responder.screen
