"""Learns the tokenizer's merges from the names of the subjects and the captions of the styles."""

from __future__ import annotations

import collections

from dataset import Dataset
from settings import Settings, log
from tokenizer import Tokenizer, learn_merges, words_of

STYLE_COUNT = 500
"""A word counts this often for each style caption that it is in, once for each drawing of a subject."""
COMMON_COUNT = 20
COMMON_WORDS = (
    "a an the of in on with and icon emoji drawing picture photo style red green blue yellow black white".split()
)
MERGES = 2500


def train(settings: Settings, seconds: float) -> None:
    """Writes `tokenizer/`; takes as long as it takes, whatever `seconds` says."""
    dataset = Dataset.read(settings.data)
    counts: collections.Counter[str] = collections.Counter()
    for entry in dataset.meta:
        counts.update(words_of(entry["subject"]))
    for style in dataset.styles:
        for word in words_of(dataset.style_caption(style)):
            counts[word] += STYLE_COUNT
    for word in COMMON_WORDS:
        counts[word] += COMMON_COUNT
    tokenizer = Tokenizer(learn_merges(counts, 50 if settings.smoke else MERGES))
    tokenizer.save(settings.work / "tokenizer")
    log("tokenizer:", len(tokenizer.vocabulary), "tokens")
