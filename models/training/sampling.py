"""Sampling with diffusers and the authors' StyleAligned code, keeping each step's latents.

The authors' code (`sa_handler.py` of https://github.com/google/style-aligned) is not part of this project; the option
`--style-aligned` names the folder that it has been fetched to.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import torch
from diffusers import DDIMScheduler
from torch import Tensor

from configuration import NOISE_SCHEDULE
from optimisation import forbid_fast_matrices
from settings import Settings, argument_parser, settings_of
from starter import StarterModel, load_starter

COMMON_SCHEDULE = (
    "beta_start",
    "beta_end",
    "beta_schedule",
    "num_train_timesteps",
    "prediction_type",
    "steps_offset",
)
"""What every scheduler of diffusers understands of the noise schedule."""


def sampling_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser for scripts that sample."""
    parser = argument_parser(description)
    parser.add_argument(
        "--style-aligned", type=Path, default=Path("style-aligned"), help="folder of the authors' sa_handler.py"
    )
    parser.add_argument("--steps", type=int, help="sampling steps; 20 if not given, 3 in a smoke run")
    return parser


@dataclass(frozen=True)
class Inversion:
    """An inverted picture that the first row of a batch is pinned to."""

    trajectory: Tensor
    """`[steps + 1, 4, 16, 16]`, noisiest first."""
    offset: int
    """Index of the trajectory that sampling starts from."""


@dataclass(frozen=True)
class Control:
    """Pictures that steer all rows but the first, as in the authors' code."""

    pictures: Tensor
    """`[batch, 3, 128, 128]` in 0…1."""
    strength: float


class Sampler:
    """Runs the starter model under diffusers' schedulers, with or without StyleAligned."""

    def __init__(self, model: StarterModel, style_aligned: ModuleType, steps: int, device: str) -> None:
        self.model = model
        self.steps = steps
        self.device = device
        self._style_aligned = style_aligned

    def style_arguments(self, **changes: Any) -> Any:
        """The authors' `StyleAlignedArgs` with some values changed."""
        return self._style_aligned.StyleAlignedArgs(**changes)

    @contextmanager
    def shared(self, style: Any | None) -> Iterator[None]:
        """Registers the authors' handlers for the time of a block; does nothing without arguments."""
        if style is None:
            yield
            return
        handler = self._style_aligned.Handler(SimpleNamespace(unet=self.model.unet))
        handler.register(style)
        try:
            yield
        finally:
            handler.remove()

    def scheduler(self, kind: type = DDIMScheduler, **options: Any) -> Any:
        """A scheduler of diffusers with the starter model's noise levels and the timesteps set."""
        schedule = dict(NOISE_SCHEDULE)
        if kind is not DDIMScheduler:
            schedule = {name: schedule[name] for name in COMMON_SCHEDULE}
        scheduler = kind(**schedule, **options)
        scheduler.set_timesteps(self.steps, device=self.device)
        return scheduler

    def noise(self, seed: int, *shape: int) -> Tensor:
        """`torch.randn` of a CPU generator with this seed."""
        return torch.randn(*shape, generator=torch.Generator("cpu").manual_seed(seed)).to(self.device)

    def guided(self, latents: Tensor, timestep: Any, states: Tensor, guidance: float, **residuals: Any) -> Tensor:
        """The U-Net's prediction with classifier-free guidance.

        `latents` `[2n, …]` and `states` `[2n, 77, 192]` hold the unconditional rows, then the conditional ones.
        """
        output = self.model.unet(latents, timestep, encoder_hidden_states=states, return_dict=False, **residuals)[0]
        unconditional, conditional = output.chunk(2)
        return unconditional + guidance * (conditional - unconditional)

    def sample(
        self,
        latents: Tensor,
        prompts: Sequence[str],
        guidance: float = 7.5,
        scheduler: Any | None = None,
        style: Any | None = None,
        inversion: Inversion | None = None,
        control: Control | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Samples one picture for each prompt; the negative prompt is empty.

        Returns the last latents `[n, 4, 16, 16]` and all of them `[steps + 1, n, 4, 16, 16]`, the start first.
        """
        scheduler = scheduler or self.scheduler()
        states = torch.cat([self.model.embed([""] * len(prompts)), self.model.embed(list(prompts))])
        trajectory = [latents.clone()]
        latents = latents * scheduler.init_noise_sigma
        with self.shared(style):
            for step, timestep in enumerate(scheduler.timesteps):
                doubled = scheduler.scale_model_input(torch.cat([latents] * 2), timestep)
                residuals = {} if control is None else self._residuals(control, doubled, timestep, states)
                predicted = self.guided(doubled, timestep, states, guidance, **residuals)
                latents = scheduler.step(predicted, timestep, latents, return_dict=False)[0]
                if inversion is not None:
                    latents = latents.clone()
                    latents[0] = inversion.trajectory[max(inversion.offset + 1, step + 1)]
                trajectory.append(latents.clone())
        return latents, torch.stack(trajectory)

    def _residuals(self, control: Control, latents: Tensor, timestep: Any, states: Tensor) -> dict[str, Any]:
        """The ControlNet's residuals; the first row of each half, the reference, gets zeros."""
        controlnet = self.model.controlnet
        if controlnet is None:
            raise ValueError("Control pictures were given, but no ControlNet has been trained.")
        count = len(latents) // 2
        down, middle = controlnet(
            _without_reference(latents, count),
            timestep,
            encoder_hidden_states=_without_reference(states, count),
            controlnet_cond=torch.cat([control.pictures[1:], control.pictures[1:]]),
            conditioning_scale=control.strength,
            return_dict=False,
        )
        return {
            "down_block_additional_residuals": [_with_reference(residual, count) for residual in down],
            "mid_block_additional_residual": _with_reference(middle, count),
        }


def _without_reference(rows: Tensor, count: int) -> Tensor:
    return torch.cat([rows[1:count], rows[count + 1 :]])


def _with_reference(rows: Tensor, count: int) -> Tensor:
    zeros = torch.zeros_like(rows[:1])
    return torch.cat([zeros, rows[: count - 1], zeros, rows[count - 1 :]])


def to_numpy(tensor: Tensor) -> np.ndarray:
    """A float32 array of a tensor."""
    return tensor.detach().float().cpu().numpy()


def sampler_of(arguments: argparse.Namespace) -> tuple[Settings, Sampler]:
    """Loads the starter model and the authors' code for a parsed command line; seeds PyTorch's generators with 0."""
    settings = settings_of(arguments)
    forbid_fast_matrices()
    torch.manual_seed(0)
    sys.path.insert(0, str(arguments.style_aligned))
    style_aligned = importlib.import_module("sa_handler")
    steps = arguments.steps or (3 if settings.smoke else 20)
    return settings, Sampler(load_starter(settings, settings.device), style_aligned, steps, settings.device)
