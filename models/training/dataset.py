"""The drawings: pictures, what they show, and in which style."""

from __future__ import annotations

import collections
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from settings import Settings
from tokenizer import Tokenizer

TRAIN = "train"
HELDOUT_STYLE = "heldout_style"


@dataclass(frozen=True)
class Dataset:
    """All drawings of the data folder, whatever split they belong to."""

    images: np.ndarray
    """RGB bytes `[drawings, 128, 128, 3]`, mapped from the file."""
    meta: list[dict[str, Any]]
    """For each drawing its `subject`, `style` and `split`, among others."""
    styles: dict[str, Any]
    """For each style its caption, or an object with the key `caption`."""

    @staticmethod
    def read(folder: Path) -> Dataset:
        """Reads the three files of a data folder."""
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        styles = json.loads((folder / "styles.json").read_text(encoding="utf-8"))
        images = np.load(folder / "images.npy", mmap_mode="r")
        return Dataset(images, meta, styles)

    def split(self, name: str) -> list[int]:
        """Indices of the drawings of a split."""
        return [index for index, entry in enumerate(self.meta) if entry["split"] == name]

    def style_caption(self, style: str) -> str:
        """The words that a prompt names a style by."""
        entry = self.styles[style]
        return entry["caption"] if isinstance(entry, dict) else entry

    def pictures(self, indices: list[int], device: str) -> Tensor:
        """The chosen drawings as float32 `[n, 3, 128, 128]` in −1…1."""
        chosen = torch.from_numpy(np.stack([np.array(self.images[index]) for index in indices]))
        return from_bytes(chosen.to(device).permute(0, 3, 1, 2))


def from_bytes(pictures: Tensor) -> Tensor:
    """Maps bytes 0…255 to float32 −1…1."""
    return pictures.float() / 127.5 - 1


def training_indices(dataset: Dataset, settings: Settings) -> np.ndarray:
    """Indices of the training drawings; the first 64 of them in a smoke run."""
    indices = np.array(dataset.split(TRAIN))
    return indices[:64] if settings.smoke else indices


def training_bytes(dataset: Dataset, settings: Settings) -> Tensor:
    """The training drawings as bytes `[n, 3, 128, 128]` on the device."""
    chosen = np.ascontiguousarray(dataset.images[training_indices(dataset, settings)])
    return torch.from_numpy(chosen).to(settings.device).permute(0, 3, 1, 2).contiguous()


def style_weights(dataset: Dataset, settings: Settings) -> Tensor:
    """How often each training drawing is drawn: one over the root of its style's count, so rare styles come up more.

    `[2n]`: the drawings as they are, then mirrored.
    """
    indices = training_indices(dataset, settings)
    counts = collections.Counter(dataset.meta[index]["style"] for index in indices)
    weights = torch.tensor([counts[dataset.meta[index]["style"]] ** -0.5 for index in indices])
    return torch.cat([weights, weights]).to(settings.device)


@dataclass(frozen=True)
class CaptionRates:
    """How often a caption is left out or names no style."""

    empty: float
    without_style: float


SUBJECT_FORMS = ("{0}", "a {0}", "{0} icon", "a drawing of a {0}")
STYLED_FORMS = ("{0}, {1}", "a {0}, {1}", "{0} in {1}", "a {0} in {1}", "{1} {0}")


def caption_bank(
    dataset: Dataset, settings: Settings, tokenizer: Tokenizer, count: int, seed: int, rates: CaptionRates
) -> Tensor:
    """Ready captions to choose from: int32 token ids `[n, count, 77]` for the training drawings."""
    choice = random.Random(seed)
    rows = [
        [_caption(dataset, int(index), tokenizer, choice, rates) for _ in range(count)]
        for index in training_indices(dataset, settings)
    ]
    return torch.tensor(rows, dtype=torch.int32).to(settings.device)


def _caption(
    dataset: Dataset, index: int, tokenizer: Tokenizer, choice: random.Random, rates: CaptionRates
) -> list[int]:
    entry = dataset.meta[index]
    chance = choice.random()
    if chance < rates.empty:
        return tokenizer.encode("")
    forms = SUBJECT_FORMS if chance < rates.empty + rates.without_style else STYLED_FORMS
    caption = choice.choice(forms).format(entry["subject"], dataset.style_caption(entry["style"]))
    return tokenizer.encode(caption)
