"""The first updates of a training run, for the trainer that learns in the page: `demos/ntm-copy/learn/golden.json`.

PYTHONPATH=training python training/ntm-copy/learn_golden.py

The page draws weights and sequences with a generator of its own, which is repeated here, so that the file needs to hold
neither: only losses, and some of the weights after each update.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from common.seeds import fix_seeds
from model import GATE_BIAS_START, SHIFT_BIAS_START, SHIFTS, Ntm, NtmShape
from tasks import BITS, copy_batch

OUT = Path(__file__).parents[2] / "demos" / "ntm-copy" / "learn" / "golden.json"
SEED, BATCH, ROWS = 2014, 4, (5, 20, 1)
RATE, CLIP = 1e-3, 10.0
SAMPLED = 300
WORD = 2**32


def numbers(seed: int) -> Iterator[int]:
    """Whole numbers of 32 bits, as `randomNumbers` in demos/ntm-copy/task.ts (mulberry32)."""
    state = seed % WORD
    while True:
        state = (state + 0x6D2B79F5) % WORD
        mixed = (state ^ (state >> 15)) * (state | 1) % WORD
        mixed = mixed ^ (mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)) % WORD
        yield (mixed ^ (mixed >> 14)) % WORD


def drawn(source: Iterator[int], count: int, columns: int) -> Tensor:
    """So many weights of a linear map, even between ±1/√columns."""
    bound = 1 / math.sqrt(columns)
    return torch.tensor([bound * (next(source) / 2**31 - 1) for _ in range(count)])


def begin(machine: Ntm, seed: int) -> list[Tensor]:
    """Gives the machine its first weights; returns them in the page's order: each matrix, then its bias."""
    source = numbers(seed)
    layers = (machine.gates[0], machine.head_parameters, machine.output)
    with torch.no_grad():
        for layer in layers:
            weight, bias = layer.weight, layer.bias
            values = drawn(source, weight.numel() + bias.numel(), weight.shape[1])
            weight.copy_(values[: weight.numel()].view_as(weight))
            bias.copy_(values[weight.numel() :])
        gates_end = machine.splits[0] + machine.splits[1]
        heads = machine.shape.heads
        machine.head_parameters.bias[gates_end - heads : gates_end] += GATE_BIAS_START
        machine.head_parameters.bias[-SHIFTS * heads :].view(heads, SHIFTS)[:, -1] += SHIFT_BIAS_START
    return [parameter for layer in layers for parameter in (layer.weight, layer.bias)]


def flat(values: list[Tensor]) -> Tensor:
    return torch.cat([value.detach().flatten() for value in values])


def clipped_adam() -> dict:
    """Three updates of two weights, the first with a gradient that is cut."""
    weight = nn.Parameter(torch.tensor([1.0, -1.0]))
    optimiser = torch.optim.Adam([weight], RATE)
    gradients, weights = [[30.0, -40.0], [0.3, 0.4], [3.0, 0.0]], []
    for gradient in gradients:
        weight.grad = torch.tensor(gradient)
        nn.utils.clip_grad_norm_([weight], CLIP)
        optimiser.step()
        weights.append(weight.tolist())
    return {"rate": RATE, "clip": CLIP, "gradients": gradients, "weights": weights}


def main() -> None:
    fix_seeds(SEED)
    machine = Ntm(NtmShape(BITS + 1, BITS))
    weights = begin(machine, SEED)
    optimiser = torch.optim.Adam(machine.parameters(), RATE)
    positions = torch.randperm(flat(weights).numel(), generator=torch.Generator().manual_seed(SEED))[:SAMPLED].sort()[0]
    updates = []
    for index, rows in enumerate(ROWS):
        source = numbers(SEED + 1 + index)
        bits = torch.tensor([next(source) >> 31 for _ in range(rows * BATCH * BITS)]).float().view(rows, BATCH, BITS)
        batch = copy_batch(bits)
        optimiser.zero_grad()
        logits = machine(batch.inputs, batch.start)
        loss = functional.binary_cross_entropy_with_logits(logits, batch.targets)
        loss.backward()
        gradient = flat([weight.grad for weight in weights])
        nn.utils.clip_grad_norm_(machine.parameters(), CLIP)
        optimiser.step()
        updates.append(
            {
                "rows": rows,
                "loss": loss.item(),
                "wrong": int(((logits > 0) != (batch.targets > 0.5)).sum()),
                "gradient": [float(f"{value:.6g}") for value in gradient[positions].tolist()],
                "weights": [float(f"{value:.7g}") for value in flat(weights)[positions].tolist()],
            }
        )
    content = {
        "madeBy": f"training/ntm-copy/learn_golden.py, PyTorch {torch.__version__}, float32",
        "seed": SEED,
        "batch": BATCH,
        "positions": positions.tolist(),
        "updates": updates,
        "adam": clipped_adam(),
    }
    OUT.write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
