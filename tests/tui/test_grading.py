from meta.sources import ROOT
from netfin_incident.domain.incident import commands as c
from responder import Place, terminal

EXAMPLE = (ROOT / "templates" / "severity.yaml").read_text(encoding="utf-8")


async def test_the_severity_dialog_says_what_the_impact_proposes(place: Place) -> None:
    place.declared()
    place.handled(c.StateImpact("customers", "12万", estimate=True))
    app = place.app()
    path = app.session.config.severity.value
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(EXAMPLE, encoding="utf-8")
    async with terminal(app) as responder:
        await responder.open()
        await responder.press("s")
        assert "proposed: II (major)" in responder.screen
        assert "Customers affected" in responder.screen


async def test_without_criteria_the_severity_dialog_asks_as_before(place: Place) -> None:
    place.declared()
    place.handled(c.StateImpact("customers", "12万"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("s")
        assert "proposed" not in responder.screen
