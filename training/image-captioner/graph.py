"""The captioners once more in TensorFlow, as they are exported: `start` for a picture, `step` for a word of every beam.

Weights go from PyTorch to the graphs and back, so that what is measured and what makes the goldens are the weights as
the page will have them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import tensorflow as tf
import torch
from torch import Tensor

from decode import NEVER
from model import CHANNELS, HIDDEN, KEYS, PLACES, VALUES, Plain

Weights = Mapping[str, tf.Tensor]
# A query is divided by this; a power of two, so it changes no weight's digits.
_QUERY_SCALE = math.sqrt(KEYS)


@dataclass(frozen=True)
class Graph:
    """One graph to export: its function, its inputs, and which of the weights it reads."""

    forward: Callable[..., dict[str, tf.Tensor]]
    inputs: dict[str, tf.TensorSpec]
    weights: tuple[str, ...]


def weights_of(state: Mapping[str, Tensor], never: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Weights by the graphs' names: dense kernels `[in, out]`, gates in the order input, forget, output, new.

    `never`: words whose bias becomes so low that they are not written.
    """
    weights = {"embedding": state["embedding.weight"], "word_bias": state["word_bias"].clone()}
    weights["word_bias"][list(never)] = NEVER
    weights["lstm/word"] = _swap_gates(state["lstm.weight_ih_l0"]).T
    weights["lstm/hidden"] = _swap_gates(state["lstm.weight_hh_l0"]).T
    weights["lstm/bias"] = _swap_gates(state["lstm.bias_ih_l0"] + state["lstm.bias_hh_l0"])
    for name in _dense_layers(state):
        weights[f"{name}/kernel"] = state[f"{name}.weight"].T
        if f"{name}.bias" in state:
            weights[f"{name}/bias"] = state[f"{name}.bias"]
    return {name: np.ascontiguousarray(value.numpy()) for name, value in weights.items()}


