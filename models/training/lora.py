"""Trains a LoRA of the held-out style on the U-Net's attention, and records what it gives.

It is saved in the two key layouts that are in use: that of diffusers (PEFT) and that of kohya.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor, nn

from dataset import HELDOUT_STYLE, Dataset
from latents import TIMESTEPS, add_noise, signal_levels
from optimisation import TimeBudget, cosine_rate, mixed_precision, set_rate, step_optimiser
from sampling import Sampler, sampler_of, sampling_parser, to_numpy
from settings import Settings, log

RANK = 8
RATE = 2e-3
BATCH = 192
GUIDANCE = 7.5
PROJECTIONS = ("attn1.to_", "attn2.to_")
"""Parts of the names of the linear layers that are adapted: queries, keys, values and outputs of all attention."""
SUBJECTS = ["airplane", "house", "guitar", "rocket"]


class AdaptedLinear(nn.Module):
    """A linear layer plus a product of two thin matrices, which begins at zero."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        device = linear.weight.device
        self.linear = linear
        self.down = nn.Linear(linear.in_features, RANK, bias=False).to(device)
        self.up = nn.Linear(RANK, linear.out_features, bias=False).to(device)
        nn.init.zeros_(self.up.weight)
        nn.init.normal_(self.down.weight, std=1 / RANK)

    def forward(self, states: Tensor) -> Tensor:
        return self.linear(states) + self.up(self.down(states))


def adapt(unet: nn.Module) -> dict[str, AdaptedLinear]:
    """Replaces the attention's linear layers; returns the new ones by the names of the old."""
    unet.requires_grad_(False)
    adapted: dict[str, AdaptedLinear] = {}
    for name, module in list(unet.named_modules()):
        if isinstance(module, nn.Linear) and any(part in name for part in PROJECTIONS):
            adapted[name] = AdaptedLinear(module)
            parent, _, attribute = name.rpartition(".")
            unet.get_submodule(parent).register_module(attribute, adapted[name])
    return adapted


def train(
    settings: Settings, sampler: Sampler, dataset: Dataset, indices: list[int], seconds: float
) -> dict[str, AdaptedLinear]:
    """Adapts the sampler's U-Net to the drawings; returns the adapted layers by name."""
    model = sampler.model
    with torch.no_grad():
        pictures = dataset.pictures(indices, sampler.device)
        latents = torch.cat([model.encode(part) for part in pictures.split(128)])
        states = model.embed([_caption(dataset, index) for index in indices])
    adapted = adapt(model.unet)
    weights = [weight for layer in adapted.values() for weight in (layer.down.weight, layer.up.weight)]
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=1e-3)
    signal = signal_levels(sampler.device)
    batch = 8 if settings.smoke else BATCH
    budget = TimeBudget(seconds)
    step = 0
    while (used := budget.used(step)) < 1:
        set_rate(optimiser, RATE * cosine_rate(used + 1e-3))
        rows = torch.randint(0, len(latents), (batch,), device=sampler.device)
        timesteps = torch.randint(0, TIMESTEPS, (batch,), device=sampler.device)
        noise = torch.randn_like(latents[rows])
        noisy = add_noise(latents[rows], noise, signal[timesteps][:, None, None, None])
        with mixed_precision(settings):
            predicted = model.unet(noisy, timesteps, encoder_hidden_states=states[rows], return_dict=False)[0]
        loss = ((predicted.float() - noise) ** 2).mean()
        step_optimiser(optimiser, loss)
        step += 1
        if step % 50 == 0:
            log("lora step", step, round(loss.item(), 4))
    log("lora:", step, "steps")
    return adapted


def _caption(dataset: Dataset, index: int) -> str:
    entry = dataset.meta[index]
    return f"{entry['subject']}, {dataset.style_caption(entry['style'])}"


def save(adapted: dict[str, AdaptedLinear], caption: str, folder: Path) -> None:
    """Writes both layouts in float16, and rounds the layers themselves to what was written."""
    peft: dict[str, Tensor] = {}
    kohya: dict[str, Tensor] = {}
    for name, layer in adapted.items():
        down = layer.down.weight.detach().half().cpu().contiguous()
        up = layer.up.weight.detach().half().cpu().contiguous()
        peft[f"unet.{name}.lora_A.weight"] = down
        peft[f"unet.{name}.lora_B.weight"] = up
        flat_name = "lora_unet_" + name.replace(".", "_")
        kohya[f"{flat_name}.lora_down.weight"] = down
        kohya[f"{flat_name}.lora_up.weight"] = up
        kohya[f"{flat_name}.alpha"] = torch.tensor(float(RANK))
        device = layer.linear.weight.device
        layer.down.weight.data = down.float().to(device)
        layer.up.weight.data = up.float().to(device)
    save_file(peft, folder / "paper_cutout_lora.safetensors", metadata={"style": caption})
    save_file(kohya, folder / "paper_cutout_lora_kohya.safetensors", metadata={"ss_network_dim": str(RANK)})


@torch.no_grad()
def record(sampler: Sampler, caption: str, samples: Tensor, folder: Path) -> None:
    """Records pictures with the LoRA, plain and shared, and draws them above four drawings of the style."""
    prompts = [f"{subject}, {caption}" for subject in SUBJECTS]
    latents = sampler.noise(10, len(prompts), 4, 16, 16)
    plain, _ = sampler.sample(latents, prompts, GUIDANCE)
    shared, _ = sampler.sample(latents, prompts, GUIDANCE, style=sampler.style_arguments())
    plain_pictures = sampler.model.decode(plain)
    shared_pictures = sampler.model.decode(shared)
    np.savez_compressed(
        folder / "lora_golden.npz",
        latents=to_numpy(latents),
        plain=to_numpy(plain),
        sa=to_numpy(shared),
        image=to_numpy(plain_pictures),
        sa_image=to_numpy(shared_pictures),
    )
    description = {
        "prompts": prompts,
        "rank": RANK,
        "alpha": RANK,
        "scale": 1.0,
        "guidance": GUIDANCE,
        "steps": sampler.steps,
    }
    (folder / "lora_golden.json").write_text(json.dumps(description), encoding="utf-8")
    rows = [torch.cat(list(row), dim=2) for row in (plain_pictures, shared_pictures, samples[:4])]
    sheet = (torch.cat(rows, dim=1).clamp(-1, 1) + 1) * 127.5
    Image.fromarray(sheet.byte().permute(1, 2, 0).cpu().numpy()).save(folder / "lora.png")


def main() -> None:
    parser = sampling_parser(__doc__)
    parser.add_argument("seconds", type=float, help="how long to train")
    parser.add_argument("--output", type=Path, help="folder of the LoRA; work/lora if not given")
    arguments = parser.parse_args()
    settings, sampler = sampler_of(arguments)
    folder = arguments.output or settings.work / "lora"
    folder.mkdir(parents=True, exist_ok=True)
    dataset = Dataset.read(settings.data)
    indices = dataset.split(HELDOUT_STYLE) or list(range(16))
    caption = dataset.style_caption(dataset.meta[indices[0]]["style"])
    adapted = train(settings, sampler, dataset, indices, arguments.seconds)
    save(adapted, caption, folder)
    record(sampler, caption, dataset.pictures(indices[:4], sampler.device), folder)
    log("done: LoRA in", folder)


if __name__ == "__main__":
    main()
