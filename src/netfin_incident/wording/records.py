"""What the program says of a database or journal it cannot use (NF-3xxx, NF-4xxx)."""

from typing import Final

from netfin_incident.wording.catalogue import Saying
from netfin_incident.wording.database_sayings import DATABASE_SAYINGS
from netfin_incident.wording.journal_sayings import JOURNAL_SAYINGS
from netfin_incident.wording.opening_sayings import OPENING_SAYINGS

RECORDS: Final[dict[str, Saying]] = {
    **OPENING_SAYINGS,
    **DATABASE_SAYINGS,
    **JOURNAL_SAYINGS,
}
