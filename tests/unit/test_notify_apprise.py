"""Apprise stands in the way of nobody who did not install it, so a stand-in of few lines plays it."""

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netfin_incident.errors import DefinitionError
from netfin_incident.notify.channel import Channel, Reason, Result
from netfin_incident.wording.notify_sayings import DRILL_MARK
from notify_sinks import SECRET, attempt, channel, page, reach

STAND_IN = '''
"""Writes down how it is called, and does what the file beside it says."""
import json, logging, pathlib, time
HERE = pathlib.Path(__file__).parent
class AppriseAsset:
    def __init__(self, **options):
        self.options = options
class Apprise:
    def __init__(self, asset):
        self.asset, self.servers = asset, []
    def add(self, url):
        self.servers.append(url)
        return True
    def notify(self, **given):
        said = {"url": self.servers[0], **self.asset.options, **given}
        (HERE / "calls.json").write_text(json.dumps(said))
        how = (HERE / "how").read_text()
        logging.getLogger("apprise").error("failed " + self.servers[0])
        if how == "hang":
            time.sleep(3)
        if how == "raise":
            raise RuntimeError(self.servers[0])
        return how == "yes"
'''


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "apprise.py").write_text(STAND_IN, encoding="utf-8")
    (tmp_path / "how").write_text("yes", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "apprise", raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    yield tmp_path
    sys.modules.pop("apprise", None)


def push(url: str = f"pover://user@{SECRET}", total: float = 5.0, *allow: str) -> Channel:
    return channel("apprise", {"url": "env:PUSH"}, reach(*allow, total=total), {"PUSH": url})


def refused(url: str, *allow: str) -> str:
    with pytest.raises(DefinitionError) as raised:
        push(url, 5.0, *allow)
    assert SECRET not in f"{raised.value} {raised.value.values}"
    return raised.value.slug


def test_a_page_goes_through_apprise_once_without_redirects(stand_in: Path) -> None:
    outcome = attempt(push(), page(text="@all 请确认", drill=True))
    assert outcome.result is Result.DELIVERED
    call = json.loads((stand_in / "calls.json").read_text(encoding="utf-8"))
    assert call["http_redirects"] is False
    assert call["secure_logging"] is True
    assert call["body"].startswith(DRILL_MARK)
    assert "＠all" in call["body"]


@pytest.mark.parametrize(
    ("how", "reason", "may_have_arrived"),
    [
        ("no", Reason.SAID_NO, False),
        ("hang", Reason.TIMED_OUT, True),
        ("raise", Reason.BROKEN_OFF, True),
    ],
)
def test_what_apprise_cannot_do_is_a_failure_that_shows_no_address(
    stand_in: Path,
    how: str,
    reason: Reason,
    may_have_arrived: bool,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    (stand_in / "how").write_text(how, encoding="utf-8")
    with caplog.at_level(logging.DEBUG):
        outcome = attempt(push(total=0.4), total=0.4)
    assert (outcome.result, outcome.reason) == (Result.FAILED, reason)
    assert outcome.may_have_arrived is may_have_arrived
    said = capfd.readouterr()
    assert SECRET not in said.out + said.err + caplog.text


def test_without_apprise_the_outcome_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    outcome = attempt(push())
    assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.NOT_INSTALLED)
    assert outcome.detail == "netfin-incident[notify]"


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "ALL_PROXY", "http_proxy"])
def test_apprise_is_not_used_where_a_proxy_would_see_the_page(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://proxy.example:3128")
    assert attempt(push()).reason is Reason.PROXY_SET


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("json://127.0.0.1:6379", "channel-scheme"),
        ("jsons://h.example", "channel-scheme"),
        ("file:///etc/passwd", "channel-scheme"),
        ("syslog://", "channel-scheme"),
        ("windows://", "channel-scheme"),
        ("apprise://h.example", "channel-scheme"),
        ("mailto://a:b@h.example", "channel-scheme"),
        ("gotify://h.example/x", "channel-scheme"),
        ("PoVer://x", "channel-scheme"),
        ("pover", "channel-scheme"),
        ("dingtalk://token", "apprise-own-kind"),
        ("feishu://token", "apprise-own-kind"),
        ("lark://token", "apprise-own-kind"),
        ("wecombot://key", "apprise-own-kind"),
        ("pover://a@b?verify=no", "apprise-option"),
        ("pover://a@b?VERIFY=no", "apprise-option"),
        ("pover://a@b?x=1&%76erify=no", "apprise-option"),
        ("pover://a@b?redirect=yes", "apprise-option"),
        ("pover://a@b?+X-Header=1", "apprise-option"),
        ("pover://a@b?retry=10", "apprise-option"),
        ("gotifys://h.example/t", "apprise-host"),
        ("gotifys://127.1/t", "apprise-host"),
        ("ntfys://[::ffff:169.254.169.254]/t", "apprise-host"),
        (f"nothing://{SECRET}", "channel-scheme"),
    ],
)
def test_an_address_that_leads_elsewhere_is_refused(url: str, slug: str) -> None:
    assert refused(url) == slug


def test_a_service_of_the_firm_is_used_where_its_host_is_named() -> None:
    push("gotifys://push.firm.example/token", 5.0, "push.firm.example")
    push("gotifys://10.1.2.3/token", 5.0, "10.1.2.3")
    assert refused("gotifys://10.1.2.3/token", "10.0.0.0/8") == "apprise-host"


@pytest.mark.usefixtures("stand_in")
def test_the_address_of_a_page_stays_in_its_place(stand_in: Path) -> None:
    way = push("twilio://sid:token@1555/{address}")
    attempt(way, page(address="138/../x?verify=no"))
    call = json.loads((stand_in / "calls.json").read_text(encoding="utf-8"))
    assert call["url"] == "twilio://sid:token@1555/138%2F..%2Fx%3Fverify%3Dno"
    for address in ("", "1\r\n2", "x" * 201):
        outcome = attempt(way, page(address=address))
        assert outcome.reason is Reason.ADDRESS_UNUSABLE
