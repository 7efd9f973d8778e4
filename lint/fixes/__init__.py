"""Repairs: chosen, made, tried, shown and written."""

from __future__ import annotations

from lint.fixes.merging import repairable
from lint.fixes.repair import Fault, Repaired, repair

__all__ = ["Fault", "Repaired", "repair", "repairable"]
