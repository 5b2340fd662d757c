"""The five tasks of "Neural Turing Machines" (Graves, Wayne, Danihelka, 2014), section 4, as samplers of sequences.

A batch shares one length, so it needs no padding. Time leads: inputs are [steps, batch, input_width]. The network
answers during the last steps, where the inputs are zero (except for the n-grams, which are answered at every step).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Batch:
    """Sequences of one length; `targets` belongs to the steps from `start` on."""

    inputs: Tensor  # [steps, batch, input_width]
    targets: Tensor  # [steps - start, batch, output_width], 0 or 1
    start: int


@dataclass(frozen=True)
class Task:
    """A task: its widths, the ranges it is trained on, and a sampler whose keywords are the names of those ranges."""

    name: str
    input_width: int
    output_width: int
    ranges: dict[str, tuple[int, int]]  # inclusive
    sampler: Callable[..., Batch]

    def sample(self, batch: int, generator: torch.Generator, **fixed: int) -> Batch:
        """Draws a batch; what `fixed` does not name is drawn uniformly from the trained range, once for the batch."""
        drawn = {
            name: fixed[name] if name in fixed else int(torch.randint(low, high + 1, (1,), generator=generator))
            for name, (low, high) in self.ranges.items()
        }
        return self.sampler(batch, generator, **drawn)


BITS = 8
RECALL_BITS, RECALL_ROWS = 6, 3
CONTEXT_BITS, NGRAM_STEPS = 5, 200
# Mean and standard deviation of a whole number drawn evenly from 1 to 10: the paper feeds the repeat count normalised.
REPEATS_MEAN, REPEATS_STD = 5.5, math.sqrt(8.25)


def random_bits(generator: torch.Generator, *shape: int) -> Tensor:
    """Fair coin tosses as 0.0 and 1.0."""
    return torch.randint(0, 2, shape, generator=generator).float()


def copy(batch: int, generator: torch.Generator, length: int) -> Batch:
    """Section 4.1: rows of 8 bits, a delimiter on channel 8, then the same rows asked for."""
    return copy_batch(random_bits(generator, length, batch, BITS))


def copy_batch(bits: Tensor) -> Batch:
    """The copy task for given bits [length, batch, 8]: 2 · length + 1 steps, answers from step length + 1."""
    length, batch, _ = bits.shape
    inputs = torch.zeros(2 * length + 1, batch, BITS + 1)
    inputs[:length, :, :BITS] = bits
    inputs[length, :, BITS] = 1
    return Batch(inputs, bits, length + 1)


def repeat_copy(batch: int, generator: torch.Generator, length: int, repeats: int) -> Batch:
    """Section 4.2: rows, then a delimiter (channel 8) with the normalised count (channel 9).

    Asked for: the rows `repeats` times over, and an end marker (output channel 8) one step after the last row.
    """
    bits = random_bits(generator, length, batch, BITS)
    answer = length * repeats + 1
    inputs = torch.zeros(length + 1 + answer, batch, BITS + 2)
    inputs[:length, :, :BITS] = bits
    inputs[length, :, BITS] = 1
    inputs[length, :, BITS + 1] = (repeats - REPEATS_MEAN) / REPEATS_STD
    targets = torch.zeros(answer, batch, BITS + 1)
    targets[:-1, :, :BITS] = bits.repeat(repeats, 1, 1)
    targets[-1, :, BITS] = 1
    return Batch(inputs, targets, length + 1)


def associative_recall(batch: int, generator: torch.Generator, items: int) -> Batch:
    """Section 4.3: items of three rows of 6 bits, a delimiter (channel 6) before each; then one of them as a query.

    The query stands between two delimiters of its own (channel 7). Asked for: the item that followed it.
    """
    bits = random_bits(generator, items, RECALL_ROWS, batch, RECALL_BITS)
    query = torch.randint(0, items - 1, (batch,), generator=generator)
    sequence = torch.arange(batch)
    stride = RECALL_ROWS + 1
    asked = items * stride
    inputs = torch.zeros(asked + 2 + 2 * RECALL_ROWS, batch, RECALL_BITS + 2)
    for item in range(items):
        inputs[item * stride, :, RECALL_BITS] = 1
        inputs[item * stride + 1 : (item + 1) * stride, :, :RECALL_BITS] = bits[item]
    inputs[asked, :, RECALL_BITS + 1] = 1
    inputs[asked + 1 : asked + stride, :, :RECALL_BITS] = bits[query, :, sequence].transpose(0, 1)
    inputs[asked + stride, :, RECALL_BITS + 1] = 1
    return Batch(inputs, bits[query + 1, :, sequence].transpose(0, 1).contiguous(), asked + stride + 1)


def dynamic_ngrams(batch: int, generator: torch.Generator) -> Batch:
    """Section 4.4: 200 bits of a random 6-gram source; each is to be predicted from those before it.

    A source is 32 probabilities, one for each context of five bits, drawn from Beta(1/2, 1/2). The first five bits are
    coin tosses and are not scored; 195 predictions are.
    """
    # The arcsine law: sin² of an even angle is Beta(1/2, 1/2).
    table = torch.sin(torch.rand(batch, 2**CONTEXT_BITS, generator=generator) * (math.pi / 2)) ** 2
    bits = torch.empty(NGRAM_STEPS, batch)
    bits[:CONTEXT_BITS] = random_bits(generator, CONTEXT_BITS, batch)
    weights = 2 ** torch.arange(CONTEXT_BITS - 1, -1, -1)
    for step in range(CONTEXT_BITS, NGRAM_STEPS):
        context = (bits[step - CONTEXT_BITS : step].long() * weights[:, None]).sum(0)
        chance = table.gather(1, context[:, None])[:, 0]
        bits[step] = (torch.rand(batch, generator=generator) < chance).float()
    return Batch(bits[:-1, :, None], bits[CONTEXT_BITS:, :, None], CONTEXT_BITS - 1)


def priority_sort(batch: int, generator: torch.Generator, rows: int) -> Batch:
    """Section 4.5: rows of 8 bits, each with a priority in [-1, 1] (channel 8), then a delimiter (channel 9).

    Asked for: the four fifths of highest priority, highest first. The paper has 20 rows, so 16; training has 2 to 20.
    """
    bits = random_bits(generator, rows, batch, BITS)
    priority = torch.rand(rows, batch, generator=generator) * 2 - 1
    asked = rows * 4 // 5
    inputs = torch.zeros(rows + 1 + asked, batch, BITS + 2)
    inputs[:rows, :, :BITS] = bits
    inputs[:rows, :, BITS] = priority
    inputs[rows, :, BITS + 1] = 1
    order = priority.argsort(0, descending=True)[:asked]
    return Batch(inputs, bits.gather(0, order[:, :, None].expand(-1, -1, BITS)), rows + 1)


def bayes_optimal_bits(batch: Batch) -> Tensor:
    """Cost in bits of each n-gram sequence [batch] under the optimal estimator, (N1 + 1/2) / (N0 + N1 + 1)."""
    bits = torch.cat([batch.inputs[:, :, 0], batch.targets[-1:, :, 0]])
    steps, size = bits.shape
    counts = torch.zeros(size, 2**CONTEXT_BITS, 2)
    sequence = torch.arange(size)
    cost = torch.zeros(size)
    for step in range(CONTEXT_BITS, steps):
        context = torch.zeros(size, dtype=torch.long)
        for bit in bits[step - CONTEXT_BITS : step].long():
            context = context * 2 + bit
        seen = counts[sequence, context]
        actual = bits[step].long()
        cost -= torch.log2((seen[sequence, actual] + 0.5) / (seen.sum(1) + 1))
        counts[sequence, context, actual] += 1
    return cost


TASKS = {
    task.name: task
    for task in (
        Task("copy", BITS + 1, BITS, {"length": (1, 20)}, copy),
        Task("repeat-copy", BITS + 2, BITS + 1, {"length": (1, 10), "repeats": (1, 10)}, repeat_copy),
        Task("associative-recall", RECALL_BITS + 2, RECALL_BITS, {"items": (2, 6)}, associative_recall),
        Task("dynamic-ngrams", 1, 1, {}, dynamic_ngrams),
        Task("priority-sort", BITS + 2, BITS, {"rows": (2, 20)}, priority_sort),
    )
}
