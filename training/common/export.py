"""From weights in NumPy to a tfjs GraphModel whose inputs, outputs and weights have names of our own.

The converter works on a SavedModel and renames what passes through it: outputs become `Identity`, `Identity_1`, and
constants gain prefixes. The page wants `model.execute({ image }, ['probabilities'])` and
`model.weights['classifier/kernel']`, so the names are put back in `model.json` after conversion.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Literal

import numpy as np
import tensorflow as tf
from tensorflowjs import read_weights
from tensorflowjs.converters import tf_saved_model_conversion_v2 as converter

Quantisation = Literal["float32", "float16", "uint8"]
Forward = Callable[..., Mapping[str, tf.Tensor]]

# How a model.json writes the names of fused operations.
_BIAS, _TANH = (base64.b64encode(name).decode() for name in (b"BiasAdd", b"Tanh"))
# The converter inlines the signature's function under one of these, by whether it holds stateful operations.
_CALL_PREFIX = re.compile(r"^(Stateful)?PartitionedCall/")


def export_graph_model(
    forward: Forward,
    weights: Mapping[str, np.ndarray],
    inputs: Mapping[str, tf.TensorSpec],
    directory: Path,
    quantisation: Quantisation = "float32",
    keep_float32: Collection[str] = (),
) -> Path:
    """Writes `model.json` and `group1-shard*.bin` into `directory` and returns the path of `model.json`.

    Args:
        forward: `forward(weights, **inputs)` in TensorFlow operations, returning a dict from output name to tensor.
            It is traced once with `weights` as constants, so the graph is free to fold them.
        weights: NumPy arrays by name, in TensorFlow layouts (convolutions `[height, width, in, out]`). A name survives
            in the GraphModel unless the optimiser folds that constant into another.
        inputs: name to shape and type of each input; a `None` dimension stays open.
        quantisation: how the weights are stored. float16 halves the download, uint8 quarters it with one scale and
            one offset a tensor; both become float32 again when the page loads them.
        keep_float32: names of weights that are stored as they are, because rounding them costs most and saves least.

    Raises:
        KeyError: `keep_float32` names a weight that is not there.
        ValueError: an input, an output or a weight kept in the graph cannot be traced back to its name.
    """
    if unknown := set(keep_float32) - set(weights):
        raise KeyError(f"no such weights: {sorted(unknown)}")
    with tempfile.TemporaryDirectory() as saved, tempfile.TemporaryDirectory() as converted:
        _save(forward, weights, inputs, saved)
        converter.convert_tf_saved_model(
            saved,
            converted,
            # From a stored type to patterns of the weights that take it; what matches none stays as it is.
            quantization_dtype_map=None
            if quantisation == "float32"
            else {quantisation: [f"*PartitionedCall/{name}" for name in sorted(set(weights) - set(keep_float32))]},
        )
        _restore_names(Path(converted) / "model.json", set(weights))
        return _replace(Path(converted), directory)


def read_graph_weights(directory: Path) -> dict[str, np.ndarray]:
    """The weights of an exported GraphModel by name, as the page will see them: dequantised to float32.

    What is measured with these is what is shipped, not what was meant to be.
    """
    manifest = json.loads((directory / "model.json").read_text())["weightsManifest"]
    groups = read_weights.read_weights(manifest, str(directory))
    return {weight["name"]: weight["data"] for group in groups for weight in group}


def _save(forward: Forward, weights: Mapping[str, np.ndarray], inputs: Mapping[str, tf.TensorSpec], path: str) -> None:
    def call(**arguments: tf.Tensor) -> dict[str, tf.Tensor]:
        constants = {name: tf.constant(value, name=name) for name, value in weights.items()}
        return dict(forward(constants, **arguments))

    named = {name: tf.TensorSpec(spec.shape, spec.dtype, name=name) for name, spec in inputs.items()}
    concrete = tf.function(call).get_concrete_function(**named)
    tf.saved_model.save(tf.Module(), path, signatures={"serving_default": concrete})


def _replace(converted: Path, directory: Path) -> Path:
    """Puts a finished model in the place of an older one, which stays whole if the conversion fails."""
    directory.mkdir(parents=True, exist_ok=True)
    for stale in directory.glob("group*-shard*.bin"):
        if not (converted / stale.name).exists():
            stale.unlink()
    for file in converted.iterdir():
        shutil.copyfile(file, directory / file.name)
    return directory / "model.json"


def _restore_names(model_json: Path, weights: set[str]) -> None:
    model = json.loads(model_json.read_text())
    renamed: dict[str, str] = {}
    for side in ("inputs", "outputs"):
        for name, tensor in model["signature"][side].items():
            renamed[tensor["name"].removesuffix(":0")] = name
            tensor["name"] = f"{name}:0"
    for entry in (entry for group in model["weightsManifest"] for entry in group["weights"]):
        plain = _CALL_PREFIX.sub("", entry["name"])
        if plain in weights:
            renamed[entry["name"]] = plain
            entry["name"] = plain
    nodes = model["modelTopology"]["node"]
    names = [renamed.get(node["name"], node["name"]) for node in nodes]
    missing = set(renamed.values()) - set(names)
    if missing or len(set(names)) != len(names):
        raise ValueError(f"names lost or doubled in {model_json}: {sorted(missing)}")
    for node, name in zip(nodes, names, strict=True):
        node["name"] = name
        node["input"] = [_rename_edge(edge, renamed) for edge in node.get("input", [])]
    model["modelTopology"]["node"] = _unfuse(nodes)
    # Sorted, because the converter orders a node's attributes differently in each run.
    model_json.write_text(json.dumps(model, separators=(",", ":"), sort_keys=True))


def _unfuse(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Takes apart what the converter fused and the WASM backend of tfjs 4.22 cannot do, or does wrongly.

    It has no fused tanh; and of a product with a transposed matrix it adds the bias to the first row alone.
    """
    apart = []
    for node in nodes:
        fused = node.get("attr", {}).get("fused_ops", {}).get("list", {}).get("s", [])
        transposed = node["op"] == "_FusedMatMul" and node["attr"].get("transpose_b", {}).get("b", False)
        if _TANH not in fused and not transposed:
            apart.append(node)
            continue
        kind = {"T": node["attr"]["T"]}
        name, product = node["name"], f"{node['name']}/product"
        last = [{"name": name, "op": "Tanh", "input": [f"{name}/sum"], "attr": kind}] if _TANH in fused else []
        total = f"{name}/sum" if last else name
        if transposed:
            if fused[:1] != [_BIAS] or fused[1:] not in ([], [_TANH]):
                raise ValueError(f"{name}: {fused} of a transposed matrix")
            sides = {key: node["attr"][key] for key in ("transpose_a", "transpose_b") if key in node["attr"]}
            apart.append({"name": product, "op": "MatMul", "input": node["input"][:2], "attr": kind | sides})
            apart.append({"name": total, "op": "AddV2", "input": [product, node["input"][2]], "attr": kind})
        else:
            rest = {"list": {"s": [operation for operation in fused if operation != _TANH]}}
            apart.append({**node, "name": total, "attr": {**node["attr"], "fused_ops": rest}})
        apart += last
    return apart


def _rename_edge(edge: str, renamed: Mapping[str, str]) -> str:
    """An edge is a node's name, `^` before it for control, `:index` after it for outputs but the first."""
    control = "^" if edge.startswith("^") else ""
    name, colon, index = edge.removeprefix("^").partition(":")
    return f"{control}{renamed.get(name, name)}{colon}{index}"
