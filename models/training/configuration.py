"""The sizes of the diffusers networks and the noise schedule of the starter model."""

from __future__ import annotations

from typing import Any

UNET: dict[str, Any] = {
    "sample_size": 16,
    "in_channels": 4,
    "out_channels": 4,
    "layers_per_block": 1,
    "block_out_channels": (96, 160, 224),
    "down_block_types": ("CrossAttnDownBlock2D",) * 3,
    "up_block_types": ("CrossAttnUpBlock2D",) * 3,
    "cross_attention_dim": 192,
    "attention_head_dim": (3, 5, 7),
    "norm_num_groups": 32,
}
"""Arguments of `UNet2DConditionModel`. `attention_head_dim` is, by diffusers' naming, the number of heads."""

VAE: dict[str, Any] = {
    "in_channels": 3,
    "out_channels": 3,
    "latent_channels": 4,
    "block_out_channels": (32, 64, 128, 128),
    "layers_per_block": 1,
    "sample_size": 128,
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "norm_num_groups": 16,
}
"""Arguments of `AutoencoderKL`: 128×128 pictures become latents of 4×16×16."""

NOISE_SCHEDULE: dict[str, Any] = {
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "num_train_timesteps": 1000,
    "clip_sample": False,
    "set_alpha_to_one": False,
    "steps_offset": 1,
    "prediction_type": "epsilon",
}
"""Arguments of `DDIMScheduler`, those of Stable Diffusion 1.5."""

_DDIM_ONLY = ("set_alpha_to_one", "steps_offset")
TRAINING_SCHEDULE = {name: value for name, value in NOISE_SCHEDULE.items() if name not in _DDIM_ONLY}
"""Arguments of `DDPMScheduler` for training: the same noise levels."""
