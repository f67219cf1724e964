"""The settings of one run, and where each of them came from.

An option typed on the command line wins over a `NETFIN_*` variable, that over the configuration
file, that over the default.  One file is read: the one named by `--config` or `NETFIN_CONFIG`, else
the user's, else the machine's.  Nothing is read when this package is imported.
"""

from netfin_incident.config.settings import OPTIONS, Config, Given, load_config
from netfin_incident.config.source import Source, Sourced, SourceKind

__all__ = ["OPTIONS", "Config", "Given", "Source", "SourceKind", "Sourced", "load_config"]
