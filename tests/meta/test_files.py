import ast
import io
import re
import tokenize
from collections.abc import Iterator

from meta.sources import ROOT, SRC, Source, project_files, sources

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MIGRATIONS = SRC / "store" / "migrations" / "versions"
"""Flat lists of statements, never edited after their release; ruff leaves them alone too."""
VAGUE = re.compile(r"(?:util|helper|manager|base|common|misc)s?", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
SOMEONES_MACHINE = re.compile(rb"(?<![\w.])/(?:work|root|home/\w+|opt/(?:wheels|pypi))/")


def functions(file: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def remarks(file: Source) -> Iterator[tuple[int, str]]:
    """The comments and docstrings of a file, with their lines."""
    for token in tokenize.generate_tokens(io.StringIO(file.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(file.tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield node.lineno, text


def test_no_file_is_long() -> None:
    long = {
        str(file.path.relative_to(ROOT)): count
        for file in sources()
        if (count := len(file.text.splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_function_is_long() -> None:
    long = {
        f"{file.at(function)} {function.name}": count
        for file in sources()
        if file.path.parent != MIGRATIONS
        for function in functions(file)
        if (count := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_file_and_folder_has_a_name_that_says_what_it_holds() -> None:
    vague = {
        part
        for path in project_files()
        for part in path.relative_to(ROOT).parts
        if VAGUE.fullmatch(part.partition(".")[0].strip("_"))
    }
    assert vague == set()


def test_nothing_is_left_to_be_done() -> None:
    left = [
        f"{file.path.relative_to(ROOT)}:{line} {text.strip()[:60]}"
        for file in sources()
        for line, text in remarks(file)
        if UNFINISHED.search(text)
    ]
    left += [
        file.at(node)
        for file in sources()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Name) and node.id == "NotImplementedError"
    ]
    assert left == []


def test_no_file_names_somebodys_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in project_files()
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if SOMEONES_MACHINE.search(line)
    ]
    assert found == []


def test_every_file_is_utf_8_and_ends_with_a_line_end() -> None:
    wrong = []
    for path in project_files():
        content = path.read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            wrong.append(f"{path.relative_to(ROOT)} is not UTF-8")
        if content and not content.endswith(b"\n"):
            wrong.append(f"{path.relative_to(ROOT)} does not end with a line end")
    assert wrong == []
