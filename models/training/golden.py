"""Records what the starter model gives under diffusers and the authors' StyleAligned code, in float32.

These arrays are what other implementations are measured against.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import torch
from torch import Tensor

from dataset import HELDOUT_STYLE, TRAIN, Dataset
from edges import edges
from sampling import Control, Inversion, Sampler, sampler_of, sampling_parser, to_numpy
from settings import log

GUIDANCE = 7.5
INVERSION_GUIDANCE = 2.0
INVERSION_OFFSET = 5
CONTROL_STRENGTH = 0.8
DOUBLE = math.log(2)
"""A shift of the shared scores that doubles the weight of the reference."""
PANORAMA_WIDTH = 40
PANORAMA_STRIDE = 8
VIEW = 16
"""Side of a view of the panorama, in latents."""
PROMPTS = ["dog face", "cat face", "pizza", "rocket"]


class Recorder:
    """Writes one set of arrays after another to the output folder."""

    def __init__(self, sampler: Sampler, dataset: Dataset, prompts: list[str], folder: Path) -> None:
        self._sampler = sampler
        self._model = sampler.model
        self._dataset = dataset
        self._prompts = prompts
        self._folder = folder
        self._latents = sampler.noise(10, len(prompts), 4, 16, 16)

    def text(self) -> None:
        """`text`: token ids and hidden states of the prompts and of the empty one."""
        self._save(
            "text",
            ids=self._model.ids(self._prompts).cpu().numpy(),
            last_hidden_state=to_numpy(self._model.embed(self._prompts)),
            empty_ids=self._model.ids([""]).cpu().numpy(),
            empty=to_numpy(self._model.embed([""])),
        )
        self._describe(
            "golden",
            prompts=self._prompts,
            steps=self._sampler.steps,
            guidance=GUIDANCE,
            scaling_factor=self._model.scaling_factor,
            diffusers=diffusers.__version__,
        )

    def sampling(self, full_attention: bool) -> None:
        """`sampling`: whole trajectories, plain and with StyleAligned's switches, and two sets of pictures."""
        cases: dict[str, dict[str, Any]] = {
            "sa": {},
            "sa_noadain": {"adain_queries": False, "adain_keys": False, "share_group_norm": False},
            "sa_nogn": {"share_group_norm": False},
            "sa_shift": {"shared_score_shift": DOUBLE},
            "sa_scale": {"shared_score_scale": 0.5},
            "sa_level": {"only_self_level": 0.5},
            "sa_values": {"adain_values": True},
        }
        if full_attention:
            cases["sa_full"] = {"full_attention_share": True}
        last, trajectory = self._sampler.sample(self._latents, self._prompts, GUIDANCE)
        arrays = {
            "latents": to_numpy(self._latents),
            "plain": to_numpy(trajectory),
            "plain_image": to_numpy(self._model.decode(last)),
        }
        for name, changes in cases.items():
            style = self._sampler.style_arguments(**changes)
            last, trajectory = self._sampler.sample(self._latents, self._prompts, GUIDANCE, style=style)
            arrays[name] = to_numpy(trajectory)
            if name == "sa":
                arrays["sa_image"] = to_numpy(self._model.decode(last))
        self._save("sampling", **arrays)

    def unet(self) -> None:
        """`unet`: single calls at three timesteps, plain and shared, and one with a ControlNet."""
        unet = self._model.unet
        sample = torch.cat([self._latents] * 2)
        empty = self._model.embed([""]).expand(len(self._prompts), -1, -1)
        states = torch.cat([empty, self._model.embed(self._prompts)])
        arrays = {"sample": to_numpy(sample), "ehs": to_numpy(states)}
        for timestep in (981, 501, 1):
            arrays[f"t{timestep}"] = to_numpy(unet(sample, timestep, states, return_dict=False)[0])
            with self._sampler.shared(self._sampler.style_arguments()):
                arrays[f"sa_t{timestep}"] = to_numpy(unet(sample, timestep, states, return_dict=False)[0])
        if self._model.controlnet is not None:
            generator = torch.Generator("cpu").manual_seed(3)
            control = torch.rand(2 * len(self._prompts), 3, 128, 128, generator=generator).round()
            control = control.to(self._sampler.device)
            down, middle = self._model.controlnet(
                sample, 501, states, control, conditioning_scale=CONTROL_STRENGTH, return_dict=False
            )
            controlled = unet(
                sample,
                501,
                states,
                down_block_additional_residuals=down,
                mid_block_additional_residual=middle,
                return_dict=False,
            )[0]
            arrays["cond"] = to_numpy(control).astype(np.uint8)
            arrays["mid"] = to_numpy(middle)
            arrays["d0"] = to_numpy(down[0])
            arrays["cn_out"] = to_numpy(controlled)
        self._save("unet", **arrays)

    def inversion(self) -> None:
        """`inversion`: a drawing of the held-out style, inverted, and its style given to other subjects.

        As in the authors' notebook: sampling starts from the trajectory at the offset, and row 0 is pinned to it.
        """
        index = self._heldout_drawing()
        entry = self._dataset.meta[index]
        prompt = entry["subject"]
        start = self._model.encode(self._dataset.pictures([index], self._sampler.device))
        trajectory = self._invert(start, prompt)
        offset = min(INVERSION_OFFSET, self._sampler.steps - 1)
        prompts = [prompt, *self._prompts[1:]]
        latents = self._latents.clone()
        latents[0] = trajectory[offset]
        last, transfer = self._sampler.sample(
            latents,
            prompts,
            GUIDANCE,
            style=self._sampler.style_arguments(shared_score_shift=DOUBLE),
            inversion=Inversion(trajectory, offset),
        )
        self._save(
            "inversion",
            image=np.array(self._dataset.images[index]),
            z0=to_numpy(start),
            zts=to_numpy(trajectory),
            transfer=to_numpy(transfer),
            transfer_image=to_numpy(self._model.decode(last)),
            latents=to_numpy(latents),
        )
        self._describe(
            "inversion",
            src_prompt=prompt,
            prompts=prompts,
            guidance_inversion=INVERSION_GUIDANCE,
            guidance=GUIDANCE,
            offset=offset,
            shift=DOUBLE,
            meta=entry,
        )

    def _heldout_drawing(self) -> int:
        """A dog's face if the held-out style has one, else its first drawing."""
        heldout = self._dataset.split(HELDOUT_STYLE) or [0]
        dogs = [index for index in heldout if self._dataset.meta[index]["subject"] == "dog face"]
        return (dogs or heldout)[0]

    def _invert(self, latents: Tensor, prompt: str) -> Tensor:
        """DDIM steps backwards, from the picture to noise; `[steps + 1, 4, 16, 16]`, noisiest first."""
        scheduler = self._sampler.scheduler()
        states = torch.cat([self._model.embed([""]), self._model.embed([prompt])])
        stride = scheduler.config.num_train_timesteps // self._sampler.steps
        trajectory = [latents]
        for timestep in reversed(scheduler.timesteps):
            noise = self._sampler.guided(torch.cat([latents] * 2), timestep, states, INVERSION_GUIDANCE)
            earlier = min(int(timestep) - stride, 999)
            present = scheduler.alphas_cumprod[earlier] if earlier >= 0 else scheduler.final_alpha_cumprod
            following = scheduler.alphas_cumprod[int(timestep)]
            picture = (latents - (1 - present) ** 0.5 * noise) / present**0.5
            latents = following**0.5 * picture + (1 - following) ** 0.5 * noise
            trajectory.append(latents)
        return torch.cat(trajectory).flip(0)

    def controlnet(self) -> None:
        """`controlnet`: a shared batch steered by the edges of training drawings of the same subjects."""
        if self._model.controlnet is None:
            return
        indices = [self._training_drawing(prompt) for prompt in self._prompts]
        sources = np.stack([np.array(self._dataset.images[index]) for index in indices])
        outlines = torch.from_numpy(np.stack([edges(source) for source in sources])).to(self._sampler.device)
        pictures = outlines.float()[:, None].expand(-1, 3, -1, -1) / 255
        last, trajectory = self._sampler.sample(
            self._latents,
            self._prompts,
            GUIDANCE,
            style=self._sampler.style_arguments(),
            control=Control(pictures, CONTROL_STRENGTH),
        )
        self._save(
            "controlnet",
            cond=outlines.cpu().numpy(),
            source=sources,
            traj=to_numpy(trajectory),
            image=to_numpy(self._model.decode(last)),
        )

    def _training_drawing(self, subject: str) -> int:
        indices = self._dataset.split(TRAIN)
        matching = [index for index in indices if self._dataset.meta[index]["subject"] == subject]
        return (matching or indices)[0]

    def panorama(self) -> None:
        """`panorama`: MultiDiffusion over overlapping views that share one reference.

        As the authors' panorama with a view batch of 1; the reference moves on with the last view of each step.
        """
        scheduler = self._sampler.scheduler()
        panorama = self._sampler.noise(11, 1, 4, VIEW, PANORAMA_WIDTH)
        reference = self._latents[:1].clone()
        arrays = {"pano0": to_numpy(panorama), "ref0": to_numpy(reference)}
        prompts = [self._prompts[0], self._prompts[-1]]
        states = torch.cat([self._model.embed([""]).expand(2, -1, -1), self._model.embed(prompts)])
        views = [slice(left, left + VIEW) for left in range(0, PANORAMA_WIDTH - VIEW + 1, PANORAMA_STRIDE)]
        with self._sampler.shared(self._sampler.style_arguments()):
            for timestep in scheduler.timesteps:
                total = torch.zeros_like(panorama)
                count = torch.zeros_like(panorama)
                for view in views:
                    pair = torch.cat([reference, panorama[..., view]])
                    predicted = self._sampler.guided(torch.cat([pair] * 2), timestep, states, GUIDANCE)
                    moved = scheduler.step(predicted, timestep, pair, return_dict=False)[0]
                    total[..., view] += moved[1:]
                    count[..., view] += 1
                reference = moved[:1]
                panorama = torch.where(count > 0, total / count, total)
        self._save(
            "panorama",
            **arrays,
            pano=to_numpy(panorama),
            ref=to_numpy(reference),
            image=to_numpy(self._model.decode(panorama)),
            ref_image=to_numpy(self._model.decode(reference)),
        )
        self._describe("panorama", prompts=prompts, stride=PANORAMA_STRIDE, guidance=GUIDANCE)

    def schedulers(self) -> None:
        """`schedulers`: last latents, timesteps and sigmas of diffusers' other samplers, without sharing."""
        kinds: dict[str, tuple[type, dict[str, Any]]] = {
            "euler": (diffusers.EulerDiscreteScheduler, {}),
            "euler_karras": (diffusers.EulerDiscreteScheduler, {"use_karras_sigmas": True}),
            "heun": (diffusers.HeunDiscreteScheduler, {}),
            "lms": (diffusers.LMSDiscreteScheduler, {}),
            "dpmpp_2m": (diffusers.DPMSolverMultistepScheduler, {}),
            "dpmpp_2m_karras": (diffusers.DPMSolverMultistepScheduler, {"use_karras_sigmas": True}),
            "unipc": (diffusers.UniPCMultistepScheduler, {}),
            "pndm": (diffusers.PNDMScheduler, {"skip_prk_steps": True}),
        }
        arrays = {}
        for name, (kind, options) in kinds.items():
            scheduler = self._sampler.scheduler(kind, **options)
            last, _ = self._sampler.sample(self._latents, self._prompts, GUIDANCE, scheduler)
            arrays[name] = to_numpy(last)
            arrays[f"{name}_timesteps"] = to_numpy(torch.as_tensor(scheduler.timesteps))
            if hasattr(scheduler, "sigmas"):
                arrays[f"{name}_sigmas"] = to_numpy(torch.as_tensor(scheduler.sigmas))
        self._save("schedulers", **arrays)

    def _save(self, name: str, **arrays: Any) -> None:
        np.savez_compressed(self._folder / f"{name}.npz", **arrays)
        log("recorded:", name)

    def _describe(self, name: str, **values: object) -> None:
        (self._folder / f"{name}.json").write_text(json.dumps(values, indent=1), encoding="utf-8")


def main() -> None:
    parser = sampling_parser(__doc__)
    parser.add_argument("--prompts", type=Path, help="JSON file with a list of prompts, at least two")
    parser.add_argument("--output", type=Path, help="folder of the arrays; work/golden if not given")
    arguments = parser.parse_args()
    settings, sampler = sampler_of(arguments)
    folder = arguments.output or settings.work / "golden"
    folder.mkdir(parents=True, exist_ok=True)
    prompts = PROMPTS
    if arguments.prompts:
        prompts = json.loads(arguments.prompts.read_text(encoding="utf-8"))
    with torch.no_grad():
        recorder = Recorder(sampler, Dataset.read(settings.data), prompts, folder)
        recorder.text()
        recorder.sampling(full_attention=not settings.smoke)
        recorder.unet()
        recorder.inversion()
        recorder.controlnet()
        recorder.panorama()
        recorder.schedulers()
    log("done: golden arrays in", folder)


if __name__ == "__main__":
    main()
