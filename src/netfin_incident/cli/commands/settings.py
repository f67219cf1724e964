"""The settings that hold, and where each came from."""

from collections.abc import Mapping
from dataclasses import fields

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.config import Sourced
from netfin_incident.config.values import config_places
from netfin_incident.wording import command_answers as said


def show(call: Call) -> None:
    """Print every setting, its value and its source."""
    config = call.session.config
    found: dict[str, Sourced[object]] = {
        one.name: getattr(config, one.name) for one in fields(config)
    }
    if call.wants_json:
        shown = {
            name: {"value": _plain(one.value), "source": one.source.said.en}
            for name, one in found.items()
        }
        call.output.json(shown)
        return
    rows = [
        (name, _said(one.value) or "–", call.say(one.source.said)) for name, one in found.items()
    ]
    for line in aligned(rows):
        call.output.data(line)


def path(call: Call) -> None:
    """Print which configuration file is read; where none is, the first place it would be looked for."""
    read = call.session.config.file.value
    if read is None:
        call.tell(said.NO_FILE_READ)
    shown = str(read or config_places()[0])
    if call.wants_json:
        call.output.json({"path": shown, "read": read is not None})
    else:
        call.output.data(shown)


def _plain(value: object) -> object:
    match value:
        case Mapping():
            return {str(key): str(held) for key, held in value.items()}
        case tuple():
            return [list(pair) for pair in value]
        case None:
            return None
        case _:
            return str(value)


def _said(value: object) -> str:
    match value:
        case Mapping():
            return ", ".join(f"{key} = {held}" for key, held in value.items())
        case tuple():
            return ", ".join(" / ".join(pair) for pair in value)
        case None:
            return ""
        case _:
            return str(value)
