"""What a configuration says of single files: which rules they are free of, how grave theirs are, what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lint.findings import Severity
from lint.globs import Globs


@dataclass(frozen=True)
class PerFile:
    """What holds for the files that `files` mean. `select` left empty means every rule of the run."""

    files: Globs
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def frees(self, rule: str, pack: str) -> bool:
        """Whether these files are free of a rule, whatever its severity."""
        names = {rule, pack, "all"}
        return not names.isdisjoint(self.ignore) or bool(self.select and names.isdisjoint(self.select))


@dataclass(frozen=True)
class Typed:
    """The type of the documents that `files` mean: plan, report, law, notice, article or page."""

    files: Globs
    type: str
