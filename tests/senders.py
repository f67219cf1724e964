"""A roster and channels in files, and what sends pages by them to far sides on the loopback."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from netfin_incident.app.reading_again import ReadAgain
from netfin_incident.app.sending import Letter, Sender
from netfin_incident.domain.roster import Roster
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError
from netfin_incident.library.channels import load_channels
from netfin_incident.library.roster import load_roster
from netfin_incident.notify import Limits
from notify_sinks import AMPLE, NOW

PEOPLE = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann:
    name: 安
    contacts:
      - {id: desk, channel: phone, address: "+86 10 8888 0000"}
      - {id: chat, channel: dingtalk, address: env:CHAT_ANN}
      - {id: hook, channel: webhook, address: env:HOOK_ANN}
      - {id: sms, channel: sms, address: "+86 138 0000 0001"}
      - {id: away, channel: sms, address: env:NUMBER_ANN}
      - {id: mail, channel: mail, address: ann@firm.example}
      - {id: log, channel: file, address: env:LOG_ANN}
      - {id: app, channel: apprise, address: env:APP_ANN}
  bo:
    name: 博
    contacts:
      - {id: sms, channel: sms, address: "+86 138 0000 0002"}
      - {id: mail, channel: mail, address: bo@firm.example}
"""


@dataclass
class Office:
    """A folder with a roster and channels, and the variables of whoever sends."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def outbox(self) -> Path:
        return self.folder / "drill-outbox.jsonl"

    @property
    def roster_file(self) -> Path:
        return self.folder / "roster.yaml"

    @property
    def channels_file(self) -> Path:
        return self.folder / "channels.yaml"

    def people(self, text: str = PEOPLE) -> None:
        self.roster_file.write_text(text, encoding="utf-8")

    def channels(self, text: str) -> None:
        self.channels_file.write_text(f"schema: netfin-channels/1\n{text}", encoding="utf-8")
        self.channels_file.chmod(0o600)

    def present(self) -> Roster:
        roster = load_roster(self.roster_file)
        if roster is None:
            raise DefinitionError("roster-absent", path=self.roster_file)
        return roster

    def sender(self, environ: Mapping[str, str] | None = None) -> Sender:
        return Sender(
            self.present,
            ReadAgain(self.channels_file, load_channels, lambda _error: None).now,
            self.outbox,
            lambda: NOW,
            self.environ if environ is None else environ,
            limits=Limits(connect=AMPLE / 2, total=AMPLE),
        )


def letter(contact: str = "", to: str = "ann", mode: Mode = Mode.LIVE) -> Letter:
    """A page to one contact, or to a channel."""
    return Letter(to, contact, "INC-2025-0001 支付渠道中断", "请确认。", "n-1", mode, "4711")
