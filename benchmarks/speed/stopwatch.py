"""Runs one command and prints what it took as JSON: `python -I -S stopwatch.py SECONDS OUT ERR COMMAND...`.

It is a process of its own, and a small one, because Linux counts the memory of whoever starts a program as the
program's own up to the moment it starts: started by a large process, every small one would look as large.
"""

import json
import os
import signal
import sys
import time
from types import FrameType

KIBIBYTES = 1 if sys.platform == "darwin" else 1024  # in which the peak is told, in bytes there


def main(seconds: int, out: str, err: str, command: list[str]) -> dict[str, object]:
    """Wall, user and system seconds, the peak of resident memory in bytes, and the exit status, negative for a signal.

    Processor time and peak are those of the command and of every child it waited for; the peak is the largest one's.
    A command that takes longer is ended, with all its children.
    """
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, 1, out, written, 0o600), (os.POSIX_SPAWN_OPEN, 2, err, written, 0o600)]
    files.insert(0, (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0))
    begun = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=files, setpgroup=0)

    def end(signum: int, frame: FrameType | None) -> None:
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    signal.alarm(0)
    return {
        "wall": wall, "user": used.ru_utime, "system": used.ru_stime, "peak": used.ru_maxrss * KIBIBYTES,
        "status": os.waitstatus_to_exitcode(status),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])))
