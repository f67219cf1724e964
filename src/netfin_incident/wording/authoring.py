"""What the command line says about writing playbooks: its parameters, then its answers."""

from typing import Final

from netfin_incident.domain.text import Text

NEW_ID: Final = Text("the new playbook's id", "新预案的标识")
FILES: Final = Text("the files to put in order", "要整理的文件")
CHECK: Final = Text(
    "change nothing; say which files are not in order", "不修改，只列出未整理的文件"
)
STDOUT: Final = Text("print the result instead of writing it", "输出结果，不写回文件")

NOT_IN_ORDER: Final = Text("{file}: not in order", "{file}：未整理")
IN_ORDER: Final = Text("{count} files are in order", "{count} 个文件均已整理")
PUT_IN_ORDER: Final = Text("{file}: put in order", "{file}：已整理")
DRAFTED: Final = Text(
    "a draft from {id}: read it through, then netfin-incident playbook lint FILE",
    "已由 {id} 起草；请通读修改，再执行 netfin-incident playbook lint FILE",
)
