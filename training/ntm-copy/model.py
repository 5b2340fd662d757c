"""The Neural Turing Machine of Graves, Wayne and Danihelka (2014), section 3, and the LSTM it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

# Every memory cell starts here. A learned start trains less surely; exact zeros have no direction to compare with.
MEMORY_START = 1e-6
SHIFTS = 3  # one location back, none, one on
# Heads begin inclined to keep their place and to move one on, as an LSTM's forget gate begins inclined to keep. Without
# it every weighting is soon smeared over the whole empty tape, and the copy task is found late or never.
GATE_BIAS_START = -2.0
SHIFT_BIAS_START = 1.0
# Keeps the cosine of an empty row and the logarithm of an empty location finite; far below what a head can act on.
TINY = 1e-8


class State(NamedTuple):
    """What the machine carries from step to step. `weightings` holds the read heads first, then the write heads."""

    memory: Tensor  # [batch, slots, width]
    reads: Tensor  # [batch, read_heads * width]
    weightings: Tensor  # [batch, heads, slots], each row ≥ 0 and of sum 1
    hidden: Tensor  # [layers, batch, controller]
    cell: Tensor  # [layers, batch, controller]


class Addressing(NamedTuple):
    """What the heads ask for in one step (section 3.3); every tensor is [batch, heads, …]."""

    key: Tensor  # [batch, heads, width], -1 to 1
    strength: Tensor  # β ≥ 0 [batch, heads, 1]
    gate: Tensor  # g in 0 to 1 [batch, heads, 1]: 1 takes the content's weighting, 0 the step's before
    shift: Tensor  # s [batch, heads, 3], of sum 1: one back, none, one on
    sharpening: Tensor  # γ ≥ 1 [batch, heads, 1]


@dataclass(frozen=True)
class NtmShape:
    """Sizes of one machine."""

    input_width: int
    output_width: int
    controller: int = 100
    layers: int = 1
    slots: int = 128
    width: int = 20
    read_heads: int = 1
    write_heads: int = 1

    @property
    def heads(self) -> int:
        return self.read_heads + self.write_heads


def content_weighting(memory: Tensor, key: Tensor, strength: Tensor) -> Tensor:
    """Section 3.3.1, equations 5 and 6: a softmax of cosine similarities, sharpened by the key strength."""
    rows = memory * torch.rsqrt((memory * memory).sum(-1, keepdim=True) + TINY)
    asked = key * (strength * torch.rsqrt((key * key).sum(-1, keepdim=True) + TINY))
    return torch.softmax(asked @ rows.transpose(1, 2), -1)


def shifted(weighting: Tensor, shift: Tensor) -> Tensor:
    """Equation 8: circular convolution with a shift distribution over one location back, none, one on."""
    back = torch.cat([weighting[..., 1:], weighting[..., :1]], -1)
    on = torch.cat([weighting[..., -1:], weighting[..., :-1]], -1)
    return shift[..., 0:1] * back + shift[..., 1:2] * weighting + shift[..., 2:3] * on


def sharpened(weighting: Tensor, sharpening: Tensor) -> Tensor:
    """Equation 9, w^γ / Σ w^γ, written as a softmax of γ log w so that no power underflows."""
    return torch.softmax(sharpening * torch.log(weighting + TINY), -1)


def address(memory: Tensor, previous: Tensor, asked: Addressing) -> Tensor:
    """All of figure 2: content, interpolation (equation 7), shift, sharpening → weightings [batch, heads, slots]."""
    content = content_weighting(memory, asked.key, asked.strength)
    gated = (1 - asked.gate) * previous + asked.gate * content
    return sharpened(shifted(gated, asked.shift), asked.sharpening)


def written(memory: Tensor, weightings: Tensor, erase: Tensor, add: Tensor) -> Tensor:
    """Equations 3 and 4 for weightings [batch, write_heads, slots], erase and add [batch, write_heads, width]."""
    for head in range(weightings.shape[1]):
        memory = memory * (1 - weightings[:, head, :, None] * erase[:, head, None, :])
    return memory + weightings.transpose(1, 2) @ add


class Ntm(nn.Module):
    """A Neural Turing Machine with an LSTM controller.

    Within a step every head addresses the memory left by the step before; the write heads then change it, and the read
    heads read what stands there after (equation 2 reads M_t). All heads' parameters come from one linear map, its rows
    ordered by the function applied to them.
    """

    def __init__(self, shape: NtmShape) -> None:
        super().__init__()
        self.shape = shape
        heads, width = shape.heads, shape.width
        sizes = [shape.input_width + shape.read_heads * width] + [shape.controller] * (shape.layers - 1)
        self.gates = nn.ModuleList(nn.Linear(size + shape.controller, 4 * shape.controller) for size in sizes)
        self.splits = [
            (heads + shape.write_heads) * width,  # tanh: keys, then what the write heads add
            shape.write_heads * width + heads,  # sigmoid: what they erase, then the gates
            2 * heads,  # softplus: strengths, then sharpenings
            SHIFTS * heads,  # softmax: shifts
        ]
        self.head_parameters = nn.Linear(shape.controller, sum(self.splits))
        self.output = nn.Linear(shape.controller + shape.read_heads * width, shape.output_width)
        gates_end = self.splits[0] + self.splits[1]
        with torch.no_grad():
            self.head_parameters.bias[gates_end - heads : gates_end] += GATE_BIAS_START
            self.head_parameters.bias[-SHIFTS * heads :].view(heads, SHIFTS)[:, -1] += SHIFT_BIAS_START

    def initial_state(self, batch: int) -> State:
        """An empty tape with every head on location 0, and a controller at rest."""
        shape = self.shape
        weightings = torch.zeros(batch, shape.heads, shape.slots)
        weightings[:, :, 0] = 1
        at_rest = torch.zeros(shape.layers, batch, shape.controller)
        return State(
            torch.full((batch, shape.slots, shape.width), MEMORY_START),
            torch.full((batch, shape.read_heads * shape.width), MEMORY_START),
            weightings,
            at_rest,
            at_rest,
        )

    def control(self, inputs: Tensor, state: State) -> tuple[Tensor, Tensor]:
        """One step of the controller on [input, read vectors] → (hidden, cell), each [layers, batch, controller]."""
        below = torch.cat([inputs, state.reads], -1)
        hidden, cell = [], []
        for layer, gates in enumerate(self.gates):
            parts = gates(torch.cat([below, state.hidden[layer]], -1))
            keep, let_in, let_out = torch.sigmoid(parts[:, : 3 * self.shape.controller]).chunk(3, -1)
            cell.append(keep * state.cell[layer] + let_in * torch.tanh(parts[:, 3 * self.shape.controller :]))
            below = let_out * torch.tanh(cell[-1])
            hidden.append(below)
        return torch.stack(hidden), torch.stack(cell)

    def asked_for(self, hidden: Tensor) -> tuple[Addressing, Tensor, Tensor]:
        """The heads' parameters from the top hidden state [batch, controller] → (addressing, erase, add)."""
        heads, writers, width = self.shape.heads, self.shape.write_heads, self.shape.width
        bounded, unit, positive, shift = self.head_parameters(hidden).split(self.splits, -1)
        keys, add = torch.tanh(bounded).unflatten(-1, (-1, width)).split([heads, writers], 1)
        erase, gate = torch.sigmoid(unit).split([writers * width, heads], -1)
        strength, sharpening = functional.softplus(positive).split([heads, heads], -1)
        shift = torch.softmax(shift.unflatten(-1, (heads, SHIFTS)), -1)
        asked = Addressing(keys, strength[..., None], gate[..., None], shift, 1 + sharpening[..., None])
        return asked, erase.unflatten(-1, (writers, width)), add

    def step(self, inputs: Tensor, state: State) -> tuple[State, Addressing]:
        """One time step on inputs [batch, input_width]."""
        hidden, cell = self.control(inputs, state)
        asked, erase, add = self.asked_for(hidden[-1])
        weightings = address(state.memory, state.weightings, asked)
        memory = written(state.memory, weightings[:, self.shape.read_heads :], erase, add)
        reads = (weightings[:, : self.shape.read_heads] @ memory).flatten(1)
        return State(memory, reads, weightings, hidden, cell), asked

    def answer(self, state: State) -> Tensor:
        """Logits [batch, output_width] from the top hidden state and what was just read."""
        return self.output(torch.cat([state.hidden[-1], state.reads], -1))

    def forward(self, inputs: Tensor, start: int = 0) -> Tensor:
        """Runs [steps, batch, input_width] → logits from step `start` on [steps - start, batch, output_width]."""
        state = self.initial_state(inputs.shape[1])
        seen = []
        for step, now in enumerate(inputs):
            state, _ = self.step(now, state)
            if step >= start:
                seen.append(torch.cat([state.hidden[-1], state.reads], -1))
        return self.output(torch.stack(seen))


class LstmBaseline(nn.Module):
    """The paper's other contestant: three stacked LSTM layers and a linear read-out, with no memory besides."""

    def __init__(self, input_width: int, output_width: int, hidden: int = 256, layers: int = 3) -> None:
        super().__init__()
        self.lstm = nn.LSTM(input_width, hidden, layers)
        self.output = nn.Linear(hidden, output_width)

    def forward(self, inputs: Tensor, start: int = 0) -> Tensor:
        """Runs [steps, batch, input_width] → logits from step `start` on [steps - start, batch, output_width]."""
        return self.output(self.lstm(inputs)[0][start:])
