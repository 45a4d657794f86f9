"""What the training loops share: time budget, learning rate, moving averages, saved weights."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from settings import Settings, log

WARM_UP_STEPS = 3
"""Steps before the clock of a compiled loop starts, so that compiling does not count."""


class TimeBudget:
    """Says which part of the allotted seconds is used; a run is as long as it is given, not a number of steps."""

    def __init__(self, seconds: float, free_steps: int = 0) -> None:
        self._seconds = seconds
        self._free_steps = free_steps
        self._start: float | None = None

    def used(self, step: int) -> float:
        """The used part, 0 to 1 and beyond, before the step of this number; 0 until the free steps are done."""
        if self._start is not None:
            return (time.time() - self._start) / self._seconds
        if step >= self._free_steps:
            self._start = time.time()
            if self._free_steps:
                log("clock starts")
        return 0.0


def cosine_rate(used: float, warm_up: float = 0.03, last: float = 0.02) -> float:
    """Factor of the learning rate: rises linearly during the warm-up, then falls as a cosine to `last`."""
    if used < warm_up:
        return used / warm_up
    progress = (used - warm_up) / (1 - warm_up)
    return last + (1 - last) * 0.5 * (1 + math.cos(math.pi * min(1, progress)))


def set_rate(optimiser: torch.optim.Optimizer, rate: float) -> None:
    """Sets the learning rate of all parameters."""
    for group in optimiser.param_groups:
        group["lr"] = rate


def step_optimiser(
    optimiser: torch.optim.Optimizer, loss: Tensor, parameters: Sequence[Tensor] = (), limit: float = 1.0
) -> None:
    """One step down the loss; the gradient of `parameters`, if any are given, is clipped to the length `limit`."""
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    if parameters:
        nn.utils.clip_grad_norm_(parameters, limit)
    optimiser.step()


class MovingAverage:
    """Copies of modules whose weights follow the trained ones slowly; these copies are what is saved."""

    def __init__(self, modules: Sequence[nn.Module], limit: float) -> None:
        self.modules = [copy.deepcopy(module).eval().requires_grad_(False) for module in modules]
        self._averages: list[Tensor] = [weight for module in self.modules for weight in module.parameters()]
        self._weights: list[Tensor] = [weight for module in modules for weight in module.parameters()]
        self._limit = limit

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Takes the trained weights in; in the first steps the average forgets faster, up to the limit."""
        keep = min(self._limit, (step + 1) / (step + 10))
        torch._foreach_lerp_(self._averages, [weight.detach() for weight in self._weights], 1 - keep)


def mixed_precision(settings: Settings) -> torch.autocast:
    """bfloat16 where that pays on a GPU; plain float32 on a CPU."""
    return torch.autocast(settings.device, dtype=torch.bfloat16, enabled=settings.device == "cuda")


def allow_fast_matrices() -> None:
    """Lets a GPU use TF32 and choose the fastest convolutions."""
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.benchmark = True


def forbid_fast_matrices() -> None:
    """Keeps a GPU at full float32, for results that others are measured against."""
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False


def weights_file(settings: Settings, name: str) -> Path:
    """Where the weights of a network are kept."""
    return settings.work / f"{name}.pt"


def save_weights(settings: Settings, module: nn.Module, name: str) -> None:
    """Writes the weights of a network."""
    torch.save(module.state_dict(), weights_file(settings, name))


def load_weights(settings: Settings, module: nn.Module, name: str) -> None:
    """Reads the weights of a network into it."""
    module.load_state_dict(torch.load(weights_file(settings, name), map_location="cpu"))
