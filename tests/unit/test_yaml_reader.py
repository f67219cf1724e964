import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from netfin_incident.domain.text import clean
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.paths import definition_folders, shipped_folder
from netfin_incident.library.source import MAX_BYTES, is_common, read_source
from netfin_incident.library.yaml_reader import MAX_DEPTH, Document, read_yaml
from netfin_incident.wording.yaml_sayings import YAML_SAYINGS
from playbook_text import assert_said

BILLION_LAUGHS = "a: &a [ha, ha]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

BAD_TEXTS = {
    "Y1 aliases that multiply": (BILLION_LAUGHS, "yaml-alias", 1, 4),
    "Y2 a call of Python": ("a: !!python/object/apply:os.system [id]\n", "yaml-tag", 1, 4),
    "Y3 the same key twice": ("id: a\nname: b\nid: c\n", "yaml-key-twice", 3, 1),
    "Y5 lists 5,000 deep": ("a: " + "[" * 5_000, "yaml-too-deep", 1, 3 + MAX_DEPTH),
    "Y5 mappings 5,000 deep": ("{a: " * 5_000, "yaml-too-deep", 1, 1 + 4 * MAX_DEPTH),
    "Y5 dashes 100,000 deep": ("- " * 100_000, "yaml-too-deep", 1, 1 + 2 * MAX_DEPTH),
    "Y6 a list within itself": ("a: &a [*a]\n", "yaml-alias", 1, 4),
    "Y6 a mapping within itself": ("&a {k: *a}\n", "yaml-alias", 1, 1),
    "Y6 an alias alone": ("a: *b\n", "yaml-alias", 1, 4),
    "Y7 two documents": ("a: 1\n---\nb: 2\n", "yaml-several-documents", 2, 1),
    "Y8 an escape character": ("a: \x1b[2J\n", "definition-character", 1, 4),
    "Y8 an escape written as such": ('a: "\\e[2J"\n', "definition-character", 1, 4),
    "Y8 a zero byte": ("a: b\0c\n", "definition-character", 1, 5),
    "Y8 a zero byte written as such": ('a: b\nc: "\\0"\n', "definition-character", 2, 4),
    "Y10 tab as indentation": ("a:\n\tb: 1\n", "yaml-tab", 2, 1),
    "Y10 tab after spaces": ("a:\n  b: 1\n  \tc: 1\n", "yaml-tab", 3, 3),
    "Y12 a list as key": ("[a, b]: c\n", "yaml-key-not-text", 1, 1),
    "Y12 a mapping as key": ("? {a: b}\n: c\n", "yaml-key-not-text", 1, 3),
    "Y12 bytes": ("a: !!binary aGk=\n", "yaml-tag", 1, 4),
    "Y12 a merge": ("a: {approver: x}\n<<: {approver: y}\n", "yaml-merge", 2, 1),
    "Y13 20,000 anchors": ("a:\n" + "- &x y\n" * 20_000, "yaml-alias", 2, 3),
    "Y19 twins in NFC and NFD": ("é: 1\ne\u0301: 2\n", "yaml-key-twice", 2, 1),
    "Y19 text turned round": ("a: b\u202ec\n", "definition-character", 1, 5),
    "Y19 text turned round, as such": ('a: "\\u202e"\n', "definition-character", 1, 4),
    "Y19 a zero-width space": ("a: b\u200bc\n", "definition-character", 1, 5),
    "a colon in a text": ("a: b: c\n", "yaml-colon", 1, 5),
    "a quotation without end": ('a: "b\n', "yaml-malformed", 2, 1),
    "a bracket without end": ("a: [b\nc: d\n", "yaml-malformed", 2, 2),
    "nothing": ("", "yaml-empty", 0, 0),
    "nothing but a comment": ("# later\n", "yaml-empty", 0, 0),
}


def read(path: Path) -> Document:
    return read_yaml(read_source(path))


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        read(path)
    assert_said(raised.value)
    return raised.value


def written(folder: Path, data: bytes) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("text", "slug", "line", "column"), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_bad_yaml_is_refused_where_it_stands(
    text: str, slug: str, line: int, column: int, tmp_path: Path
) -> None:
    path = written(tmp_path, text.encode())
    error = refused(path)
    assert (error.slug, error.place) == (slug, Place(str(path), line, column))


def test_no_value_is_typed_for_its_looks(tmp_path: Path) -> None:
    text = "country: no\ntime: 12:30\nver: 1.10\nid: 010\nn: .inf\nnil: ~\nempty:\non: yes\n"
    assert read(written(tmp_path, text.encode())).tree == {
        "country": "no",
        "time": "12:30",
        "ver": "1.10",
        "id": "010",
        "n": ".inf",
        "nil": "~",
        "empty": "",
        "on": "yes",
    }


def test_a_number_of_5000_digits_stays_text(tmp_path: Path) -> None:
    digits = "9" * 5_000
    assert read(written(tmp_path, f"n: {digits}\n".encode())).tree == {"n": digits}


def test_every_value_and_key_has_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "a:\n  - b: 支付\n    c: [x, y]\n".encode())
    document = read(path)
    tree: Any = document.tree
    assert tree == {"a": [{"b": "支付", "c": ["x", "y"]}]}
    listed, inner = tree["a"], tree["a"][0]
    assert document.place(inner, "b") == Place(str(path), 2, 8)
    assert document.place(inner["c"], 1) == Place(str(path), 3, 12)
    assert document.key_place(inner, "c") == Place(str(path), 3, 5)
    assert document.key_place(listed, 0) == document.place(listed, 0) == Place(str(path), 2, 5)


