"""The samplers against section 4's descriptions, worked out anew from their inputs."""

import pytest
import torch

from tasks import (
    BITS,
    CONTEXT_BITS,
    NGRAM_STEPS,
    RECALL_BITS,
    REPEATS_MEAN,
    REPEATS_STD,
    TASKS,
    bayes_optimal_bits,
    dynamic_ngrams,
)


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(11)


@pytest.mark.parametrize("name", TASKS)
def test_shapes_agree_with_what_the_task_declares(name: str, generator: torch.Generator) -> None:
    task = TASKS[name]
    batch = task.sample(3, generator)
    steps = batch.inputs.shape[0]
    assert batch.inputs.shape == (steps, 3, task.input_width)
    assert batch.targets.shape == (steps - batch.start, 3, task.output_width)
    assert set(batch.targets.unique().tolist()) <= {0.0, 1.0}


@pytest.mark.parametrize("name", TASKS)
def test_a_seed_gives_the_same_batch_again(name: str) -> None:
    first, again = (TASKS[name].sample(2, torch.Generator().manual_seed(4)) for _ in range(2))
    assert torch.equal(first.inputs, again.inputs) and torch.equal(first.targets, again.targets)


@pytest.mark.parametrize("name", ["copy", "repeat-copy", "associative-recall", "priority-sort"])
def test_nothing_is_shown_while_the_answer_is_due(name: str, generator: torch.Generator) -> None:
    batch = TASKS[name].sample(3, generator)
    assert not batch.inputs[batch.start :].any()


def test_open_ranges_cover_both_their_ends(generator: torch.Generator) -> None:
    lengths = {TASKS["copy"].sample(1, generator).targets.shape[0] for _ in range(400)}
    assert lengths == set(range(1, 21))


def test_copy_asks_for_the_rows_it_showed(generator: torch.Generator) -> None:
    batch = TASKS["copy"].sample(4, generator, length=7)
    assert torch.equal(batch.inputs[:7, :, :BITS], batch.targets)
    assert batch.inputs[:, 0, BITS].nonzero().tolist() == [[7]]


def test_repeat_copy_ends_after_the_asked_number_of_copies(generator: torch.Generator) -> None:
    batch = TASKS["repeat-copy"].sample(4, generator, length=3, repeats=5)
    told = batch.inputs[3, 0, BITS + 1] * REPEATS_STD + REPEATS_MEAN
    assert round(float(told)) == 5
    for copy in range(5):
        assert torch.equal(batch.targets[3 * copy : 3 * copy + 3, :, :BITS], batch.inputs[:3, :, :BITS])
    assert batch.targets[:, 0, BITS].nonzero().tolist() == [[15]]
    assert not batch.targets[15, :, :BITS].any()


def test_recall_asks_for_the_item_after_the_query(generator: torch.Generator) -> None:
    batch = TASKS["associative-recall"].sample(8, generator, items=6)
    for sequence in range(8):
        shown = [batch.inputs[4 * item + 1 : 4 * item + 4, sequence, :RECALL_BITS] for item in range(6)]
        query = batch.inputs[25:28, sequence, :RECALL_BITS]
        followers = [shown[item + 1] for item in range(5) if torch.equal(shown[item], query)]
        assert any(torch.equal(follower, batch.targets[:, sequence]) for follower in followers)
    assert batch.inputs[:, 0, RECALL_BITS].nonzero()[:, 0].tolist() == [0, 4, 8, 12, 16, 20]
    assert batch.inputs[:, 0, RECALL_BITS + 1].nonzero()[:, 0].tolist() == [24, 28]


def test_sort_asks_for_the_sixteen_highest_priorities_in_order(generator: torch.Generator) -> None:
    batch = TASKS["priority-sort"].sample(4, generator, rows=20)
    for sequence in range(4):
        rows = batch.inputs[:20, sequence, :BITS].tolist()
        priorities = batch.inputs[:20, sequence, BITS].tolist()
        ordered = [row for _, row in sorted(zip(priorities, rows, strict=True), reverse=True)]
        assert batch.targets[:, sequence].tolist() == ordered[:16]


def test_ngram_targets_are_the_inputs_one_step_on(generator: torch.Generator) -> None:
    batch = TASKS["dynamic-ngrams"].sample(3, generator)
    assert batch.inputs.shape[0] == NGRAM_STEPS - 1
    assert torch.equal(batch.inputs[CONTEXT_BITS:], batch.targets[:-1])


def test_the_bayes_estimator_pays_one_bit_for_every_first_meeting_and_less_than_chance_over_all() -> None:
    batch = dynamic_ngrams(200, torch.Generator().manual_seed(3))
    scored = batch.targets.shape[0]
    cost = bayes_optimal_bits(batch)
    assert 0.5 * scored < float(cost.mean()) < 0.8 * scored
    # A source seen in one context only: (1/2) then (3/2)/2, (5/2)/3 … is the estimator's product by hand.
    constant = type(batch)(torch.ones(9, 1, 1), torch.ones(5, 1, 1), CONTEXT_BITS - 1)
    by_hand = -sum(torch.log2(torch.tensor((n + 0.5) / (n + 1))) for n in range(5))
    torch.testing.assert_close(bayes_optimal_bits(constant)[0], by_hand)
