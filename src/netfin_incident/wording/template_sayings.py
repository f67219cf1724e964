"""What the program says of report templates (NF-24xx)."""

from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.wording.catalogue import Saying

TEMPLATE_SAYINGS: Final[dict[str, Saying]] = {
    "template-unreadable": Saying(
        "NF-2400",
        Text("the report template cannot be read", "无法读取报告模板"),
        Text(
            "it is missing, not readable, a link, no regular file, over 256 KiB, or not UTF-8",
            "文件不存在、不可读、是链接或非普通文件、超过 256 KiB，或不是 UTF-8 编码",
        ),
        Text(
            "Look at it with ls -l; without --templates the shipped template is used",
            "请用 ls -l 查看该文件；不加 --templates 时使用自带模板",
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
    "template-stopped": Saying(
        "NF-2403",
        Text("the report template was stopped", "报告模板已被中止"),
        Text(
            "it took more time or memory than a template may",
            "其占用的时间或内存超出模板限额",
        ),
        Text(
            "Look for a loop inside a loop; without --templates the shipped template is used",
            "请检查循环嵌套；不加 --templates 时使用自带模板",
        ),
    ),
}
