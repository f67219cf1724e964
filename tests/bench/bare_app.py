"""The least a Textual program can be: one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Shows a line and waits."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("everything is here")


if __name__ == "__main__":
    BareApp().run()
