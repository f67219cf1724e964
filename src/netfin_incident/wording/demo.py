"""What the people of the demonstration write: a payment channel fails in the middle of the night."""

from typing import Final

from netfin_incident.domain.text import Text

DEMO_NAMES: Final = {
    "liu.gang": Text("Liu Gang", "刘刚"),
    "zhao.min": Text("Zhao Min", "赵敏"),
    "qian.wei": Text("Qian Wei", "钱伟"),
    "li.na": Text("Li Na", "李娜"),
    "wang.qiang": Text("Wang Qiang", "王强"),
    "chen.jie": Text("Chen Jie", "陈洁"),
    "he.jing": Text("He Jing", "何静"),
    "sun.yu": Text("Sun Yu", "孙羽"),
    "xu.fang": Text("Xu Fang", "许芳"),
}
"""The emergency team of the demonstration."""

DEMO_WORDS: Final = {
    "title": Text("Quick-pay channel A: success rate down to 62 %", "快捷支付A通道成功率跌至62%"),
    "alarm": Text("Alarm of the payment success rate", "支付成功率监控告警"),
    "first-failures": Text("First failed payments in the gateway log", "网关日志中最早的失败交易"),
    "confirm": Text(
        "Only channel A; banks X and Y time out, others are slow. 1,900 payments a minute hit.",
        "仅A通道；X、Y两家银行超时，其余变慢。每分钟影响约1900笔。",
    ),
    "dashboard": Text("Success rate, last hour", "近一小时成功率曲线"),
    "ticket": Text(
        "Operator's desk: a core switch failed over and did not come back. No estimate yet.",
        "通道方值班台：核心交换机切换后未恢复，暂无预计恢复时间。",
    ),
    "ticket-name": Text("Operator's ticket 8812 and call record", "通道方工单8812及通话记录"),
    "retries": Text(
        "Automatic retries off on channel A at both sites.", "两地机房A通道自动重试均已关闭。"
    ),
    "retries-name": Text("Retry switch before and after", "重试开关前后对比"),
    "raise": Text(
        "Every second quick payment fails and it is the salary day of a large employer.",
        "半数快捷支付失败，且恰逢某大型企业发薪日。",
    ),
    "codes": Text("Break the error codes down by bank", "按银行拆分失败码"),
    "codes-done": Text(
        "91 % of failures are timeouts at banks X and Y.", "失败中91%为X、Y两家银行超时。"
    ),
    "finding": Text(
        "Timeouts began with the operator's switch-over, not with our release.",
        "超时起于通道方切换，与我方投产无关。",
    ),
    "changes": Text(
        "Last own change: a routing weight the evening before, unrelated; not rolled back.",
        "我方最近变更为前一晚的路由权重调整，与故障无关，不回退。",
    ),
    "leader-told": Text(
        "Duty executive has the first assessment; response level II stands.",
        "已向值班领导报告初判，维持Ⅱ级响应。",
    ),
    "impact": Text(
        "1,284 payments of unknown state, 3.62 million yuan; the list is fixed.",
        "状态不明交易1284笔、362万元，清单已固定。",
    ),
    "impact-right": Text(
        "1,248 payments of unknown state, 3.62 million yuan; the list is fixed.",
        "状态不明交易1248笔、362万元，清单已固定。",
    ),
    "impact-why": Text("Two digits were swapped.", "笔数两位数字写反。"),
    "impact-name": Text("List of payments of unknown state", "状态不明交易清单"),
    "affected": Text("card payments and direct debits", "快捷支付与代扣"),
    "workaround": Text("balance and QR code payments", "余额支付与扫码支付"),
    "postings": Text(
        "Checked against the query results, line by line.", "已对照查询结果逐笔复核。"
    ),
    "holds": Text(
        "Refunds, batch payouts and debits on channel A are held.",
        "A通道退款、批量代付、批量代扣已暂停。",
    ),
    "holds-name": Text("Record of held batches", "批量暂停记录"),
    "switch": Text(
        "No estimate from the operator; the backup carried full load in the last drill.",
        "通道方无预计恢复时间；备用通道在上次演练中已承载全量。",
    ),
    "switch-but": Text(
        "Settlement: reconciliation of two channels on one day is heavier.",
        "清算：同日两条通道，对账工作量加大。",
    ),
    "backup-paid": Text(
        "Three payments of one yuan went through and were credited.",
        "三笔一元支付均成功，均已入账。",
    ),
    "backup-name": Text("Receipts of the test payments", "验证支付回执"),
    "notice-audience": Text("customers", "客户"),
    "notice-channel": Text("app notice", "App公告"),
    "notice": Text(
        "Payments with some bank cards are slow. Please use another card or balance, and do not "
        "pay again for an order that shows “processing”; we will settle it or refund it.",
        "部分银行卡支付较慢，请改用其他卡或余额支付；显示“处理中”的订单请勿重复支付，我们将核实入账或退款。",
    ),
    "notice-name": Text("Text of the notice as posted", "公告发布文本"),
    "script": Text("Script 14 is out; no promise of a time.", "已下发14号口径，不承诺恢复时间。"),
    "shifted": Text(
        "5 %, then 30 %, then all, each stage watched; success rate 97 %.",
        "先切5%，再切30%，再全量，逐级观察；成功率回到97%。",
    ),
    "route-name": Text("Route change with approval", "路由变更及审批"),
    "owed": Text(
        "Nationwide channel, likely over thirty minutes, funds of unknown state.",
        "全国性通道中断，预计超过三十分钟，且有资金状态不明。",
    ),
    "recipient": Text("local branch of the central bank", "人民银行当地分支机构"),
    "report-channel": Text("reporting portal, then phone", "报送系统，并电话报告"),
    "report-sent": Text(
        "Sent through the portal, receipt confirmed by phone.",
        "已通过报送系统报出，并经电话确认收到。",
    ),
    "report-name": Text("Receipt of the initial report", "初报回执"),
    "brief": Text(
        "Contained on the backup channel. Open: unknown payments, partners, operator's estimate. "
        "Next brief to the leader within half an hour.",
        "已切备用通道，局面受控。未了：状态不明交易、合作方告知、通道方预计恢复时间。半小时内再向领导汇报。",
    ),
    "contained": Text(
        "New payments run on the backup; no new unknown ones.", "新交易走备用通道，无新增状态不明。"
    ),
    "inside": Text(
        "Executives and teams briefed; updates every 30 minutes.",
        "已向管理层与各组通报，每30分钟更新一次。",
    ),
    "partners": Text("212 merchants told by the partner portal.", "已通过商户平台告知212家商户。"),
    "partners-name": Text("Notice to partners", "合作方告知函"),
    "channel-back": Text(
        "The operator confirmed recovery in writing; test payment good.",
        "通道方书面确认恢复，验证支付成功。",
    ),
    "channel-name": Text("Operator's confirmation and test payment", "通道方确认函与验证支付"),
    "returned": Text("All traffic is back on channel A.", "流量已全部切回A通道。"),
    "returned-name": Text("Route restored", "路由恢复记录"),
    "queried": Text(
        "1,248 queried: 1,019 paid, 229 not paid and closed.",
        "1248笔全部查清：成功1019笔，未成功关闭229笔。",
    ),
    "queried-name": Text("Results of the queries", "查询结果"),
    "released": Text("Holds released one by one, no pile-up.", "暂停项逐项恢复，无积压。"),
    "compared": Text("17 differences, all on the list.", "差异17笔，全部列入清单。"),
    "compared-name": Text("List of differences", "差异清单"),
    "cleared": Text("17 cleared under two pairs of eyes.", "17笔挂账已双人核销。"),
    "suspense-name": Text("Suspense ledger", "挂账台账"),
    "posting-name": Text("Approval of the postings", "记账审批"),
    "no-doubles": Text(
        "The comparison shows no double debit and no late fee.", "核对未发现重复扣款及误计逾期费。"
    ),
    "balanced": Text("Reserves, channel and ledger agree.", "备付金、通道资金与总账一致。"),
    "balance-name": Text("Balance statement", "余额核对表"),
    "stood-down": Text("Notices taken down, evidence gathered.", "公告已撤，证据已归集。"),
    "review": Text(
        "Review within the week, chair Liu Gang; the operator's report is asked for.",
        "一周内召开总结评估会，主持人刘刚；已要求通道方提交故障报告。",
    ),
    "over": Text("Service and books are back to normal.", "业务与账务均恢复正常。"),
    "review-held": Text("Review held, improvements handed on.", "总结评估完成，整改项已移交。"),
}
"""Every line, by a short name."""

DEMO_CARD: Final = Text(
    "DEMO: nothing leaves this machine. A payment channel is failing, and you\n"
    "are at the desk. Two steps are overdue.\n"
    "\n"
    "Enter  open the incident      Space  do the selected step\n"
    "n      write a note           x      skip a step, with a reason\n"
    "d      record a decision      a      give a task with a time-box\n"
    "s      change the severity    t      move the status\n"
    "i      take command           r      roles and handover\n"
    "?      all keys               q      back",
    "演示：任何信息都不会离开本机。一条支付通道正在故障，由你值守；\n"
    "已有两个步骤超时。\n"
    "\n"
    "Enter  打开事件               空格   完成所选步骤\n"
    "n      记一笔                 x      跳过步骤并说明原因\n"
    "d      记录决策               a      下达限时任务\n"
    "s      调整等级               t      推进状态\n"
    "i      接管指挥               r      角色与交接\n"
    "?      全部按键               q      返回",
)
"""What the card of the demonstration says."""
