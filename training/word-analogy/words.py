"""How a typed word becomes a row. The page does the same in its vocabulary.ts; golden.json holds both to it."""

from __future__ import annotations

import unicodedata

RULE = (
    "Unicode NFKD, combining marks dropped (the vocabulary is plain a to z), white space stripped at both ends, lower"
    " case; then the whole must stand in words.txt"
)


def normalise(raw: str) -> str:
    """The word that a person meant by what was typed: `" Café "` is `cafe`."""
    letters = (
        letter for letter in unicodedata.normalize("NFKD", raw) if not unicodedata.category(letter).startswith("M")
    )
    return "".join(letters).strip().lower()
