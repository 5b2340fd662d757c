"""One time step of a trained network in TensorFlow operations, for a tfjs GraphModel.

The arithmetic is model.py's; the arrangement is for WebGL, where a small step costs what its dispatches cost. There is
no batch. All gates of a layer are one product, all parameters of all heads another; keys and memory rows get their
lengths together. A product of matrices costs three dispatches or more there, for tfjs packs what goes in and unpacks
what comes out: so only the large ones are such products, the small ones are multiplied by element and summed.

What the controller hands on, its hidden state and the read vectors, is one row, `carried`: the next step needs the two
side by side, and so does the output layer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import tensorflow as tf
from torch import Tensor

from model import SHIFTS, TINY, NtmShape

Tensors = Mapping[str, tf.Tensor]
StepFunction = Callable[..., dict[str, tf.Tensor]]


def kernel(weight: Tensor) -> np.ndarray:
    """A torch linear weight [out, in] as TensorFlow multiplies it, [in, out]."""
    return np.ascontiguousarray(weight.numpy().T)


def dense(weights: Tensors, name: str, values: tf.Tensor) -> tf.Tensor:
    """A linear map; the converter makes one operation of product and bias."""
    return tf.nn.bias_add(tf.matmul(values, weights[f"{name}/kernel"]), weights[f"{name}/bias"])


def lstm_layer(weights: Tensors, name: str, values: tf.Tensor, cell: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """One LSTM layer on [input, hidden] with gates in the order keep, let in, let out, candidate → (hidden, cell)."""
    size = cell.shape[1]
    logits = dense(weights, name, values)
    # Of all four parts, though the candidate needs none: a slice of a result is free, a slice before costs a dispatch.
    keep, let_in, let_out, _ = tf.split(tf.sigmoid(logits), 4, 1)
    cell = keep * cell + let_in * tf.tanh(logits[:, 3 * size :])
    return let_out * tf.tanh(cell), cell


def ntm_weights(state: Mapping[str, Tensor], shape: NtmShape) -> dict[str, np.ndarray]:
    """The weights by their names in the graph, and the places that the shift gathers from."""
    # For every location the one on, itself, the one back: what arrives there when a head moves back, stays, moves on.
    places = (np.arange(shape.slots)[:, None] + np.array([[1, 0, -1]])) % shape.slots
    arrays = {"shift/places": places.ravel().astype(np.int32)}
    layers = {"heads": "head_parameters", "output": "output", "controller": "gates.0"}
    for name, source in layers.items():
        arrays[f"{name}/kernel"] = kernel(state[f"{source}.weight"])
        arrays[f"{name}/bias"] = state[f"{source}.bias"].numpy()
    # The step keeps its state as [hidden, reads]; torch's rows are [input, reads, hidden].
    rows = arrays["controller/kernel"]
    ends = [shape.input_width, shape.input_width + shape.read_heads * shape.width]
    inputs, reads, hidden = np.split(rows, ends)
    arrays["controller/kernel"] = np.concatenate([inputs, hidden, reads])
    return arrays


def ntm_step(shape: NtmShape) -> StepFunction:
    """The step (input, carried, cell, weightings, memory) → the same state, the output, and the trace."""
    heads, readers, writers, width = shape.heads, shape.read_heads, shape.write_heads, shape.width
    bounded, unit = (heads + writers) * width, writers * width + heads

    def content(memory: tf.Tensor, keys: tf.Tensor, strength: tf.Tensor) -> tf.Tensor:
        vectors = tf.concat([keys, memory], 0)
        squares = tf.reduce_sum(tf.square(vectors), 1, keepdims=True)
        directions = vectors * tf.math.rsqrt(squares + TINY)
        pairs = tf.reshape(directions[:heads], [heads, 1, width]) * directions[heads:]
        return tf.nn.softmax(strength * tf.reduce_sum(pairs, 2))

    def moved(weights: Tensors, weighting: tf.Tensor, shift: tf.Tensor, sharpening: tf.Tensor) -> tf.Tensor:
        neighbours = tf.reshape(tf.gather(weighting, weights["shift/places"], axis=1), [heads, shape.slots, SHIFTS])
        blurred = tf.reduce_sum(neighbours * tf.reshape(shift, [heads, 1, SHIFTS]), 2)
        powers = tf.pow(blurred, sharpening)
        return powers / tf.reduce_sum(powers, 1, keepdims=True)

    def written(memory: tf.Tensor, weightings: tf.Tensor, erase: tf.Tensor, add: tf.Tensor) -> tf.Tensor:
        if writers == 1:  # w a + M (1 - w e), with one dispatch less
            return memory + tf.reshape(weightings, [shape.slots, 1]) * (add - erase * memory)
        columns = tf.transpose(weightings)
        for head in range(writers):
            memory = memory * (1.0 - columns[:, head : head + 1] * erase[head : head + 1])
        return memory + tf.matmul(columns, add)

    def step(
        weights: Tensors,
        input: tf.Tensor,
        carried: tf.Tensor,
        cell: tf.Tensor,
        weightings: tf.Tensor,
        memory: tf.Tensor,
    ) -> dict[str, tf.Tensor]:
        hidden, cell = lstm_layer(weights, "controller", tf.concat([input, carried], 1), cell)
        asked = dense(weights, "heads", hidden)
        vectors = tf.reshape(tf.tanh(asked[:, :bounded]), [heads + writers, width])
        erase_and_gate = tf.sigmoid(asked[:, bounded : bounded + unit])
        gate = tf.reshape(erase_and_gate[:, writers * width :], [heads, 1])
        positive = tf.reshape(tf.nn.softplus(asked[:, bounded + unit : bounded + unit + 2 * heads]), [2 * heads, 1])
        sharpening = 1.0 + positive[heads:]
        shift = tf.nn.softmax(tf.reshape(asked[:, bounded + unit + 2 * heads :], [heads, SHIFTS]))

        found = content(memory, vectors[:heads], positive[:heads])
        weightings = moved(weights, (1.0 - gate) * weightings + gate * found, shift, sharpening)

        erase = tf.reshape(erase_and_gate[:, : writers * width], [writers, width])
        memory = written(memory, weightings[readers:], erase, vectors[heads:])
        reads = tf.reshape(tf.matmul(weightings[:readers], memory), [1, readers * width])
        carried = tf.concat([hidden, reads], 1)
        trace = tf.concat([positive[:heads], gate, shift, sharpening], 1)
        return {
            "output": tf.sigmoid(dense(weights, "output", carried)),
            "carried": carried,
            "cell": cell,
            "weightings": weightings,
            "memory": memory,
            "trace": trace,
        }

    return renamed(step)


def renamed(step: StepFunction) -> StepFunction:
    """Gives what a step hands on another name than what it was handed, which a graph needs: `memoryNext`."""
    state = ("carried", "cell", "weightings", "memory", "state")

    def call(weights: Tensors, **inputs: tf.Tensor) -> dict[str, tf.Tensor]:
        outputs = step(weights, **inputs)
        return {f"{name}Next" if name in state else name: tensor for name, tensor in outputs.items()}

    return call


def ntm_inputs(shape: NtmShape) -> dict[str, tf.TensorSpec]:
    """Names and shapes of the step's inputs."""
    sizes = {
        "input": [1, shape.input_width],
        "carried": [1, shape.controller + shape.read_heads * shape.width],
        "cell": [1, shape.controller],
        "weightings": [shape.heads, shape.slots],
        "memory": [shape.slots, shape.width],
    }
    return {name: tf.TensorSpec(size, tf.float32) for name, size in sizes.items()}


