"""What the command line says of the firm and of its contacts: parameters, questions, answers."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

SET: Final = Text(
    "an answer instead of being asked; may be repeated, lists with commas. Keys: name.zh name.en"
    " licences critical_infrastructure domicile regimes zone calendar kinds",
    "直接给出答复而不提问；可多次填写，多项以逗号分隔。可填： name.zh name.en licences"
    " critical_infrastructure domicile regimes zone calendar kinds",
)
KIND: Final = Text("only those of a kind: authority, police", "仅列某一类别：监管机构、公安机关")
CONTACT: Final = Text("id of a contact, as in contact list", "联系人标识，见 contact list")

QUESTIONS: Final[Mapping[str, Text]] = {
    "name.zh": Text("What is the firm called in Chinese?", "机构中文名称？"),
    "name.en": Text("And in English?", "机构英文名称？"),
    "licences": Text("Which licences has it? (with commas)", "持有哪些牌照？（以逗号分隔）"),
    "critical_infrastructure": Text(
        "Is it designated an operator of critical infrastructure? (yes or no)",
        "是否被认定为关键信息基础设施运营者？（是或否）",
    ),
    "domicile": Text(
        "Where is its domicile? (country, or country and region: CN-SH)",
        "注册地？（国家，或国家与地区：CN-SH）",
    ),
    "regimes": Text(
        "Under which regimes is it? (with commas; Enter for none)",
        "适用哪些监管制度？（以逗号分隔；没有请按回车）",
    ),
    "zone": Text("In which time zone is it at home? (Asia/Shanghai)", "所在时区？（Asia/Shanghai）"),
    "calendar": Text(
        "Which calendar has its working days? (Enter for Monday to Friday)",
        "工作日采用哪个日历？（周一至周五请按回车）",
    ),
    "kinds": Text(
        "Which of these is it, to rules with exceptions? (with commas; Enter for none)",
        "就设有例外的规定而言属于哪类机构？（以逗号分隔；没有请按回车）",
    ),
}  # fmt: skip
"""By the keys that `--set` takes too."""
TO_CHOOSE_FROM: Final = Text("to choose from: {choices}", "可选：{choices}")

NO_ENTITY: Final = Text(
    "nothing says yet what the firm is ({path}): netfin-incident entity init",
    "尚无机构概况（{path}）：netfin-incident entity init",
)
ENTITY_CHECKED: Final = Text("nothing to mend in {path}", "{path} 无问题")
ENTITY_WRITTEN: Final = Text(
    "written to {path}; which clocks apply: netfin-incident clock list",
    "已写入 {path}；查看适用的时限：netfin-incident clock list",
)
NO_CONTACTS: Final = Text(
    "there are no contacts ({path}); docs/firm.md has an example",
    "没有外部联系人（{path}）；示例见 docs/firm.md",
)
CONTACTS_CHECKED: Final = Text("nothing to mend in {count} contacts", "{count} 个联系人均无问题")
RECIPIENTS_UNCHECKED: Final = Text(
    "whether every clock has its recipient is not known until the firm is: netfin-incident entity init",
    "尚无机构概况，无法核对各时限的报送对象是否齐全：netfin-incident entity init",
)
STALE: Final = Text("(not checked for too long)", "（久未核对）")
STALE_ONES: Final = Text(
    "to be checked before anybody relies on it: {ids}; then correct checked_on in the file",
    "使用前须核对：{ids}；核对后请更新文件中的 checked_on",
)

YES: Final = Text("yes", "是")
NO: Final = Text("no", "否")
LICENCES: Final = Text("licences", "牌照")
OPERATOR: Final = Text("critical infrastructure", "关键信息基础设施")
DOMICILE: Final = Text("domicile", "注册地")
REGIMES: Final = Text("regimes", "适用制度")
ZONE: Final = Text("zone", "时区")
CALENDAR: Final = Text("calendar", "日历")
WEEKDAYS: Final = Text("Monday to Friday", "周一至周五")
KINDS: Final = Text("kinds", "机构类型")
CLOCKS_THAT: Final = Text("clocks", "时限")

PHONE: Final = Text("phone, day and night", "24 小时电话")
PORTAL: Final = Text("portal", "网址")
MAIL: Final = Text("mail", "邮箱")
ADDRESS: Final = Text("address", "地址")
DEPUTY: Final = Text("else", "备用联系人")
CLOCKS: Final = Text("clocks", "时限")
CHECKED: Final = Text("checked", "核对")
CHECKED_UNTIL: Final = Text("on {day}, again by {review}", "{day} 核对，{review} 前复核")
