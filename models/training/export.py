"""Exports the trained networks as a bundle: ONNX files and configuration in the layout of diffusers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from configuration import NOISE_SCHEDULE
from networks import TextTower, clip_image_tower, dino_encoder
from onnx_storage import shrink
from optimisation import load_weights, weights_file
from settings import Settings, argument_parser, log, settings_of
from starter import StarterModel, load_starter, round_weights

OPSET = 17
Axes = Mapping[str, Mapping[int, str]]

BATCH = {0: "batch_size"}
PICTURE = {0: "batch_size", 2: "height", 3: "width"}
SEQUENCE = {0: "batch_size", 1: "sequence_length"}


def export_network(
    module: nn.Module, example: Sequence[Tensor], file: Path, inputs: list[str], outputs: list[str], axes: Axes
) -> None:
    """Writes one ONNX file with the named inputs, outputs and variable axes, and shrinks it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        module,
        tuple(example),
        str(file),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes={name: dict(names) for name, names in axes.items()},
        opset_version=OPSET,
        do_constant_folding=True,
        dynamo=False,
    )
    exported = file.stat().st_size
    shrink(file)
    log(file, exported, "bytes, stored in", file.stat().st_size)


# The forward functions are replaced rather than the modules wrapped, so that node names start at the module's own
# children ("/down_blocks.0/…"), as in Optimum's exports.


def with_plain_unet_call(unet: nn.Module) -> nn.Module:
    """Gives the U-Net positional inputs and a tensor as its only output."""
    original = type(unet).forward

    def forward(sample: Tensor, timestep: Tensor, encoder_hidden_states: Tensor) -> Tensor:
        return original(unet, sample, timestep, encoder_hidden_states, return_dict=False)[0]

    unet.forward = forward
    return unet


def with_plain_controlnet_call(controlnet: nn.Module) -> nn.Module:
    """Gives the ControlNet positional inputs and its residuals, the middle one last, as outputs."""
    original = type(controlnet).forward

    def forward(
        sample: Tensor,
        timestep: Tensor,
        encoder_hidden_states: Tensor,
        controlnet_cond: Tensor,
        conditioning_scale: Tensor,
    ) -> tuple[Tensor, ...]:
        down, middle = original(
            controlnet,
            sample,
            timestep,
            encoder_hidden_states,
            controlnet_cond,
            conditioning_scale=conditioning_scale,
            return_dict=False,
        )
        return (*down, middle)

    controlnet.forward = forward
    return controlnet


def export_bundle(model: StarterModel, folder: Path) -> None:
    """Exports the networks that make pictures. Changes the modules' forward functions."""
    latents = torch.randn(2, 4, 16, 16)
    states = torch.randn(2, 77, 192)
    timestep = torch.tensor([7], dtype=torch.int64)
    pictures = torch.randn(2, 3, 128, 128)

    export_network(
        model.text_encoder,
        [_empty_ids(model)],
        folder / "text_encoder" / "model.onnx",
        ["input_ids"],
        ["last_hidden_state", "pooler_output"],
        {"input_ids": BATCH, "last_hidden_state": BATCH, "pooler_output": BATCH},
    )
    export_network(
        with_plain_unet_call(model.unet),
        [latents, timestep, states],
        folder / "unet" / "model.onnx",
        ["sample", "timestep", "encoder_hidden_states"],
        ["out_sample"],
        {"sample": PICTURE, "encoder_hidden_states": SEQUENCE, "out_sample": PICTURE},
    )
    vae = model.vae
    vae.forward = lambda sample: vae.quant_conv(vae.encoder(sample))
    export_network(
        vae,
        [pictures],
        folder / "vae_encoder" / "model.onnx",
        ["sample"],
        ["latent_parameters"],
        {"sample": PICTURE, "latent_parameters": {0: "batch_size", 2: "height_latent", 3: "width_latent"}},
    )
    vae.forward = lambda latent_sample: vae.decoder(vae.post_quant_conv(latent_sample))
    export_network(
        vae,
        [latents],
        folder / "vae_decoder" / "model.onnx",
        ["latent_sample"],
        ["sample"],
        {"latent_sample": PICTURE, "sample": {0: "batch_size", 2: "height_out", 3: "width_out"}},
    )
    if model.controlnet is not None:
        _export_controlnet(model.controlnet, latents, timestep, states, folder)


