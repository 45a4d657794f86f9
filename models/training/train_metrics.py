"""Trains the two small judges of results: a CLIP (pictures and texts) and a DINO (pictures alone)."""

from __future__ import annotations

import copy
import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from dataset import CaptionRates, Dataset, caption_bank, from_bytes, training_bytes, training_indices
from networks import DinoHead, TextTower, clip_image_tower, dino_encoder
from optimisation import TimeBudget, cosine_rate, mixed_precision, save_weights, set_rate, step_optimiser
from settings import Settings, log
from tokenizer import Tokenizer

CLIP_SHARE = 0.4
"""Part of the time that CLIP gets; DINO gets the rest."""
CLIP_BATCH = 1024
CLIP_RATE = 1e-3
CAPTIONS = 8
RATES = CaptionRates(empty=0.0, without_style=0.25)
DINO_BATCH = 384
DINO_RATE = 5e-4
PROTOTYPES = 4096
TEACHER_TEMPERATURE = 0.04
STUDENT_TEMPERATURE = 0.1


def train(settings: Settings, seconds: float) -> None:
    """Writes `clip_image.pt`, `clip_text.pt` and `dino.pt`; needs `tokenizer/`."""
    dataset = Dataset.read(settings.data)
    pictures = training_bytes(dataset, settings)
    _train_clip(settings, dataset, pictures, seconds * CLIP_SHARE)
    encoder = _train_dino(settings, pictures, seconds * (1 - CLIP_SHARE))
    log("nearest drawings of one style:", _style_agreement(encoder, dataset, settings, pictures))


def random_crops(pictures: Tensor, smallest: float, largest: float) -> Tensor:
    """Random square crops, half of them mirrored, at the size of the picture.

    The crop's area is `smallest` to `largest` of the picture's.
    """
    batch = len(pictures)
    device = pictures.device
    side = torch.empty(batch, device=device).uniform_(smallest, largest).sqrt()
    across = (torch.rand(batch, device=device) * 2 - 1) * (1 - side)
    down = (torch.rand(batch, device=device) * 2 - 1) * (1 - side)
    direction = (torch.rand(batch, device=device) < 0.5).float() * 2 - 1
    transform = torch.zeros(batch, 2, 3, device=device)
    transform[:, 0, 0] = side * direction
    transform[:, 1, 1] = side
    transform[:, 0, 2] = across
    transform[:, 1, 2] = down
    grid = functional.affine_grid(transform, list(pictures.shape), align_corners=False)
    return functional.grid_sample(pictures, grid, padding_mode="border", align_corners=False)


def _train_clip(settings: Settings, dataset: Dataset, pictures: Tensor, seconds: float) -> None:
    device = settings.device
    batch = 8 if settings.smoke else CLIP_BATCH
    tokenizer = Tokenizer.load(settings.work / "tokenizer")
    captions = caption_bank(dataset, settings, tokenizer, 2 if settings.smoke else CAPTIONS, 1, RATES)
    image_tower = clip_image_tower().to(device)
    text_tower = TextTower(len(tokenizer.vocabulary), tokenizer.end).to(device)
    sharpness = nn.Parameter(torch.tensor(2.6, device=device))
    parameters = [*image_tower.parameters(), *text_tower.parameters(), sharpness]
    optimiser = torch.optim.AdamW(parameters, lr=CLIP_RATE, weight_decay=0.05)
    same = torch.arange(batch, device=device)
    budget = TimeBudget(seconds)
    step = 0
    while (used := budget.used(step)) < 1:
        set_rate(optimiser, CLIP_RATE * cosine_rate(used))
        rows = torch.randint(0, len(pictures), (batch,), device=device)
        choices = torch.randint(0, captions.shape[1], (batch,), device=device)
        crops = random_crops(from_bytes(pictures[rows]), 0.7, 1.0)
        with mixed_precision(settings):
            seen = image_tower(crops)
            read = text_tower(captions[rows, choices].long())
        seen = functional.normalize(seen.float(), dim=-1)
        read = functional.normalize(read.float(), dim=-1)
        scores = seen @ read.T * sharpness.exp().clamp(max=100)
        loss = (functional.cross_entropy(scores, same) + functional.cross_entropy(scores.T, same)) / 2
        step_optimiser(optimiser, loss)
        step += 1
        if step % 200 == 0 or settings.smoke:
            right = (scores.argmax(1) == same).float().mean().item()
            log(f"clip step {step}, {used:.2f} of the time, loss {loss.item():.3f}, right {right:.3f}")
    save_weights(settings, image_tower, "clip_image")
    save_weights(settings, text_tower, "clip_text")


