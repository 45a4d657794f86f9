"""Stores the weights of an ONNX file in a quarter of the space."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

SMALLEST_STORED = 64
"""Tensors with fewer elements than this are left as they are."""
SMALLEST_INT8 = 1024
LARGEST_INT8 = 127
SMALLEST_SCALE = 1e-12
TOLERANCE = 2e-6
"""Error, relative to the largest weight, up to which an int8 tensor counts as the same as the float one."""


def shrink(file: Path) -> None:
    """Rewrites a file so that its weights are int8 with a scale per channel, or float16.

    Weights that `round_weights` has rounded become int8 → Cast → Mul, others float16 → Cast. ONNX Runtime folds both
    when it loads the file.
    """
    model = onnx.load(str(file))
    graph = model.graph
    tensors: list[TensorProto] = []
    nodes: list[NodeProto] = []
    for tensor in graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < SMALLEST_STORED:
            tensors.append(tensor)
            continue
        packed = _as_int8(weights)
        if packed is None:
            _store_float16(tensor.name, weights, tensors, nodes)
        else:
            _store_int8(tensor.name, *packed, tensors, nodes)
    nodes.extend(graph.node)
    del graph.initializer[:]
    graph.initializer.extend(tensors)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(file))


def _as_int8(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """Integers and scales whose product is the weights, along the first axis that allows it; None if none does.

    The output channel is the first axis of a kernel; of a matrix it may be the last, since the exporter transposes.
    """
    if weights.ndim < 2 or weights.size < SMALLEST_INT8:
        return None
    axes = (0,) if weights.ndim == 4 else (weights.ndim - 1, 0)
    for channel_axis in axes:
        others = tuple(axis for axis in range(weights.ndim) if axis != channel_axis)
        largest = np.abs(weights).max(axis=others, keepdims=True)
        scale = np.maximum(largest / np.float32(LARGEST_INT8), SMALLEST_SCALE).astype(np.float32)
        integers = np.rint(weights / scale)
        error = np.abs(integers * scale - weights).max()
        if error <= TOLERANCE * max(np.abs(weights).max(), SMALLEST_SCALE):
            return integers.astype(np.int8), scale
    return None


def _store_int8(
    name: str, integers: np.ndarray, scale: np.ndarray, tensors: list[TensorProto], nodes: list[NodeProto]
) -> None:
    tensors.append(numpy_helper.from_array(integers, name + "_int8"))
    tensors.append(numpy_helper.from_array(scale, name + "_scale"))
    nodes.append(_cast(name, name + "_int8", name + "_float"))
    nodes.append(helper.make_node("Mul", [name + "_float", name + "_scale"], [name], name="/weights/scale/" + name))


def _store_float16(name: str, weights: np.ndarray, tensors: list[TensorProto], nodes: list[NodeProto]) -> None:
    tensors.append(numpy_helper.from_array(weights.astype(np.float16), name + "_fp16"))
    nodes.append(_cast(name, name + "_fp16", name))


def _cast(name: str, source: str, target: str) -> NodeProto:
    return helper.make_node("Cast", [source], [target], name="/weights/cast/" + name, to=TensorProto.FLOAT)
