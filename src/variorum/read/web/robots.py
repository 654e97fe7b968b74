"""Robots: what a server asks of programs (RFC 9309).

Enters: the content of a robots.txt. Leaves: whether a path may be asked by a program of a name.

The standard library's reader knows neither "*" nor "$" inside a path and lets the first rule count, not the
longest, so it would ask for what a server does not want asked.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from msgspec import Struct

MOST_READ = 512_000
"""Bytes of the file that count; the standard asks for 500 KiB at least."""
_ANYBODY = "*"


class RobotRule(Struct, frozen=True):
    """A line of the file: whether paths of this pattern may be asked."""

    pattern: str
    allows: bool


def rules_for(content: bytes, agent: str) -> list[RobotRule]:
    """Return the rules for a program of this name: those that name it, or else those for anybody."""
    groups: dict[str, list[RobotRule]] = {}
    ours = {agent.lower(), _ANYBODY}
    named: set[str] = set()
    opening = False
    for line in content[:MOST_READ].decode("utf-8-sig", "replace").splitlines():
        key, _, told = line.partition("#")[0].partition(":")
        key, told = key.strip().lower(), told.strip()
        if key == "user-agent":
            named = (named if opening else set()) | ours & {told.lower()}
            opening = True
        elif key in ("allow", "disallow"):
            opening = False
            for name in named:
                rules = groups.setdefault(name, [])
                rules += [RobotRule(_spelling(told), key == "allow")] if told else []
    return groups.get(agent.lower(), groups.get(_ANYBODY, []))


def allows(rules: list[RobotRule], target: str) -> bool:
    """Tell whether a path may be asked: the longest pattern that fits it decides, and of two as long the one that allows."""
    path = _spelling(target)
    fitting = [rule for rule in rules if _fits(rule.pattern, path)]
    longest = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
    return longest is None or longest.allows


def _spelling(path: str) -> str:
    """Return a path in one spelling, whatever was written in percents."""
    return quote(
        unquote(path, errors="surrogateescape"), safe="/*$?=&;:@!,+~'()", errors="surrogateescape"
    )


def _fits(pattern: str, path: str) -> bool:
    """Tell whether a pattern fits the beginning of a path, in time that grows with their length alone."""
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in others[:-1] if ends and others else others:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if not ends:
        return True
    return (
        path.endswith(others[-1]) and len(path) - len(others[-1]) >= at
        if others
        else at == len(path)
    )
