"""Pong (Video Olympics) as an environment, on the cartridge that ale-py carries. It is Atari's, and stays there.

The picture is the page's: the palette is the same, and 6502.ts draws every line four rows lower than ALE.
"""

from __future__ import annotations

import numpy as np
from ale_py import Action, ALEInterface, ALEState, roms

from game import NO_OPS, STACK, Outcome
from stella import ROWS, SIDE, WIDTH

ACTIONS = (Action.NOOP, Action.LEFT, Action.RIGHT)
SKIP = 4
_TOP = 28 - 4
GROUND = 87
"""Luminance of the field, the darkest of the game. It is taken off what the learner sees, since its network is quick with
zeros; export.py gives it back to the first layer's bias, so that the page's network sees the picture as it is."""
_WEIGHTS = np.array([77, 150, 29])


def _areas(cells: int) -> np.ndarray:
    """[84, cells]: how many 84ths of each cell lie in each of 84 equal parts."""
    fine = np.repeat(np.eye(cells), SIDE, axis=1)
    return fine.reshape(cells, SIDE, cells).sum(2).T


class Pong:
    """One game at a time, to 21 points; the score is one's own less the opponent's."""

    actions = len(ACTIONS)

    def __init__(self) -> None:
        self._ale = ALEInterface()
        self._ale.setInt("random_seed", 0)
        self._ale.setFloat("repeat_action_probability", 0.0)
        self._ale.loadROM(roms.get_rom_path("pong"))
        self._down, self._across = (areas.astype(np.float32) for areas in (_areas(ROWS), _areas(WIDTH).T))
        self._greys = np.full(256, -1)  # by colour; learned from the emulator's picture
        self.stack = np.zeros((STACK, SIDE, SIDE), np.uint8)
        self.score = 0

    def begin(self, random: np.random.Generator) -> None:
        self._ale.reset_game()
        for _ in range(int(random.integers(NO_OPS + 1))):
            self._ale.act(Action.NOOP)
        self.score = 0
        self.step(0)
        self.stack = np.repeat(self.stack[-1:], STACK, axis=0)

    def step(self, action: int) -> Outcome:
        reward, seen = 0, []
        for frame in range(SKIP):
            reward += int(self._ale.act(ACTIONS[action]))
            if frame >= SKIP - 2:
                seen.append(self._luminance())
        areas = self._down @ np.maximum(*seen) @ self._across
        observation = (areas / (ROWS * WIDTH)).astype(np.uint8)
        self.stack = np.concatenate([self.stack[1:], np.maximum(observation, GROUND)[None] - GROUND])
        self.score += reward
        over = self._ale.game_over()
        # The ball is served anew after each point, so what follows is not this rally's merit.
        return Outcome(reward, over or reward != 0, over)

    def save(self) -> tuple[ALEState, np.ndarray, int]:
        return self._ale.cloneState(include_rng=True), self.stack, self.score

    def load(self, state: tuple[ALEState, np.ndarray, int]) -> None:
        machine, self.stack, self.score = state
        self._ale.restoreState(machine)

    def _luminance(self) -> np.ndarray:
        """float32 [164, 160], whole numbers."""
        colours = self._ale.getScreen()[_TOP : _TOP + ROWS]
        if (greys := self._greys[colours]).min() < 0:
            screen = self._ale.getScreenRGB()[_TOP : _TOP + ROWS].astype(np.int64)
            self._greys[colours] = greys = (screen @ _WEIGHTS) >> 8
        return greys.astype(np.float32)
