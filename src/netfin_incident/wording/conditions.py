"""Conditions as sentences, and why one holds, fails or is open; variables go by their names."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from netfin_incident.domain.expression import (
    Expression,
    Reserved,
    Value,
    evaluate,
    missing,
    value_of,
)
from netfin_incident.domain.expression.nodes import (
    FLIPPED,
    NEGATED,
    And,
    Compare,
    IsSet,
    Items,
    Literal,
    Member,
    Name,
    Not,
    Or,
    Total,
    literals_in,
    names_in,
)
from netfin_incident.domain.playbook import Variable, VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.wording import condition_words as words
from netfin_incident.wording.language import filled, joined

Variables = Mapping[str, Variable]

_AND: Final = Text(", and ", "，且")
_OR: Final = Text(", or ", "，或")
_OR_VALUE: Final = Text(" or ", "或")
_COMMA: Final = Text(", ", "、")
_IN_BRACKETS: Final = Text("({})", "（{}）")
_ALWAYS: Final = Text("always", "任何情况下")
_NEVER: Final = Text("never", "任何情况下都不")
_FLAG: Final = Text("{}: {}", "{}：{}")
_WHETHER: Final = Text("whether {}", "是否{}")
_KNOWN: Final = Text("{} is known", "{}已知")
_NOT_KNOWN: Final = Text("{} is not known", "{}未知")
_INCLUDES: Final = Text("{} includes {}", "{}包含{}")
_LACKS: Final = Text("{} does not include {}", "{}不包含{}")
_ONE_OF: Final = Text("{} is {}", "{}为{}")
_NONE_OF: Final = Text("{} is none of {}", "{}不是{}中的任何一个")
_ADDED: Final = {"+": Text(" plus ", "加"), "-": Text(" minus ", "减")}

_APPLIES: Final = Text("applies because {}", "适用，因为{}")
_APPLIES_NOT: Final = Text("does not apply because {}", "不适用，因为{}")
_APPLIES_ALWAYS: Final = Text("applies always", "始终适用")
_APPLIES_NEVER: Final = Text("never applies", "始终不适用")
_OPEN: Final = Text("not known yet: {}", "尚不清楚：{}")
_NOW: Final = Text("{} (now: {})", "{}（目前：{}）")
_NAMED: Final = Text("{} {}", "{}{}")


def condition(expression: Expression, variables: Variables) -> Text:
    """The condition as a sentence that can follow "because" or "when"."""
    return _Writer(variables).sentence(expression)


def because(expression: Expression, variables: Variables, values: Mapping[str, Value]) -> Text:
    """Why the condition holds or does not, from what decided it; or what is not known yet."""
    writer = _Writer(variables)
    holds = evaluate(expression, values)
    if holds is None:
        names = [writer.name(name) for name in missing(expression, values)]
        return filled(
            _OPEN,
            joined(_COMMA, names) if names else filled(_WHETHER, writer.sentence(expression)),
        )
    deciding = dict.fromkeys(_deciding(expression, values, wanted=holds))
    facts = [writer.fact(leaf, values, wanted=wanted) for leaf, wanted in deciding]
    if not names_in(expression):
        return _APPLIES_ALWAYS if holds else _APPLIES_NEVER
    return filled(_APPLIES if holds else _APPLIES_NOT, joined(_AND, facts))


def said_value(variable: Variable, canonical: str) -> Text:
    """The value of a variable, as words; as it is kept where it is not one of that kind."""
    value = value_of(variable, canonical)
    if value is None:
        return Text(canonical, canonical)
    return words.value_said(value, variable, percent=canonical.endswith("%"))


def _deciding(
    node: Expression, values: Mapping[str, Value], *, wanted: bool
) -> Iterator[tuple[Expression, bool]]:
    """The parts by which `node` comes to `wanted`, each with what it comes to itself."""
    match node:
        case Not(operand):
            yield from _deciding(operand, values, wanted=not wanted)
        case And(parts) | Or(parts):
            for part in parts:
                if evaluate(part, values) is wanted:
                    yield from _deciding(part, values, wanted=wanted)
        case _:
            yield node, wanted


class _Writer:
    """Writes conditions over one set of variables."""

    def __init__(self, variables: Variables) -> None:
        self.variables = variables

    def sentence(self, node: Expression, *, wanted: bool = True) -> Text:
        """That `node` comes to `wanted`."""
        match node:
            case Not(operand):
                return self.sentence(operand, wanted=not wanted)
            case And(parts) | Or(parts):
                joint = _joint(node, wanted=wanted)
                said = (self.part(part, joint, wanted=wanted) for part in parts)
                return joined(joint or _AND, said)
            case Compare(operator, left, right):
                return self.comparison(operator if wanted else NEGATED[operator], left, right)
            case Member(item, group, negated):
                return self.membership(item, group, within=wanted is not negated)
            case IsSet(name, negated):
                known = wanted is not negated
                return filled(_KNOWN if known else _NOT_KNOWN, self.name(name.id))
            case Literal(bool(value)):
                return _ALWAYS if value is wanted else _NEVER
            case _:
                return filled(_FLAG, self.term(node), words.YES if wanted else words.NO)

    def part(self, node: Expression, around: Text | None, *, wanted: bool) -> Text:
        """A part of a row, in brackets where it is a row of the other sort."""
        said = self.sentence(node, wanted=wanted)
        joint = _joint(node, wanted=wanted)
        return said if joint in (None, around) else filled(_IN_BRACKETS, said)

    def fact(self, leaf: Expression, values: Mapping[str, Value], *, wanted: bool) -> Text:
        """That a part without `and` and `or` came to `wanted`, with the values that made it so."""
        said = self.sentence(leaf, wanted=wanted)
        if _is_evident(leaf, wanted=wanted):
            return said
        percent = any(literal.percent for literal in literals_in(leaf))
        known = [name for name in names_in(leaf) if name in values]
        now = [
            words.quoted(values[name], self.variables.get(name), percent=percent) for name in known
        ]
        if len(known) > 1:
            pairs = zip(known, now, strict=True)
            now = [filled(_NAMED, self.name(name), value) for name, value in pairs]
        return filled(_NOW, said, joined(_COMMA, now)) if now else said

    def name(self, name: str) -> Text:
        return words.name_said(name, self.variables.get(name))

    def term(self, node: Expression, beside: Expression | None = None) -> Text:
        """A value of a comparison; a word is named after the choices of what stands `beside` it."""
        match node:
            case Literal(value, _, percent):
                variable = self.variables.get(beside.id) if isinstance(beside, Name) else None
                return words.quoted(value, variable, percent=percent)
            case Name(name):
                return self.name(name)
            case Total(first, rest):
                said = self.term(first)
                for sign, term in rest:
                    said = joined(_ADDED[sign], (said, self.term(term)))
                return said
            case _:
                return filled(_WHETHER, filled(_IN_BRACKETS, self.sentence(node)))

    def comparison(self, operator: str, left: Expression, right: Expression) -> Text:
        if isinstance(left, Literal) and not isinstance(right, Literal):
            left, right, operator = right, left, FLIPPED[operator]
        match right:
            case Literal(bool(value)) if operator in ("==", "!="):
                return self.sentence(left, wanted=value is (operator == "=="))
            case Literal(Mode() as mode) if operator in ("==", "!="):
                return words.MODE_WORDS[mode, operator]
        template = self.templates(left, right)[operator]
        return filled(template, self.term(left, right), self.term(right, left))

    def templates(self, left: Expression, right: Expression) -> Mapping[str, Text]:
        """The words for comparing these two."""
        found: Mapping[str, Text] = words.AMOUNT_WORDS
        if self.is_duration(left) or self.is_duration(right):
            found = words.DURATION_WORDS
        if _is_level(left):
            found = words.LEVEL_WORDS
        elif _is_severity(left) or _is_severity(right):
            found = words.SEVERITY_WORDS
        return found if isinstance(right, Literal) else {**found, **words.SAME_WORDS}

    def is_duration(self, node: Expression) -> bool:
        match node:
            case Literal(timedelta()):
                return True
            case Name(name):
                variable = self.variables.get(name)
                return variable is not None and variable.kind is VariableKind.DURATION
            case Total(first):
                return self.is_duration(first)
            case _:
                return False

    def membership(self, item: Expression, group: Items | Name, *, within: bool) -> Text:
        if isinstance(group, Name):
            template = _INCLUDES if within else _LACKS
            return filled(template, self.name(group.id), self.term(item))
        if len(group.items) == 1:
            return self.comparison("==" if within else "!=", item, group.items[0])
        said = [self.term(one, item) for one in group.items]
        if not within:
            return filled(_NONE_OF, self.term(item), joined(_COMMA, said))
        row = joined(_OR_VALUE, (joined(_COMMA, said[:-1]), said[-1]))
        return filled(_ONE_OF, self.term(item), row)


def _joint(node: Expression, *, wanted: bool) -> Text | None:
    """What joins the parts of `node` where it comes to `wanted`; None where it has no such parts."""
    match node:
        case Not(operand):
            return _joint(operand, wanted=not wanted)
        case And():
            return _AND if wanted else _OR
        case Or():
            return _OR if wanted else _AND
        case _:
            return None


def _is_evident(leaf: Expression, *, wanted: bool) -> bool:
    """Whether the sentence itself tells what the value is."""
    match leaf:
        case Compare(operator, left, right):
            written = [side.value for side in (left, right) if isinstance(side, Literal)]
            equal = operator == ("==" if wanted else "!=")
            return any(equal or isinstance(value, bool | Mode) for value in written)
        case Member(_, Items()):
            return False
        case _:
            return True


def _is_level(node: Expression) -> bool:
    return isinstance(node, Name) and node.id == Reserved.LEVEL


def _is_severity(node: Expression) -> bool:
    match node:
        case Name(name):
            return name == Reserved.SEVERITY
        case Literal(value):
            return isinstance(value, Severity)
        case _:
            return False
