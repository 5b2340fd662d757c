"""Pong's environment, where ale-py and its cartridge are installed."""

import numpy as np
import pytest

from game import play

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


def test_what_is_seen_is_the_field_below_a_bright_line(pong):
    pong.begin(np.random.default_rng(1))
    newest = pong.stack[-1]
    assert newest[:5].min() == 236
    assert newest[6:, 40].max() < 236
