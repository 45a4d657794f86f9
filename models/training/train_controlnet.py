"""Trains a ControlNet on edge pictures, with the U-Net and the text encoder fixed."""

from __future__ import annotations

import numpy as np
import torch
from diffusers import ControlNetModel, UNet2DConditionModel
from torch import Tensor

from configuration import UNET
from dataset import CaptionRates, Dataset, caption_bank, style_weights, training_indices
from edges import edges
from latents import BatchSource, add_noise, load_latents, signal_levels
from networks import TextEncoder
from optimisation import (
    WARM_UP_STEPS,
    MovingAverage,
    TimeBudget,
    cosine_rate,
    load_weights,
    mixed_precision,
    save_weights,
    set_rate,
    step_optimiser,
)
from settings import Settings, log
from tokenizer import Tokenizer

BATCH = 512
RATE = 4e-4
CAPTIONS = 12
"""Captions prepared for each drawing."""
RATES = CaptionRates(empty=0.1, without_style=0.35)


def train(settings: Settings, seconds: float) -> None:
    """Writes `controlnet.pt`; needs `tokenizer/`, `latents.pt`, `unet.pt` and `text.pt`."""
    dataset = Dataset.read(settings.data)
    tokenizer = Tokenizer.load(settings.work / "tokenizer")
    outlines = training_edges(dataset, settings)
    batches = BatchSource(
        load_latents(settings),
        caption_bank(dataset, settings, tokenizer, 2 if settings.smoke else CAPTIONS, 0, RATES),
        style_weights(dataset, settings),
        8 if settings.smoke else BATCH,
    )
    text_encoder = TextEncoder(len(tokenizer.vocabulary), tokenizer.end).to(settings.device)
    load_weights(settings, text_encoder, "text")
    text_encoder.eval().requires_grad_(False)
    unet = UNet2DConditionModel(**UNET).to(settings.device)
    load_weights(settings, unet, "unet")
    unet = unet.eval().requires_grad_(False).to(memory_format=torch.channels_last)
    controlnet = ControlNetModel.from_unet(unet).to(settings.device).to(memory_format=torch.channels_last)
    controlnet.train().requires_grad_(True)
    signal = signal_levels(settings.device)

    def loss_of(latents: Tensor, timesteps: Tensor, noise: Tensor, ids: Tensor, control: Tensor) -> Tensor:
        noisy = add_noise(latents, noise, signal[timesteps][:, None, None, None])
        with mixed_precision(settings):
            states, _ = text_encoder(ids)
            down, middle = controlnet(
                noisy, timesteps, encoder_hidden_states=states, controlnet_cond=control, return_dict=False
            )
            predicted = unet(
                noisy,
                timesteps,
                encoder_hidden_states=states,
                down_block_additional_residuals=down,
                mid_block_additional_residual=middle,
                return_dict=False,
            )[0]
        return ((predicted.float() - noise) ** 2).mean()

    compiled = torch.compile(loss_of) if settings.compiles else loss_of
    parameters = list(controlnet.parameters())
    optimiser = torch.optim.AdamW(
        parameters, lr=RATE, betas=(0.9, 0.98), weight_decay=1e-2, fused=settings.device == "cuda"
    )
    average = MovingAverage([controlnet], limit=0.999)
    budget = TimeBudget(seconds, WARM_UP_STEPS)
    step = 0
    while (used := budget.used(step)) < 1:
        set_rate(optimiser, RATE * cosine_rate(used + 1e-4))
        batch = batches.draw()
        control = (outlines[batch.rows].float() / 255)[:, None].expand(-1, 3, -1, -1)
        loss = compiled(batch.latents, batch.timesteps, batch.noise, batch.ids, control)
        step_optimiser(optimiser, loss, parameters)
        average.update(step)
        step += 1
        if step % 200 == 0 or settings.smoke:
            log(f"controlnet step {step}, {used:.2f} of the time, loss {loss.item():.4f}")
    save_weights(settings, average.modules[0], "controlnet")
    log("controlnet:", step, "steps")


def training_edges(dataset: Dataset, settings: Settings) -> Tensor:
    """Edges of the training drawings as bytes `[2n, 128, 128]`: as they are, then mirrored."""
    outlines = np.stack([edges(dataset.images[index]) for index in training_indices(dataset, settings)])
    straight = torch.from_numpy(outlines).to(settings.device)
    return torch.cat([straight, straight.flip(-1)])
