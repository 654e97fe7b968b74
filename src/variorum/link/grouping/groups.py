"""Groups: joining things pair by pair while some pairs must stay apart.

Enters: how many things there are, and the pairs that must not meet in one group. Leaves: groups.
"""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """A union-find whose unions are refused when they would bring a forbidden pair together."""

    def __init__(self, size: int, forbidden: Iterable[tuple[int, int]] = ()) -> None:
        """Begin with `size` groups of one; `forbidden` pairs are unordered."""
        self._leader = list(range(size))
        self._members: dict[int, list[int]] = {index: [index] for index in range(size)}
        self._apart: dict[int, set[int]] = {}
        for left, right in forbidden:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def leader(self, index: int) -> int:
        """Return the smallest member of the group that holds `index`."""
        while self._leader[index] != index:
            self._leader[index] = self._leader[self._leader[index]]
            index = self._leader[index]
        return index

    def join(self, left: int, right: int) -> bool:
        """Put two groups together; False if they are one already or must stay apart."""
        low, high = sorted((self.leader(left), self.leader(right)))
        if low == high or high in self._apart.get(low, ()):
            return False
        self._leader[high] = low
        self._members[low].extend(self._members.pop(high))
        for other in self._apart.pop(high, set()):
            self._apart[other].discard(high)
            self._apart[other].add(low)
            self._apart.setdefault(low, set()).add(other)
        return True

    def all(self) -> list[list[int]]:
        """Return every group, sorted, in the order of their smallest members."""
        return [sorted(self._members[leader]) for leader in sorted(self._members)]
