"""From an image file to the pixels that a network sees: decode, cut a square, lay on white, resize.

`src/engine/resample.ts` does the same in the browser, number for number. Neither uses a canvas or a library to
resize, since each engine has its own filter and the difference moves probabilities by several per cent.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps


def read_rgba(path: Path) -> np.ndarray:
    """Decoded picture `[height, width, 4]`, uint8, turned upright by its EXIF orientation; grey and CMYK become RGB.

    An embedded colour profile is ignored, where browsers honour it: pictures for goldens are sRGB.

    Raises:
        PIL.UnidentifiedImageError: not an image.
    """
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
        # CMYK has no direct way to RGBA.
        opaque = upright if upright.mode in ("RGBA", "LA", "PA", "P") else upright.convert("RGB")
        return np.asarray(opaque.convert("RGBA"))


def centre_square(rgba: np.ndarray) -> np.ndarray:
    """The largest square in the middle, `[side, side, 4]`: nothing is squeezed, and what lies outside is not seen."""
    height, width = rgba.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return rgba[top : top + side, left : left + side]


def resample(rgba: np.ndarray, side_px: int) -> np.ndarray:
    """Squeezes `[height, width, 4]` uint8 to `[side_px, side_px, 3]` float32 in 0..255, laid on white.

    Bicubic (Keys 1981, a = -0.5), its window widened by the reduction so that a large picture does not alias; sums in
    float with no rounding between the two passes, overshoot cut off at the end. The aspect ratio is not kept.
    White shows through translucent pixels as a canvas has it, which multiplies by alpha in whole numbers first.
    """
    height, width = rgba.shape[:2]
    alpha = rgba[..., 3:].astype(np.float64)
    colour = np.rint(rgba[..., :3] * alpha / 255) + 255 - alpha
    rows = filter_matrix(height, side_px) @ colour.reshape(height, width * 3)
    square = filter_matrix(width, side_px) @ rows.reshape(side_px, width, 3)
    return np.clip(square, 0, 255).astype(np.float32)


def filter_matrix(size: int, side_px: int) -> np.ndarray:
    """Weights `[side_px, size]` of a line's pixels in each of the resampled pixels; every row sums to 1."""
    scale = size / side_px
    stretch = max(scale, 1.0)
    centres = (np.arange(side_px)[:, None] + 0.5) * scale
    distance = np.abs(np.arange(size)[None, :] + 0.5 - centres) / stretch
    weights = np.where(distance < 1, (1.5 * distance - 2.5) * distance**2 + 1, 0.0)
    tail = ((-0.5 * distance + 2.5) * distance - 4) * distance + 2
    weights = np.where((distance >= 1) & (distance < 2), tail, weights)
    return weights / weights.sum(axis=1, keepdims=True)
