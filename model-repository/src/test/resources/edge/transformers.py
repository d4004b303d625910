"""A STAND-IN for transformers: a model that says its prompt again, a word a token, and its tokeniser."""

from types import SimpleNamespace

import numpy as np
import torch

WORDS = []


class StoppingCriteria:
    pass


class StoppingCriteriaList(list):
    def __call__(self, ids, scores):
        return any(each(ids, scores)[0] for each in self)


class AutoTokenizer:
    @staticmethod
    def from_pretrained(folder):
        if not folder.startswith("/models/"):
            raise ValueError("the layout names no folder of weights: " + folder)
        return AutoTokenizer()

    def __call__(self, text, return_tensors):
        first = len(WORDS)
        WORDS.extend(text.split())
        return SimpleNamespace(input_ids=np.arange(first, len(WORDS)).reshape(1, -1))

    def decode(self, ids, skip_special_tokens):
        return " ".join(WORDS[at] for at in ids)


class AutoModelForCausalLM:
    @staticmethod
    def from_pretrained(folder, dtype):
        if dtype != torch.float32:
            raise ValueError("weights are made int8 of 32 bit")
        return AutoModelForCausalLM()

    def eval(self):
        return self

    def named_modules(self):
        return [("model.layers.0.mlp.up_proj", torch.nn.Linear()), ("lm_head", torch.nn.Linear())]

    def generate(self, ids, max_new_tokens, stopping_criteria, **sampling):
        out = ids
        for at in ids[0][:max_new_tokens]:
            out = np.concatenate([out, [[at]]], axis=1)
            if stopping_criteria(out, None):
                break
        return out
