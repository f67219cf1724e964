"""The commands: each a function whose parameters say what is typed for it.

A function gets a `Call` and the texts that were typed, makes a command of the domain of them, and
has it carried out.
"""
