import re
from itertools import pairwise
from pathlib import Path

import pytest

from netfin_incident.domain.services import Criticality, Service, affected_by
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.services import (
    check_services,
    find_service,
    load_services,
    read_services,
)
from netfin_incident.library.source import read_source
from playbook_text import assert_said

SMALL = """\
schema: netfin-services/1
services:
  pay:
    name: {zh: 支付, en: Payment}
    owner: li-na
    deputy: zhao-min
    criticality: vital
    rto: 1h30m
    rpo: 0s
    depends_on: [ledger, sms]
    channels: [手机银行 App, web]
    playbooks: [payment-channel-outage]
  ledger:
    name: {zh: 账务, en: Ledger}
    owner: 账务团队
    deputy: wang-lei
    criticality: important
    depends_on: [store]
  store:
    name: {zh: 存储, en: Storage}
    owner: platform
    deputy: chen-yu
    criticality: normal
  sms:
    name: {zh: 短信, en: Text messages}
    owner: platform
    deputy: chen-yu
    criticality: normal
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "services.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        load_services(path)
    assert_said(raised.value)
    return raised.value


def test_every_field_of_a_service_is_read(tmp_path: Path) -> None:
    pay, ledger, *_ = load_services(write(tmp_path, SMALL))
    assert pay == Service(
        id="pay",
        name=Text("Payment", "支付"),
        owner="li-na",
        deputy="zhao-min",
        criticality=Criticality.VITAL,
        rto=5400,
        rpo=0,
        depends_on=("ledger", "sms"),
        channels=("手机银行 App", "web"),
        playbooks=("payment-channel-outage",),
    )
    assert (ledger.owner, ledger.rto, ledger.channels) == ("账务团队", None, ())


def test_services_keep_the_order_of_the_file(tmp_path: Path) -> None:
    services = load_services(write(tmp_path, SMALL))
    assert [one.id for one in services] == ["pay", "ledger", "store", "sms"]


def test_a_missing_file_means_no_services(tmp_path: Path) -> None:
    assert load_services(tmp_path / "services.yaml") == ()
    assert check_services(tmp_path / "services.yaml", ()) == ()


def test_a_link_to_nowhere_is_not_taken_for_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.symlink_to(tmp_path / "gone.yaml")
    assert refused(path).slug == "definition-symlink"


# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_FILES: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-services/1", "¦netfin-services/2", "schema-unknown"),
    "no services": ("services:\n  pay:", "servces:\n  pay:", "field-missing"),
    "an unknown field": ("rto: 1h30m", "¦rtoo: 1h30m", "field-unknown"),
    "no owner": ("    owner: li-na\n", "", "field-missing"),
    "an empty deputy": ("deputy: zhao-min", "deputy: ¦''", "field-empty"),
    "one person as owner and deputy": ("deputy: zhao-min", "deputy: ¦Li-Na", "owner-is-deputy"),
    "an unknown criticality": ("criticality: vital", "criticality: ¦high", "choice-unknown"),
    "an objective in words": ("rto: 1h30m", "rto: ¦soon", "limit-unreadable"),
    "a negative objective": ("rto: 1h30m", "rto: ¦-5m", "limit-out-of-range"),
    "an objective beyond a year": ("rpo: 0s", "rpo: ¦367d", "limit-out-of-range"),
    "an unknown dependency": ("[ledger, sms]", "[ledger, ¦sns]", "dependency-unknown"),
    "a dependency on itself": ("[ledger, sms]", "[ledger, sms, ¦pay]", "dependency-circle"),
    "a circle": ("[store]", "[pay]", "dependency-circle"),
    "an id that differs in capitals": ("\n  store:", "\n  ¦PAY: {}\n  store:", "id-twice"),
    "an id twice": ("\n  store:", "\n  ¦pay:", "yaml-key-twice"),
    "an id with a blank": ("\n  store:", "\n  ¦the store: {}\n  store:", "id-unreadable"),
    "a playbook that is no id": ("[payment-channel-outage]", "[¦支付]", "id-unreadable"),
    "channels that are one line": ("[手机银行 App, web]", "¦web", "field-not-list"),
    "services that are a list": (
        SMALL[SMALL.index("\n  pay:") :],
        "\n  ¦- pay\n",
        "field-not-mapping",
    ),
    "a service that is a word": ("\n  sms:\n", "\n  other: ¦word\n  sms:\n", "field-not-mapping"),
    "a control character": ("zhao-min", "zhao¦\u202emin", "definition-character"),
}


@pytest.mark.parametrize(("old", "new", "slug"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    marked = changed(old, new)
    path = write(tmp_path, marked.replace("¦", ""))
    error = refused(path)
    assert error.slug == slug
    if "¦" in marked:
        before = marked[: marked.index("¦")].split("\n")
        assert error.place == Place(str(path), len(before), len(before[-1]) + 1)


def test_a_circle_is_shown_from_the_service_that_needs_to_the_one_it_needs(tmp_path: Path) -> None:
    error = refused(write(tmp_path, changed("[store]", "[pay]")))
    circle = str(error.values["path"]).split(" → ")
    needs = {"pay": {"ledger", "sms"}, "ledger": {"pay"}}
    assert circle[0] == circle[-1]
    assert all(there in needs[here] for here, there in pairwise(circle))


def test_a_long_chain_of_services_is_read(tmp_path: Path) -> None:
    chain = "".join(
        f"  s{n}: {{name: x, owner: a, deputy: b, criticality: normal, depends_on: [s{n + 1}]}}\n"
        for n in range(2_000)
    )
    last = "  s2000: {name: x, owner: a, deputy: b, criticality: normal}\n"
    path = write(tmp_path, f"schema: netfin-services/1\nservices:\n{chain}{last}")
    services = load_services(path)
    assert len(affected_by("s2000", services)) == 2_000


def test_one_look_names_every_error(tmp_path: Path) -> None:
    text = SMALL.replace("rto: 1h30m", "rto: soon").replace("deputy: wang-lei", "deputy: 账务团队")
    _, reading = read_services(read_source(write(tmp_path, text)))
    assert [error.slug for error in reading.errors] == ["limit-unreadable", "owner-is-deputy"]


def test_a_check_names_unknown_playbooks_and_missing_translations(tmp_path: Path) -> None:
    path = write(tmp_path, changed("{zh: 存储, en: Storage}", "Storage"))
    found = check_services(path, ["payment-channel", "phishing"])
    assert [error.slug for error in found] == ["service-playbook-unknown", "translation-missing"]
    assert found[0].values["choices"] == ("payment-channel",)
    for error in found:
        assert_said(error)
    assert check_services(write(tmp_path, SMALL), ["payment-channel-outage"]) == ()


def test_a_check_names_what_is_not_yaml(tmp_path: Path) -> None:
    (error,) = check_services(write(tmp_path, "a: b: c\n"), ())
    assert error.slug == "yaml-colon"


def test_a_service_is_found_by_its_id_and_a_misspelt_one_gets_the_nearest(tmp_path: Path) -> None:
    services = load_services(write(tmp_path, SMALL))
    assert find_service("sms", services).name.en == "Text messages"
    with pytest.raises(DefinitionError) as raised:
        find_service("ledgr", services)
    assert_said(raised.value)
    assert raised.value.values["choices"] == ("ledger",)


def test_a_failing_service_affects_what_stands_on_it_also_through_others(tmp_path: Path) -> None:
    services = load_services(write(tmp_path, SMALL))
    assert [one.id for one in affected_by("store", services)] == ["pay", "ledger"]
    assert affected_by("pay", services) == ()


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/services.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    path = write(tmp_path, example[1])
    assert check_services(path, ["payment-channel-outage"]) == ()
    pay, *_ = load_services(path)
    assert (pay.rto, pay.rpo, pay.depends_on) == (1800, 0, ("core-ledger", "sms-gateway"))


def test_every_field_of_a_service_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs/services.md").read_text(encoding="utf-8")
    fields = [name for name in Service.__dataclass_fields__ if name != "id"]
    assert [name for name in fields if f"\n| `{name}` |" not in page] == []
    assert [one.value for one in Criticality if f"`{one.value}`" not in page] == []
