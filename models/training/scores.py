"""Draws contact sheets and measures set consistency (DINO), plain against StyleAligned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from dataset import TRAIN, Dataset, from_bytes
from networks import dino_encoder
from optimisation import load_weights
from sampling import Sampler, sampler_of, sampling_parser
from settings import Settings, log

GUIDANCE = 5.0
SUBJECTS = ["dog face", "cat face", "pizza", "rocket", "rose", "car", "apple", "house"]
PICTURE = 128
MARGIN = 2
GREY = 200


def write_sheet(pictures: Tensor, columns: int, file: Path) -> None:
    """Writes pictures `[n, 3, 128, 128]` in −1…1 as a PNG with `columns` to a row, on grey."""
    pixels = ((pictures.clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1).cpu().numpy()
    rows = -(-len(pixels) // columns)
    cell = PICTURE + 2 * MARGIN
    sheet = np.full((rows * cell, columns * cell, 3), GREY, np.uint8)
    for index, picture in enumerate(pixels):
        row, column = divmod(index, columns)
        top = row * cell + MARGIN
        left = column * cell + MARGIN
        sheet[top : top + PICTURE, left : left + PICTURE] = picture
    Image.fromarray(sheet).save(file)


def set_consistency(encoder: nn.Module, pictures: Tensor) -> float:
    """Mean cosine of the embeddings of all pairs of different pictures."""
    embeddings = nn.functional.normalize(encoder(pictures), dim=-1)
    similarity = embeddings @ embeddings.T
    count = len(embeddings)
    return ((similarity.sum() - count) / (count * (count - 1))).item()


class Sheets:
    """Draws one contact sheet after another into the output folder."""

    def __init__(
        self, settings: Settings, sampler: Sampler, dataset: Dataset, subjects: list[str], folder: Path
    ) -> None:
        self._settings = settings
        self._sampler = sampler
        self._model = sampler.model
        self._dataset = dataset
        self._subjects = subjects
        self._folder = folder
        self._captions = [dataset.style_caption(style) for style in dataset.styles]

    def reconstruction(self) -> None:
        """`vae.png`: 24 training drawings, and the same after encoding and decoding."""
        indices = self._dataset.split(TRAIN)
        if self._settings.smoke:
            chosen = indices[:24]
        else:
            chosen = np.random.default_rng(0).choice(indices, 24, replace=False).tolist()
        drawings = self._dataset.pictures(chosen, self._sampler.device)
        decoded = self._model.vae.decode(self._model.vae.encode(drawings).latent_dist.mean).sample
        self._write("vae", torch.cat([drawings, decoded]), 12)

    def styles(self) -> None:
        """`styles.png`: a row for each style, each subject with the style's caption, without sharing."""
        rows = [
            self._draw([f"{subject}, {caption}" for subject in self._subjects], seed=5) for caption in self._captions
        ]
        self._write("styles", torch.cat(rows), len(self._subjects))

    def consistency(self) -> None:
        """`aligned.png` and `scores.json`: subjects without style words, plain and shared, over several seeds."""
        encoder = dino_encoder().to(self._sampler.device)
        load_weights(self._settings, encoder, "dino")
        encoder.eval()
        rows: list[Tensor] = []
        plain: list[float] = []
        shared: list[float] = []
        for seed in range(100, 102 if self._settings.smoke else 108):
            for scores, style in ((plain, None), (shared, self._sampler.style_arguments())):
                pictures = self._draw(self._subjects, seed, style)
                scores.append(set_consistency(encoder, pictures))
                rows.append(pictures)
        self._write("aligned", torch.cat(rows), len(self._subjects))
        content = json.dumps({"dino_plain": plain, "dino_sa": shared})
        (self._folder / "scores.json").write_text(content, encoding="utf-8")
        log("set consistency (DINO): plain", np.mean(plain), "shared", np.mean(shared))

    def references(self) -> None:
        """`reference.png`: every second style as the reference of bare subjects, plain and shared."""
        rows: list[Tensor] = []
        for index in range(0, len(self._captions), 2):
            prompts = [f"{self._subjects[0]}, {self._captions[index]}", *self._subjects[1:]]
            for style in (None, self._sampler.style_arguments()):
                rows.append(self._draw(prompts, 300 + index, style))
        self._write("reference", torch.cat(rows), len(self._subjects))

    def transfer(self, golden: Path) -> None:
        """`transfer.png`: what `golden.py` recorded of inversion and, if any, of the ControlNet."""
        inversion = np.load(golden / "inversion.npz")
        pictures = [from_bytes(self._tensor(inversion["image"]).permute(2, 0, 1)[None])]
        pictures.append(self._tensor(inversion["transfer_image"]))
        if (golden / "controlnet.npz").exists():
            control = np.load(golden / "controlnet.npz")
            pictures.append(from_bytes(self._tensor(control["cond"])[:, None].expand(-1, 3, -1, -1)))
            pictures.append(self._tensor(control["image"]))
        self._write("transfer", torch.cat(pictures), 5)

    def _draw(self, prompts: list[str], seed: int, style: Any | None = None) -> Tensor:
        latents = self._sampler.noise(seed, len(prompts), 4, 16, 16)
        last, _ = self._sampler.sample(latents, prompts, GUIDANCE, style=style)
        return self._model.decode(last)

    def _tensor(self, array: np.ndarray) -> Tensor:
        return torch.from_numpy(array).float().to(self._sampler.device)

    def _write(self, name: str, pictures: Tensor, columns: int) -> None:
        write_sheet(pictures, columns, self._folder / f"{name}.png")


def main() -> None:
    parser = sampling_parser(__doc__)
    parser.add_argument("--subjects", type=Path, help="JSON file with a list of subjects")
    parser.add_argument("--golden", type=Path, help="folder that golden.py wrote; work/golden if not given")
    parser.add_argument("--output", type=Path, help="folder of the sheets; work/scores if not given")
    arguments = parser.parse_args()
    settings, sampler = sampler_of(arguments)
    folder = arguments.output or settings.work / "scores"
    folder.mkdir(parents=True, exist_ok=True)
    subjects = SUBJECTS
    if arguments.subjects:
        subjects = json.loads(arguments.subjects.read_text(encoding="utf-8"))
    with torch.no_grad():
        sheets = Sheets(settings, sampler, Dataset.read(settings.data), subjects, folder)
        sheets.reconstruction()
        sheets.styles()
        sheets.consistency()
        sheets.references()
        sheets.transfer(arguments.golden or settings.work / "golden")
    log("done: sheets and scores in", folder)


if __name__ == "__main__":
    main()