def lstm_weights(state: Mapping[str, Tensor], layers: int) -> dict[str, np.ndarray]:
    """Weights; gates put in order: torch has in, keep, candidate, out; the graph keep, in, out, candidate."""
    arrays = {"output/kernel": kernel(state["output.weight"]), "output/bias": state["output.bias"].numpy()}
    for layer in range(layers):
        parts = [state[f"lstm.{kind}_l{layer}"].numpy() for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        let_in, keep, candidate, let_out = np.split(np.concatenate(parts[:2], 1), 4)
        arrays[f"layer{layer}/kernel"] = np.ascontiguousarray(np.concatenate([keep, let_in, let_out, candidate]).T)
        let_in, keep, candidate, let_out = np.split(parts[2] + parts[3], 4)
        arrays[f"layer{layer}/bias"] = np.concatenate([keep, let_in, let_out, candidate])
    return arrays


def lstm_step(layers: int) -> StepFunction:
    """The baseline's step: (input, state) → the output and the state, in whose rows hidden states precede cells."""

    def step(weights: Tensors, input: tf.Tensor, state: tf.Tensor) -> dict[str, tf.Tensor]:
        below, hidden, cells = input, [], []
        for layer in range(layers):
            cell = state[layers + layer : layers + layer + 1]
            below, cell = lstm_layer(weights, f"layer{layer}", tf.concat([below, state[layer : layer + 1]], 1), cell)
            hidden.append(below)
            cells.append(cell)
        return {"output": tf.sigmoid(dense(weights, "output", below)), "state": tf.concat(hidden + cells, 0)}

    return renamed(step)


def lstm_inputs(input_width: int, hidden: int, layers: int) -> dict[str, tf.TensorSpec]:
    """Names and shapes of the baseline step's inputs. (The converter tells inputs apart by their shapes.)"""
    sizes = {"input": [1, input_width], "state": [2 * layers, hidden]}
    return {name: tf.TensorSpec(size, tf.float32) for name, size in sizes.items()}
