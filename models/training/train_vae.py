"""Trains the VAE, then encodes all training drawings with it."""

from __future__ import annotations

import math

import torch
from diffusers import AutoencoderKL
from torch import Tensor

from configuration import VAE
from dataset import Dataset, from_bytes, training_bytes
from latents import encode_drawings, save_latents
from networks import Discriminator
from optimisation import (
    WARM_UP_STEPS,
    MovingAverage,
    TimeBudget,
    cosine_rate,
    mixed_precision,
    save_weights,
    set_rate,
    step_optimiser,
)
from settings import Settings, log

BATCH = 192
RATE = 1e-3
DIVERGENCE_WEIGHT = 0.02
ADVERSARIAL_WEIGHT = 0.02
ADVERSARIAL_START = 0.6
"""Used part of the time from which the discriminator joins in; its weight rises over the next tenth."""


def train(settings: Settings, seconds: float) -> None:
    """Writes `vae.pt` and `latents.pt`."""
    pictures = training_bytes(Dataset.read(settings.data), settings)
    vae = _train_vae(settings, pictures, seconds)
    save_weights(settings, vae, "vae")
    means, deviation = encode_drawings(vae, pictures)
    scaling_factor = save_latents(settings, means)
    quality = _signal_to_noise(*_reconstruction(vae, pictures, means))
    log("scaling factor", scaling_factor, "posterior deviation", deviation, "psnr of training drawings", quality)


def _train_vae(settings: Settings, pictures: Tensor, seconds: float) -> AutoencoderKL:
    batch = 8 if settings.smoke else BATCH
    vae = AutoencoderKL(**VAE).to(settings.device).to(memory_format=torch.channels_last)
    discriminator = Discriminator().to(settings.device)
    parameters = list(vae.parameters())
    optimiser = torch.optim.AdamW(parameters, lr=RATE, betas=(0.9, 0.95), weight_decay=1e-4)
    discriminator_optimiser = torch.optim.AdamW(discriminator.parameters(), lr=4e-4, betas=(0.5, 0.9))
    average = MovingAverage([vae], limit=0.998)
    if settings.compiles:
        vae.encoder.compile()
        vae.decoder.compile()
    budget = TimeBudget(seconds, WARM_UP_STEPS)
    step = 0
    while (used := budget.used(step)) < 1:
        set_rate(optimiser, RATE * cosine_rate(used + 1e-3))
        real = _random_batch(pictures, batch)
        with mixed_precision(settings):
            posterior = vae.encode(real).latent_dist
            drawn = vae.decode(posterior.sample()).sample
        drawn = drawn.float()
        divergence = posterior.kl().float().mean() / real[0].numel()
        reconstruction = reconstruction_loss(drawn, real)
        loss = reconstruction + DIVERGENCE_WEIGHT * divergence
        adversarial = used > ADVERSARIAL_START
        if adversarial:
            with mixed_precision(settings):
                fooled = -discriminator(drawn).float().mean()
            loss = loss + ADVERSARIAL_WEIGHT * min(1, (used - ADVERSARIAL_START) / 0.1) * fooled
        step_optimiser(optimiser, loss, parameters)
        if adversarial:
            with mixed_precision(settings):
                judgement = hinge_loss(discriminator(real).float(), discriminator(drawn.detach()).float())
            step_optimiser(discriminator_optimiser, judgement)
        average.update(step)
        step += 1
        if step % 100 == 0 or settings.smoke:
            quality = _signal_to_noise(drawn, real)
            log(f"vae step {step}, {used:.2f} of the time, loss {reconstruction.item():.4f}, psnr {quality:.2f}")
    log("vae:", step, "steps")
    return average.modules[0]


def _random_batch(pictures: Tensor, size: int) -> Tensor:
    """Random drawings, half of them mirrored, in −1…1."""
    rows = torch.randint(0, len(pictures), (size,), device=pictures.device)
    chosen = from_bytes(pictures[rows])
    mirrored = torch.rand(size, device=pictures.device) < 0.5
    chosen = torch.where(mirrored[:, None, None, None], chosen.flip(-1), chosen)
    return chosen.contiguous(memory_format=torch.channels_last)


def reconstruction_loss(drawn: Tensor, real: Tensor) -> Tensor:
    """Mean absolute error, plus mean squared error, plus the mean absolute error of neighbour differences."""
    error = (drawn - real).abs()
    across = (drawn[..., 1:] - drawn[..., :-1]) - (real[..., 1:] - real[..., :-1])
    down = (drawn[..., 1:, :] - drawn[..., :-1, :]) - (real[..., 1:, :] - real[..., :-1, :])
    return error.mean() + (error**2).mean() + (across.abs().mean() + down.abs().mean())


def hinge_loss(real_scores: Tensor, drawn_scores: Tensor) -> Tensor:
    """The discriminator's loss: real scores are wanted above 1, drawn ones below −1."""
    return torch.relu(1 - real_scores).mean() + torch.relu(1 + drawn_scores).mean()


@torch.no_grad()
def _reconstruction(vae: AutoencoderKL, pictures: Tensor, means: Tensor) -> tuple[Tensor, Tensor]:
    """The first drawings after encoding and decoding, and as they are."""
    count = min(256, len(pictures))
    return vae.decode(means[:count]).sample, from_bytes(pictures[:count])


def _signal_to_noise(drawn: Tensor, real: Tensor) -> float:
    """Peak signal-to-noise ratio in dB of pictures in −1…1."""
    squared_error = ((drawn - real) ** 2).mean().item()
    return -10 * math.log10(squared_error / 4)
