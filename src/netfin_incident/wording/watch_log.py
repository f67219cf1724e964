"""What a watcher logs while it works: one line for each thing that happens."""

from typing import Final

from netfin_incident.domain.text import Text

ESCALATED: Final = Text(
    "{id}: a level was called, {people} called, {late} s after it was due",
    "{id}：已呼叫一级，共 {people} 个对象，迟 {late} 秒",
)
FALLBACK: Final = Text(
    "{id}: the fallback was called, {people} called, {late} s after it was due",
    "{id}：已呼叫兜底对象，共 {people} 个，迟 {late} 秒",
)
TOLD: Final = Text(
    "{id}: {people} told of what waits, {late} s after it was due",
    "{id}：已就待办事项通知 {people} 个对象，迟 {late} 秒",
)
PASSED: Final = Text(
    "{id}: level {level} was passed over, it has nobody to call now",
    "{id}：升级层级 {level} 当前无人可呼叫，已跳过",
)
BEGUN_LATE: Final = Text(
    "{id}: nobody was called for it when it was declared; the escalation begins now",
    "{id}：登记时未能呼叫任何人，现在开始升级呼叫",
)
NOTHING_CAME: Final = Text(
    "{id}: something is due, but nothing can be done about it; it is left alone until it changes",
    "{id}：有事项到期，但无法处理；在其变化之前不再处理",
)
SENT: Final = Text(
    "{id}: notice {key} to {to} by {contact} was sent, attempt {attempts}",
    "{id}：通知 {key} 已发给 {to}（{contact}），第 {attempts} 次",
)
WRITTEN_DOWN: Final = Text(
    "{id}: notice {key} to {to} by {contact} was written to the drill outbox, not sent",
    "{id}：给 {to}（{contact}）的通知 {key} 已写入演练发件箱，未实际发送",
)
AGAIN: Final = Text(
    "{id}: notice {key} to {to} by {contact}, attempt {attempts}: {reason}; again in {seconds} s",
    "{id}：通知 {key} 发给 {to}（{contact}）第 {attempts} 次未成功：{reason}；{seconds} 秒后再试",
)
GIVEN_UP: Final = Text(
    "{id}: notice {key} to {to} by {contact} is given up after attempt {attempts}: {reason}",
    "{id}：通知 {key} 发给 {to}（{contact}）在第 {attempts} 次后放弃：{reason}",
)
NOT_OURS: Final = Text(
    "{id}: notice {key} to {to} by {contact} was tried too long and is in other hands now",
    "{id}：通知 {key} 发给 {to}（{contact}）耗时过长，已由其他值守进程接手",
)
JUMPED: Final = Text(
    "The machine's clock was set by {seconds} s",
    "本机时钟被调整了 {seconds} 秒",
)
GAP: Final = Text("Nobody watched for {seconds} s", "曾有 {seconds} 秒无人值守")
NO_SIGN: Final = Text(
    "No sign of life is given, because something stands open",
    "有事项未了结，不发出存活信号",
)
UNASKED: Final = Text(
    "The address of --alive-url could not be asked: {reason}",
    "--alive-url 的地址访问未成功：{reason}",
)
