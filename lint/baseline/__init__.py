"""Old findings that people have agreed to live with: those in a baseline do not count.

An entry names the file, the rule and the fingerprint of what was found: its text and the neighbours in its line, no
line numbers. So it holds when lines are put in above, when paragraphs change places, and when a file is renamed, for
entries of files that are gone may be claimed by the same finding elsewhere. A second finding just like it is new.
"""

from lint.baseline.baseline import Baseline
from lint.baseline.entry import Entry
from lint.baseline.reading import BaselineError

__all__ = ["Baseline", "BaselineError", "Entry"]
