"""Rules that are about to be written: put into words as YAML, loaded and tried before a file holds them."""

from __future__ import annotations

from lint.authoring.draft import Bad, Draft
from lint.authoring.pack import Appended, appended
from lint.authoring.templates import WHY, template
from lint.authoring.trying import Tried, tried

__all__ = ["WHY", "Appended", "Bad", "Draft", "Tried", "appended", "template", "tried"]
