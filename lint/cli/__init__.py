"""The command `plan-lint`. Commands are imported when they are called, so that each starts as fast as it can."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; every way out has its exit status, and none shows a traceback for what a user did."""
    if sys.stderr is None:
        sys.exit(2)
    if sys.stdout is None:
        print("plan-lint: error: standard output is closed", file=sys.stderr)
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from lint.cli.group import ClosedPipeError, command

    try:
        status = command.main(prog_name="plan-lint", standalone_mode=False)
        sys.stdout.flush()
    except (ClosedPipeError, BrokenPipeError):
        # The reader of our pipe (head, less) has enough. Nothing more can be written, so nothing more is said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = 141
    except KeyboardInterrupt:
        print("plan-lint: interrupted", file=sys.stderr)
        status = 130
    except OSError as error:
        # Standard output cannot be written (a full disk): what was found is lost, so the run is broken.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        print(f"plan-lint: error: cannot write: {error.strerror or error}", file=sys.stderr)
        status = 2
    except Exception as error:
        status = _told(error)
    sys.exit(status if isinstance(status, int) else 0)


def _told(error: Exception) -> int:
    """The exit status after a user's mistake, told in one sentence; what is none, with its traceback."""
    from click import Abort, ClickException

    if isinstance(error, Abort):
        print("plan-lint: interrupted", file=sys.stderr)
        return 130
    if isinstance(error, ClickException):
        error.show()
        return 2
    import traceback

    traceback.print_exception(error)
    print("plan-lint: this is a fault of plan-lint's own; please report it with the lines above", file=sys.stderr)
    return 2
