"""Customer data while it is typed: what will be masked is said at once, and one key keeps it."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netfin_incident.domain.customer_data import found
from netfin_incident.tui import text
from netfin_incident.tui.dialogs.dialog import Dialog, T
from netfin_incident.tui.dialogs.fields import Field
from netfin_incident.tui.here import program
from netfin_incident.wording.customer_data import WILL_BE_MASKED, WILL_STAY, masked_said


class MasksCustomerData(Dialog[T]):
    """A dialog whose texts are masked when they are saved, unless the person keeps them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "keep_raw", show=False, priority=True),
    ]

    def __init__(self) -> None:
        """Mask what is typed."""
        super().__init__()
        self.keep_raw = False
        """Whether customer data stays as typed, where it does not go out."""

    @property
    def values(self) -> Mapping[str, str]:
        """What the fields say."""
        raise LookupError

    def action_keep_raw(self) -> None:
        """Keep what is typed, or mask it after all; nothing where there is nothing to mask."""
        self.keep_raw = not self.keep_raw and self._say_masking(keep_raw=True)
        self._say_masking(keep_raw=self.keep_raw)

    @on(Field.Changed)
    def _typed_more(self) -> None:
        self._say_masking(keep_raw=self.keep_raw)

    def _say_masking(self, *, keep_raw: bool) -> bool:
        """Say what will be masked or kept; whether there is anything."""
        here = program(self)
        counts = Counter(one.kind for value in self.values.values() for one in found(value))
        words = WILL_STAY if keep_raw else WILL_BE_MASKED
        said = here.words(words, what=masked_said(counts, here.words.language)) if counts else ""
        line = self.query_one("#masking", Static)
        line.update(text.styled((said, "bold")))
        line.display = bool(said)
        return bool(counts)
