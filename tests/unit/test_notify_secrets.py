import copy
import json
import os
import pickle
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.notify.secrets import MASK, Secret, read_secret, redact

VALUE = "canary-5f2c/9+x="
PLACE = Place("channels.yaml", 3)


def written(folder: Path, content: bytes = VALUE.encode(), mode: int = 0o600) -> str:
    path = folder / "token"
    path.write_bytes(content)
    path.chmod(mode)
    return f"file:{path}"


def refused(reference: str, **environ: str) -> str:
    with pytest.raises(DefinitionError) as raised:
        read_secret(reference, environ, "secret", PLACE)
    shown = f"{raised.value} {raised.value!r} {raised.value.values} {trace(raised.value)}"
    assert VALUE not in shown
    assert raised.value.place == PLACE
    return raised.value.slug


def trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


@dataclass(frozen=True)
class Holder:
    token: Secret


def test_a_secret_shows_itself_only_when_asked() -> None:
    secret = Secret(VALUE)
    holder = Holder(secret)
    shown = f"{secret} {secret!r} {secret!s:>20} {secret:>20} {[secret]} {holder} {vars(holder)}"
    assert VALUE not in shown
    assert str(secret) == MASK
    assert secret.reveal() == VALUE


def test_a_secret_is_not_written_anywhere_by_accident() -> None:
    secret = Secret(VALUE)
    for leak in (pickle.dumps, json.dumps, copy.deepcopy, lambda s: asdict(Holder(s)), vars):
        with pytest.raises(TypeError) as raised:
            leak(secret)
        assert VALUE not in trace(raised.value)


def test_two_secrets_are_equal_when_their_texts_are() -> None:
    assert Secret(VALUE) == Secret(VALUE)
    assert hash(Secret(VALUE)) == hash(Secret(VALUE))
    assert Secret(VALUE) != Secret(f"{VALUE}x")
    assert Secret(VALUE) != VALUE


def test_a_secret_comes_from_a_variable() -> None:
    assert read_secret("env:TOKEN", {"TOKEN": VALUE}, "secret", None) == Secret(VALUE)


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_secret_comes_from_a_file_without_its_line_end(tmp_path: Path, end: bytes) -> None:
    reference = written(tmp_path, VALUE.encode() + end)
    assert read_secret(reference, {}, "secret", None) == Secret(VALUE)


@pytest.mark.parametrize(
    "reference",
    [VALUE, "", "env:", "env:A B", "env:1A", "file:", "file:token", "file:~/t", "ENV:TOKEN", "x:y"],
)
def test_what_is_no_reference_is_refused_and_not_repeated(reference: str) -> None:
    assert refused(reference) == "secret-not-a-reference"


def test_a_variable_that_is_not_set_or_empty_is_refused() -> None:
    assert refused("env:TOKEN") == "secret-variable-missing"
    assert refused("env:TOKEN", TOKEN="") == "secret-variable-missing"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o620, 0o602, 0o777])
def test_a_file_that_others_may_open_is_refused(tmp_path: Path, mode: int) -> None:
    reference = written(tmp_path, mode=mode)
    by_group_of_root = mode == 0o640 and os.geteuid() == 0
    if by_group_of_root:
        assert read_secret(reference, {}, "secret", None) == Secret(VALUE)
    else:
        assert refused(reference) == "secret-file-open"


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    reference = written(tmp_path)
    os.chown(tmp_path / "token", 12_345, 12_345)
    assert refused(reference) == "secret-file-foreign"


def test_a_folder_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    for name in ("pipe", "nothing", ".", "a\x00b"):
        assert refused(f"file:{tmp_path / name}") == "secret-file-unreadable"
    assert refused("file:/dev/zero") == "secret-file-unreadable"


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"two\nlines", b"\x1b[2J", b"\xff\xfe", b"a\x00b", b"x" * 5000, b"x" * 99_999],
)
def test_a_file_without_a_usable_secret_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(written(tmp_path, content)) == "secret-unusable"


@pytest.mark.parametrize(
    "form",
    [VALUE, "canary-5f2c%2F9%2Bx%3D", "canary-5f2c/9%2Bx%3D", "Y2FuYXJ5LTVmMmMvOSt4PQ==", json.dumps(VALUE)[1:-1]],
)  # fmt: skip
def test_every_usual_form_of_a_secret_is_masked(form: str) -> None:
    assert redact(f"said {form}, twice {form}", [Secret(VALUE)]) == f"said {MASK}, twice {MASK}"


def test_a_secret_with_marks_is_masked_as_json_and_html_write_it() -> None:
    secret = Secret('a"<b>&密')
    for form in ('a\\"<b>&密', "a&quot;&lt;b&gt;&amp;密", 'a\\"<b>&\\u5bc6'):
        assert redact(form, [secret]) == MASK


def test_the_token_in_a_secret_address_is_masked_by_itself() -> None:
    url = Secret("https://oapi.example/robot/send?access_token=tok%2Fen123&x=1")
    said = redact("access_token tok%2Fen123 or tok/en123 on oapi.example", [url])
    assert said == f"access_token {MASK} or {MASK} on oapi.example"


def test_the_longer_of_two_secrets_leaves_no_rest() -> None:
    assert redact("abcdef", [Secret("abc"), Secret("abcdef")]) == MASK
