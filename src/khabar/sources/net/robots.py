"""What a site lets robots read (robots.txt, RFC 9309)."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of a host for us: all, nothing, or what its file says. `reason` tells a refusal, `passing` whether another try may do."""

    rules: Any
    allowed: bool
    reason: str
    passing: bool
    delay: float
    agent: str

    @classmethod
    def of(cls, status: int, body: bytes, agent: str) -> "Robots":
        """The rules of an answer: none where there is no file, all forbidden where the server fails."""
        if status >= 500:
            return cls(None, False, f"robots.txt: status {status}", True, 0.0, agent)
        if status != 200:
            return cls(None, True, "", False, 0.0, agent)
        from protego import Protego

        rules = Protego.parse(body[:500_000].decode("utf-8", "replace"))
        return cls(rules, True, "robots.txt forbids it", False, float(rules.crawl_delay(agent) or 0.0), agent)

    @classmethod
    def unreachable(cls, message: str, passing: bool) -> "Robots":
        """No answer: nothing may be read."""
        return cls(None, False, message, passing, 0.0, "")

    def allows(self, address: str) -> bool:
        """Whether an address may be asked."""
        return self.allowed and (self.rules is None or bool(self.rules.can_fetch(address, self.agent)))
