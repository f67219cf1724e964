"""Sets the project up in `.venv` and runs it, or checks it.

    python3 dev.py run demo      set up, then run: netfin-incident demo
    python3 dev.py test          set up, then run every check and test
    python3 dev.py test -k text  further arguments go to pytest

Needs Python 3.11 or newer and nothing else.  Setting up happens once, and again when
`pyproject.toml` or `uv.lock` change.  This file must be readable by older Pythons too, so that they
can say what is missing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "netfin-set-up"
UNFINISHED = VENV / "netfin-unfinished"
OLDEST = (3, 11)
APT_LINE = "sudo apt-get update && sudo apt-get install -y python3-venv"
PLAIN, WITH_TESTS = "run", "test"


def main(arguments: list[str]) -> int:
    """Do what `arguments` ask for; the exit code is 2 when something is missing."""
    if sys.version_info < OLDEST:
        return refuse(too_old(tuple(sys.version_info[:3])))
    if arguments[:1] == ["run"]:
        set_up(PLAIN)
        program = VENV / "bin" / "netfin-incident"
        os.execve(program, [str(program), *arguments[1:]], environment())  # noqa: S606 - no shell is the point
    if arguments[:1] == ["test"]:
        set_up(WITH_TESTS)
        return check(arguments[1:])
    print(__doc__)
    return 0 if arguments in (["-h"], ["--help"], ["help"]) else 2


def too_old(version: tuple[int, ...]) -> str:
    """What to tell somebody whose Python is too old."""
    found, wanted = (".".join(map(str, v)) for v in (version, OLDEST))
    return (
        f"netfin-incident needs Python {wanted} or newer, and this is Python {found}.\n"
        f"Try: python{wanted} dev.py {' '.join(sys.argv[1:])}"
    )


def without_venv() -> str:
    """What to tell somebody whose Python cannot make virtual environments."""
    return (
        f"This Python cannot make virtual environments yet. Install what it needs:\n\n{APT_LINE}\n"
    )


def refuse(words: str) -> int:
    """Say why nothing can be done."""
    print(words, file=sys.stderr)
    return 2


def set_up(purpose: str) -> None:
    """Make `.venv` hold what `purpose` needs, unless it does."""
    wanted = fingerprint(ROOT)
    if is_ready(STAMP, wanted, purpose):
        return
    if VENV.exists() and not VENV.is_dir():
        sys.exit(refuse(f"{VENV} is not a folder. Move it away, then try again."))
    print("Setting up .venv; this takes about half a minute, once.", file=sys.stderr, flush=True)
    STAMP.unlink(missing_ok=True)
    if not sync_with_uv(purpose):
        make_venv()
        UNFINISHED.touch()
        install(purpose)
    UNFINISHED.unlink(missing_ok=True)
    STAMP.write_text(f"{wanted}\n{purpose}\n", encoding="utf-8")


def fingerprint(root: Path) -> str:
    """A hash of everything that decides what is installed, and of where."""
    found = hashlib.sha256(str(root).encode())
    for name in ("pyproject.toml", "uv.lock"):
        path = root / name
        found.update(path.read_bytes() if path.exists() else b"-")
    return found.hexdigest()


def is_ready(stamp: Path, wanted: str, purpose: str) -> bool:
    """Whether the environment beside `stamp` serves `purpose` and still starts."""
    if not stamp.is_file() or not (stamp.parent / "bin" / "netfin-incident").is_file():
        return False
    installed, _, held = stamp.read_text(encoding="utf-8").strip().partition("\n")
    serves = held in (purpose, WITH_TESTS)
    return installed == wanted and serves and (stamp.parent / "bin" / "python").exists()


def sync_with_uv(purpose: str) -> bool:
    """Install the locked versions with uv, where it is there and works."""
    uv = shutil.which("uv")
    if uv is None or not (ROOT / "uv.lock").exists():
        return False
    extras = ["--extra", "test"] if purpose == WITH_TESTS else []
    command = [uv, "sync", "--quiet", "--frozen", "--python", sys.executable, *extras]
    place = {"UV_PROJECT_ENVIRONMENT": str(VENV)}
    if subprocess.call(command, cwd=ROOT, env={**environment(), **place}) == 0:
        return True
    print("uv did not succeed; trying venv and pip.", file=sys.stderr)
    return False


def make_venv() -> None:
    """A virtual environment with pip; one that is broken or was left half-made is made anew."""
    if (
        VENV.is_dir()
        and not UNFINISHED.exists()
        and runs("import pip, sys; sys.exit(sys.version_info < (3, 11))")
    ):
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(refuse(without_venv()))
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.call(command, env=environment()) != 0:
        sys.exit(refuse(without_venv()))


def runs(code: str) -> bool:
    """Whether the environment's Python runs `code` to a good end."""
    try:
        done = subprocess.run(
            [str(VENV / "bin" / "python"), "-c", code],
            env=environment(),
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def install(purpose: str) -> None:
    """Install the project with pip: in the locked versions, else in any that it accepts."""
    pins = VENV / "locked.txt"
    pins.write_text(locked_versions(ROOT / "uv.lock"), encoding="utf-8")
    target = ".[test]" if purpose == WITH_TESTS else "."
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    for constraints in (["-c", str(pins)], []):
        command = [*pip, "install", *constraints, "-e", target]
        if subprocess.call(command, cwd=ROOT, env=environment()) == 0:
            return
        print("pip did not succeed with these versions.", file=sys.stderr)
    sys.exit(refuse("The packages could not be installed. Is the network there? Then try again."))


def locked_versions(lock: Path) -> str:
    """The lock file's packages as pip constraints; those locked in several versions stay free."""
    import tomllib

    if not lock.exists():
        return ""
    found: dict[str, list[str]] = {}
    for package in tomllib.loads(lock.read_text(encoding="utf-8"))["package"]:
        if "registry" in package["source"]:
            found.setdefault(package["name"], []).append(package["version"])
    return "".join(f"{name}=={of[0]}\n" for name, of in found.items() if len(of) == 1)


def environment() -> dict[str, str]:
    """This process's environment without what would slow or mislead the programs started."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "VIRTUAL_ENV"}
    return {name: value for name, value in os.environ.items() if name not in dropped}


def all_cores() -> list[str]:
    """Options that share the tests out among the machine's cores; four are enough."""
    return ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]


def check(pytest_arguments: list[str]) -> int:
    """Run every check, even after one has failed, and sum up."""
    tools = VENV / "bin"
    checks = {
        "format": [str(tools / "ruff"), "format", "--check", "."],
        "lint": [str(tools / "ruff"), "check", "."],
        "types": [str(tools / "mypy")],
        "tests": [str(tools / "python"), "-m", "pytest", *(pytest_arguments or all_cores())],
    }
    results: list[tuple[str, bool, float]] = []
    for name, command in checks.items():
        print(f"── {name}: {' '.join([Path(command[0]).name, *command[1:]])}", flush=True)
        started = time.monotonic()
        passed = subprocess.call(command, cwd=ROOT, env=environment()) == 0
        results.append((name, passed, time.monotonic() - started))
    print("──")
    for name, passed, seconds in results:
        print(f"{'passed' if passed else 'FAILED'}  {name:7} {seconds:6.1f} s")
    return 0 if all(passed for _, passed, _ in results) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
