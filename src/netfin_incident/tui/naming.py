"""Refusals as people read them on a screen: roles, steps, facts and persons by their names, not their ids."""

from typing import TYPE_CHECKING

from netfin_incident.domain.text import Text
from netfin_incident.errors import NetfinError
from netfin_incident.tui.here import program
from netfin_incident.wording.labels import role_label

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_panes import IncidentPanes

_PEOPLE = ("person", "holder", "to")
_ROLES = ("role", "roles", "held")
_STEPS = ("step", "steps", "waiting_for")
_FACTS = ("variable", "variables")
_OPTIONS = ("option", "options")


def named(error: NetfinError, place: "IncidentPanes") -> NetfinError:
    """The same error with the names that are known on `place`."""
    step = str(error.values.get("step", ""))
    values = {
        key: _option(value, step, place) if key in _OPTIONS else _named(key, value, place)
        for key, value in error.values.items()
    }
    return type(error)(error.slug, place=error.place, **values)


def _named(key: str, value: object, place: "IncidentPanes") -> object:
    if isinstance(value, tuple):
        return tuple(_named(key, one, place) for one in value)
    if type(value) is not str or not value:
        return value
    if key in _ROLES:
        return _role(value, place)
    if key in _STEPS:
        return _step(value, place)
    if key in _FACTS:
        known = place.shown.variables.get(value)
        return known[1].name if known else value
    return program(place).name_of(value) if key in _PEOPLE else value


def _role(role: str, place: "IncidentPanes") -> Text | str:
    name = next((view.name for view in place.shown.roles if view.id == role), None)
    return role_label(role, name)


def _option(value: object, step: str, place: "IncidentPanes") -> object:
    """An option of a step, or several of them."""
    if isinstance(value, tuple):
        return tuple(_option(one, step, place) for one in value)
    views = (view for view in place.shown.steps if view.step.id == step)
    names = {option.id: option.name for view in views for option in view.step.options}
    return names.get(value, value) if isinstance(value, str) else value


def _step(step: str, place: "IncidentPanes") -> Text | str:
    shown = place.shown
    for view in shown.steps:
        if view.step.id == step:
            number, title = shown.numbers[view.playbook, step], view.step.title
            return Text(f"{number} {title.en}", f"{number} {title.zh}")
    return step
