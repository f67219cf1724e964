"""The Jinja2 environment of this program: sandboxed, strict, fed plain data only.

Every value printed is made literal Markdown, so nothing that was typed can become markup; a
template's own text is markup.  Undefined names are errors, never blanks.  A template may loop,
choose, join and call its own macros; it can call nothing else, multiply nothing, load no file and
write no more than `MAX_OUTPUT` characters.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from jinja2 import DictLoader, StrictUndefined, TemplateError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from netfin_incident.templating.markdown import literal

MAX_OUTPUT: Final = 5_000_000
"""Longest report, in characters."""

_NAME: Final = "template"
_FILTERS: Final = ("default", "join", "length")
_LOOP: Final = ("first", "index", "last", "length")
_FAULTS: Final = (
    TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError,
    SyntaxError, TypeError, ValueError,
)  # fmt: skip
_BLANK_LINES: Final = re.compile(r"\n{3,}")


class TemplateFault(Exception):
    """A template that cannot be used."""

    def __init__(self, problem: str, line: int, *, too_long: bool = False) -> None:
        """Name the `problem` and the template's `line`; 0 where it cannot be told."""
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.too_long = too_long


def rendered(source: str, data: Mapping[str, object]) -> str:
    """What the template `source` makes of `data`, without empty lines in a row.

    Raises:
        TemplateFault: the template is wrong, asks for what is not offered, or writes too much.
    """
    written: list[str] = []
    length = 0
    try:
        for piece in _Sandbox(source).get_template(_NAME).generate(data):
            length += len(piece)
            if length > MAX_OUTPUT:
                raise TemplateFault("too long", 0, too_long=True)
            written.append(piece)
    except _FAULTS as fault:
        line = getattr(fault, "lineno", None) or _line_of(fault)
        raise TemplateFault(str(fault) or type(fault).__name__, line) from fault
    return _BLANK_LINES.sub("\n\n", "".join(written)).strip("\n") + "\n"


class _Sandbox(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, source: str) -> None:
        super().__init__(
            loader=DictLoader({_NAME: source}), undefined=StrictUndefined, autoescape=True,
            finalize=_finalize, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        )  # fmt: skip
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        del value
        return isinstance(obj, LoopContext) and attr in _LOOP

    def is_safe_callable(self, obj: object) -> bool:
        if not isinstance(obj, Macro):
            message = "only a macro of the template can be called"
            raise SecurityError(message)
        return True

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> NoReturn:
        del context, left, right
        message = f"the operator {operator} is not offered"
        raise SecurityError(message)


def _finalize(value: object) -> object:
    return value if isinstance(value, Markup | Undefined) else literal(value)


def _line_of(fault: BaseException) -> int:
    """The template line at which rendering stopped; 0 where it cannot be told."""
    line = 0
    trace = fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