def state_of(weights: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
    """The PyTorch state of such weights: `weights_of` the other way."""
    tensors = {name: torch.from_numpy(np.array(value)) for name, value in weights.items()}
    state = {"embedding.weight": tensors.pop("embedding"), "word_bias": tensors.pop("word_bias")}
    state["lstm.weight_ih_l0"] = _swap_gates(tensors.pop("lstm/word").T)
    state["lstm.weight_hh_l0"] = _swap_gates(tensors.pop("lstm/hidden").T)
    state["lstm.bias_ih_l0"] = _swap_gates(tensors.pop("lstm/bias"))
    state["lstm.bias_hh_l0"] = torch.zeros(4 * HIDDEN)
    for name, value in tensors.items():
        layer, part = name.split("/")
        state[f"{layer}.weight" if part == "kernel" else f"{layer}.bias"] = value.T if part == "kernel" else value
    return {name: value.contiguous() for name, value in state.items()}


def _swap_gates(rows: Tensor) -> Tensor:
    """From PyTorch's input, forget, new, output to input, forget, output, new; and back, being its own inverse."""
    enter, keep, third, fourth = rows.split(HIDDEN)
    return torch.cat([enter, keep, fourth, third])


def _dense_layers(state: Mapping[str, Tensor]) -> list[str]:
    outside = ("embedding.", "lstm.")
    return [name.removesuffix(".weight") for name in state if name.endswith(".weight") and not name.startswith(outside)]


# The graphs -------------------------------------------------------------------------------------------------------


def _dense(x: tf.Tensor, weights: Weights, name: str) -> tf.Tensor:
    product = tf.matmul(x, weights[f"{name}/kernel"])
    return tf.nn.bias_add(product, weights[f"{name}/bias"]) if f"{name}/bias" in weights else product


def _squashed(x: tf.Tensor, weights: Weights, name: str) -> tf.Tensor:
    """The tanh of a dense layer. `+` and not `bias_add`: that the converter would fuse with both product and tanh, and
    tfjs has no such kernel for WASM."""
    return tf.tanh(tf.matmul(x, weights[f"{name}/kernel"]) + weights[f"{name}/bias"])


def _advance(weights: Weights, entering: tf.Tensor, state: tf.Tensor | None) -> tf.Tensor:
    """The LSTM's next state, `h` and `c` side by side, `[beams, 2 * HIDDEN]`; there is none before the first input."""
    gates = tf.nn.bias_add(tf.matmul(entering, weights["lstm/word"]), weights["lstm/bias"])
    if state is not None:
        gates += tf.matmul(state[:, :HIDDEN], weights["lstm/hidden"])
    opened = tf.sigmoid(gates[:, : 3 * HIDDEN])
    c = opened[:, :HIDDEN] * tf.tanh(gates[:, 3 * HIDDEN :])
    if state is not None:
        c += opened[:, HIDDEN : 2 * HIDDEN] * state[:, HIDDEN:]
    return tf.concat([opened[:, 2 * HIDDEN :] * tf.tanh(c), c], axis=1)


def _words(weights: Weights, known: tf.Tensor) -> tf.Tensor:
    """Log-probabilities `[beams, words]`."""
    guess = _squashed(known, weights, "out")
    logits = tf.matmul(guess, weights["embedding"], transpose_b=True)
    return tf.nn.log_softmax(tf.nn.bias_add(logits, weights["word_bias"]))


def _plain_start(weights: Weights, features: tf.Tensor) -> dict[str, tf.Tensor]:
    mean = tf.reduce_mean(tf.reshape(features, [PLACES, CHANNELS]), axis=0, keepdims=True)
    return {"state0": _advance(weights, _dense(mean, weights, "see"), None)}


def _plain_step(weights: Weights, token: tf.Tensor, state: tf.Tensor) -> dict[str, tf.Tensor]:
    state = _advance(weights, Plain.word_scale * tf.gather(weights["embedding"], token), state)
    return {"log_probabilities": _words(weights, state[:, :HIDDEN]), "state_next": state}


def _attention_start(weights: Weights, features: tf.Tensor) -> dict[str, tf.Tensor]:
    values = tf.nn.relu(_dense(tf.reshape(features, [PLACES, CHANNELS]), weights, "value"))
    state = _squashed(tf.reduce_mean(values, axis=0, keepdims=True), weights, "begin")
    return {"keys": _dense(values, weights, "key")[None], "values": values[None], "state0": state}


def _attention_step(
    weights: Weights, token: tf.Tensor, state: tf.Tensor, keys: tf.Tensor, values: tf.Tensor
) -> dict[str, tf.Tensor]:
    # All beams look at one picture, so both products are of two matrices.
    keys, values = tf.reshape(keys, [PLACES, KEYS]), tf.reshape(values, [PLACES, VALUES])
    gist = _dense(tf.reduce_mean(values, axis=0, keepdims=True), weights, "gist")
    state = _advance(weights, tf.gather(weights["embedding"], token) + gist, state)
    h = state[:, :HIDDEN]
    attention = tf.nn.softmax(tf.matmul(_dense(h, weights, "query"), keys, transpose_b=True) / _QUERY_SCALE)
    known = tf.concat([h, tf.matmul(attention, values)], axis=1)
    return {"log_probabilities": _words(weights, known), "state_next": state, "attention": attention}


_FEATURES = {"features": tf.TensorSpec([1, 7, 7, CHANNELS], tf.float32)}
# `h` and `c` in one: the converter tells tensors apart by type and shape alone.
_STATE = {
    "token": tf.TensorSpec([None], tf.int32),
    "state": tf.TensorSpec([None, 2 * HIDDEN], tf.float32),
}
_PLACES = {
    "keys": tf.TensorSpec([1, PLACES, KEYS], tf.float32),
    "values": tf.TensorSpec([1, PLACES, VALUES], tf.float32),
}
_STEP_WEIGHTS = ("embedding", "word_bias", "lstm/word", "lstm/hidden", "lstm/bias")


def _parts(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}/{part}" for name in names for part in ("kernel", "bias") if (name, part) != ("key", "bias"))


GRAPHS: dict[str, dict[str, Graph]] = {
    "plain": {
        "start": Graph(_plain_start, _FEATURES, ("lstm/word", "lstm/bias", *_parts(("see",)))),
        "step": Graph(_plain_step, _STATE, (*_STEP_WEIGHTS, *_parts(("out",)))),
    },
    "attention": {
        "start": Graph(_attention_start, _FEATURES, _parts(("value", "key", "begin"))),
        "step": Graph(_attention_step, _STATE | _PLACES, (*_STEP_WEIGHTS, *_parts(("query", "gist", "out")))),
    },
}
