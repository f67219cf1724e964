"""What reading playbooks costs, beside a bare pass of the YAML library over the same files."""

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from bench.measure import Measured, Task, side_by_side
from netfin_incident.library.lint import Around, Look, lint
from netfin_incident.library.playbooks import compile_plan, read_fields
from netfin_incident.library.references import check_references
from netfin_incident.library.source import read_source

READ = 1.5
"""Goal of what makes sure that a file is a playbook, as a multiple of the bare pass."""
REST = 3
"""Goal of compiling it and of everything that lint looks at."""

_HEAD = """\
schema: netfin-playbook/1
id: generated-{number}
revision: {revision}
status: draft
name:
  zh: 第 {number} 号渠道中断处置预案
  en: Outage of channel {number}
goal:
  zh: 先止损、再恢复、后对账，状态不明的交易逐笔查清。
  en: Stop the loss, restore payment, then prove the books of channel {number}.
category: third-party
owner: payment-operations
triggers:
  keywords: [通道超时, 通道 {number}, channel timeout]
variables:
  upstream_eta:
    kind: duration
    name: {{zh: 通道方预计恢复时间, en: the operator's estimate}}
    role: technical
  loss:
    kind: money
    name: {{zh: 资金损失, en: the loss of funds}}
    role: settlement
roles:
  commander: {{required: true, backup: deputy}}
  technical: {{required: true, backup: deputy}}
  settlement: {{required: {{S1: true, default: false}}, backup: deputy}}
  deputy: {{}}
separation:
  - [technical, settlement]
phases:
"""
_PHASE = """\
  - id: phase-{phase}
    name:
      zh: 第 {phase} 阶段
      en: Phase {phase}
    steps:
"""
_STEP = """\
      - id: look-{step}
        do:
          zh: 核对第 {step} 组渠道的成功率与失败码
          en: Check success rate and codes of group {step}
        role: technical
        when: severity <= S2 or upstream_eta > 15m
        due: {{S1: 3m, S2: 5m, default: 8m}}
        checks:
          - {{zh: 成功率回到平日水平, en: The success rate is as usual}}
        evidence:
          - {{id: rate, kind: screenshot, required: true}}
        body:
          zh: |
            分渠道、分交易类型看成功率与失败码，先区分是对方故障还是我方故障。
          en: |
            Look at each kind of transaction by itself; see whether the fault is theirs or ours.
      - id: route-{step}
        decide:
          zh: 第 {step} 组渠道走哪条路？
          en: Which way does group {step} go?
        role: commander
        needs: [look-{step}]
        rationale: required
        options:
          - id: backup
            name: {{zh: 切换备用, en: Use the backup}}
            suggest: loss >= CNY 100万
            steps:
              - id: shift-{step}
                do:
                  zh: 分级切换新发起的交易
                  en: Shift new payments by stages
                role: technical
                required: true
                due: 15m
          - id: wait
            name: {{zh: 等待恢复, en: Wait for it}}
      - id: done-{step}
        milestone: {milestone}
        role: commander
"""
_MILESTONES = ("contained", "recovered", "reconciled", "resolved")
_GROUPS = (1, 2, 2, 2)
"""How many times the steps come, phase by phase."""


def playbook(number: int) -> str:
    """A playbook of about 330 lines, like no other."""
    text = _HEAD.format(number=number, revision=number + 1)
    for phase, (milestone, groups) in enumerate(zip(_MILESTONES, _GROUPS, strict=True), 1):
        text += _PHASE.format(phase=phase)
        for group in range(groups):
            text += _STEP.format(step=f"{number}-{phase}{group}", milestone=milestone)
    return text


def measures(*, quick: bool) -> list[Measured]:
    """Every figure of playbooks."""
    count, rounds = (20, 3) if quick else (500, 5)
    with TemporaryDirectory() as name:
        paths = [Path(name) / f"generated-{number}.yaml" for number in range(count)]
        texts = [playbook(number) for number in range(count)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return _measured(paths, texts, rounds)


def _measured(paths: list[Path], texts: list[str], rounds: int) -> list[Measured]:
    def bare() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def read() -> None:
        for path in paths:
            assert not read_fields(read_source(path)).errors

    def compiled() -> None:
        for reading in readings:
            check_references(compile_plan(reading, ""), reading)
            assert not reading.errors

    def linted() -> None:
        for look in looks:
            assert all(one.severity != "error" for one in lint(look))

    def measured(label: str, task: Task, goal: float) -> Measured:
        name = f"{label} {len(paths)} playbooks : bare YAML"
        return Measured(name, *side_by_side(task, bare, rounds), goal)

    first = measured("scan, load and check", read, READ)
    readings = [read_fields(read_source(path)) for path in paths]
    looks = [
        Look(path, compile_plan(reading, ""), reading, Around())
        for path, reading in zip(paths, readings, strict=True)
    ]
    return [first, measured("compile", compiled, REST), measured("lint", linted, REST)]
