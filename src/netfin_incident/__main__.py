"""Starts the program.  Looks at the words before anything is imported: starting must be quick."""

import sys

from netfin_incident import __version__


def main(argv: list[str] | None = None) -> int:
    """Run the command line, or the terminal where no command is given; the exit code."""
    words = sys.argv[1:] if argv is None else argv
    if words == ["--version"] and _said(f"netfin-incident {__version__}\n"):
        return 0
    from netfin_incident.cli.run import run

    return run(words)


def _said(line: str) -> bool:
    """Whether standard output took the line; if not, the long way says why."""
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    # `python -m` puts the current folder first; a file there must not stand in for a library.
    if not sys.flags.safe_path:
        del sys.path[0]
    sys.exit(main())
