"""rich's console as all of plan-lint uses it: plain text, no markup, no highlighting, colors as asked for."""

from __future__ import annotations

from rich.console import Console

from lint.reports.report import colored


def console(color: str) -> Console:
    """A console on standard output as it is when it prints; without colors it is without bold, too."""
    use = colored(color)
    return Console(
        highlight=False, markup=False, emoji=False, soft_wrap=True,
        force_terminal=True if use else None, no_color=not use, color_system="auto" if use else None,
    )  # fmt: skip
