"""RUBBLE as an environment: an observation and a reward a decision. RAM is read here, for rewards, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stella import SIDE, Stella

CARTRIDGE = Path(__file__).parents[2] / "demos" / "atari-player" / "cartridge" / "rubble.bin"
STACK = 4
NO_OPS = 30
_LIVES, _STATE, _BROKEN, _WALLS = 2, 3, 5, 7
_OVER = 2

Policy = Callable[[np.ndarray], int]
"""From a stack, uint8 [4, 84, 84], oldest first, to an action."""


@dataclass(frozen=True)
class Outcome:
    """What one decision brought.

    Attributes:
        reward: bricks broken in its four frames.
        lost: a ball was lost or the game is over; the value of what follows is not this ball's.
        over: the game is over.
    """

    reward: int
    lost: bool
    over: bool


class Rubble:
    """One game at a time of RUBBLE on one Stella.

    Attributes:
        stack: uint8 [4, 84, 84], the last four observations, oldest first; a new array each decision.
        broken: bricks broken in this game.
        walls: walls cleared in this game.
    """

    def __init__(self, stella: Stella) -> None:
        self.stella = stella
        self.stack = np.zeros((STACK, SIDE, SIDE), np.uint8)

    @property
    def broken(self) -> int:
        low, high = self.stella.ram[_BROKEN : _BROKEN + 2]
        return int(low) + 256 * int(high)

    @property
    def walls(self) -> int:
        return int(self.stella.ram[_WALLS])

    def begin(self, random: np.random.Generator) -> None:
        """The reset switch, then 0 to 30 frames of nothing, then the first observation four times over."""
        self.stella.hold("reset")
        self.stella.run(1)
        self.stella.hold()
        self.stella.run(int(random.integers(NO_OPS + 1)))
        self.stack = np.repeat(self.stella.step(0)[None], STACK, axis=0)

    def step(self, action: int) -> Outcome:
        ram = self.stella.ram
        broken, lives = self.broken, int(ram[_LIVES])
        seen = self.stella.step(action)
        self.stack = np.concatenate([self.stack[1:], seen[None]])
        over = int(ram[_STATE]) == _OVER
        return Outcome(self.broken - broken, over or int(ram[_LIVES]) < lives, over)


def play(game: Rubble, policy: Policy, random: np.random.Generator, most_decisions: int) -> int:
    """One game from its reset; returns bricks broken. The machine is left where the game was before."""
    state, stack = game.stella.save(), game.stack
    game.begin(random)
    for _ in range(most_decisions):
        if game.step(policy(game.stack)).over:
            break
    broken = game.broken
    game.stella.load(state)
    game.stack = stack
    return broken