def test_as_deep_as_allowed_is_read(tmp_path: Path) -> None:
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert isinstance(read(written(tmp_path, text.encode())).tree, list)


def test_a_tab_inside_a_text_is_kept(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"a: |\n  b\tc\n")).tree == {"a": "b\tc\n"}


def test_emoji_and_windows_line_ends_are_plain_text(tmp_path: Path) -> None:
    data = "a: 值班👩‍💻\r\nb: c\r\n".encode()
    assert read(written(tmp_path, data)).tree == {"a": "值班👩‍💻", "b": "c"}


def test_decomposed_text_is_composed_and_not_mistaken_for_hidden_characters(
    tmp_path: Path,
) -> None:
    text = unicodedata.normalize("NFD", 'a: café\nb: "e\\u0301"\n')
    assert read(written(tmp_path, text.encode())).tree == {"a": "café", "b": "é"}


def test_the_usual_characters_are_those_that_cleaning_leaves_alone() -> None:
    """Whatever stands beside them: none is a mark, which could be composed with another."""
    usual = [c for c in map(chr, range(0x110000)) if is_common(c)]
    assert len(usual) > 20_000
    assert not {c for c in usual if clean(c) != c or unicodedata.category(c)[0] == "M"}
    joined = "".join(usual)
    assert clean(joined) == joined == clean(joined[::-1])[::-1]


def test_a_tower_of_marks_on_a_key_is_cut_down(tmp_path: Path) -> None:
    """Composing such a tower as it stands takes the square of its height."""
    tower = "a" + "\u0301\u0323" * 60_000
    tree = read(written(tmp_path, f"? {tower}\n: b\n".encode())).tree
    assert isinstance(tree, dict)
    assert [(len(key), value) for key, value in tree.items()] == [(30, "b")]


def test_a_byte_order_mark_is_tolerated_at_the_start_only(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfa: b\n")
    document = read(path)
    tree: Any = document.tree
    assert document.place(tree, "a") == Place(str(path), 1, 4)
    error = refused(written(tmp_path, b"a: b\n\xef\xbb\xbfc: d\n"))
    assert (error.slug, error.place) == ("definition-character", Place(str(path), 2, 1))


@pytest.mark.parametrize(
    ("encoding", "guess", "line"), [("gb18030", "GB18030", 2), ("utf-16", "UTF-16", 0)]
)
def test_another_encoding_is_named(encoding: str, guess: str, line: int, tmp_path: Path) -> None:
    path = written(tmp_path, "a: b\nc: 支付通道\n".encode(encoding))
    error = refused(path)
    assert (error.slug, error.place) == ("definition-not-utf8", Place(str(path), line))
    assert error.values["encoding"] == guess


def test_utf16_without_mark_is_refused_for_its_zero_bytes(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "a: b\n".encode("utf-16-le"))).slug == "definition-character"


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_read(tmp_path: Path) -> None:
    most = b"#" * MAX_BYTES
    assert refused(written(tmp_path, most)).slug == "yaml-empty"
    assert refused(written(tmp_path, most + b"#")).slug == "definition-too-large"


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path, b"")
    os.truncate(path, 200 * 1024 * 1024)
    assert refused(path).slug == "definition-too-large"


def test_links_pipes_devices_and_folders_are_refused_unopened(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.yaml", tmp_path / "pipe.yaml"
    link.symlink_to(written(tmp_path, b"a: b\n"))
    os.mkfifo(pipe)
    assert refused(link).slug == "definition-symlink"
    assert refused(pipe).slug == "definition-not-a-file"
    assert refused(Path("/dev/zero")).slug == "definition-not-a-file"
    assert refused(tmp_path).slug == "definition-not-a-file"


def test_a_file_that_is_not_there_or_has_an_impossible_name_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.yaml").slug == "definition-missing"
    assert refused(tmp_path / "a.yaml" / "b.yaml").slug == "definition-missing"
    assert refused(tmp_path / ("n" * 300)).slug == "definition-unreadable"


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    with_mark = read_source(written(tmp_path, b"\xef\xbb\xbfa: b\n"))
    without = read_source(written(tmp_path, b"a: b\n"))
    assert with_mark.text == without.text
    assert with_mark.sha256 != without.sha256
    assert len(without.sha256) == 64


def test_folders_come_in_the_order_in_which_they_win(tmp_path: Path) -> None:
    site, own = tmp_path / "site", tmp_path / "own"
    shipped = shipped_folder("playbooks")
    assert (shipped / "payment-channel-outage.yaml").is_file()
    assert definition_folders("playbooks", None, None) == (shipped,)
    assert definition_folders("playbooks", site, own) == (shipped, site, own)


def test_a_kind_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(DefinitionError) as raised:
        shipped_folder("nothing-of-the-kind")
    assert raised.value.slug == "shipped-folder-missing"
    assert_said(raised.value)


def test_every_sentence_about_yaml_is_tried_here() -> None:
    elsewhere = {
        "definition-missing",
        "definition-not-a-file",
        "definition-symlink",
        "definition-unreadable",
        "definition-too-large",
        "definition-not-utf8",
        "shipped-folder-missing",
    }
    assert {case[1] for case in BAD_TEXTS.values()} | elsewhere == set(YAML_SAYINGS)
