import re
from pathlib import Path

import pytest

from firm_cases import ENTITY, shelf
from netfin_incident.domain.firm import Entity, Licence
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.entity import (
    LISTS,
    NEEDED,
    OPTIONAL,
    check_entity,
    entity_text,
    load_entity,
)
from playbook_text import assert_said

CLOCKS = shelf()
PAGE = (Path(__file__).parents[2] / "docs/firm.md").read_text(encoding="utf-8")


def write(folder: Path, text: str = ENTITY) -> Path:
    path = folder / "entity.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def changed(old: str, new: str) -> str:
    assert ENTITY.count(old) == 1, old
    return ENTITY.replace(old, new)


def test_every_field_of_a_firm_is_read(tmp_path: Path) -> None:
    assert load_entity(write(tmp_path), CLOCKS) == Entity(
        name=Text("Example Payments", "示例支付"),
        licences=(Licence.PAYMENT, Licence.FUND_SALES),
        critical_infrastructure=False,
        domicile="CN-SH",
        regimes=("cn", "cn-network-operator", "cn-pboc"),
        zone="Asia/Shanghai",
        calendar="cn",
        kinds=("credit_institution",),
    )


def test_no_file_means_that_nobody_has_said_what_the_firm_is(tmp_path: Path) -> None:
    assert load_entity(tmp_path / "entity.yaml", CLOCKS) is None
    assert check_entity(tmp_path / "entity.yaml", CLOCKS) == ()


# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_FILES: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-entity/1", "¦netfin-entity/2", "schema-unknown"),
    "an unknown field": ("calendar: cn", "¦calender: cn", "field-unknown"),
    "no zone": ("zone: Asia/Shanghai\n", "", "field-missing"),
    "an unknown licence": ("[payment,", "[¦paymnt,", "choice-unknown"),
    "no licence": ("[payment, fund_sales]", "¦[]", "field-empty"),
    "an operator in words": ("infrastructure: false", "infrastructure: ¦maybe", "field-not-a-flag"),
    "a domicile in words": ("CN-SH", "¦Shanghai", "entity-domicile"),
    "an unknown regime": ("cn-pboc]", "¦cn-pbco]", "entity-regime-unknown"),
    "an unknown kind": ("[credit_institution]", "[¦credit_institute]", "entity-kind-unknown"),
    "an unknown zone": ("Asia/Shanghai", "¦Asia/Shangai", "roster-zone-unknown"),
    "an unknown calendar": ("calendar: cn", "calendar: ¦cm", "calendar-unknown"),
}


@pytest.mark.parametrize(("old", "new", "slug"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    marked = changed(old, new)
    path = write(tmp_path, marked.replace("¦", ""))
    with pytest.raises(DefinitionError) as raised:
        load_entity(path, CLOCKS)
    assert_said(raised.value)
    assert raised.value.slug == slug
    if "¦" in marked:
        before = marked[: marked.index("¦")].split("\n")
        assert raised.value.place == Place(str(path), len(before), len(before[-1]) + 1)


def test_an_unknown_regime_gets_the_nearest_that_a_clock_knows(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as raised:
        load_entity(write(tmp_path, changed("[cn, cn-network-operator", "[cn, dorra")), CLOCKS)
    assert raised.value.values["choices"] == ("dora",)


def test_a_regime_of_the_firm_s_own_clock_is_known_though_that_clock_cannot_be_used(
    tmp_path: Path,
) -> None:
    own = tmp_path / "clocks"
    own.mkdir()
    broken = "schema: netfin-clock/1\nid: ours\nregimes: [group-policy]\nversion: none\n"
    (own / "ours.yaml").write_text(broken, encoding="utf-8")
    path = write(tmp_path, changed("cn-pboc]", "group-policy]"))
    entity = load_entity(path, shelf(own))
    assert entity is not None
    assert entity.regimes[-1] == "group-policy"


@pytest.mark.parametrize(
    ("operator", "regime", "slugs"),
    [
        ("true", "cn-cii", []),
        ("false", "cn-pboc", []),
        ("true", "cn-pboc", ["entity-operator-without-regime"]),
        ("false", "cn-cii", ["entity-operator-denied"]),
    ],
)
def test_an_operator_of_critical_infrastructure_is_under_a_regime_for_one(
    operator: str, regime: str, slugs: list[str], tmp_path: Path
) -> None:
    text = ENTITY.replace("false", operator).replace("cn-pboc", regime)
    found = check_entity(write(tmp_path, text), CLOCKS)
    assert [error.slug for error in found] == slugs
    for error in found:
        assert error.place == Place(str(tmp_path / "entity.yaml"), 4, 26)
        assert_said(error)


def test_a_check_names_a_name_in_one_language(tmp_path: Path) -> None:
    text = changed("{zh: 示例支付, en: Example Payments}", "示例支付")
    found = check_entity(write(tmp_path, text), CLOCKS)
    assert [error.slug for error in found] == ["translation-missing"]


def test_what_is_written_from_answers_is_read_as_they_were_given(tmp_path: Path) -> None:
    name = Text('A "quoted": name, {braces} # and more', "甲：乙，丙")
    text = entity_text(
        {
            "calendar": "cn", "zone": "Asia/Shanghai", "domicile": "CN-SH", "regimes": [],
            "licences": ["bank"], "critical_infrastructure": "true", "name": name,
        }
    )  # fmt: skip
    entity = load_entity(write(tmp_path, text), CLOCKS)
    assert entity == Entity(
        name, (Licence.BANK,), critical_infrastructure=True, domicile="CN-SH", regimes=(),
        zone="Asia/Shanghai", calendar="cn",
    )  # fmt: skip


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    example, _ = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = write(tmp_path, example)
    assert check_entity(path, CLOCKS) == ()
    entity = load_entity(path, CLOCKS)
    assert entity is not None
    assert (entity.domicile, entity.calendar) == ("CN-SH", "cn")


def test_every_field_and_every_licence_is_in_the_documentation() -> None:
    fields = set(Entity.__dataclass_fields__)
    assert fields == {*NEEDED, *OPTIONAL}
    assert fields >= set(LISTS)
    assert [name for name in fields if f"\n| `{name}` |" not in PAGE] == []
    assert [one.value for one in Licence if f"`{one.value}`" not in PAGE] == []
