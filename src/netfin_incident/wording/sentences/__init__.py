"""The journal said in sentences: every event as one line of the timeline.

The words are the program's and follow the reader's language; what people typed stands in them
unchanged, and is never converted between scripts.  When it happened, who was at the keyboard, and
by what authority, stand beside the sentence.
"""

from typing import assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.calling import Calling
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences import calling, imports, lifecycle, seats, steps, work
from netfin_incident.wording.sentences.authority import authority
from netfin_incident.wording.sentences.kinds import KINDS, kind_label
from netfin_incident.wording.sentences.teller import Teller

__all__ = ["KINDS", "authority", "kind_label", "sentence"]


def sentence(event: e.Event, act: Act, language: Language, incident: Incident | None = None) -> str:
    """What happened, for a reader of `language`.

    Given the `incident`, steps, options and a playbook's own roles are called by their names and
    times are those of its zone; otherwise by their ids, and in the zone of the act, or UTC.
    """
    teller = Teller(act, language, incident)
    if isinstance(event, lifecycle.LifecycleEvent):
        return lifecycle.told(teller, event)
    if isinstance(event, seats.SeatEvent):
        return seats.told(teller, event)
    if isinstance(event, steps.StepEvent):
        return steps.told(teller, event)
    if isinstance(event, Calling):
        return calling.told(teller, event)
    if isinstance(event, imports.ImportEvent):
        return imports.told(teller, event)
    if isinstance(event, work.WorkEvent):
        return work.told(teller, event)
    if isinstance(event, e.ImpactStated):
        # Read when first asked for: a note from a script must not wait for the questionnaire.
        from netfin_incident.wording.sentences import impact

        return impact.told(teller, event)
    assert_never(event)
