"""The sequence loop in compiled code: the same function of the same weights as `Ntm.forward`, several times faster.

Needs a C++ compiler (`c++` on the path). `train.py --plain` does without.
"""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import torch
from torch import Tensor

from model import Ntm

SOURCE = Path(__file__).with_name("kernel.cpp")
# Sums may be reordered, which float32 training does not notice; nothing else about the arithmetic is given up.
FLAGS = ["-O3", "-march=native", "-ffast-math", "-std=c++17", "-shared", "-fPIC"]


@cache
def library(slots: int, width: int) -> ctypes.CDLL:
    """Compiles the kernel for one memory shape; the file is gone when the process ends, the code stays loaded."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "kernel.so"
        shape = [f"-DSLOTS={slots}", f"-DWIDTH={width}"]
        subprocess.run(["c++", *FLAGS, *shape, str(SOURCE), "-o", str(built)], check=True)
        loaded = ctypes.CDLL(str(built))
    loaded.ntm_forward.restype = ctypes.c_void_p
    return loaded


def pointer(tensor: Tensor) -> ctypes.c_void_p:
    return ctypes.c_void_p(tensor.data_ptr())


class Sequence(torch.autograd.Function):
    """inputs [steps, batch, input_width] → hidden state and reads of every step [steps, batch, controller + reads]."""

    @staticmethod
    def forward(ctx, machine: Ntm, inputs: Tensor, keep: bool, *weights: Tensor) -> Tensor:
        shape = machine.shape
        steps, batch, _ = inputs.shape
        sizes = (steps, batch, shape.input_width, shape.controller, shape.read_heads, shape.write_heads)
        ctx.native = library(shape.slots, shape.width)
        ctx.sizes = (ctypes.c_int * len(sizes))(*sizes)
        ctx.weights = [weight.detach().contiguous() for weight in weights]
        ctx.addresses = (ctypes.c_void_p * len(weights))(*(weight.data_ptr() for weight in ctx.weights))
        inputs = inputs.contiguous()
        seen = torch.empty(steps, batch, shape.controller + shape.read_heads * shape.width)
        ctx.joined = torch.empty(steps, batch, ctx.weights[0].shape[1])
        ctx.seen = seen
        ctx.record = ctypes.c_void_p(
            ctx.native.ntm_forward(ctx.sizes, ctx.addresses, pointer(inputs), pointer(seen), pointer(ctx.joined), keep)
        )
        return seen.clone()

    @staticmethod
    def backward(ctx, dseen: Tensor) -> tuple[Tensor | None, ...]:
        steps, batch = ctx.sizes[0], ctx.sizes[1]
        dgates = torch.zeros(steps, batch, ctx.weights[0].shape[0])
        dasked = torch.zeros(steps, batch, ctx.weights[2].shape[0])
        dseen = dseen.contiguous()
        ctx.native.ntm_backward(ctx.sizes, ctx.addresses, ctx.record, pointer(dseen), pointer(dgates), pointer(dasked))
        ctx.native.ntm_free(ctx.record)
        hidden = ctx.seen[:, :, : ctx.sizes[3]].flatten(0, 1)
        dgates, dasked = dgates.flatten(0, 1), dasked.flatten(0, 1)
        gradients = (dgates.T @ ctx.joined.flatten(0, 1), dgates.sum(0), dasked.T @ hidden, dasked.sum(0))
        return (None, None, None, *gradients)


def run(machine: Ntm, inputs: Tensor, start: int = 0) -> Tensor:
    """`machine(inputs, start)` for a controller of one layer, able to go back once.

    Raises:
        ValueError: the controller has more layers.
    """
    if machine.shape.layers != 1:
        raise ValueError("the compiled loop knows a controller of one layer only")
    weights = (*machine.gates[0].parameters(), *machine.head_parameters.parameters())
    return machine.output(Sequence.apply(machine, inputs, torch.is_grad_enabled(), *weights)[start:])
