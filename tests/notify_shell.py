"""A shell whose person has a roster of people who can be paged, and may set up channels."""

from pathlib import Path
from typing import Final

from shell import Shell

PEOPLE: Final = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  li-na:
    name: 李娜
    contacts:
      - {id: mobile, channel: phone, address: "+86 138 0000 0001"}
      - {id: chat, channel: dingtalk, address: env:CHAT}
      - {id: sms, channel: sms, address: "+86 138 0000 0001"}
  chen-yu:
    name: 陈宇
    language: en
    contacts:
      - {id: chat, channel: dingtalk, address: env:CHAT}
  zhao-min:
    name: 赵敏
    contacts:
      - {id: mobile, channel: phone, address: "+86 138 0000 0002"}
"""


class NotifyShell(Shell):
    """Its files are where the program looks for them by itself."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        folder = home / "config/netfin-incident"
        folder.mkdir(parents=True)
        (folder / "roster.yaml").write_text(PEOPLE, encoding="utf-8")
        self.channels_file = folder / "channels.yaml"

    def channels(self, text: str) -> Path:
        """Set the channels up; the file that says so."""
        self.channels_file.write_text(text, encoding="utf-8")
        self.channels_file.chmod(0o600)
        return self.channels_file
