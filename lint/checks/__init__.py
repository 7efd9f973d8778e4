"""The kinds of check, one file each. A new kind is a file here and a name in the union below."""

from __future__ import annotations

from lint.checks.anachronism import Anachronism
from lint.checks.bundle import Bundle
from lint.checks.character import Character
from lint.checks.check import Check, Hit
from lint.checks.conditional import Conditional
from lint.checks.conflict import Conflict
from lint.checks.consistency import Consistency
from lint.checks.count import Count
from lint.checks.date import Date
from lint.checks.duplicate import Duplicate
from lint.checks.end_mark import EndMark
from lint.checks.enumeration import Enumeration
from lint.checks.existence import Existence
from lint.checks.line import Line
from lint.checks.metric import Metric
from lint.checks.mojibake import Mojibake
from lint.checks.numbering import Numbering
from lint.checks.obfuscation import Obfuscation
from lint.checks.occurrence import Occurrence
from lint.checks.pagination import Pagination
from lint.checks.pair import Pair
from lint.checks.pinyin import Pinyin
from lint.checks.promise import Promise
from lint.checks.repetition import Repetition
from lint.checks.required import Required
from lint.checks.script import Script
from lint.checks.sequence import Sequence
from lint.checks.spacing import Spacing
from lint.checks.spelling import Spelling
from lint.checks.substitution import Substitution
from lint.checks.target import Target
from lint.checks.truncation import Truncation
from lint.checks.variant import Variant
from lint.checks.width import Width
from lint.checks.wrapping import Wrapping

AnyCheck = (
    Anachronism
    | Bundle
    | Character
    | Conditional
    | Conflict
    | Consistency
    | Count
    | Date
    | Duplicate
    | EndMark
    | Enumeration
    | Existence
    | Line
    | Metric
    | Mojibake
    | Numbering
    | Obfuscation
    | Occurrence
    | Pagination
    | Pair
    | Pinyin
    | Promise
    | Repetition
    | Required
    | Script
    | Sequence
    | Spacing
    | Spelling
    | Substitution
    | Target
    | Truncation
    | Variant
    | Width
    | Wrapping
)

__all__ = ["AnyCheck", "Check", "Hit"]
