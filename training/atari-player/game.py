"""Games as environments: an observation and a reward a decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from stella import ACTIONS, SIDE, Stella

CARTRIDGE = Path(__file__).parents[2] / "demos" / "atari-player" / "cartridge" / "rubble.bin"
STACK = 4
NO_OPS = 30
_LIVES, _STATE, _BROKEN = 2, 3, 5
_OVER = 2

Policy = Callable[[np.ndarray], int]
"""From a stack, uint8 [4, 84, 84], oldest first, to an action."""


@dataclass(frozen=True)
class Outcome:
    """What one decision brought.

    Attributes:
        reward: change of the score in its four frames.
        lost: a ball was lost or the game is over; what follows is not this ball's merit.
        over: the game is over.
    """

    reward: int
    lost: bool
    over: bool


class Game(Protocol):
    """One game at a time, and what its player sees.

    Attributes:
        actions: how many moves there are.
        stack: uint8 [4, 84, 84], the last four observations, oldest first; a new array each decision.
        score: of the game so far.
    """

    actions: int
    stack: np.ndarray

    @property
    def score(self) -> int: ...

    def begin(self, random: np.random.Generator) -> None:
        """A new game, then 0 to 30 frames of nothing, then the first observation four times over."""

    def step(self, action: int) -> Outcome: ...

    def save(self) -> Any:
        """All there is, for `load`."""

    def load(self, state: Any) -> None: ...


class Rubble:
    """RUBBLE on one Stella. Its score, to the learner, is bricks; RAM is read for that, and nowhere else."""

    actions = len(ACTIONS)

    def __init__(self, stella: Stella) -> None:
        self.stella = stella
        self.stack = np.zeros((STACK, SIDE, SIDE), np.uint8)

    @property
    def score(self) -> int:
        low, high = self.stella.ram[_BROKEN : _BROKEN + 2]
        return int(low) + 256 * int(high)

    def begin(self, random: np.random.Generator) -> None:
        self.stella.hold("reset")
        self.stella.run(1)
        self.stella.hold()
        self.stella.run(int(random.integers(NO_OPS + 1)))
        self.stack = np.repeat(self.stella.step(0)[None], STACK, axis=0)

    def step(self, action: int) -> Outcome:
        ram = self.stella.ram
        score, lives = self.score, int(ram[_LIVES])
        seen = self.stella.step(action)
        self.stack = np.concatenate([self.stack[1:], seen[None]])
        over = int(ram[_STATE]) == _OVER
        return Outcome(self.score - score, over or int(ram[_LIVES]) < lives, over)

    def save(self) -> tuple[bytes, np.ndarray]:
        return self.stella.save(), self.stack

    def load(self, state: tuple[bytes, np.ndarray]) -> None:
        machine, self.stack = state
        self.stella.load(machine)


def play(game: Game, policy: Policy, random: np.random.Generator, most_decisions: int) -> int:
    """One game from its beginning; returns its score. The game that was on goes on after it."""
    state = game.save()
    game.begin(random)
    for _ in range(most_decisions):
        if game.step(policy(game.stack)).over:
            break
    score = game.score
    game.load(state)
    return score
