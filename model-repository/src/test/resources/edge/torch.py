"""A STAND-IN for PyTorch, which is gigabytes: just what cpu_int8.py asks of it, so that a real Triton runs that file. It computes nothing."""

import contextlib
from types import SimpleNamespace

float32 = "float32"
qint8 = "qint8"


class nn:
    class Linear:
        pass


def inference_mode():
    return contextlib.nullcontext()


def tensor(values):
    return values


def quantize_dynamic(model, layers, dtype, inplace):
    if dtype != qint8 or not inplace or "lm_head" in layers or not layers:
        raise ValueError("layers but for the head are made int8, in place; here are %s" % sorted(layers))
    return model


ao = SimpleNamespace(quantization=SimpleNamespace(default_dynamic_qconfig=object(), quantize_dynamic=quantize_dynamic))
