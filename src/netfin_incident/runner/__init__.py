"""Runs the commands of steps; the only package that starts other programs.

It runs what it is given: whether a command may run is judged before, by `domain.command_line`.
"""