def _train_dino(settings: Settings, pictures: Tensor, seconds: float) -> nn.Module:
    """Self-distillation: a student sees large and small crops, its teacher, a moving average, the two large ones."""
    device = settings.device
    batch = 8 if settings.smoke else DINO_BATCH
    prototypes = 64 if settings.smoke else PROTOTYPES
    student = nn.Sequential(dino_encoder(), DinoHead(prototypes)).to(device)
    encoder = copy.deepcopy(student[0])
    head = DinoHead(prototypes).to(device)
    head.load_state_dict(student[1].state_dict())
    teacher = nn.Sequential(encoder, head).requires_grad_(False)
    centre = torch.zeros(1, prototypes, device=device)
    parameters = [parameter for parameter in student.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=DINO_RATE, weight_decay=0.05)
    budget = TimeBudget(seconds)
    step = 0
    while (used := budget.used(step)) < 1:
        set_rate(optimiser, DINO_RATE * cosine_rate(used, warm_up=0.1))
        rows = torch.randint(0, len(pictures), (batch,), device=device)
        drawings = from_bytes(pictures[rows])
        large = [random_crops(drawings, 0.35, 1.0) for _ in range(2)]
        small = [random_crops(drawings, 0.06, 0.35) for _ in range(2)]
        with mixed_precision(settings):
            with torch.no_grad():
                taught = [teacher(crops).float() for crops in large]
            learnt = [student(crops).float() for crops in large + small]
        loss = distillation_loss(taught, learnt, centre)
        step_optimiser(optimiser, loss, parameters, limit=3.0)
        keep = 1 - (1 - 0.99) * (math.cos(math.pi * used) + 1) / 2
        with torch.no_grad():
            centre = centre * 0.9 + torch.cat(taught).mean(0, keepdim=True) * 0.1
            for followed, follower in zip(student.parameters(), teacher.parameters()):
                follower.lerp_(followed, 1 - keep)
        step += 1
        if step % 200 == 0 or settings.smoke:
            log(f"dino step {step}, {used:.2f} of the time, loss {loss.item():.3f}")
    save_weights(settings, encoder, "dino")
    return encoder


def distillation_loss(taught: list[Tensor], learnt: list[Tensor], centre: Tensor) -> Tensor:
    """Mean cross-entropy between what teacher and student make of different crops of one picture.

    `taught` and `learnt` are logits `[batch, prototypes]` for each crop, the first ones being of the same crops.
    """
    targets = [((logits - centre) / TEACHER_TEMPERATURE).softmax(-1) for logits in taught]
    terms = [
        -(target * (logits / STUDENT_TEMPERATURE).log_softmax(-1)).sum(-1).mean()
        for target_crop, target in enumerate(targets)
        for crop, logits in enumerate(learnt)
        if crop != target_crop
    ]
    return torch.stack(terms).sum() / len(terms)


@torch.no_grad()
def _style_agreement(encoder: nn.Module, dataset: Dataset, settings: Settings, pictures: Tensor) -> float:
    """Of up to 3000 drawings, the part whose nearest other drawing has the same style."""
    indices = training_indices(dataset, settings)
    chosen = torch.randperm(len(pictures), device=pictures.device)[:3000]
    embeddings = torch.cat([encoder(from_bytes(pictures[part])) for part in chosen.split(500)])
    embeddings = functional.normalize(embeddings, dim=-1)
    similarity = (embeddings @ embeddings.T).fill_diagonal_(-1)
    nearest = similarity.argmax(1).tolist()
    styles = [dataset.meta[indices[row]]["style"] for row in chosen.tolist()]
    return sum(style == styles[other] for style, other in zip(styles, nearest)) / len(styles)
