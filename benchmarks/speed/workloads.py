"""Workloads: folders of documents, made the same from the same seed on every machine, and kept where they are whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Protocol

from benchmarks.injections.trials import GENERATORS
from benchmarks.speed import packs
from benchmarks.speed.stock import HERE, PLANS, Stock
from benchmarks.speed.texts import Texts

SEEDS = HERE / "seeds"
SIZES = (8_000, 22_000)  # bytes asked for: with its last section and its faults a file has 7,000 to 25,000
FAULTS = {"clean": 0, "typical": 2, "dirty": 12}  # for every 15 KB: about 3 and 17 findings a file, as the seeds have
PART = 15_000  # bytes, the middle size: a longer document is damaged part by part
FOLDER = 1_000  # files, at most
KB, MB = 1_000, 1_000_000


@dataclass(frozen=True)
class Amounts:
    """How much of each workload is made: files, megabytes of the corpus, documents by length, rules by pack.

    `long` is how often, at most, what takes minutes is run.
    """

    files: int = 1_000
    corpus_mb: float = 100
    mix: int = 200
    lengths: tuple[tuple[int, int], ...] = ((10 * KB, 100), (100 * KB, 10), (MB, 2), (10 * MB, 1))
    rules: tuple[int, ...] = (50, 300, 2_000)
    long: int = 3


QUICK = Amounts(files=12, corpus_mb=0.3, mix=6, lengths=((10 * KB, 6), (100 * KB, 1)), rules=(50,), long=1)


@dataclass(frozen=True)
class Workload:
    """Documents to be linted together; a folder as a command is given it, or one file."""

    name: str
    path: Path

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """Every document, in order."""
        return (self.path,) if self.path.is_file() else tuple(sorted(self.path.rglob("*.txt")))

    @cached_property
    def megabytes(self) -> float:
        """Millions of bytes of UTF-8."""
        return sum(file.stat().st_size for file in self.files) / MB


class Documents(Protocol):
    """Where documents come from: the stock, or real texts."""

    def document(self, size: int, random: Random) -> str:
        """A document of about that many bytes."""


@dataclass(frozen=True)
class Maker:
    """Makes workloads in a folder. What stands there whole from the same seed, texts and code is left as it is."""

    work: Path
    seed: int = 0
    texts: Path | None = None

    @cached_property
    def _documents(self) -> Documents:
        return Texts.read(self.texts) if self.texts else Stock.read()

    def files(self, name: str, count: int, mix: str = "typical") -> Workload:
        """`count` files of 7 to 25 KB; from real texts, those that are not dirty are as they were."""
        return self._made(name, f"{count} {mix}", lambda folder: self._write(folder, self._endless(name, mix), count))

    def corpus(self, megabytes: float) -> Workload:
        """As many files as hold that many megabytes."""
        limit = int(megabytes * MB)
        return self._made(
            "corpus", str(limit), lambda folder: self._write(folder, _upto(self._endless("corpus", "typical"), limit))
        )

    def length(self, size: int, count: int) -> Workload:
        """Documents of one length, so many that they take longer than the start-up."""
        name = f"length-{size}"
        return self._made(
            name, str(count), lambda folder: self._write(folder, self._endless(name, "typical", (size, size)), count)
        )

    def pack(self, rules: int) -> Path:
        """A pack of user rules, in a file of its own."""
        path = self.work / "packs" / f"house-{rules}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = packs.pack(rules, self.seed)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
        return path

    def _endless(self, name: str, mix: str, sizes: tuple[int, int] = SIZES) -> Iterator[str]:
        """Every document has its chance by its number alone, so that more of them leave the first ones as they are."""
        faults = 0 if self.texts and mix == "typical" else FAULTS[mix]
        number = 0
        while True:
            random = Random(f"{self.seed} {name} {number}")
            yield damaged(self._documents.document(random.randint(*sizes), random), faults, random)
            number += 1

    def _made(self, name: str, amount: str, write: Callable[[Path], None]) -> Workload:
        folder, stamp = self.work / "texts" / name, self.work / "texts" / f"{name}.json"
        made = {"amount": amount, "seed": self.seed, "from": _fingerprint(self.texts)}
        if not stamp.exists() or json.loads(stamp.read_text()) != made:
            stamp.unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
            write(folder)
            stamp.write_text(json.dumps(made))  # last: a run that was cut short leaves none
        return Workload(name, folder)

    @staticmethod
    def _write(folder: Path, documents: Iterator[str], count: int | None = None) -> None:
        for number, text in enumerate(documents):
            if number == count:
                break
            path = folder / f"{number // FOLDER:03}" / f"{number:06}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def _upto(documents: Iterator[str], limit: int) -> Iterator[str]:
    octets = 0
    while octets < limit:
        octets += len((text := next(documents)).encode())
        yield text


def damaged(text: str, faults: int, random: Random) -> str:
    """A text with so many damages for every 15 KB of it, each by a generator of `benchmarks.injections`."""
    if not faults:
        return text
    return "\n".join(_damaged(part, faults, random) for part in _parts(text))


def _damaged(part: str, faults: int, random: Random) -> str:
    share = len(part.encode()) / PART * faults
    for _ in range(int(share) + (random.random() < share % 1)):
        injection = GENERATORS[random.choice(list(GENERATORS))](part, random, None)
        part = injection.text if injection else part
    return part


def _parts(text: str) -> Iterator[str]:
    """A short text whole, a long one cut at line ends, for each damage looks through all of what it is put in."""
    if len(text.encode()) < 2 * PART:
        yield text
        return
    part: list[str] = []
    length = 0
    for line in text.split("\n"):
        part.append(line)
        length += len(line.encode())
        if length >= PART:
            yield "\n".join(part)
            part, length = [], 0
    yield "\n".join(part)


def _fingerprint(texts: Path | None) -> str:
    """What a workload's text depends on beside its seed: sources of texts, and the code that mixes and damages them."""
    digest = blake2b(digest_size=16)
    here = Path(__file__)
    made = [here, here.with_name("stock.py"), here.with_name("texts.py")]
    code = [*made, *sorted(p for p in (here.parents[1] / "injections").iterdir() if p.suffix in (".py", ".yaml"))]
    if texts is None:
        sources = [(path, path.read_bytes()) for path in sorted(PLANS.glob("*.txt"))]
    else:  # there may be gigabytes of them
        sources = [(p, f"{(s := p.stat()).st_size} {s.st_mtime_ns}".encode()) for p in sorted(texts.rglob("*.txt"))]
    for path, content in [*sources, *((path, path.read_bytes()) for path in code)]:
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()
