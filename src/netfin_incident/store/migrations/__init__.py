"""Schema migrations, oldest first in `versions/`; each is released once and never edited."""
