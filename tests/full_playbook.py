"""A playbook file that has every kind of step and every field."""

FULL = """\
schema: netfin-playbook/1
id: full
revision: 7
status: approved
name: {zh: 全, en: Full}
goal: {zh: 全, en: All of it}
category: operations
owner: 运营部
scope: {in: {zh: 内, en: in}, out: {zh: 外, en: out}}
basis: [{zh: 应急管理办法, en: Emergency rules}]
tlp: amber
tags: [T1498.001, 支付]
source: {name: own work, licence: Apache-2.0}
review: {every: 1 year, drill_every: 6 months, approver: board, last: 2026-03-01}
triggers:
  keywords: [通道超时, channel timeout]
  services: [pay-core]
  indicators: [{zh: 成功率低于九成, en: Success rate under 90%}]
severity:
  S1: {zh: 全部中断, en: All is down}
  S4: {zh: 个别受影响, en: A few suffer}
variables:
  eta:
    kind: duration
    name: {zh: 预计恢复时间, en: the estimate}
    question: {zh: 多久恢复？, en: How long will it take?}
    role: technical
    value: 15 min
  cause:
    kind: choice
    name: {zh: 原因, en: the cause}
    choices:
      - {id: upstream, name: {zh: 上游, en: upstream}}
      - {id: network, name: {zh: 网络, en: network}}
  lag: {kind: number, name: {zh: 延迟, en: the lag}}
  share: {kind: percent, name: {zh: 受影响占比, en: the share affected}}
  loss: {kind: money, name: {zh: 损失, en: the loss}}
  hosts: {kind: list, name: {zh: 主机, en: the hosts}}
  told: {kind: flag, name: {zh: 已通知, en: customers were told}}
  unit: {kind: text, name: {zh: 单元, en: the unit}, value: gateway}
roles:
  leader: {required: {S1: true}, backup: deputy, duty: {zh: 总责, en: Answers for all}}
  technical: {backup: deputy}
  deputy:
  desk: {name: {zh: 通道台, en: channel desk}}
separation:
  - [technical, desk]
clocks:
  - {id: cn.first-report, step: tell-regulator}
  - {id: cn.follow-up}
resources:
  - {id: standby, name: {zh: 备用通道, en: Standby}, kind: system, where: 见配置库, owner: desk, rto: 30m, rpo: 0s}
  - {id: cash, name: {zh: 头寸, en: Funds}, kind: funds}
metrics:
  - {id: mttr, name: {zh: 恢复用时, en: Time to recover}, from: detected, to: recovered, target: 1h}
drills:
  - {id: news, at: 0m, to: technical, text: {zh: 告警, en: An alarm}, expect: [look, why]}
review_template: {zh: 一、经过, en: 1. Course}
phases:
  - id: first
    name: {zh: 先期处置, en: Immediate response}
    steps:
      - id: look
        do: {zh: 重启网关, en: Restart the gateway}
        when: severity <= S2 or eta > 15m
        role: {S1: leader, default: technical}
        due: {S1: 5m, default: 10m}
        warning: {zh: 会断开连接, en: Connections drop}
        checks: [{zh: 端口通, en: The port answers}, {zh: 无积压, en: No backlog}]
        sets: {told: 是, loss: 100万}
        on_fail: {goto: why}
        escalate: [{at: 80%, to: leader}, {at: 200%, to: deputy}]
        shared: restart-gateway
        drill: simulate
        links: [https://wiki.example/gateway]
        command:
          run: [systemctl, restart, "{unit}", ""]
          risk: change
          approve: leader
          undo: {zh: 再次重启, en: Restart it again}
          timeout: 45s
          capture: {lag: 'lag=(\\d+)'}
          expect: active \\(running\\)
      - id: why
        ask: {zh: 原因与时间, en: Cause and time}
        into: [cause, eta]
        on_fail: {escalate: leader}
  - id: second
    name: {zh: 处置, en: Response}
    alongside: true
    steps:
      - id: route
        decide: {zh: 怎么走？, en: Which way?}
        rationale: required
        revisit_after: 15m
        options:
          - id: switch
            name: {zh: 切换, en: Switch}
            when: cause in ['upstream', 'network']
            suggest: eta > 15m
            steps:
              - id: agree
                approve: {zh: 同意切换, en: Agree to switch}
                by: [leader, deputy]
                quorum: 2
                apart_from: [look]
                on_fail: {abort: true}
          - id: stay
            name: {zh: 等待, en: Stay}
      - id: both
        parallel: {zh: 同时进行, en: At once}
        join: any
        needs: [route]
        arms:
          - id: customers
            name: {zh: 客户, en: Customers}
            steps:
              - id: tell
                notify: {zh: 告知客户, en: Tell customers}
                audience: {zh: 受影响客户, en: Customers affected}
                channel: sms, app-notice
                template: {zh: "预计 {eta} 恢复（{severity}）", en: "Back in {eta} ({service})"}
          - id: authorities
            name: {zh: 监管, en: Authorities}
            steps:
              - id: tell-regulator
                report: {zh: 报送初报, en: Send the first report}
                recipient: {zh: 监管机构, en: The regulator}
                kind: initial
                clock: cn.first-report
                sets: {told: true}
      - id: hosts-done
        repeat: {zh: 逐台恢复, en: Host by host}
        max: 8
        until: lag < 5
        every: 10m
        each: hosts
        steps:
          - id: one-host
            do: {zh: 恢复一台, en: Restore one}
      - id: settle
        wait: {zh: 等待稳定, en: Let it settle}
        for: 10m
        until: told and lag is set
      - id: books
        call: {zh: 核对账务, en: Reconcile}
        playbook: ledger-mismatch
      - id: over
        milestone: resolved
        sets: {unit: none}
      - id: remember
        note: {zh: 记得还原, en: Remember to undo}
"""
