"""`python -m documentation [FOLDER]`: write the pages, build the site, and check what was built.

The site is in FOLDER/site, which is build/documentation/site when left out.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from documentation import checking, pages
from documentation.links import BrokenLinkError
from documentation.navigation import LostPageError
from lint.packs import PackError

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "build" / "documentation"
BUILD = ("zensical", "build", "--strict", "--clean", "--config-file")


def main(arguments: list[str]) -> int:
    """Exit status: 0 the site is built and sound, 1 it is not."""
    folder = Path(arguments[0]).resolve() if arguments else FOLDER
    if find_spec("zensical") is None:
        print("zensical builds the site; install it with: pip install -e '.[docs]'", file=sys.stderr)
        return 1
    try:
        settings = pages.written(ROOT, folder)
    except (BrokenLinkError, LostPageError, PackError, pages.TakenError) as error:
        print(error, file=sys.stderr)
        return 1
    built = subprocess.run([sys.executable, "-m", *BUILD, str(settings)], check=False)
    if built.returncode:
        return 1
    faults = list(checking.faults(folder / "site"))
    print("\n".join(faults) or f"{len(list((folder / 'site').rglob('*.html')))} pages in {folder / 'site'}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
