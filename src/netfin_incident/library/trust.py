"""Whether a file that decides what is run, or whom anybody turns to, can have been written by others."""

import os
import stat
from typing import Final

_WRITABLE: Final = stat.S_IWGRP | stat.S_IWOTH


def is_foreign(found: os.stat_result) -> bool:
    """Whether it belongs to somebody who is neither this user nor the administrator."""
    return found.st_uid not in {0, os.geteuid()}


def is_open(found: os.stat_result) -> bool:
    """Whether others than its owner may write it."""
    return bool(found.st_mode & _WRITABLE)
