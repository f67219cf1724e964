"""The command line: it asks and shows, and holds no rule.

`run.run` finds the command among those of `table`, reads what was typed by what the command's own
function says it takes (`parameters`), and calls it with a `call.Call`.  Answers go to standard
output, everything else to standard error, all through `output`.
"""
