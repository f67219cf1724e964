"""The name a person most likely meant."""

from collections.abc import Iterable


def nearest(given: str, known: Iterable[str]) -> str:
    """The known name closest to `given`; empty where none is close."""
    from difflib import get_close_matches

    found = get_close_matches(given, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""
