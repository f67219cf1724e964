import json
import os
import pty
import stat
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.notify import (
    ChannelDefinition,
    OutboxFile,
    Outcome,
    Page,
    Participant,
    Reason,
    Result,
    Sandbox,
    Surroundings,
    channels_for,
)
from netfin_incident.notify.channel import delivered
from netfin_incident.wording.notify_sayings import DRILL_MARK
from notify_sinks import NOW, MailServer, channel, listening, page, reach


@dataclass
class Recorded:
    """A way that keeps what it is given."""

    pages: list[Page] = field(default_factory=list)

    def send(self, page: Page) -> Outcome:
        self.pages.append(page)
        return delivered()


def outbox(folder: Path) -> OutboxFile:
    return OutboxFile(folder / "drill.jsonl", lambda: NOW)


def lines(folder: Path) -> list[dict[str, object]]:
    path = folder / "drill.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def around() -> Surroundings:
    return Surroundings(reach(), lambda: NOW, {})


MAIL = {"host": "127.0.0.1", "security": "none", "sender": "nfi@firm.example"}
PARTICIPANT = Participant("li.wei", "li.wei@firm.example")
ROBOT = ChannelDefinition("group", "dingtalk", {"url": "env:NOT_SET"})


def mail(port: int, *, drill: bool) -> Sequence[ChannelDefinition]:
    return [ChannelDefinition("mail", "smtp", {**MAIL, "port": str(port)}, drill=drill)]


def test_a_drill_gets_sandboxes_for_every_channel(tmp_path: Path) -> None:
    found = channels_for(Mode.DRILL, [ROBOT], around(), Sandbox(outbox(tmp_path)))
    assert isinstance(found.named("group"), Sandbox)
    assert found.named("group").send(page(drill=True)).result is Result.DELIVERED
    [line] = lines(tmp_path)
    assert line["drill"] is True
    assert str(line["text"]).startswith(DRILL_MARK)
    assert str(line["text"]).endswith(DRILL_MARK)


def test_a_drill_without_a_sandbox_gets_nothing() -> None:
    with pytest.raises(TypeError):
        channels_for(Mode.DRILL, [ROBOT], around(), None)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("sent", "opened", "arrives"),
    [
        (page(drill=True, address="li.wei@firm.example"), True, True),
        (page(drill=True, address="li.wei@firm.example"), False, False),
        (page(drill=True, address="customer@bank.example"), True, False),
        (page(drill=True, to="wang", address="li.wei@firm.example"), True, False),
        (page(drill=True, address="LI.WEI@firm.example"), True, False),
    ],
)
def test_a_drill_reaches_participants_at_their_own_address_and_nobody_else(
    tmp_path: Path, sent: Page, opened: bool, arrives: bool
) -> None:
    server = MailServer()
    with listening(server) as sink:
        rules = Sandbox(outbox(tmp_path), frozenset({PARTICIPANT}))
        found = channels_for(Mode.DRILL, mail(sink.port, drill=opened), around(), rules)
        assert found.named("mail").send(sent).result is Result.DELIVERED
        assert bool(sink.connections) is arrives
    assert (tmp_path / "drill.jsonl").exists() is not arrives
    assert (DRILL_MARK.encode() in server.mail) is False  # encoded: the marker is not ASCII
    assert bool(server.mail) is arrives


def test_a_real_page_is_refused_by_a_sandbox(tmp_path: Path) -> None:
    way = Recorded()
    sandbox = Sandbox(outbox(tmp_path), frozenset({PARTICIPANT}), way)
    outcome = sandbox.send(page(address=PARTICIPANT.address))
    assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.NOT_A_DRILL)
    assert way.pages == []
    assert not (tmp_path / "drill.jsonl").exists()


def test_the_page_of_a_drill_is_refused_by_every_live_channel() -> None:
    server = MailServer()
    with listening(server) as sink:
        found = channels_for(Mode.LIVE, mail(sink.port, drill=True), around())
        outcome = found.named("mail").send(page(drill=True, address="li.wei@firm.example"))
        assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.IS_A_DRILL)
        assert sink.connections == 0
        real = found.named("mail").send(page(address="li.wei@firm.example"))
        assert real.result is Result.DELIVERED


