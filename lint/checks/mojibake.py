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

    UTF-8, GBK, Big5 or UTF-16 read as one another or in another script's code page, once or twice, with bytes lost or
    not, GBK read one byte late, single marks, and what is lost for good.

    A repair is offered only where every byte of a run is there and what it says is beyond doubt. Value: `replacement`,
    what can be restored, empty where nothing can.
    """

    kind: Literal["mojibake"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each run."""
        for span, restored, exact in misreadings.read(document.text, document.characters):
            yield Hit(span, {"replacement": restored}, (Edit(span, restored),) if exact else ())

    def values(self) -> frozenset[str]:
        """The restored text."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Where the text can be restored."""
        return True
