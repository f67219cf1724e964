"""A warning 预警: an indicator reached a threshold; from there to its end or to an incident."""
