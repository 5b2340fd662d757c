"""Experience replay (Mnih et al. 2013, section 4) that keeps an observation once and makes stacks when asked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from network import stacked
from stella import SIDE

STACK = 4


@dataclass(frozen=True)
class Batch:
    """Transitions over n decisions.

    Attributes:
        before, after: uint8 [batch, 84, 84, 4], stacks, oldest first in the last axis.
        actions: int64 [batch].
        rewards: float32 [batch], discounted sum over the n decisions, or up to the loss of the ball.
        discounts: float32 [batch], what the value of `after` counts; 0 where the ball was lost on the way.
    """

    before: np.ndarray
    actions: np.ndarray
    rewards: np.ndarray
    discounts: np.ndarray
    after: np.ndarray


class Replay:
    """A ring of the last `capacity` decisions, each with the observation before it."""

    def __init__(self, capacity: int, steps: int, discount: float) -> None:
        self.capacity, self.steps, self.discount = capacity, steps, discount
        self._seen = np.zeros((capacity, SIDE, SIDE), np.uint8)
        self._action = np.zeros(capacity, np.int64)
        self._reward = np.zeros(capacity, np.float32)
        self._lost = np.zeros(capacity, bool)
        self._first = np.zeros(capacity, bool)
        self._next = 0
        self.size = 0

    def add(self, seen: np.ndarray, first: bool, action: int, reward: float, lost: bool) -> None:
        """One decision: the newest observation before it, whether that begins a ball's story, and what it brought."""
        at = self._next
        self._seen[at], self._first[at] = seen, first
        self._action[at], self._reward[at], self._lost[at] = action, reward, lost
        self._next = (at + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def cut(self) -> None:
        """What comes next does not follow from the newest decision."""
        self._lost[self._next - 1] = True

    def sample(self, count: int, random: np.random.Generator) -> Batch:
        """`count` transitions, uniformly, from those with a full past and future in the ring."""
        oldest = self._next if self.size == self.capacity else 0
        age = random.integers(STACK - 1, self.size - self.steps, count)
        at = (oldest + age) % self.capacity
        span = (at[:, None] + np.arange(self.steps)) % self.capacity
        lost = self._lost[span]
        alive = np.ones(span.shape, bool)
        alive[:, 1:] = ~np.logical_or.accumulate(lost[:, :-1], axis=1)
        powers = self.discount ** np.arange(self.steps)
        rewards = (self._reward[span] * alive * powers).sum(1).astype(np.float32)
        discounts = np.where(lost.any(1), 0, self.discount**self.steps).astype(np.float32)
        after = self._stacks((at + self.steps) % self.capacity)
        return Batch(self._stacks(at), self._action[at], rewards, discounts, after)

    def _stacks(self, at: np.ndarray) -> np.ndarray:
        span = (at[:, None] + np.arange(1 - STACK, 1)) % self.capacity
        # What lies before a first observation belongs to another ball: the first stands in for it.
        for row, firsts in enumerate(self._first[span[:, 1:]]):
            if firsts.any():
                start = 1 + int(np.flatnonzero(firsts)[-1])
                span[row, :start] = span[row, start]
        return stacked(self._seen, span)

    def state(self) -> dict[str, np.ndarray]:
        """All that is needed to go on, as arrays; the inverse of `restore`."""
        kept = {name: getattr(self, name)[: self.size] for name in ("_seen", "_action", "_reward", "_lost", "_first")}
        return {**kept, "_next": np.array(self._next)}

    def restore(self, state: dict[str, np.ndarray]) -> None:
        self.size = len(state["_action"])
        for name in ("_seen", "_action", "_reward", "_lost", "_first"):
            getattr(self, name)[: self.size] = state[name]
        self._next = int(state["_next"])
