"""The compiled loop against PyTorch's own operations and derivatives."""

import pytest
import torch
from torch.nn import functional

from kernel import run
from model import Ntm, NtmShape
from tasks import TASKS


@pytest.mark.parametrize("heads", [1, 3])
@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_outputs_and_gradients_are_those_of_the_plain_model(heads: int, scale: float) -> None:
    torch.manual_seed(7)
    machine = Ntm(NtmShape(9, 8, controller=30, slots=16, width=6, read_heads=heads, write_heads=heads))
    with torch.no_grad():
        for weight in machine.parameters():
            weight.mul_(scale)
    batch = TASKS["copy"].sample(3, torch.Generator().manual_seed(8), length=6)
    found = []
    for forward in (machine, lambda inputs, start: run(machine, inputs, start)):
        machine.zero_grad()
        logits = forward(batch.inputs, batch.start)
        functional.binary_cross_entropy_with_logits(logits, batch.targets, reduction="sum").backward()
        with torch.no_grad():
            torch.testing.assert_close(forward(batch.inputs, batch.start), logits)
        found.append((logits.detach(), *(weight.grad.clone() for weight in machine.parameters())))
    for plain, compiled in zip(*found, strict=True):
        assert plain.abs().max() > 0
        torch.testing.assert_close(compiled, plain, rtol=1e-3, atol=1e-4 * float(plain.abs().max()))
