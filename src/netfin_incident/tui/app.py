"""Starting the terminal, and what its end means to the shell that started it."""

import os
import sys
from collections.abc import Callable

from netfin_incident.bootstrap import Acting, Session
from netfin_incident.domain.text import Text
from netfin_incident.wording import screens as w
from netfin_incident.wording.language import say

Demo = Callable[[], tuple[Session, Text]]
"""Makes a session on a scratch database with an outage in flight, and a card that says what to try."""


def run(
    session: Session,
    card: Text | None = None,
    *,
    acting: Acting | None = None,
    demo: Demo | None = None,
) -> int:
    """Run the terminal on `session`; the exit code.

    `card` is shown over the first list; `demo` is what a first start offers to try.
    """
    if not has_terminal():
        sys.stderr.write(say(w.NO_TERMINAL, session.language))
        return 2
    if os.environ.get("NO_COLOR") == "":  # set but empty means colour (no-color.org)
        del os.environ["NO_COLOR"]
    from netfin_incident.tui.pasting import take_pastes_whole
    from netfin_incident.tui.program import NetfinApp
    from netfin_incident.tui.vigil import WINDOW

    take_pastes_whole()
    app = NetfinApp(
        session,
        card=card,
        acting=acting,
        offers_demo=demo is not None,
        watch=lambda: session.watch(WINDOW),
    )
    app.run()
    if app.has_crashed:
        where = str(app.trace) if app.trace else say(w.NO_TRACE, session.language)
        sys.stderr.write(say(w.FAULT, session.language).format(path=where))
    elif app.wants_demo and demo is not None:
        session, card = demo()
        return run(session, card, acting=acting)
    return app.return_code or 0


def has_terminal() -> bool:
    """Whether there is a terminal to draw on and to read keys from."""
    ends = (sys.stdin, sys.stdout, sys.stderr)
    return all(end.isatty() for end in ends) and (os.environ.get("TERM") or "dumb") != "dumb"
