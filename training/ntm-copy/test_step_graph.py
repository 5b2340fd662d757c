"""The exported step against model.py, before any converter has touched it."""

import numpy as np
import pytest
import tensorflow as tf
import torch

from model import LstmBaseline, Ntm, NtmShape
from step_graph import lstm_inputs, lstm_step, lstm_weights, ntm_inputs, ntm_step, ntm_weights

STEPS = 12


def run(step, weights: dict[str, np.ndarray], state: dict[str, tf.Tensor], rows: torch.Tensor) -> list[dict]:
    constants = {name: tf.constant(value) for name, value in weights.items()}
    trail = []
    for row in rows:
        outputs = step(constants, input=tf.constant(row.numpy()), **state)
        state = {name: outputs[f"{name}Next"] for name in state}
        trail.append(outputs)
    return trail


def spread(network: torch.nn.Module) -> None:
    """Moves the weights away from their timid start, so that an error would show."""
    torch.manual_seed(3)
    with torch.no_grad():
        for weight in network.parameters():
            weight.add_(0.3 * torch.randn_like(weight))


@pytest.mark.parametrize(("readers", "writers"), [(1, 1), (2, 3)])
@torch.no_grad()
def test_the_ntm_step_is_the_models(readers: int, writers: int) -> None:
    shape = NtmShape(7, 5, controller=11, slots=16, width=6, read_heads=readers, write_heads=writers)
    machine = Ntm(shape)
    spread(machine)
    rows = torch.randn(STEPS, 1, 7, generator=torch.Generator().manual_seed(4))
    expected = machine.initial_state(1)
    start = {
        "carried": np.concatenate([expected.hidden[-1], expected.reads], 1),
        "cell": expected.cell[-1].numpy(),
        "weightings": expected.weightings[0].numpy(),
        "memory": expected.memory[0].numpy(),
    }
    assert {name: list(value.shape) for name, value in start.items()} == {
        name: spec.shape.as_list() for name, spec in ntm_inputs(shape).items() if name != "input"
    }
    state = {name: tf.constant(value) for name, value in start.items()}
    for row, found in zip(
        rows, run(ntm_step(shape), ntm_weights(machine.state_dict(), shape), state, rows), strict=True
    ):
        expected, asked = machine.step(row, expected)
        trace = torch.cat([asked.strength, asked.gate, asked.shift, asked.sharpening], -1)[0]
        pairs = {
            "output": torch.sigmoid(machine.answer(expected)),
            "memoryNext": expected.memory[0],
            "weightingsNext": expected.weightings[0],
            "carriedNext": torch.cat([expected.hidden[-1], expected.reads], 1),
            "cellNext": expected.cell[-1],
            "trace": trace,
        }
        for name, value in pairs.items():
            np.testing.assert_allclose(found[name].numpy(), value.numpy(), atol=2e-5, err_msg=name)


@torch.no_grad()
def test_the_lstm_step_is_the_models() -> None:
    network = LstmBaseline(7, 5, hidden=11, layers=3)
    spread(network)
    rows = torch.randn(STEPS, 1, 7, generator=torch.Generator().manual_seed(5))
    state = {"state": tf.zeros(lstm_inputs(7, 11, 3)["state"].shape)}
    found = run(lstm_step(3), lstm_weights(network.state_dict(), 3), state, rows)
    outputs = np.stack([step["output"].numpy() for step in found])
    np.testing.assert_allclose(outputs, torch.sigmoid(network(rows)).numpy(), atol=1e-5)
