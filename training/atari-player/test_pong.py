"""Pong's environment, where ale-py and its cartridge are installed."""

import numpy as np
import pytest

from game import play
from network import QNetwork, on_ground

pytest.importorskip("ale_py", reason="ale-py is not installed: no Pong")


@pytest.fixture(scope="module")
def pong():
    from pong import Pong

    return Pong()


def test_who_moves_by_chance_loses_and_another_game_can_be_played_meanwhile(pong):
    random = np.random.default_rng(0)
    pong.begin(random)
    for _ in range(30):
        pong.step(1)
    stack, state = pong.stack.copy(), pong.save()
    score = play(pong, lambda seen: int(random.integers(3)), random, most_decisions=3000)
    assert -21 <= score <= -15
    np.testing.assert_array_equal(pong.stack, stack)
    after = [pong.step(2).reward for _ in range(50)]
    pong.load(state)
    assert [pong.step(2).reward for _ in range(50)] == after


def test_the_network_that_is_shipped_gives_the_same_values_for_the_picture_as_it_is():
    network = QNetwork(3)
    seen = np.random.default_rng(2).integers(0, 256 - 87, (2, 84, 84, 4), np.uint8)
    learned = network.values(seen)
    network.load(on_ground(network.weights, 87))
    np.testing.assert_allclose(network.values(seen + 87), learned, atol=1e-4)


def test_what_is_seen_is_the_field_below_a_bright_line(pong):
    from pong import GROUND

    pong.begin(np.random.default_rng(1))
    newest = pong.stack[-1]
    assert newest[:5].min() == 236 - GROUND
    assert newest[6:, 40].max() < 236 - GROUND
    assert (newest == 0).mean() > 0.8
