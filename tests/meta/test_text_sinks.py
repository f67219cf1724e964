"""No text that a person typed may reach a place that would act on it."""

import ast
from collections.abc import Iterator

import pytest

from meta.sources import SRC, Source, called_name, dotted_name, sources

WIDGETS = {"Static", "Label"}
SAFE = {"Content", "Text"}
"""Text that was built, not parsed: textual.content.Content and rich.text.Text."""
PARSING = {"from_markup", "from_text"}
FORBIDDEN = {
    "jinja2.Template": "templates are rendered by templating/, in its sandbox",
    "yaml.load": "definitions are read by library/, strictly",
    "yaml.load_all": "definitions are read by library/, strictly",
    "yaml.full_load": "definitions are read by library/, strictly",
    "yaml.unsafe_load": "definitions are read by library/, strictly",
    "os.system": "no text goes to a shell",
    "os.popen": "no text goes to a shell",
    "subprocess.getoutput": "no text goes to a shell",
    "subprocess.getstatusoutput": "no text goes to a shell",
    "eval": "no text is run",
    "exec": "no text is run",
    "pickle.load": "no stored object is run",
    "pickle.loads": "no stored object is run",
}
MAY_PRINT = {SRC / "cli" / "output.py"}


def is_literal(node: ast.expr | None) -> bool:
    """Whether the program itself wrote the whole text."""
    match node:
        case None | ast.Constant():
            return True
        case ast.BinOp(left=left, right=right):
            return is_literal(left) and is_literal(right)
        case ast.JoinedStr(values=parts):
            return all(isinstance(part, ast.Constant) for part in parts)
        case _:
            return False


def is_built(node: ast.expr | None) -> bool:
    """Whether the text is a `Content` or `Text`, made without parsing what it is given."""
    if not isinstance(node, ast.Call):
        return False
    parts = dotted_name(node.func).split(".")
    if parts[-1] in PARSING:
        return is_literal(node.args[0] if node.args else None)
    return bool(SAFE & set(parts))


def is_plain(call: ast.Call) -> bool:
    """Whether the call switches markup off."""
    return any(
        keyword.arg == "markup"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
        for keyword in call.keywords
    )


def shown(call: ast.Call) -> ast.expr | None:
    """The text that a widget or notification is given."""
    named = [k.value for k in call.keywords if k.arg in {"content", "message", "renderable"}]
    return named[0] if named else next(iter(call.args), None)


def widget_calls(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls that put text on the screen, `super().__init__` of a text widget among them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called_name(node) in {*WIDGETS, "notify"}:
            yield node
        if isinstance(node, ast.ClassDef) and WIDGETS & {dotted_name(b) for b in node.bases}:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__":
                    yield call


def parsed_as_markup(file: Source) -> list[str]:
    return [
        f"{file.at(call)} {ast.unparse(call)[:80]}"
        for call in widget_calls(file.tree)
        if not (is_literal(shown(call)) or is_built(shown(call)) or is_plain(call))
    ]


def full_names(file: Source) -> dict[str, str]:
    """What a bare name stands for: `from jinja2 import Template as T` makes T jinja2.Template."""
    names: dict[str, str] = {}
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
        if isinstance(node, ast.Import):
            names |= {a.asname: a.name for a in node.names if a.asname}
    return names


def forbidden_calls(file: Source) -> list[str]:
    names = full_names(file)
    found = []
    for call in ast.walk(file.tree):
        if not isinstance(call, ast.Call):
            continue
        head, dot, rest = dotted_name(call.func).partition(".")
        called = names.get(head, head) + dot + rest
        shell = [k for k in call.keywords if k.arg == "shell" and not is_false(k.value)]
        if called in FORBIDDEN:
            found.append(f"{file.at(call)} {called}: {FORBIDDEN[called]}")
        if shell:
            found.append(f"{file.at(call)} shell=: no text goes to a shell")
    return found


def is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def source(text: str) -> Source:
    return Source(SRC / "example.py", text, ast.parse(text))


def test_no_text_reaches_a_widget_as_markup() -> None:
    assert [line for file in sources() for line in parsed_as_markup(file)] == []


def test_nothing_is_run_or_parsed_that_a_person_typed() -> None:
    assert [line for file in sources() for line in forbidden_calls(file)] == []


def test_only_the_output_module_prints() -> None:
    printing = [
        file.at(call)
        for file in sources()
        if file.path not in MAY_PRINT
        for call in ast.walk(file.tree)
        if isinstance(call, ast.Call) and dotted_name(call.func) == "print"
    ]
    assert printing == []


@pytest.mark.parametrize(
    "text",
    [
        "Static(title)",
        "Label(f'[b]{title}[/b]')",
        "self.notify(str(error))",
        "self.app.notify(message=title)",
        "Static(title, markup=True)",
        "Static('a' + title)",
        "Static(Content.from_markup(title))",
        "widgets.Static(title)",
        "class Header(Static):\n def __init__(self, title):\n  super().__init__(title)",
    ],
)
def test_text_that_would_be_parsed_is_found(text: str) -> None:
    assert len(parsed_as_markup(source(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Static()",
        "Static('Steps')",
        "Static(title, markup=False)",
        "Label(Content(title))",
        "Label(Content.assemble(title))",
        "Static(Text(title, no_wrap=True))",
        "self.notify(title, markup=False)",
    ],
)
def test_text_that_is_shown_as_it_is_passes(text: str) -> None:
    assert parsed_as_markup(source(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "import jinja2\njinja2.Template(x)",
        "from jinja2 import Template\nTemplate(x)",
        "import yaml as y\ny.load(x)",
        "import subprocess\nsubprocess.run(x, shell=True)",
        "from os import system as go\ngo(x)",
        "eval(x)",
        "exec(x)",
    ],
)
def test_a_forbidden_call_is_found(text: str) -> None:
    assert len(forbidden_calls(source(text))) == 1
