"""What a repair would do, in words for people."""

from __future__ import annotations

from lint.findings import Edit, Fix
from lint.reports.visible import visible
from lint.text import Source

WORDS = {"safe": "修复", "unsafe": "建议"}


def repair(fix: Fix, source: Source) -> str:
    """What the first edit does, and how many edits there are if there are several."""
    more = f"（共 {len(fix.edits)} 处）" if len(fix.edits) > 1 else ""
    return _told(fix.edits[0], source) + more


def _told(edit: Edit, source: Source) -> str:
    """What an edit does, in words."""
    covered, new = source.text[edit.span.start : edit.span.end], edit.replacement
    if not covered:
        return "在此换行" if new == "\n" else f"补上“{visible(new)}”"
    if new:
        return f"改为“{visible(new)}”" if new.strip() else "改为普通空格"
    if not covered.strip():
        return "与下一行相接" if "\n" in covered else "删去空格"
    lines = covered.count("\n") + (not covered.endswith("\n")) if "\n" in covered else 0
    return "删去" if not lines else "删去整行" if lines == 1 else f"删去这 {lines} 行"
