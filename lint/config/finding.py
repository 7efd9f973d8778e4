"""Where a configuration is: the nearest one on the way up from a folder."""

from __future__ import annotations

import os
from pathlib import Path

from lint.trees.plain import LARGEST

NAMES = ("plan-lint.yaml", "plan-lint.yml")
PROJECT = "pyproject.toml"


def find(start: Path) -> Path | None:
    """The first `plan-lint.yaml`, or `pyproject.toml` with `[tool.plan-lint]`, in a folder or one above it.

    `start` may also be a file, which stands for its folder. The path is absolute.
    """
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        found = within(folder)
        if found is not None:
            return found
    return None


def within(folder: Path) -> Path | None:
    """The configuration in one folder."""
    for name in NAMES:
        if os.path.isfile(folder / name):
            return folder / name
    project = folder / PROJECT
    return project if os.path.isfile(project) and _has_section(project) else None


def _has_section(project: Path) -> bool:
    """Whether a project configures plan-lint; one that cannot be read as TOML may, and is told when it is loaded."""
    try:
        with project.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError:
        return False
    if b"plan-lint" not in content:
        return False
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return b"[tool.plan-lint" in content
    return isinstance(tool, dict) and "plan-lint" in tool


def shown(file: Path) -> str:
    """A path as people read it: from the working directory where that is shorter."""
    try:
        relative = os.path.relpath(file)
    except ValueError:  # another drive
        return str(file)
    return min(relative, str(file), key=len)
