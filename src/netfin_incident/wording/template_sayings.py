"""What the program says of report templates (NF-24xx)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

TEMPLATE_SAYINGS: Final[dict[str, Saying]] = {
    "template-unreadable": Saying(
        "NF-2400",
        Text("the report template cannot be read", "无法读取报告模板"),
        Text("it is missing, not readable, or not UTF-8", "文件不存在、不可读，或不是 UTF-8 编码"),
        Text(
            "Install it again: pip install --force-reinstall netfin-incident",
            "请重新安装：pip install --force-reinstall netfin-incident",
        ),
    ),
    "template-wrong": Saying(
        "NF-2401",
        Text("the report template cannot be used", "报告模板无法使用"),
        Text("{problem}", "{problem}"),
        Text(
            "Correct the named line; netfin-incident report ID --format json shows the data",
            "请改正所示行；netfin-incident report ID --format json 可查看数据",
        ),
    ),
    "template-output-too-long": Saying(
        "NF-2402",
        Text("the report was not written", "报告未生成"),
        Text(
            "the template wrote more than {longest} characters",
            "模板输出超过 {longest} 个字符",
        ),
        Text(
            "Look for a loop inside a loop; netfin-incident report ID --format json has no such limit",
            "请检查循环嵌套；netfin-incident report ID --format json 无此限制",
        ),
    ),
}
