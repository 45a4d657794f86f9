"""Trains the U-Net and the text encoder together, from random weights."""

from __future__ import annotations

import torch
from diffusers import UNet2DConditionModel
from torch import Tensor

from configuration import UNET
from dataset import CaptionRates, Dataset, caption_bank, style_weights
from latents import BatchSource, add_noise, load_latents, signal_levels
from networks import TextEncoder
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
from tokenizer import Tokenizer

BATCH = 640
RATE = 8e-4
CAPTIONS = 24
"""Captions prepared for each drawing."""
RATES = CaptionRates(empty=0.1, without_style=0.35)
SIGNAL_LIMIT = 5
"""Steps with a signal-to-noise ratio above this count less."""


def train(settings: Settings, seconds: float) -> None:
    """Writes `unet.pt` and `text.pt`; needs `tokenizer/` and `latents.pt`."""
    dataset = Dataset.read(settings.data)
    tokenizer = Tokenizer.load(settings.work / "tokenizer")
    batches = BatchSource(
        load_latents(settings),
        caption_bank(dataset, settings, tokenizer, 2 if settings.smoke else CAPTIONS, 0, RATES),
        style_weights(dataset, settings),
        8 if settings.smoke else BATCH,
    )
    text_encoder = TextEncoder(len(tokenizer.vocabulary), tokenizer.end).to(settings.device)
    unet = UNet2DConditionModel(**UNET).to(settings.device).to(memory_format=torch.channels_last)
    signal = signal_levels(settings.device)

    def losses(latents: Tensor, timesteps: Tensor, noise: Tensor, ids: Tensor) -> tuple[Tensor, Tensor]:
        level = signal[timesteps][:, None, None, None]
        noisy = add_noise(latents, noise, level)
        with mixed_precision(settings):
            states, _ = text_encoder(ids)
            predicted = unet(noisy, timesteps, encoder_hidden_states=states, return_dict=False)[0]
        errors = ((predicted.float() - noise) ** 2).mean((1, 2, 3))
        return (errors * signal_weight(level.flatten())).mean(), errors.mean()

    compiled = torch.compile(losses) if settings.compiles else losses
    parameters = [*unet.parameters(), *text_encoder.parameters()]
    optimiser = torch.optim.AdamW(
        parameters, lr=RATE, betas=(0.9, 0.98), weight_decay=1e-2, fused=settings.device == "cuda"
    )
    average = MovingAverage([unet, text_encoder], limit=0.9995)
    budget = TimeBudget(seconds, WARM_UP_STEPS)
    step = 0
    while (used := budget.used(step)) < 1:
        set_rate(optimiser, RATE * cosine_rate(used + 1e-4))
        batch = batches.draw()
        latents = batch.latents.contiguous(memory_format=torch.channels_last)
        noise = batch.noise.contiguous(memory_format=torch.channels_last)
        loss, error = compiled(latents, batch.timesteps, noise, batch.ids)
        step_optimiser(optimiser, loss, parameters)
        average.update(step)
        step += 1
        if step % 200 == 0 or settings.smoke:
            log(f"unet step {step}, {used:.2f} of the time, loss {loss.item():.4f}, error {error.item():.4f}")
        if step % 2000 == 0:
            _save(settings, average)
    _save(settings, average)
    log("unet:", step, "steps,", step * batches.size, "samples")


def signal_weight(signal: Tensor) -> Tensor:
    """Weight of each sample's loss: min(r, 5) / r for the signal-to-noise ratio r = ᾱ / (1 − ᾱ)."""
    ratio = signal / (1 - signal)
    return ratio.clamp(max=SIGNAL_LIMIT) / ratio


def _save(settings: Settings, average: MovingAverage) -> None:
    unet, text_encoder = average.modules
    save_weights(settings, unet, "unet")
    save_weights(settings, text_encoder, "text")
