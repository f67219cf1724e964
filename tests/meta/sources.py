"""The project's own files, for the tests that read them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "netfin_incident"
_NOT_OURS = {"__pycache__", "dist"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file of the program."""

    path: Path
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """Where `node` is, as an editor can open it."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def sources() -> Iterator[Source]:
    """Every Python file of the program."""
    for path in sorted(SRC.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Source(path, text, ast.parse(text, str(path)))


def project_files() -> list[Path]:
    """Every file that belongs to the project: tracked, or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        found = [ROOT / name for name in names if name]
    else:  # an unpacked archive has no repository
        found = [path for path in ROOT.rglob("*") if not _is_left_out(path)]
    return [path for path in found if path.is_file()]


def _is_left_out(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(part in _NOT_OURS or (part.startswith(".") and part != ".ci") for part in parts)


def called_name(call: ast.Call) -> str:
    """The last part of what is called: `notify` for `self.app.notify(...)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def dotted_name(node: ast.expr) -> str:
    """`jinja2.Template` for that expression; empty for anything that is not a dotted name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            before = dotted_name(value)
            return f"{before}.{name}" if before else ""
        case _:
            return ""
