"""What the papers state for Flickr8k: BLEU-1 to BLEU-4 on its 1,000 test pictures, beam search where they used it."""

from __future__ import annotations

from common.metrics import Reference

_NOTE = "official test split, 1,000 pictures, which is not looked at here; another encoder"
_TABLES: dict[str, tuple[str, tuple[float | None, ...]]] = {
    "NIC": ("xu2015, table 1", (63.0, 41.0, 27.0, None)),
    "NeuralTalk": ("karpathy2014captions, table 2", (57.9, 38.3, 24.5, 16.0)),
    "soft attention, VGG": ("xu2015, table 1", (67.0, 44.8, 29.9, 19.5)),
    "hard attention, VGG": ("xu2015, table 1", (67.0, 45.7, 31.4, 21.3)),
}


def reference(name: str, order: int) -> Reference | None:
    """BLEU of that order as the paper states it, or None where it does not."""
    source, values = _TABLES[name]
    value = values[order - 1]
    return None if value is None else Reference(name, value, source, _NOTE)
