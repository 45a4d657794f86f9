"""The networks that are not taken from diffusers: text encoder, vision transformer, text tower, discriminator.

Attribute names of modules are part of the result: they are the keys of the saved weights and the names in the ONNX
files, and those of the text encoder are the ones of Hugging Face's `CLIPTextModel`.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from tokenizer import LENGTH


class Attention(nn.Module):
    """Multi-head self-attention over `[batch, tokens, width]`."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q_proj = nn.Linear(width, width)
        self.k_proj = nn.Linear(width, width)
        self.v_proj = nn.Linear(width, width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Attends among the tokens; `mask` `[≥ tokens, ≥ tokens]` is added to the scores."""
        batch, tokens, width = states.shape
        head_width = width // self.heads
        queries, keys, values = [
            projection(states).view(batch, tokens, self.heads, head_width).transpose(1, 2)
            for projection in (self.q_proj, self.k_proj, self.v_proj)
        ]
        scores = (queries @ keys.transpose(-1, -2)) * (head_width**-0.5)
        if mask is not None:
            scores = scores + mask[:tokens, :tokens]
        mixed = (scores.softmax(-1) @ values).transpose(1, 2).reshape(batch, tokens, width)
        return self.out_proj(mixed)


class FeedForward(nn.Module):
    """Two linear layers with CLIP's quick GELU, x·σ(1.702x), between them."""

    def __init__(self, width: int, inner_width: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(width, inner_width)
        self.fc2 = nn.Linear(inner_width, width)

    def forward(self, states: Tensor) -> Tensor:
        states = self.fc1(states)
        return self.fc2(states * torch.sigmoid(1.702 * states))


class TransformerLayer(nn.Module):
    """Attention and feed-forward, each normalised before and added to its input."""

    def __init__(self, width: int, heads: int, inner_width: int) -> None:
        super().__init__()
        self.self_attn = Attention(width, heads)
        self.layer_norm1 = nn.LayerNorm(width)
        self.mlp = FeedForward(width, inner_width)
        self.layer_norm2 = nn.LayerNorm(width)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        states = states + self.self_attn(self.layer_norm1(states), mask)
        return states + self.mlp(self.layer_norm2(states))


class Embeddings(nn.Module):
    """Token and position embeddings."""

    def __init__(self, vocabulary: int, width: int) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(vocabulary, width)
        self.position_embedding = nn.Embedding(LENGTH, width)
        nn.init.normal_(self.token_embedding.weight, std=0.02)
        nn.init.normal_(self.position_embedding.weight, std=0.01)

    def forward(self, ids: Tensor) -> Tensor:
        return self.token_embedding(ids) + self.position_embedding.weight[: ids.shape[1]]


class Encoder(nn.Module):
    """The stack of layers, under the name that `CLIPTextModel` gives it."""

    def __init__(self, width: int, heads: int, inner_width: int, layers: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList([TransformerLayer(width, heads, inner_width) for _ in range(layers)])


class TextTransformer(nn.Module):
    """Embeddings, layers and last norm, under the names that `CLIPTextModel` gives them."""

    def __init__(self, vocabulary: int, width: int, heads: int, inner_width: int, layers: int) -> None:
        super().__init__()
        self.embeddings = Embeddings(vocabulary, width)
        self.encoder = Encoder(width, heads, inner_width, layers)
        self.final_layer_norm = nn.LayerNorm(width)


class TextEncoder(nn.Module):
    """CLIP's text encoder: ids `[batch, 77]` to states `[batch, 77, width]` and pooled `[batch, width]`.

    Pooled is the state at the first end token.
    """

    def __init__(
        self, vocabulary: int, end: int, width: int = 192, heads: int = 6, inner_width: int = 768, layers: int = 4
    ) -> None:
        super().__init__()
        self.text_model = TextTransformer(vocabulary, width, heads, inner_width, layers)
        self.end = end
        self.configuration: dict[str, Any] = {
            "vocab_size": vocabulary,
            "hidden_size": width,
            "num_attention_heads": heads,
            "intermediate_size": inner_width,
            "num_hidden_layers": layers,
            "max_position_embeddings": LENGTH,
            "hidden_act": "quick_gelu",
            "eos_token_id": end,
            "bos_token_id": end - 1,
            "pad_token_id": end,
            "layer_norm_eps": 1e-5,
            "model_type": "clip_text_model",
            "architectures": ["CLIPTextModel"],
        }
        self.register_buffer("mask", torch.full((LENGTH, LENGTH), -10000.0).triu(1), persistent=False)

    def forward(self, input_ids: Tensor) -> tuple[Tensor, Tensor]:
        states = self.text_model.embeddings(input_ids)
        for layer in self.text_model.encoder.layers:
            states = layer(states, self.mask)
        states = self.text_model.final_layer_norm(states)
        ends = (input_ids == self.end).to(torch.int32).argmax(-1)
        pooled = states[torch.arange(states.shape[0], device=states.device), ends.long()]
        return states, pooled


class VisionTransformer(nn.Module):
    """A small ViT: pictures `[batch, 3, 128, 128]` in −1…1 to embeddings `[batch, width]`.

    `projection` is the width of a last linear layer without bias; 0 leaves that layer out.
    """

    def __init__(
        self, projection: int, width: int = 128, heads: int = 4, layers: int = 6, patch_size: int = 16
    ) -> None:
        super().__init__()
        self.patch = nn.Conv2d(3, width, patch_size, patch_size)
        self.cls = nn.Parameter(torch.zeros(1, 1, width))
        self.pos = nn.Parameter(torch.randn(1, (128 // patch_size) ** 2 + 1, width) * 0.02)
        self.layers = nn.ModuleList([TransformerLayer(width, heads, 4 * width) for _ in range(layers)])
        self.norm = nn.LayerNorm(width)
        self.proj = nn.Linear(width, projection, bias=False) if projection else nn.Identity()

    def forward(self, pixel_values: Tensor) -> Tensor:
        patches = self.patch(pixel_values).flatten(2).transpose(1, 2)
        states = torch.cat([self.cls.expand(patches.shape[0], -1, -1), patches], 1) + self.pos
        for layer in self.layers:
            states = layer(states, None)
        return self.proj(self.norm(states)[:, 0])


def clip_image_tower() -> VisionTransformer:
    """The picture half of the metric CLIP: embeddings of width 128."""
    return VisionTransformer(projection=128)


def dino_encoder() -> VisionTransformer:
    """The metric DINO: embeddings of width 128, without a projection."""
    return VisionTransformer(projection=0)


class TextTower(nn.Module):
    """The text half of the metric CLIP: ids `[batch, 77]` to embeddings `[batch, 128]`."""

    def __init__(self, vocabulary: int, end: int) -> None:
        super().__init__()
        self.text = TextEncoder(vocabulary, end, width=128, heads=4, inner_width=512, layers=3)
        self.proj = nn.Linear(128, 128, bias=False)

    def forward(self, input_ids: Tensor) -> Tensor:
        _, pooled = self.text(input_ids)
        return self.proj(pooled)


class Discriminator(nn.Module):
    """A patch discriminator with spectral norm: pictures to a map of scores, high for real ones."""

    def __init__(self, width: int = 48) -> None:
        super().__init__()
        spectral_norm = nn.utils.parametrizations.spectral_norm
        self.net = nn.Sequential(
            spectral_norm(nn.Conv2d(3, width, 4, 2, 1)),
            nn.LeakyReLU(0.2),
            spectral_norm(nn.Conv2d(width, 2 * width, 4, 2, 1)),
            nn.LeakyReLU(0.2),
            spectral_norm(nn.Conv2d(2 * width, 4 * width, 4, 2, 1)),
            nn.LeakyReLU(0.2),
            spectral_norm(nn.Conv2d(4 * width, 1, 3, 1, 1)),
        )

    def forward(self, pictures: Tensor) -> Tensor:
        return self.net(pictures)


class DinoHead(nn.Module):
    """DINO's projection head: embeddings `[batch, 128]` to logits over the prototypes.

    The prototypes are kept at length one.
    """

    def __init__(self, prototypes: int) -> None:
        super().__init__()
        self.mlp = nn.Sequential(nn.Linear(128, 256), nn.GELU(), nn.Linear(256, 64))
        self.last = nn.utils.parametrizations.weight_norm(nn.Linear(64, prototypes, bias=False))
        lengths = self.last.parametrizations.weight.original0
        lengths.data.fill_(1)
        lengths.requires_grad_(False)

    def forward(self, embeddings: Tensor) -> Tensor:
        return self.last(nn.functional.normalize(self.mlp(embeddings), dim=-1))
