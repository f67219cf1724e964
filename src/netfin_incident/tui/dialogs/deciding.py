"""Steps that take a choice: a decision, an approval, another round."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import AGAIN, ENOUGH
from netfin_incident.tui.acts.probes import cannot_approve
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.steps import StepForm, alone
from netfin_incident.tui.here import program
from netfin_incident.tui.kind_told import approval_told, option_told, rounds_told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s

if TYPE_CHECKING:
    from netfin_incident.domain.playbook import Option as Branch
    from netfin_incident.tui.step_words import StepWords

APPROVE: Final = "approve"
REFUSE: Final = "refuse"


class DecideForm(StepForm):
    """One of the step's options, and why; only what the playbook suggests is chosen beforehand."""

    DRAFT = "decide"
    HEADING = d.DECIDE

    def fields(self) -> list[Field]:
        """Option, rationale, objections."""
        options = [self._choice(one) for one in self.step.options]
        return [
            self.choice("option", options, self.view.suggested, rows=8, required=True),
            self.prose("rationale", rows=3, required=self.step.rationale_required),
            self.line("objections"),
        ]

    def changed(self) -> None:
        """Say why the option is suggested, cannot be chosen, or is not clear yet."""
        chosen = self.field("option").value
        told = [option_told(self.words, one) for one in self.step.options if one.id == chosen]
        self.echo("".join(told), "dim" if chosen in self.view.unavailable else "bold")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is decided."""
        decided = c.CompleteStep(
            *self.which, note=values["rationale"], option=values["option"],
            objections=values["objections"],
        )  # fmt: skip
        return [decided]

    def _choice(self, option: "Branch") -> Option:
        said = program(self).words
        name = said(option.name)
        if option.id in self.view.unavailable:
            return Option(option.id, said(f.OPTION_UNAVAILABLE, option=name), "dim")
        if self.words.missing((option.when,)):
            return Option(option.id, said(f.OPTION_OPEN, option=name), "dim")
        if option.id == self.view.suggested:
            return Option(option.id, said(f.OPTION_SUGGESTED, option=name), "bold")
        return Option(option.id, name)


class ApproveForm(StepForm):
    """Approved, or refused with a reason; by somebody who may, or alone by break-glass."""

    DRAFT = "approve"
    HEADING = f.APPROVE

    def lines(self, words: "StepWords") -> Iterator[str]:
        """Who may, who has, who may not."""
        if self.step.approval is not None:
            yield from approval_told(words, self.step.approval)
        yield from super().lines(words)
        if self._is_alone:
            yield words.said(f.NOT_ENTITLED)

    def fields(self) -> list[Field]:
        """The answer; a note or a reason."""
        said = program(self).words
        answers = [Option(APPROVE, said(f.DO_APPROVE)), Option(REFUSE, said(f.DO_REFUSE))]
        fields: list[Field] = [
            self.choice("answer", answers),
            self.prose("note"),
            self.prose("reason", required=True),
        ]
        if self._is_alone:
            fields.append(self.line("break_glass", hint=said(d.HINT_BREAK_GLASS)))
        return fields

    def changed(self) -> None:
        """Show what belongs to the answer; a break-glass is said aloud."""
        approves = self.field("answer").value == APPROVE
        self.show_fields({"note": approves, "reason": not approves})
        is_alone = False
        if self._is_alone:
            self.show_fields({"break_glass": approves})
            is_alone = approves and bool(self.field("break_glass").value.strip())
        self.echo(program(self).words(d.BREAK_GLASS_RED) if is_alone else "", "bold reverse")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The approval, or that there is none."""
        step, playbook = self.which
        if values["answer"] == APPROVE:
            return [c.CompleteStep(step, playbook, note=values["note"])]
        return [c.FailStep(step, values["reason"], playbook)]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """Break-glass, where that was said."""
        return alone(values)

    @property
    def _is_alone(self) -> bool:
        """Whether only a break-glass would let this person approve."""
        return cannot_approve(self.incident, program(self).act(), self.view)


class RoundForm(StepForm):
    """Once more, or enough."""

    DRAFT = "round"
    HEADING = f.ROUND

    def lines(self, words: "StepWords") -> Iterator[str]:
        """How often it was, and what ends it."""
        if self.step.round is not None:
            yield from rounds_told(words, self.step.round)
        if self.view.asks:
            yield words.said(s.ASKS, names=words.listed(map(words.fact, self.view.asks)))

    def fields(self) -> list[Field]:
        """The answer, and a note on it."""
        said = program(self).words
        answers = [Option(AGAIN, said(f.AGAIN)), Option(ENOUGH, said(f.ENOUGH))]
        is_over = self.view.round_over
        return [self.choice("answer", answers, AGAIN if is_over else ENOUGH), self.prose("note")]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The next round, or the end of them."""
        return [c.CompleteStep(*self.which, note=values["note"], option=values["answer"])]
