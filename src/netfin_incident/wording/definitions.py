"""What the program says of files that people write (NF-2xxx)."""

from typing import Final

from netfin_incident.wording.authoring_sayings import FORMATTING_SAYINGS
from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.channel_sayings import CHANNEL_SAYINGS
from netfin_incident.wording.clock_sayings import CLOCK_SAYINGS
from netfin_incident.wording.condition_sayings import CONDITION_SAYINGS
from netfin_incident.wording.escalation_sayings import ESCALATION_SAYINGS
from netfin_incident.wording.field_sayings import FIELD_SAYINGS
from netfin_incident.wording.firm_sayings import FIRM_SAYINGS
from netfin_incident.wording.lint_sayings import LINT_SAYINGS
from netfin_incident.wording.notify_sayings import NOTIFY_SAYINGS
from netfin_incident.wording.playbook_sayings import PLAYBOOK_SAYINGS
from netfin_incident.wording.roster_name_sayings import ROSTER_LOOKUP_SAYINGS
from netfin_incident.wording.roster_sayings import ROSTER_SAYINGS
from netfin_incident.wording.service_sayings import ALLOWED_SAYINGS, SERVICE_SAYINGS
from netfin_incident.wording.setting_sayings import SETTING_FILE_SAYINGS
from netfin_incident.wording.severity_sayings import SEVERITY_SAYINGS
from netfin_incident.wording.step_sayings import STEP_SAYINGS
from netfin_incident.wording.template_sayings import TEMPLATE_SAYINGS
from netfin_incident.wording.warning_sayings import INDICATOR_SAYINGS
from netfin_incident.wording.yaml_sayings import YAML_SAYINGS

DEFINITIONS: Final[dict[str, Saying]] = {
    **YAML_SAYINGS,
    **FIELD_SAYINGS,
    **FORMATTING_SAYINGS,
    **PLAYBOOK_SAYINGS,
    **STEP_SAYINGS,
    **CONDITION_SAYINGS,
    **LINT_SAYINGS,
    **SERVICE_SAYINGS,
    **ALLOWED_SAYINGS,
    **SEVERITY_SAYINGS,
    **INDICATOR_SAYINGS,
    **ROSTER_SAYINGS,
    **ROSTER_LOOKUP_SAYINGS,
    **NOTIFY_SAYINGS,
    **CHANNEL_SAYINGS,
    **ESCALATION_SAYINGS,
    **CLOCK_SAYINGS,
    **FIRM_SAYINGS,
    **SETTING_FILE_SAYINGS,
    **TEMPLATE_SAYINGS,
}
