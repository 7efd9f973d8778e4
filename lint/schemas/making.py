"""The schema of a model: its keys as files have them, described by the words of its docstring."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import pydantic
from pydantic.json_schema import GenerateJsonSchema

from lint.schemas.describing import describe

Schema = dict[str, Any]

EMPTY: tuple[Any, ...] = (None, "", [], {})  # defaults that say no more than that the key is left out


class _Making(GenerateJsonSchema):
    """Without the titles that pydantic makes of field names, which editors would show in place of the names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dataclass_schema(self, schema: Any) -> Schema:
        return _described(super().dataclass_schema(schema), schema)

    def typed_dict_schema(self, schema: Any) -> Schema:
        return _described(super().typed_dict_schema(schema), schema)


def _described(made: Schema, schema: Any) -> Schema:
    """A schema with the docstring of its class, which not every release of pydantic puts there."""
    text = schema["cls"].__doc__ if "cls" in schema else None
    return {"description": cleandoc(text), **made} if text else made


def schema_of(model: Any, title: str, more: Schema | None = None) -> Schema:
    """The schema of a type, of which each part that is a class of its own stands in `$defs`, under its name.

    `more` are keys that only files have, and that the docstring describes with the others.
    """
    whole: Schema = pydantic.TypeAdapter(model).json_schema(schema_generator=_Making)
    whole["properties"] |= more or {}
    parts: dict[str, Schema] = whole.pop("$defs", {})
    for one in (whole, *parts.values()):
        one.pop("title", None)
        describe(one)
        for key in one.get("properties", {}).values():
            if key.get("default", ...) in EMPTY:
                del key["default"]
    return {"$schema": GenerateJsonSchema.schema_dialect, "title": title, **whole, "$defs": parts}


def ref(name: str) -> Schema:
    """A reference to a part."""
    return {"$ref": f"#/$defs/{name}"}
