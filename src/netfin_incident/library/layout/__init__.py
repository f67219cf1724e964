"""The written form of a playbook: one way to write each, with its remarks kept.

`formatted` reads a file with its comments and writes it anew; `write` writes a tree that a program
made.  What a file says is never changed by how it is written: the plan before and after is equal.
"""

from netfin_incident.library.layout.formatting import formatted
from netfin_incident.library.layout.tree import Entry, Laid, block, flow, leaf
from netfin_incident.library.layout.writing import write

__all__ = ["Entry", "Laid", "block", "flow", "formatted", "leaf", "write"]
