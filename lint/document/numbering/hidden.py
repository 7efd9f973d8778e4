"""Markers that are there and look like none: damaged, glued, or in the shape of another scheme."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from lint.document.markers import Marker
from lint.document.numbering.damage import Damage
from lint.text import Span


class Hidden:
    """Finds the hidden marker of a wanted ordinal.

    One that was read as a marker of another scheme is taken out of that scheme, unless it has siblings there.
    """

    def __init__(self, text: str, found: Sequence[Marker]) -> None:
        self._damage = Damage(text)
        self._found = found
        self._by_start = {marker.span.start: marker for marker in found}
        self._starts: dict[str, list[int]] = {}
        for marker in found:
            self._starts.setdefault(marker.scheme, []).append(marker.span.start)
        self._taken: set[int] = set()  # starts of markers that count in a scheme already

    def of(self, scheme: str) -> list[Marker]:
        """The markers of one scheme without those that were taken out of it."""
        return [m for m in self._found if m.scheme == scheme and m.span.start not in self._taken]

    def count(self, markers: Iterable[Marker]) -> None:
        """Note that markers count in a scheme, so that no other one takes them."""
        self._taken |= {marker.span.start for marker in markers}

    def missing(self, region: Span, like: Marker, ordinal: int) -> Marker | None:
        """The hidden form of an ordinal that is missing between two neighbours; None when it is truly gone."""
        return self._free(self._damage.missing(region, like, ordinal), region)

    def first(self, region: Span, second: Marker, alone: bool) -> Marker | None:
        """The first item of a list: behind a colon on the line of its label (附件：1.…); else damaged or glued.

        A damaged one is wanted only where the second stands alone.
        """
        inline = self._damage.inline_first(region, second.scheme)
        if inline:
            return self._free([inline], region)
        return self.missing(region, second, 1) if alone else None

    def following(self, region: Span, like: Marker, ordinal: int, siblings: int) -> Marker | None:
        """The hidden form of the ordinal that would come next after a list of so many siblings."""
        return self._free(self._damage.following(region, like, ordinal, siblings), region)

    def before(self, region: Span, like: Marker, ordinal: int) -> Marker | None:
        """The glued form of the ordinal before a list's first."""
        return next(iter(self._damage.before(region, like, ordinal)), None)

    def _free(self, forms: Iterable[Marker], region: Span) -> Marker | None:
        return next((form for form in forms if self._take(form, region)), None)

    def _take(self, form: Marker, region: Span) -> bool:
        """Claim the place of a marker, unless another one has it, or a marker of another scheme with siblings there."""
        start = form.span.start
        like = self._by_start.get(start)
        if start in self._taken or (like is not None and self._has_siblings(like, region)):
            return False
        self._taken.add(start)
        return True

    def _has_siblings(self, marker: Marker, region: Span) -> bool:
        starts = self._starts[marker.scheme]
        return bisect_left(starts, region.end) - bisect_left(starts, region.start) > 1
