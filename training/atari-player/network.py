"""The network of Mnih et al. 2013, section 4.1: two convolutions, 256 units, one value an action.

Forward and backward passes are compiled code (kernel.cpp), since PyTorch takes 1.8 times the processor time for an
update; `test_network.py` holds it against PyTorch. Weights have the page's layouts, to be exported as they are.
"""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

SHAPES = {"convolution1": (8, 8, 4, 16), "convolution2": (4, 4, 16, 32), "hidden": (9 * 9 * 32, 256)}
# Sums may be reordered, which float32 training does not notice; nothing else about the arithmetic is given up.
_FLAGS = [
    "-O3",
    "-march=native",
    "-std=c++17",
    "-fassociative-math",
    "-fno-signed-zeros",
    "-fno-trapping-math",
    "-fno-math-errno",
]


@cache
def _kernel() -> ctypes.CDLL:
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "kernel.so"
        source = Path(__file__).with_name("kernel.cpp")
        subprocess.run(["c++", *_FLAGS, "-shared", "-fPIC", str(source), "-o", str(built)], check=True)
        kernel = ctypes.CDLL(str(built))
    kernel.gradients.restype = ctypes.c_float
    return kernel


def _address(array: np.ndarray) -> ctypes.c_void_p:
    if not array.flags.c_contiguous:
        raise ValueError("the kernel reads plain arrays")
    return ctypes.c_void_p(array.ctypes.data)


def _addresses(tensors: Sequence[Tensor]) -> ctypes.Array:
    return (ctypes.c_void_p * len(tensors))(*(tensor.data_ptr() for tensor in tensors))


def stacked(observations: np.ndarray, indices: np.ndarray) -> np.ndarray:
    """uint8 [any, 84, 84] and int64 [batch, 4] to stacks, uint8 [batch, 84, 84, 4]."""
    out = np.empty((len(indices), *observations.shape[1:], indices.shape[1]), np.uint8)
    _kernel().stack(_address(observations), _address(np.ascontiguousarray(indices)), len(indices), _address(out))
    return out


class QNetwork:
    """uint8 stacks [batch, 84, 84, 4], oldest observation first, to action values [batch, actions].

    Attributes:
        weights: float32 tensors by name, `layer/kernel` [.., in, out] and `layer/bias` [out], in order of the layers.
    """

    def __init__(self, actions: int) -> None:
        self.actions = actions
        self.weights: dict[str, Tensor] = {}
        for name, shape in {**SHAPES, "values": (256, actions)}.items():
            bound = float(np.prod(shape[:-1])) ** -0.5  # PyTorch's default for both
            self.weights[f"{name}/kernel"] = torch.empty(shape).uniform_(-bound, bound)
            self.weights[f"{name}/bias"] = torch.empty(shape[-1]).uniform_(-bound, bound)
        self._weights = _addresses(list(self.weights.values()))
        self._gradients = [torch.zeros_like(weight) for weight in self.weights.values()]

    def values(self, stacks: np.ndarray) -> np.ndarray:
        """Action values, float32 [batch, actions]."""
        out = np.empty((len(stacks), self.actions), np.float32)
        _kernel().values(self._weights, _address(stacks), len(stacks), self.actions, _address(out))
        return out

    def gradients(self, stacks: np.ndarray, actions: np.ndarray, goals: np.ndarray) -> tuple[float, list[Tensor]]:
        """Mean Huber loss of the values of `actions`, int64 [batch], against `goals`, float32 [batch]; its gradients.

        The gradients, in the order of the weights, are the same tensors each time.
        """
        for gradient in self._gradients:
            gradient.zero_()
        places = (_address(stacks), _address(actions), _address(goals))
        loss = _kernel().gradients(self._weights, _addresses(self._gradients), *places, len(stacks), self.actions)
        return float(loss), self._gradients

    def act(self, stack: np.ndarray) -> int:
        """The best action for one stack, uint8 [4, 84, 84]."""
        return int(self.values(np.ascontiguousarray(stack.transpose(1, 2, 0))[None])[0].argmax())

    def load(self, weights: dict[str, Tensor]) -> None:
        """Copies weights in, so that what holds the old ones sees the new."""
        for name, weight in self.weights.items():
            weight.copy_(weights[name])


def forward(weights: dict[str, Tensor], stacks: Tensor) -> Tensor:
    """The same function in PyTorch: what the kernel is tested against, and what the golden values come from."""
    kernel1, bias1, kernel2, bias2, kernel3, bias3, kernel4, bias4 = weights.values()
    x = stacks.permute(0, 3, 1, 2).float() / 255
    x = functional.relu(functional.conv2d(x, kernel1.permute(3, 2, 0, 1), bias1, stride=4))
    x = functional.relu(functional.conv2d(x, kernel2.permute(3, 2, 0, 1), bias2, stride=2))
    x = functional.relu(x.permute(0, 2, 3, 1).flatten(1) @ kernel3 + bias3)
    return x @ kernel4 + bias4


def on_ground(weights: dict[str, Tensor], ground: int) -> dict[str, Tensor]:
    """The network that gives the same values when `ground` is added to all it sees, in 0 to 255."""
    taken = weights["convolution1/kernel"].sum((0, 1, 2)) * (ground / 255)
    return {**weights, "convolution1/bias": weights["convolution1/bias"] - taken}
