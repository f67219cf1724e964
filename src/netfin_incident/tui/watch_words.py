"""What is said of watching on every screen: nothing where a watcher is there and all arrived."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netfin_incident.wording import screen_calling as w

if TYPE_CHECKING:
    from netfin_incident.tui.vigil import Seen
    from netfin_incident.tui.words import Words


def watch_said(seen: "Seen", said: "Words") -> Sequence[str]:
    """One line for each thing that must not be overlooked."""
    lines: list[str] = []
    if seen.is_own:
        lines.append(said(w.WINDOW_WATCHES))
    elif seen.is_needed and not seen.is_watched:
        other = said(w.OTHER_WINDOW_WATCHES, host=seen.window)
        lines.append(other if seen.window else said(w.NOBODY_WATCHES))
    if seen.dead:
        lines.append(said(w.DEAD_NOTICE if seen.dead == 1 else w.DEAD_NOTICES, count=seen.dead))
    return lines
