"""The options that all scripts share: where to read and write, and how to run."""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import torch


@dataclass(frozen=True)
class Settings:
    """Folders and switches of one run."""

    data: Path
    """Folder with `images.npy`, `meta.json` and `styles.json` (see README.md)."""
    work: Path
    """Folder for everything that is trained; later scripts read it from there."""
    smoke: bool
    """Run on 64 pictures with tiny batches, to see that a script works at all."""
    compile: bool
    """Whether training steps may be compiled on a GPU."""

    @property
    def device(self) -> str:
        """`cuda` where PyTorch sees a GPU, else `cpu`."""
        return "cuda" if torch.cuda.is_available() else "cpu"

    @property
    def compiles(self) -> bool:
        """Whether training steps are compiled: only on a GPU, and unless switched off."""
        return self.compile and self.device == "cuda"


def argument_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that already knows the shared options."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the drawings")
    parser.add_argument("--work", type=Path, default=Path("work"), help="folder for what is trained")
    parser.add_argument("--smoke", action="store_true", help="64 pictures and tiny batches, to try a script")
    parser.add_argument("--no-compile", action="store_true", help="do not compile training steps on a GPU")
    return parser


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The shared settings of a parsed command line; makes the work folder if it is missing."""
    arguments.work.mkdir(parents=True, exist_ok=True)
    return Settings(arguments.data, arguments.work, arguments.smoke, not arguments.no_compile)


def log(*words: object) -> None:
    """Prints a line that begins with the time of day."""
    print(time.strftime("%H:%M:%S"), *words, flush=True)
