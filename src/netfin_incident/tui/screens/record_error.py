"""In place of everything: what is wrong with the record, why, and what to do."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center
from textual.widgets import Static

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import Scope, bindings
from netfin_incident.tui.screens.shell import Shell
from netfin_incident.wording import screens as w


class RecordErrorScreen(Shell):
    """A full screen, because nothing on the others could be trusted."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.NOTICE,)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NOTICE)]

    def __init__(self, error: NetfinError) -> None:
        """Say what `error` says."""
        super().__init__()
        self.error = error

    def compose_body(self) -> ComposeResult:
        """What, why, and what to do."""
        said = program(self).words
        told = said.explain(self.error)
        with Center(id="notice"):
            yield Static(
                text.styled(
                    (said(w.RECORD_TITLE), "bold reverse"), f"  {told.code}\n\n",
                    (told.what, "bold"), f"\n{told.why}\n\n{told.hint}\n\n",
                    (said(w.RECORD_KEYS), "bold"),
                ),
                markup=False,
            )  # fmt: skip

    def do_reload(self) -> None:
        """Try once more: open the database, or read it again."""
        here = program(self)
        self.dismiss()
        if here.sync is None:
            here.begin()
        else:
            here.run_worker(here.look_now(), group="reading", exclusive=False)

    def do_home(self) -> None:
        """Back to the list: what cannot be read may be one incident."""
        here = program(self)
        if here.sync is None:
            self.do_reload()
        else:
            here.go_home()

    def do_stop(self) -> None:
        """Leave the program; there is nothing to go back to."""
        program(self).leave(self.error.exit_code)
