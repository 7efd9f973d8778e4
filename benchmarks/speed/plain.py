"""What there would be without plan-lint: each pattern looked for in each file by `re`, one after the other.

`python plain.py PATTERNS [PATH...]`, with PATTERNS a JSON list; it prints how many matches there are. A process of its
own that imports nothing else, so that it can be timed like any command; without paths it only compiles.
"""

import json
import re
import sys
from pathlib import Path


def main(patterns: Path, files: list[str]) -> int:
    """The number of matches of all patterns in all files."""
    compiled = [re.compile(pattern, re.MULTILINE) for pattern in json.loads(patterns.read_text(encoding="utf-8"))]
    count = 0
    for file in files:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
        count += sum(1 for pattern in compiled for _ in pattern.finditer(text))
    return count


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), sys.argv[2:]))
