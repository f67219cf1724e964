"""Reading a whole file of definitions: YAML of the strict kind, of one schema, in one form."""

from netfin_incident.errors import DefinitionError
from netfin_incident.library.reading import Reading
from netfin_incident.library.shapes import Record
from netfin_incident.library.source import Source
from netfin_incident.library.yaml_reader import Document, YamlMap, read_yaml


def read_document(source: Source, schema: str, form: Record) -> Reading:
    """What was found in a file that has this form; its values are the reading's `root`.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    document = read_yaml(source)
    _require_schema(document, schema)
    reading = Reading(document)
    reading.root = form.read(reading, document.top, 0) or reading.root
    return reading


def _require_schema(document: Document, known: str) -> None:
    """Refuse another format than `known` at once: what else is odd about the file would mislead.

    Raises:
        DefinitionError: the file names another format.
    """
    root = document.tree
    if isinstance(root, YamlMap) and root.get("schema", known) != known:
        given = root["schema"] if isinstance(root["schema"], str) else ""
        place = document.place(root, "schema")
        raise DefinitionError("schema-unknown", place=place, given=given, known=known)
