"""Sentences about what was noted, decided, given, taken, said, reported, proved and corrected."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import NoteKind
from netfin_incident.wording.sentences.teller import (
    CHANNEL,
    NOTE,
    OBJECTIONS,
    REASON,
    SHA256,
    Teller,
)

WorkEvent = (
    e.Noted | e.DecisionRecorded | e.TaskGiven | e.TaskMoved | e.MeasureTaken | e.MeasureLifted
    | e.MessageRecorded | e.MessageMoved | e.UpwardReportRecorded | e.EvidenceAdded | e.Corrected
    | e.EntryConfirmed
)  # fmt: skip

_NOTED: Final = {
    NoteKind.NOTE: Text("{text}", "{text}"),
    NoteKind.FINDING: Text("Finding: {text}", "发现：{text}"),
    NoteKind.HYPOTHESIS: Text("Hypothesis: {text}", "推测：{text}"),
    NoteKind.TODO: Text("To do: {text}", "待办：{text}"),
}
_QUESTION: Final = Text("question: {}", "事项：{}")
_OPTIONS: Final = Text("options: {}", "备选：{}")
_RATIONALE: Final = Text("rationale: {}", "理由：{}")
_DUE: Final = Text("due: {}", "时限：{}")
_SENT: Final = Text("sent: {}", "报出时间：{}")
_RECEIPT: Final = Text("receipt: {}", "回执：{}")
_REFERENCE: Final = Text("kept at: {}", "存放：{}")
_STEP: Final = Text("step: {}", "步骤：{}")
_RIGHT_TEXT: Final = Text("right wording: {}", "正确文字：{}")
_RIGHT_TIME: Final = Text("right time: {}", "正确时间：{}")


def told(teller: Teller, event: WorkEvent) -> str:
    """What `event` says."""
    match event:
        case e.Noted(kind=kind, text=text):
            return teller.tell(_NOTED[kind], text=text)
        case e.DecisionRecorded():
            return _decided(teller, event)
        case e.TaskGiven(id=key, to=to, text=text, due_at=due_at):
            words = Text("Task {id} for {to}: {text}", "限时任务 {id} 交 {to}：{text}")
            return teller.tell(words, (_DUE, due_at), id=key, to=to, text=text)
        case e.TaskMoved(id=key, state=state, note=note):
            words = Text("Task {id}: {state}", "限时任务 {id}：{state}")
            return teller.tell(words, (NOTE, note), id=key, state=state)
        case e.MeasureTaken(id=key, text=text, temporary=temporary):
            words = (
                Text("Temporary measure {id}: {text}", "临时措施 {id}：{text}")
                if temporary
                else Text("Measure {id}: {text}", "措施 {id}：{text}")
            )
            return teller.tell(words, id=key, text=text)
        case e.MeasureLifted(id=key, note=note):
            return teller.tell(Text("Measure {id} lifted", "措施 {id} 解除"), (NOTE, note), id=key)
        case e.MessageRecorded() | e.MessageMoved():
            return _message(teller, event)
        case e.UpwardReportRecorded():
            return _reported(teller, event)
        case e.EvidenceAdded():
            return _proved(teller, event)
        case e.Corrected(entry=entry):
            return teller.tell(
                Text("Correction of entry #{entry}", "更正第 {entry} 条记录"),
                (_RIGHT_TEXT, event.text), (_RIGHT_TIME, event.occurred_at), (REASON, event.reason),
                entry=entry,
            )  # fmt: skip
        case e.EntryConfirmed(entry=entry, note=note):
            words = Text("Entry #{entry} confirmed", "确认第 {entry} 条记录")
            return teller.tell(words, (NOTE, note), entry=entry)
        case _:
            assert_never(event)


def _decided(teller: Teller, event: e.DecisionRecorded) -> str:
    return teller.tell(
        Text("Decision {id}: {choice}", "决策 {id}：{choice}"),
        (_QUESTION, event.question),
        (_OPTIONS, event.options),
        (_RATIONALE, event.rationale),
        (OBJECTIONS, event.objections),
        id=event.id,
        choice=event.choice,
    )


def _message(teller: Teller, event: e.MessageRecorded | e.MessageMoved) -> str:
    if isinstance(event, e.MessageMoved):
        words = Text("Message {id}: {state}", "消息 {id}：{state}")
        return teller.tell(words, (NOTE, event.note), id=event.id, state=event.state)
    return teller.tell(
        Text(
            "Message {id} to {audience} ({state}): {text}",
            "消息 {id} 致 {audience}（{state}）：{text}",
        ),
        (CHANNEL, event.channel),
        id=event.id,
        audience=event.audience,
        state=event.state,
        text=event.text,
    )


def _reported(teller: Teller, event: e.UpwardReportRecorded) -> str:
    if event.withdrawn:
        words = Text(
            "Upward report {id} to {to} is not owed: {kind}", "无需向 {to} 报送 {id}：{kind}"
        )
    elif event.sent_at is None:
        words = Text("Upward report {id} owed to {to}: {kind}", "应向 {to} 报送 {id}：{kind}")
    else:
        words = Text("Upward report {id} sent to {to}: {kind}", "已向 {to} 报送 {id}：{kind}")
    return teller.tell(
        words,
        (REASON, event.withdrawn),
        (_DUE, event.due_at),
        (_SENT, event.sent_at),
        (CHANNEL, event.channel),
        (_RECEIPT, event.receipt),
        (SHA256, event.text_sha256[:12]),
        id=event.id,
        to=event.recipient,
        kind=event.kind,
    )


def _proved(teller: Teller, event: e.EvidenceAdded) -> str:
    return teller.tell(
        Text("Evidence {id} ({kind}): {name}", "证据 {id}（{kind}）：{name}"),
        (_REFERENCE, event.reference),
        (_STEP, event.step),
        (SHA256, event.sha256[:12]),
        id=event.id,
        kind=EVIDENCE_KINDS.get(event.kind, event.kind),
        name=event.name,
    )


EVIDENCE_KINDS: Final = {
    "screenshot": Text("screenshot", "截图"),
    "log": Text("log", "日志"),
    "file": Text("file", "文件"),
    "text": Text("text", "文字"),
    "link": Text("link", "链接"),
    "approval": Text("approval", "审批"),
    "transcript": Text("transcript", "通话记录"),
}
