"""Rendering a template file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.templating.sandbox import MAX_OUTPUT, TemplateFault, rendered


def render(
    template: Path, data: Mapping[str, object], transform: Callable[[str], str] | None = None
) -> str:
    """The Markdown that `template` makes of `data`; `transform` is applied to the template's text.

    Raises:
        DefinitionError: the template cannot be read or used, with its file and line.
    """
    try:
        source = template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failed:
        raise DefinitionError("template-unreadable", place=Place(str(template))) from failed
    try:
        return rendered(transform(source) if transform else source, data)
    except TemplateFault as fault:
        place = Place(str(template), fault.line)
        if fault.too_long:
            raise DefinitionError(
                "template-output-too-long", place=place, longest=MAX_OUTPUT
            ) from fault
        raise DefinitionError("template-wrong", place=place, problem=fault.problem) from fault
