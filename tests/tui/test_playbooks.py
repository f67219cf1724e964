import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import Step, Verb
from netfin_incident.domain.text import Text
from netfin_incident.tui.dialogs.declare import DeclareForm
from plans import every_kind, one_phase, outage
from responder import Place, Responder, terminal

SERVICES = """\
schema: netfin-services/1
services:
  quick-pay:
    name: {zh: 快捷支付, en: Quick pay}
    owner: payments
    deputy: platform
    criticality: vital
    rto: 15m
    rpo: 0s
    playbooks: [reserve-shortage]
"""


def configured(place: Place, line: str) -> None:
    """Have one more line in the settings of whoever sits there."""
    place.made()
    config = place.folder / "wang.min.toml"
    config.write_text(f"{line}\n{config.read_text(encoding='utf-8')}", encoding="utf-8")


def chosen(responder: Responder) -> str:
    """What the form would attach."""
    assert isinstance(responder.form, DeclareForm)
    return responder.form.values["playbook"]


async def test_declaring_suggests_playbooks_but_none_is_taken_unasked(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        await responder.press("D")
        assert "(*) none for now" in responder.screen
        assert "fits:" not in responder.screen
        await responder.write("Success rate of quick pay is down")
        assert "( ) fits: Payment channel outage" in responder.screen
        assert chosen(responder) == ""
        await responder.press("ctrl+s")
    assert [type(event) for event in place.events()] == [e.Declared]


async def test_a_chosen_playbook_stays_chosen_while_the_title_changes(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        await responder.press("D")
        await responder.write("Success rate of quick pay is down")
        await responder.press("tab", "tab", "2")
        assert chosen(responder) == "payment-channel-outage"
        assert "suggested because of:" in responder.screen
        await responder.press("shift+tab", "shift+tab")
        await responder.write(" ransom note")
        assert chosen(responder) == "payment-channel-outage"
        await responder.press("tab", "tab", "1")
        await responder.press("shift+tab", "shift+tab")
        await responder.write("s")
        assert chosen(responder) == ""


async def test_the_service_is_asked_where_the_firm_lists_its_own(place: Place) -> None:
    services = place.folder / "services.yaml"
    services.write_text(SERVICES, encoding="utf-8")
    configured(place, f'services = "{services}"')
    async with terminal(place.app(), (100, 30)) as responder:
        await responder.press("D")
        await responder.write("Strange")
        await responder.press("enter", "enter", "down")
        assert "> (*) Quick pay" in responder.screen
        suggested = [line for line in responder.screen.splitlines() if "fits: " in line]
        assert "Reserve and settlement position shortage  (unapproved)" in suggested[0]
        await responder.press("ctrl+s")
    (declared,) = place.events()
    assert isinstance(declared, e.Declared)
    assert declared.service == "quick-pay"


async def test_a_second_playbook_is_attached_beside_the_first(place: Place) -> None:
    place.declared("Success rate of quick pay is down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("colon")
        await responder.write("attach")
        await responder.press("enter")
        assert "> (*) fits: Payment channel outage" in responder.screen
        assert "unapproved" in responder.screen
        await responder.press("enter")
        assert "Outage: Immediate response" in responder.screen
    attached = [event for event in place.events() if isinstance(event, e.PlaybookAttached)]
    assert [one.plan.id for one in attached] == ["outage", "payment-channel-outage"]


async def test_one_that_is_attached_is_greyed_and_refused(place: Place) -> None:
    plan = place.made().shelf.get("payment-channel-outage")
    place.declared("Success rate of quick pay is down", c.AttachPlaybook(plan))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("colon")
        await responder.write("attach")
        await responder.press("enter")
        assert "attached already" in responder.screen
        await responder.press("enter")
        assert "cannot be attached again" in responder.screen
        assert "NF-1062" in responder.screen
        await responder.press("down")
        assert "NF-1062" not in responder.screen


async def test_giving_up_a_playbook_with_required_steps_open_takes_a_second_person(
    place: Place,
) -> None:
    place.declared("Down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("g", "left", "full_stop", "3", "enter")
        assert "Required steps are open: 1 Isolate the node" in responder.screen
        await responder.write("it is another kind of outage")
        await responder.press("enter", "y")
        assert "cannot be given up by one person" in responder.screen
        await responder.press("tab")
        await responder.write("li.na")
        await responder.press("enter", "enter")
        assert len(place.events()) == 2
        await responder.press("enter", "y")
        assert "(given up)" in responder.screen
    assert place.events()[-1] == e.PlaybookGivenUp(
        "outage", "it is another kind of outage", "li.na"
    )


async def test_of_two_playbooks_the_one_to_give_up_is_chosen(place: Place) -> None:
    other = one_phase(Step("do", Verb.DO, Text("Do it", "做"), ""))
    place.declared("Down", c.AttachPlaybook(every_kind()), c.AttachPlaybook(other))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("colon")
        await responder.write("give up")
        await responder.press("enter")
        assert "Agreed by" in responder.screen
        await responder.press("2", "tab")
        assert "Agreed by" not in responder.screen
        await responder.write("not needed")
        await responder.press("enter", "y")
    assert place.events()[-1] == e.PlaybookGivenUp("one", "not needed")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
async def test_a_playbook_that_cannot_be_used_says_why(place: Place, language: str) -> None:
    place.language = language
    folder = place.folder / "playbooks"
    folder.mkdir()
    (folder / "broken.yaml").write_text("schema: netfin-playbook/1\n", encoding="utf-8")
    configured(place, f'playbooks = "{folder}"')
    async with terminal(place.app(), (100, 50)) as responder:
        await responder.press("D")
        await responder.write("Down")
        said = {"en": "broken: cannot be used:", "zh-Hans": "broken: 无法使用："}[language]
        responder.form.field("playbook").fill("broken")
        responder.form.field("playbook").editor.focus()
        await responder.settle()
        assert said in responder.screen
        await responder.press("ctrl+s")
        assert "NF-2" in responder.screen
