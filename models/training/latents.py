"""The encoded drawings, and the batches that the U-Net and the ControlNet are trained on."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from diffusers import AutoencoderKL, DDPMScheduler
from torch import Tensor

from configuration import TRAINING_SCHEDULE
from dataset import from_bytes
from settings import Settings

TIMESTEPS = TRAINING_SCHEDULE["num_train_timesteps"]
_FILE = "latents.pt"


@torch.no_grad()
def encode_drawings(vae: AutoencoderKL, pictures: Tensor, chunk: int = 256) -> tuple[Tensor, float]:
    """Encodes bytes `[n, 3, 128, 128]` as they are, then mirrored.

    Returns the means `[2n, 4, 16, 16]`, not scaled, and the mean standard deviation of the posterior.
    """
    means: list[Tensor] = []
    deviations: list[float] = []
    for mirrored in (False, True):
        for start in range(0, len(pictures), chunk):
            part = from_bytes(pictures[start : start + chunk])
            posterior = vae.encode(part.flip(-1) if mirrored else part).latent_dist
            means.append(posterior.mean)
            deviations.append(posterior.std.mean().item())
    return torch.cat(means), sum(deviations) / len(deviations)


def save_latents(settings: Settings, means: Tensor) -> float:
    """Writes the encoded drawings; returns the scaling factor, which gives them a standard deviation of 1."""
    scaling_factor = 1 / means.std().item()
    torch.save({"z": means.half().cpu(), "scaling_factor": scaling_factor}, settings.work / _FILE)
    return scaling_factor


def load_scaling_factor(settings: Settings) -> float:
    """The factor between the VAE's space and the latents that the U-Net sees."""
    return torch.load(settings.work / _FILE)["scaling_factor"]


def load_latents(settings: Settings) -> Tensor:
    """The scaled latents `[2n, 4, 16, 16]`: drawings as they are, then mirrored."""
    stored = torch.load(settings.work / _FILE)
    return (stored["z"].float() * stored["scaling_factor"]).to(settings.device)


def signal_levels(device: str) -> Tensor:
    """How much of the picture's power is left at each timestep, ᾱ, `[1000]`."""
    return DDPMScheduler(**TRAINING_SCHEDULE).alphas_cumprod.to(device)


def add_noise(latents: Tensor, noise: Tensor, signal: Tensor) -> Tensor:
    """√ᾱ·latents + √(1−ᾱ)·noise, with ᾱ `[batch, 1, 1, 1]`."""
    return signal.sqrt() * latents + (1 - signal).sqrt() * noise


@dataclass(frozen=True)
class Batch:
    """What one training step sees."""

    rows: Tensor
    """Which of the 2n latents these are, `[batch]`."""
    latents: Tensor
    """`[batch, 4, 16, 16]`."""
    ids: Tensor
    """Token ids of one caption for each, int64 `[batch, 77]`."""
    timesteps: Tensor
    """int64 `[batch]`."""
    noise: Tensor
    """`[batch, 4, 16, 16]`; what the U-Net is to predict."""


@dataclass(frozen=True)
class BatchSource:
    """Draws training batches without end."""

    latents: Tensor
    """`[2n, 4, 16, 16]`."""
    captions: Tensor
    """Token ids `[n, captions, 77]`."""
    weights: Tensor
    """How often each latent is drawn, `[2n]`."""
    size: int

    def draw(self) -> Batch:
        """A batch of chosen latents, each with one of its captions, a timestep and noise."""
        device = self.latents.device
        rows = torch.multinomial(self.weights, self.size, replacement=True)
        choices = torch.randint(0, self.captions.shape[1], (self.size,), device=device)
        ids = self.captions[rows % len(self.captions), choices].long()
        latents = self.latents[rows]
        timesteps = torch.randint(0, TIMESTEPS, (self.size,), device=device)
        return Batch(rows, latents, ids, timesteps, torch.randn_like(latents))
