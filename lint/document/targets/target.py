"""A target as a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lint.text import Span


class Target(NamedTuple):
    """One commitment.

    `span` covers value, unit and what qualifies them; `amounts` are one number, or two of a range, with 万 and 亿
    multiplied out, and negative for what falls by them; `unit` is without 万 and 亿. `operator` is ≥ ≤ = ≈ range
    change-by change-to or from-to. `indicator` is what is measured or made, `scope` what it is counted over, `baseline`
    what it rises or falls from, `responsible` the unit that answers for it: text, empty where nothing says so.
    `modality` is ensure, reach, strive or explore; `deadline` the day by which it is due, where the text says so.
    `spans` has the place of each of these by its name. `result` says that the quantity tells what was reached.
    """

    span: Span
    value: str
    amounts: tuple[Decimal, ...]
    unit: str
    operator: str
    indicator: str
    scope: str
    deadline: date | None
    modality: str
    baseline: str
    responsible: str
    result: bool
    spans: Mapping[str, Span]
