"""Reading the phases of a playbook and the steps in them, from fields to the domain's values."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from netfin_incident.domain.playbook import (
    DueBySeverity,
    EvidenceNeed,
    FlagBySeverity,
    Option,
    Phase,
    Step,
    Verb,
)
from netfin_incident.domain.text import MAX_TEXT, Text
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.library.by_severity import due_by_severity, flag, flag_by_severity
from netfin_incident.library.fields import (
    Field,
    bilingual,
    choice,
    entries,
    filled,
    folded,
    identifier,
    items,
    mapping,
)
from netfin_incident.wording.labels import label

EVIDENCE_KINDS: Final = ("screenshot", "log", "file", "text", "link", "approval", "transcript")

_VERBS: Final = tuple(verb.value for verb in Verb)
_LATER_VERBS: Final = (
    "ask", "approve", "notify", "report", "wait", "parallel", "repeat", "call",
)  # fmt: skip
_LATER_FIELDS: Final = (
    "when", "checks", "command", "escalate", "remind", "sets", "links", "drill", "suggest",
    "on_fail", "effort", "warning", "template", "revisit_after", "reversible",
)  # fmt: skip
_COMMON: Final = ("id", "role", "due", "needs", "required", "evidence", "body")
_OF_VERB: Final[Mapping[str, tuple[str, ...]]] = {
    Verb.DECIDE: ("options", "rationale"),
    Verb.MILESTONE: ("name",),
}
_ANY: Final = (*_VERBS, *_COMMON, "options", "rationale", "name", *_LATER_FIELDS)
_ORDERS: Final = ("advisory", "strict")
_RATIONALE: Final = ("required", "optional")
_MILESTONES: Final = tuple(milestone.value for milestone in Milestone)
_FEWEST_OPTIONS: Final = 2
_NO_TEXT: Final = Text("", "")


def read_phases(phases: Field) -> tuple[tuple[Phase, ...], tuple[Step, ...]]:
    """All phases, and all their steps in the order they are shown."""
    found: list[Phase] = []
    steps: list[Step] = []
    for item in filled(phases):
        given = mapping(
            item, allowed=("id", "name", "steps", "order"), needed=("id", "name", "steps")
        )
        phase_id = _read_id(given, "phase")
        strict = _read_word(given, "order", _ORDERS) == "strict"
        families = [_read_step(step, phase_id, None) for step in _listed(given, "steps")]
        if strict:
            families = _one_after_another(families)
        here = [step for members in families for step in members]
        found.append(Phase(phase_id, _read_text(given, "name"), tuple(step.id for step in here)))
        steps += here
    return tuple(found), tuple(steps)


def _read_step(item: Field, phase: str, under: tuple[str, str] | None) -> list[Step]:
    """The step, followed by those nested under its options."""
    raw = entries(item)
    verb = _read_verb(item, raw)
    if verb is None:
        return [Step(_read_id(raw, "step"), Verb.NOTE, _NO_TEXT, phase, under=under)]
    own = _OF_VERB.get(verb, ())
    needed = ("id", "options") if verb is Verb.DECIDE else ("id",)
    given = mapping(item, allowed=(verb, *_COMMON, *own), needed=needed, later=_LATER_FIELDS)
    step_id = _read_id(given, "step")
    options, nested = _read_options(given, phase, step_id)
    step = Step(
        id=step_id,
        verb=verb,
        title=_read_title(given, verb),
        phase=phase,
        role=_read_role(given, step_id),
        due=due_by_severity(given["due"]) if "due" in given else DueBySeverity(),
        needs=_read_needs(given, step_id),
        required=flag_by_severity(given["required"]) if "required" in given else FlagBySeverity(),
        evidence=_read_evidence(given),
        body=bilingual(given["body"], longest=MAX_TEXT) if "body" in given else None,
        options=options,
        rationale_required=_read_word(given, "rationale", _RATIONALE) == _RATIONALE[0],
        milestone=_read_word(given, verb, _MILESTONES) if verb is Verb.MILESTONE else "",
        under=under,
    )
    return [step, *nested]


def _read_verb(item: Field, given: Mapping[str, Field]) -> Verb | None:
    """The verb that says what kind of step it is; None once its absence is reported."""
    verbs = [key for key in given if key in _VERBS]
    later = [key for key in given if key in _LATER_VERBS]
    if later:
        item.reading.refuse("verb-later", given[later[0]].key_place, verb=later[0])
    elif len(verbs) > 1:
        item.reading.refuse("verb-twice", given[verbs[1]].key_place, verbs=tuple(verbs))
    elif verbs:
        return Verb(verbs[0])
    elif all(key in _ANY for key in given):
        item.refuse("verb-missing", verbs=_VERBS)
    else:
        mapping(item, allowed=_ANY)
    return None


def _read_title(given: Mapping[str, Field], verb: Verb) -> Text:
    if verb is not Verb.MILESTONE:
        return bilingual(given[verb])
    if "name" in given:
        return bilingual(given["name"])
    reached = given[verb].value
    return label(Milestone(reached)) if reached in tuple(Milestone) else _NO_TEXT


def _read_word(given: Mapping[str, Field], key: str, words: tuple[str, ...]) -> str:
    return choice(given[key], words) if key in given else ""


def _read_role(given: Mapping[str, Field], step_id: str) -> str:
    if "role" not in given:
        return ""
    given["role"].mark("role of", step_id)
    return identifier(given["role"])


def _read_needs(given: Mapping[str, Field], step_id: str) -> tuple[str, ...]:
    if "needs" not in given:
        return ()
    needs = []
    for item in items(given["needs"]):
        need = identifier(item)
        item.mark("need", step_id, need)
        needs.append(need)
    return tuple(dict.fromkeys(needs))


def _read_options(
    given: Mapping[str, Field], phase: str, decision: str
) -> tuple[tuple[Option, ...], list[Step]]:
    if "options" not in given:
        return (), []
    options: list[Option] = []
    nested: list[Step] = []
    for item in items(given["options"]):
        fields = mapping(item, allowed=("id", "name", "steps"), needed=("id", "name"))
        option = _read_id(fields, "option", decision)
        steps = [
            step
            for inner in _listed(fields, "steps")
            for step in _read_step(inner, phase, (decision, option))
        ]
        direct = tuple(step.id for step in steps if step.under == (decision, option))
        options.append(Option(option, _read_text(fields, "name"), direct))
        nested += steps
    if len(options) < _FEWEST_OPTIONS and isinstance(given["options"].value, list):
        given["options"].refuse("options-too-few", fewest=_FEWEST_OPTIONS)
    return tuple(options), nested


def _read_evidence(given: Mapping[str, Field]) -> tuple[EvidenceNeed, ...]:
    if "evidence" not in given:
        return ()
    needs: list[EvidenceNeed] = []
    for item in items(given["evidence"]):
        fields = mapping(item, allowed=("id", "kind", "required"), needed=("id", "kind"))
        evidence = _read_id(fields, "evidence", str(item.route[:-1]))
        kind = _read_word(fields, "kind", EVIDENCE_KINDS)
        required = flag(fields["required"]) if "required" in fields else False
        needs.append(EvidenceNeed(evidence, kind, required))
    return tuple(needs)


def _read_id(given: Mapping[str, Field], *scope: str) -> str:
    """An id that nothing else in its scope may have, not even with other capitals."""
    if "id" not in given:
        return ""
    field = given["id"]
    found = identifier(field)
    mark = (*scope, folded(found))
    if found and mark in field.reading.marks:
        field.refuse("id-twice", given=found, first=field.reading.marks[mark].line)
    field.mark(*mark)
    return found


def _read_text(given: Mapping[str, Field], key: str) -> Text:
    return bilingual(given[key]) if key in given else _NO_TEXT


def _listed(given: Mapping[str, Field], key: str) -> list[Field]:
    return filled(given[key]) if key in given else []


def _one_after_another(families: list[list[Step]]) -> list[list[Step]]:
    """Each step made to wait for those before it: all of them, or those under its own option."""
    chained: list[list[Step]] = []
    before: list[str] = []
    for family in families:
        siblings: dict[tuple[str, str], list[str]] = {}
        chain: list[Step] = []
        for step in family:
            awaited = before if step.under is None else siblings.setdefault(step.under, [])
            chain.append(replace(step, needs=tuple(dict.fromkeys((*step.needs, *awaited)))))
            if step.under is not None:
                siblings[step.under] = [step.id]
        before = [step.id for step in family]
        chained.append(chain)
    return chained
