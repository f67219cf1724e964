"""What the program says when the rules do not allow a command (NF-1xxx)."""

from typing import Final

from netfin_incident.wording.calling_usage import CODE_REFUSALS
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.refusals_answers import ANSWER_REFUSALS
from netfin_incident.wording.refusals_calling import CALLING_REFUSALS
from netfin_incident.wording.refusals_commands import COMMAND_REFUSALS
from netfin_incident.wording.refusals_definitions import DEFINITION_REFUSALS
from netfin_incident.wording.refusals_impact import IMPACT_REFUSALS
from netfin_incident.wording.refusals_incident import INCIDENT_REFUSALS
from netfin_incident.wording.refusals_playbooks import PLAYBOOK_REFUSALS
from netfin_incident.wording.refusals_rota import ROTA_REFUSALS
from netfin_incident.wording.refusals_seats import SEAT_REFUSALS
from netfin_incident.wording.refusals_steps import STEP_REFUSALS
from netfin_incident.wording.refusals_warning import WARNING_REFUSALS
from netfin_incident.wording.refusals_work import WORK_REFUSALS

REFUSALS: Final[dict[str, Saying]] = {
    **INCIDENT_REFUSALS,
    **IMPACT_REFUSALS,
    **SEAT_REFUSALS,
    **STEP_REFUSALS,
    **PLAYBOOK_REFUSALS,
    **WORK_REFUSALS,
    **ANSWER_REFUSALS,
    **COMMAND_REFUSALS,
    **DEFINITION_REFUSALS,
    **ROTA_REFUSALS,
    **WARNING_REFUSALS,
    **CALLING_REFUSALS,
    **CODE_REFUSALS,
}
