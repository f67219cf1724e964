"""Whether a command may run, for tests that ask for the reason too."""

from collections.abc import Iterable

from netfin_incident.domain.command_line import AllowedCommand, allowed_argv
from netfin_incident.errors import CommandRefused


def check_allowed(
    argv: tuple[str, ...], risk: str, allowed: Iterable[AllowedCommand]
) -> CommandRefused | None:
    """Why `argv` may not run as a command of this `risk`; None where it may."""
    try:
        allowed_argv(argv, risk, allowed)
    except CommandRefused as refused:
        return refused
    return None
