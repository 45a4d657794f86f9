"""The trained starter model as PyTorch modules, with the weights rounded to what the ONNX files hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import torch
from diffusers import AutoencoderKL, ControlNetModel, UNet2DConditionModel
from torch import Tensor, nn

from configuration import UNET, VAE
from latents import load_scaling_factor
from networks import TextEncoder
from optimisation import load_weights, weights_file
from settings import Settings
from tokenizer import Tokenizer

SMALLEST_INT8 = 1024
"""Matrices and kernels with fewer weights than this stay float16."""
LARGEST_INT8 = 127
SMALLEST_SCALE = 1e-12

Network = TypeVar("Network", bound=nn.Module)


@dataclass(frozen=True)
class StarterModel:
    """All networks of a bundle, in evaluation mode, on one device."""

    tokenizer: Tokenizer
    text_encoder: TextEncoder
    unet: UNet2DConditionModel
    vae: AutoencoderKL
    controlnet: ControlNetModel | None
    """Missing where none has been trained."""

    @property
    def scaling_factor(self) -> float:
        """The factor between the VAE's space and the U-Net's latents."""
        return self.vae.config.scaling_factor

    def ids(self, prompts: list[str]) -> Tensor:
        """Token ids of the prompts, int64 `[prompts, 77]`."""
        ids = torch.tensor([self.tokenizer.encode(prompt) for prompt in prompts])
        return ids.to(next(self.text_encoder.parameters()).device)

    def embed(self, prompts: list[str]) -> Tensor:
        """Hidden states of the prompts, `[prompts, 77, 192]`."""
        states, _ = self.text_encoder(self.ids(prompts))
        return states

    def encode(self, pictures: Tensor) -> Tensor:
        """Latents `[n, 4, 16, 16]` of pictures `[n, 3, 128, 128]` in −1…1: the mean of the posterior, scaled."""
        return self.vae.encode(pictures).latent_dist.mean * self.scaling_factor

    def decode(self, latents: Tensor) -> Tensor:
        """Pictures, about −1…1, of latents."""
        return self.vae.decode(latents / self.scaling_factor, return_dict=False)[0]


@torch.no_grad()
def round_weights(module: Network) -> Network:
    """Rounds to int8 with a scale per output channel for matrices and kernels, to float16 for the rest.

    The ONNX files store just that, so recorded results and files agree.
    """
    for weight in module.parameters():
        if weight.ndim >= 2 and weight.numel() >= SMALLEST_INT8:
            largest = weight.abs().amax(dim=tuple(range(1, weight.ndim)), keepdim=True)
            scale = (largest / LARGEST_INT8).clamp(min=SMALLEST_SCALE)
            weight.copy_((weight / scale).round().clamp(-LARGEST_INT8, LARGEST_INT8) * scale)
        else:
            weight.copy_(weight.half().float())
    return module.eval()


def load_starter(settings: Settings, device: str) -> StarterModel:
    """Reads what the training stages wrote; the ControlNet may be missing."""
    tokenizer = Tokenizer.load(settings.work / "tokenizer")
    text_encoder = TextEncoder(len(tokenizer.vocabulary), tokenizer.end)
    load_weights(settings, text_encoder, "text")
    unet = UNet2DConditionModel(**UNET)
    load_weights(settings, unet, "unet")
    vae = AutoencoderKL(**VAE, scaling_factor=round(load_scaling_factor(settings), 6))
    load_weights(settings, vae, "vae")
    controlnet = None
    if weights_file(settings, "controlnet").exists():
        controlnet = ControlNetModel.from_unet(unet)
        load_weights(settings, controlnet, "controlnet")
        controlnet = round_weights(controlnet).to(device)
    return StarterModel(
        tokenizer,
        round_weights(text_encoder).to(device),
        round_weights(unet).to(device),
        round_weights(vae).to(device),
        controlnet,
    )
