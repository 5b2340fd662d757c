"""The compiled network against PyTorch's, forward and backward."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from network import QNetwork, forward, stacked


@pytest.fixture(params=[1, 11, 32])
def stacks(request) -> np.ndarray:
    """Random pictures with black and grey areas, as the game's are."""
    random = np.random.default_rng(request.param)
    pictures = random.integers(0, 256, (request.param, 84, 84, 4)).astype(np.uint8)
    pictures[:, 30:60] = 0
    pictures[:, :, :20] = 142
    return pictures


def test_values_and_gradients_are_pytorchs(stacks):
    torch.manual_seed(0)
    network, random = QNetwork(3), np.random.default_rng(0)
    actions, goals = random.integers(0, 3, len(stacks)), random.normal(0, 2, len(stacks)).astype(np.float32)
    for weight in network.weights.values():
        weight.requires_grad_()
    expected = forward(network.weights, torch.from_numpy(stacks))
    taken = expected.gather(1, torch.from_numpy(actions)[:, None])[:, 0]
    expected_loss = functional.smooth_l1_loss(taken, torch.from_numpy(goals))
    expected_loss.backward()
    loss, gradients = network.gradients(stacks, actions, goals)
    np.testing.assert_allclose(network.values(stacks), expected.detach(), atol=1e-6)
    assert loss == pytest.approx(float(expected_loss.detach()), rel=1e-5)
    for (name, weight), gradient in zip(network.weights.items(), gradients, strict=True):
        torch.testing.assert_close(gradient, weight.grad, atol=1e-7, rtol=1e-4, msg=name)


def test_a_stack_has_its_observations_in_the_last_axis():
    observations = np.random.default_rng(0).integers(0, 256, (6, 84, 84)).astype(np.uint8)
    indices = np.array([[0, 1, 2, 3], [5, 5, 0, 4]])
    np.testing.assert_array_equal(stacked(observations, indices), observations[indices].transpose(0, 2, 3, 1))