def _export_controlnet(
    controlnet: nn.Module, latents: Tensor, timestep: Tensor, states: Tensor, folder: Path
) -> None:
    control = torch.rand(2, 3, 128, 128)
    down, _ = controlnet(latents, timestep, states, control, return_dict=False)
    residuals = [*(f"down_block_res_sample_{index}" for index in range(len(down))), "mid_block_res_sample"]
    export_network(
        with_plain_controlnet_call(controlnet),
        [latents, timestep, states, control, torch.tensor(1.0)],
        folder / "controlnet_canny" / "model.onnx",
        ["sample", "timestep", "encoder_hidden_states", "controlnet_cond", "conditioning_scale"],
        residuals,
        {
            "sample": PICTURE,
            "encoder_hidden_states": SEQUENCE,
            "controlnet_cond": {0: "batch_size", 2: "image_height", 3: "image_width"},
            **{name: PICTURE for name in residuals},
        },
    )


def export_metrics(settings: Settings, model: StarterModel, folder: Path) -> None:
    """Exports those judges of results that have been trained."""
    towers: dict[str, tuple[nn.Module, str, Tensor]] = {
        "clip_image": (clip_image_tower(), "pixel_values", torch.randn(2, 3, 128, 128)),
        "dino": (dino_encoder(), "pixel_values", torch.randn(2, 3, 128, 128)),
        "clip_text": (
            TextTower(len(model.tokenizer.vocabulary), model.tokenizer.end),
            "input_ids",
            _empty_ids(model),
        ),
    }
    for name, (tower, input_name, example) in towers.items():
        if weights_file(settings, name).exists():
            load_weights(settings, tower, name)
            export_network(
                round_weights(tower),
                [example],
                folder / "metrics" / f"{name}.onnx",
                [input_name],
                ["embedding"],
                {input_name: BATCH, "embedding": BATCH},
            )


def _empty_ids(model: StarterModel) -> Tensor:
    return torch.full((2, 77), model.tokenizer.end, dtype=torch.int64)


def write_configuration(model: StarterModel, folder: Path) -> None:
    """Writes tokenizer, scheduler and the JSON files that say what the networks are."""
    model.tokenizer.save(folder / "tokenizer")
    _write_json(folder / "scheduler" / "scheduler_config.json", {"_class_name": "DDIMScheduler", **NOISE_SCHEDULE})
    networks = {
        "unet": model.unet,
        "vae_decoder": model.vae,
        "vae_encoder": model.vae,
        "controlnet_canny": model.controlnet,
    }
    for name, network in networks.items():
        if network is not None:
            _write_json(folder / name / "config.json", _configuration_of(network))
    _write_json(folder / "text_encoder" / "config.json", model.text_encoder.configuration)
    onnx_model = ["diffusers", "OnnxRuntimeModel"]
    index = {
        "_class_name": "OnnxStableDiffusionPipeline",
        "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": onnx_model,
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": onnx_model,
        "vae_decoder": onnx_model,
        "vae_encoder": onnx_model,
        "safety_checker": [None, None],
        "feature_extractor": [None, None],
    }
    _write_json(folder / "model_index.json", index)


def _configuration_of(network: Any) -> dict[str, Any]:
    """What diffusers knows about a network, without its private entries."""
    public = {name: value for name, value in dict(network.config).items() if not name.startswith("_")}
    return {**public, "_class_name": type(network).__name__}


def _write_json(file: Path, content: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=2, default=str), encoding="utf-8")


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--output", type=Path, help="folder of the bundle; work/bundle if not given")
    arguments = parser.parse_args()
    settings = settings_of(arguments)
    folder = arguments.output or settings.work / "bundle"
    torch.manual_seed(0)
    model = load_starter(settings, "cpu")
    with torch.no_grad():
        export_bundle(model, folder)
        export_metrics(settings, model, folder)
    write_configuration(model, folder)
    log("done: export to", folder)


if __name__ == "__main__":
    main()
