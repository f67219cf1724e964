"""What the prose parts of a written log are called when they become notes."""

from typing import Final

from netfin_incident.domain.text import Text

LOG_PARTS: Final = {
    "identified": Text("Identified", "发现"),
    "impact": Text("Impact", "影响"),
    "context": Text("Context", "经过"),
    "resolution": Text("Resolution", "处置"),
    "review": Text("Review action", "整改措施"),
}
