"""Stella against the trace that the page's emulator is tested with; the observation against a slower way to make it."""

import json
from trace import OUT, trace

import numpy as np
import pytest

from game import CARTRIDGE, Rubble, play
from stella import ROWS, SIDE, TOP, WIDTH, Stella, core_path

pytestmark = pytest.mark.skipif(core_path() is None, reason="stable-retro is not installed: no Stella to compare with")


@pytest.fixture(scope="module")
def stella() -> Stella:
    return Stella(CARTRIDGE)


def test_stella_shows_what_6502ts_shows(stella):
    assert trace(stella) == json.loads(OUT.read_text())


def luminance(stella: Stella) -> np.ndarray:
    red, green, blue = (stella.pixels() >> shift & 255 for shift in (16, 8, 0))
    return ((77 * red + 150 * green + 29 * blue) >> 8)[TOP : TOP + ROWS]


def test_an_observation_is_the_mean_over_areas_of_the_brighter_of_two_frames(stella):
    stella.hold("left")
    state = stella.save()
    seen = stella.step(1).copy()
    stella.load(state)
    stella.run(3)
    before = luminance(stella)
    stella.run(1)
    both = np.maximum(before, luminance(stella))
    fine = both.repeat(SIDE, axis=0).repeat(SIDE, axis=1)
    areas = fine.reshape(SIDE, ROWS, SIDE, WIDTH).sum(axis=(1, 3), dtype=np.int64)
    np.testing.assert_array_equal(seen, areas // (ROWS * WIDTH))


def test_a_game_beside_leaves_the_game_as_it_was(stella):
    game, random = Rubble(stella), np.random.default_rng(0)
    game.begin(random)
    for _ in range(20):
        game.step(1)
    before = (stella.save(), game.stack.copy())
    play(game, lambda stack: 2, random, most_decisions=100)
    assert stella.save() == before[0]
    np.testing.assert_array_equal(game.stack, before[1])
