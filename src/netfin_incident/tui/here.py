"""From any screen or widget to the program it belongs to, typed."""

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from netfin_incident.tui.program import NetfinApp
    from netfin_incident.tui.screens.shell import Shell


def program(node: DOMNode) -> "NetfinApp":
    """The running program."""
    return cast("NetfinApp", node.app)


def shell(node: DOMNode) -> "Shell":
    """The full screen that `node` is on."""
    return cast("Shell", node.screen)
