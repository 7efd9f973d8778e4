"""Text that was decoded wrongly, with the restored text where it can be computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint import misreadings
from lint.checks.check import Check, Hit
from lint.document import Document
from lint.findings import Edit


@dataclass(frozen=True)
class Mojibake(Check):
    """Reports runs of wrongly decoded text.

    UTF-8 read as GBK, UTF-8 or GBK read as Latin-1, GBK read one byte late, and what is lost for good.

    A restored text is offered only when the whole run decodes and reads as Chinese. Value: `replacement`, empty where
    nothing can be restored.
    """

    kind: Literal["mojibake"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each run."""
        for span, restored, exact in misreadings.read(document.text):
            yield Hit(span, {"replacement": restored}, (Edit(span, restored),) if exact else ())

    def values(self) -> frozenset[str]:
        """The restored text."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Where the text can be restored."""
        return True