def test_one_channel_that_cannot_be_used_does_not_silence_the_others(tmp_path: Path) -> None:
    file = ChannelDefinition("file", "file", {"path": str(tmp_path / "pages.jsonl")})
    found = channels_for(Mode.LIVE, [ROBOT, file], around())
    assert found.named("file").send(page()).result is Result.DELIVERED
    with pytest.raises(DefinitionError) as raised:
        found.named("group")
    assert raised.value.slug == "secret-variable-missing"


def test_two_channels_of_one_name_are_both_left_out(tmp_path: Path) -> None:
    file = ChannelDefinition("file", "file", {"path": str(tmp_path / "pages.jsonl")})
    found = channels_for(Mode.LIVE, [file, file], around())
    with pytest.raises(DefinitionError) as raised:
        found.named("file")
    assert raised.value.slug == "channel-twice"


def test_a_channel_that_is_not_there_is_named_with_the_nearest() -> None:
    found = channels_for(Mode.LIVE, [ROBOT], around())
    with pytest.raises(UsageError) as raised:
        found.named("grup")
    assert (raised.value.slug, raised.value.values["choices"]) == ("channel-unknown", ("group",))


# The file


def test_a_page_is_one_line_in_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    os.umask(0)
    hostile = page(text="a\nb\u2028c\x1b[2J", subject="x\r\ny")
    assert outbox(tmp_path).send(hostile).result is Result.DELIVERED
    assert outbox(tmp_path).send(page()).result is Result.DELIVERED
    path = tmp_path / "drill.jsonl"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_bytes().splitlines()) == 2
    assert path.read_bytes().replace(b"\n", b"").decode().isprintable()
    assert "code" not in lines(tmp_path)[0]


def test_a_file_with_an_open_mode_is_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "drill.jsonl"
    path.write_text("", encoding="utf-8")
    path.chmod(0o666)
    outbox(tmp_path).send(page())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_line_that_was_torn_does_not_spoil_the_next(tmp_path: Path) -> None:
    (tmp_path / "drill.jsonl").write_text('{"at": "20', encoding="utf-8")
    outbox(tmp_path).send(page())
    last = (tmp_path / "drill.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(last)["key"] == "n-1"


def test_a_link_a_pipe_and_a_folder_are_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", ".", "no/where"):
        outcome = OutboxFile(tmp_path / name, lambda: NOW).send(page())
        assert outcome.reason is Reason.NOT_WRITTEN
    assert OutboxFile(Path("/dev/full"), lambda: NOW).send(page()).reason is Reason.NOT_WRITTEN
    assert (tmp_path / "real").read_text(encoding="utf-8") == ""


def test_pages_written_at_once_do_not_mix(tmp_path: Path) -> None:
    def write(who: str) -> None:
        for number in range(20):
            outbox(tmp_path).send(page(to=who, key=f"{who}-{number}", text="断" * 3000))

    threads = [threading.Thread(target=write, args=(f"p{number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({line["key"] for line in lines(tmp_path)}) == 120


# The bell


def test_the_bell_rings_and_says_nothing_else_unless_it_is_asked_to() -> None:
    ours, theirs = pty.openpty()
    try:
        path = os.ttyname(theirs)
        assert channel("console", {"path": path}).send(page()).result is Result.DELIVERED
        assert os.read(ours, 100) == b"\a"
        said = channel("console", {"path": path, "says_subject": "true"})
        said.send(page(subject="断\x1b[2J\r\n渠道"))
        assert os.read(ours, 100).decode().split() == ["\a", "断", "渠道"]
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_terminal_that_is_stopped_is_not_waited_for() -> None:
    ours, theirs = pty.openpty()
    try:
        way = channel("console", {"path": os.ttyname(theirs), "says_subject": "true"})
        results = {way.send(page(subject="断" * 100)).result for _ in range(500)}
        assert Result.FAILED in results
    finally:
        os.close(ours)
        os.close(theirs)


def test_what_is_no_terminal_does_not_ring(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "file", tmp_path / "nothing", Path("/dev/null")):
        assert channel("console", {"path": str(path)}).send(page()).reason is Reason.NOT_WRITTEN
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""
