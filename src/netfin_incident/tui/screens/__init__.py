"""The full screens of the terminal, and the notices that stand in for one."""
