"""What the memory hands out, against a story told by numbers: observation i is a picture full of i."""

import numpy as np

from replay import Replay


def tell(replay: Replay, decisions: int, lost_every: int) -> None:
    first = True
    for i in range(decisions):
        lost = i % lost_every == lost_every - 1
        replay.add(np.full((84, 84), i, np.uint8), first, i % 3, 1.0 if i % 5 == 0 else 0.0, lost)
        first = lost


def test_transitions_stop_at_a_lost_ball_and_stacks_begin_after_it():
    replay = Replay(capacity=60, steps=3, discount=0.5)
    tell(replay, decisions=100, lost_every=7)
    batch = replay.sample(200, np.random.default_rng(0))
    for k in range(200):
        newest = int(batch.before[k, 0, 0, -1])
        start = newest - newest % 7
        assert batch.before[k, 0, 0].tolist() == [max(start, newest - back) for back in (3, 2, 1, 0)]
        assert 43 <= newest < 97
        assert batch.actions[k] == newest % 3
        span = [i for i in range(newest, newest + 3) if i <= start + 6]
        assert batch.rewards[k] == sum(0.5 ** (i - newest) * (i % 5 == 0) for i in span)
        if len(span) < 3 or span[-1] == start + 6:
            assert batch.discounts[k] == 0
        else:
            assert batch.discounts[k] == 0.125
            assert batch.after[k, 0, 0, -1] == newest + 3


def test_a_restored_memory_is_the_same_memory():
    one, other = (Replay(capacity=30, steps=3, discount=0.9) for _ in range(2))
    tell(one, decisions=45, lost_every=4)
    other.restore(one.state())
    tell(one, decisions=5, lost_every=4)
    tell(other, decisions=5, lost_every=4)
    ours, theirs = (memory.sample(16, np.random.default_rng(1)) for memory in (one, other))
    np.testing.assert_array_equal(ours.before, theirs.before)
    np.testing.assert_array_equal(ours.rewards, theirs.rewards)
