import os
import re
from pathlib import Path

import pytest

from netfin_incident.app.carrying import defined
from netfin_incident.domain.roster import ContactChannel
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.channels import (
    NO_CHANNELS,
    check_channels_file,
    load_channels,
)
from netfin_incident.notify import KINDS, Surroundings
from netfin_incident.notify.definitions import make_channel
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from notify_sinks import NOW, reach
from other_users import STRANGER_UID, needs_root

DOC = Path(__file__).parents[2] / "docs/channels.md"
SMALL = """\
schema: netfin-channels/1
channels:
  sms:
    kind: http
    url: env:SMS_URL
    headers: {X-Team: "{to}"}
    drill: true
  post:
    kind: smtp
    host: mail.firm.example
    port: 587
ways: {gateway: sms}
allow: [mail.firm.example, 10.1.0.0/16]
authorities: firm.pem
drill: {participants: [ann]}
"""


def write(folder: Path, text: str = SMALL, mode: int = 0o600) -> Path:
    path = folder / "channels.yaml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        load_channels(path)
    assert "{" not in explain(raised.value, Language.EN).line
    return raised.value


def test_a_channel_is_read_as_it_stands_with_its_places(tmp_path: Path) -> None:
    path = write(tmp_path)
    sms, post = load_channels(path).channels
    assert (sms.name, sms.kind, sms.drill) == ("sms", "http", True)
    assert sms.fields == {"url": "env:SMS_URL", "headers": {"X-Team": "{to}"}}
    assert sms.place == Place(str(path), 3, 3)
    assert sms.places["url"] == Place(str(path), 5, 10)
    assert post.fields == {"host": "mail.firm.example", "port": "587"}
    assert not post.drill


def test_what_stands_beside_the_channels_is_read(tmp_path: Path) -> None:
    path = write(tmp_path)
    settings = load_channels(path)
    assert settings.allowed == (
        ("mail.firm.example", Place(str(path), 13, 9)),
        ("10.1.0.0/16", Place(str(path), 13, 28)),
    )
    assert settings.authorities == tmp_path / "firm.pem"
    assert settings.participants == {"ann": Place(str(path), 15, 24)}


def test_the_only_channel_of_the_usual_kind_is_taken_without_saying_so(tmp_path: Path) -> None:
    assert load_channels(write(tmp_path)).ways == {
        ContactChannel.SMS: "sms",
        ContactChannel.GATEWAY: "sms",
        ContactChannel.MAIL: "post",
    }


def test_of_two_channels_none_is_taken_without_saying_so(tmp_path: Path) -> None:
    more = "  voice: {kind: http, url: env:VOICE_URL}\nways: {gateway: sms}"
    settings = load_channels(write(tmp_path, SMALL.replace("ways: {gateway: sms}", more)))
    assert settings.ways == {ContactChannel.GATEWAY: "sms", ContactChannel.MAIL: "post"}


def test_a_missing_file_means_that_there_are_no_channels(tmp_path: Path) -> None:
    assert load_channels(tmp_path / "channels.yaml") == NO_CHANNELS
    assert check_channels_file(tmp_path / "channels.yaml") == (NO_CHANNELS, ())


@pytest.mark.parametrize(
    ("old", "new", "slug", "line"),
    [
        ("netfin-channels/1", "netfin-channels/2", "schema-unknown", 1),
        ("ways:", "way:", "field-unknown", 12),
        ("    kind: http\n", "", "field-missing", 4),
        ("kind: smtp", "kind: [smtp]", "field-not-text", 9),
        ("drill: true", "drill: yes", "field-not-a-flag", 7),
        ("{gateway: sms}", "{gateway: smss}", "way-channel-unknown", 12),
        ("{gateway: sms}", "{gateway: post}", "way-kind-unfit", 12),
        ("{gateway: sms}", "{phone: sms}", "field-unknown", 12),
        ("  post:", "  SMS:", "id-twice", 8),
        ("  post:", "  a b:", "id-unreadable", 8),
        ("[mail.firm.example, 10.1.0.0/16]", "mail.firm.example", "field-not-list", 13),
        ("[ann]", "[a b]", "id-unreadable", 15),
        ("  post:\n    kind: smtp", "  post: smtp\n  it:\n    kind: smtp", "field-not-mapping", 8),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, slug: str, line: int
) -> None:
    assert old in SMALL
    error = refused(write(tmp_path, SMALL.replace(old, new, 1)))
    assert (error.slug, error.place and error.place.line) == (slug, line)


def test_everything_that_is_wrong_is_found_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("kind: smtp", "kind: [x]").replace("drill: true", "drill: 1")
    _, errors = check_channels_file(write(tmp_path, text))
    assert [error.slug for error in errors] == ["field-not-a-flag", "field-not-text"]


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_refused(tmp_path: Path, mode: int) -> None:
    path = write(tmp_path, mode=mode)
    error = refused(path)
    assert (error.slug, error.place) == ("channels-open", Place(str(path)))
    assert f"chmod go-w {path}" in explain(error, Language.EN).hint


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    needs_root()
    path = write(tmp_path)
    os.chown(path, STRANGER_UID, -1)
    assert refused(path).slug == "channels-foreign-owner"


def test_the_example_in_the_document_makes_channels_that_can_be_used(tmp_path: Path) -> None:
    example = re.findall(r"```yaml\n(schema:.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)[0]
    settings = load_channels(write(tmp_path, example))
    named = re.findall(r"env:([A-Z_]+)", example)
    environ = dict.fromkeys(named, "https://robot.example/send?access_token=12345678")
    around = Surroundings(reach(), lambda: NOW, environ)
    kinds = [type(make_channel(defined(one), around)).__name__ for one in settings.channels]
    assert len(kinds) == len(settings.channels) > 3
    assert set(settings.ways) == {ContactChannel.SMS, ContactChannel.GATEWAY, ContactChannel.MAIL}


def test_the_document_describes_every_kind() -> None:
    text = DOC.read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in text] == []
    assert os.linesep in text
