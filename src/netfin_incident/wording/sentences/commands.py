"""Sentences about commands that were run for a step."""

import shlex
from typing import Final

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.sentences.teller import ALSO, Teller

_RAN: Final = Text("Step {step}, command run: {line}", "步骤 {step} 执行命令：{line}")
_SIMULATED: Final = Text(
    "Step {step}, command simulated: {line}", "步骤 {step} 模拟执行命令：{line}"
)
_EXIT: Final = Text("exit code {}", "退出码 {}")
_TIMED_OUT: Final = Text("stopped after {} s", "超时终止（{} 秒）")
_UNEXPECTED: Final = Text("not the expected output", "输出与预期不符")
_APPROVED: Final = Text("approved by {}", "同意人：{}")
_OUTPUT: Final = Text("output: evidence {}", "输出：证据 {}")


def command_told(teller: Teller, event: e.CommandRun) -> str:
    """What was run, and how it ended."""
    return teller.tell(
        _SIMULATED if event.simulated else _RAN,
        (_TIMED_OUT, str(event.took_ms // 1000) if event.timed_out else ""),
        (_EXIT, event.exit_code),
        (ALSO, _UNEXPECTED if event.exit_code == 0 and not event.expected else None),
        (_APPROVED, event.approved_by),
        (_OUTPUT, event.evidence),
        step=teller.step(event.playbook, event.step),
        line=shlex.join(event.arguments),
    )
