"""Facts: the form of a step that asks for some, and the form for one of them alone.

How what was typed is understood is said at once, before it is saved.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from netfin_incident.domain.expression import read_value
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.conditions import known_texts
from netfin_incident.domain.playbook import Variable, VariableKind
from netfin_incident.domain.text import Text
from netfin_incident.errors import CommandRefused
from netfin_incident.tui.dialogs.fields import ChoiceField, Field, LineField, Option, ProseField
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.dialogs.steps import StepForm
from netfin_incident.tui.here import program
from netfin_incident.tui.words import Words
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.condition_words import NO, YES
from netfin_incident.wording.conditions import said_value

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_room import IncidentRoom
    from netfin_incident.tui.step_words import StepWords

_HINTS: Final[Mapping[VariableKind, Text]] = {
    VariableKind.NUMBER: f.HINT_NUMBER,
    VariableKind.PERCENT: f.HINT_PERCENT,
    VariableKind.MONEY: f.HINT_MONEY,
    VariableKind.DURATION: f.HINT_DURATION,
    VariableKind.LIST: f.HINT_LIST,
}
"""How to type a value of a kind."""


def answer_field(said: Words, variable: Variable, known: str, *, required: bool = False) -> Field:
    """The field for one fact, with what is known of it."""
    name = said(variable.name)
    match variable.kind:
        case VariableKind.FLAG | VariableKind.CHOICE:
            options = [Option(one, said(words)) for one, words in _answers(variable)]
            open_one = Option("", said(s.NOT_KNOWN))
            options = [*options, open_one] if known else [open_one, *options]
            field: Field = ChoiceField(variable.id, name, options, known, required=required)
        case VariableKind.LIST:
            field = ProseField(variable.id, name, known, required=required, enter_breaks=True)
        case kind:
            hint = said(_HINTS[kind]) if kind in _HINTS else ""
            field = LineField(variable.id, name, known, required=required, hint=hint)
    field.add_class("asked")
    return field


def _answers(variable: Variable) -> Iterator[tuple[str, Text]]:
    if variable.kind is VariableKind.FLAG:
        yield from (("true", YES), ("false", NO))
    for choice in variable.choices:
        yield choice.id, choice.name


def understood(said: Words, variable: Variable, typed: str) -> str:
    """The question, how to answer it, and how what was typed is read."""
    parts = [said(variable.question)] if variable.question else []
    if typed.strip():
        try:
            value = said(said_value(variable, read_value(variable, typed)))
            parts.append(said(f.READ_AS, value=value))
        except CommandRefused as refused:
            parts.append(said.explain(refused).what)
    elif variable.kind in _HINTS:
        parts.append(said(_HINTS[variable.kind]))
    return "\n".join(parts)


class AskForm(StepForm):
    """Every fact that the step asks for; what is known by now is saved, the rest stays asked."""

    DRAFT = "ask"
    HEADING = f.ASK
    WALKS = True

    @property
    def asked(self) -> list[Variable]:
        """The variables."""
        known = self.words.variables
        return [known[name] for name in self.step.ask if name in known]

    def lines(self, words: "StepWords") -> Iterator[str]:
        """What becomes of a form that is filled in half."""
        if len(self.step.ask) > 1:
            yield words.said(f.ASK_PARTLY)
        yield from super().lines(words)

    def fields(self) -> list[Field]:
        """One for each."""
        said, texts = program(self).words, self.words.texts
        return [answer_field(said, one, texts.get(one.id, "")) for one in self.asked]

    def lacking(self, values: Values) -> str:
        """Something must be answered."""
        said, texts = program(self).words, self.words.texts
        open_ones = [one for one in self.asked if not values[one.id].strip()]
        is_new = any(values[one.id] != texts.get(one.id, "") for one in self.asked)
        if not open_ones or is_new:
            return ""
        self.field(open_ones[0].id).editor.focus()
        return said(d.MISSING, field=said(open_ones[0].name))

    def changed(self) -> None:
        """Say how the answer at hand is understood."""
        field = self._current
        variable = next(one for one in self.asked if one.id == field.key)
        self.echo(understood(program(self).words, variable, field.value), "dim")

    def on_descendant_focus(self) -> None:
        """Another question is at hand."""
        if self.is_mounted:
            self.changed()

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is answered, or as much of it as is known."""
        if all(value.strip() for value in values.values()):
            return [c.CompleteStep(*self.which, answers=tuple(values.items()))]
        texts, playbook = self.words.texts, self.view.playbook
        return [
            c.SetVariable(name, value, playbook)
            for name, value in values.items()
            if value != texts.get(name, "")
        ]


class AnswerForm(IncidentForm):
    """One fact: said for the first time, changed, or not known any more."""

    DRAFT = "answer"

    def __init__(self, place: "IncidentRoom", playbook: str, variable: Variable) -> None:
        """About a variable, as `playbook` declares it."""
        super().__init__(place)
        self.playbook, self.variable = playbook, variable
        run = place.shown.incident.runs[playbook]
        self._known = known_texts(place.shown.incident, run).get(variable.id, "")

    def heading(self) -> str:
        """Which fact."""
        said = program(self).words
        return said(f.ANSWER, name=said(self.variable.name))

    def about(self) -> str:
        """Drafts belong to the fact."""
        return f"{super().about()}-{self.variable.id}"

    def key_line(self) -> str:
        """A list has lines."""
        is_list = self.variable.kind is VariableKind.LIST
        return program(self).words(d.LONG_KEYS) if is_list else super().key_line()

    def fields(self) -> list[Field]:
        """The answer; an empty one takes back what was known."""
        said = program(self).words
        return [answer_field(said, self.variable, self._known, required=not self._known)]

    def changed(self) -> None:
        """Say how it is understood."""
        typed = self.field(self.variable.id).value
        said = understood(program(self).words, self.variable, typed)
        forgets = self._known and not typed.strip()
        self.echo(program(self).words(f.FORGETS) if forgets else said, "dim")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The fact."""
        return [c.SetVariable(self.variable.id, values[self.variable.id], self.playbook)]
