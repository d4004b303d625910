"""A model on the processor, its linear layers of int8, behind the inputs and outputs of TensorRT-LLM's llmapi model.

It reads model.yaml beside it: `model` (a folder of Hugging Face's form), `max_batch_size` and `max_seq_len`. Weights are quantised as they
are loaded (PyTorch's dynamic int8); the head stays as it is. It needs numpy, torch and transformers in the server's Python.
"""

import os
import threading

import numpy as np
import torch
import triton_python_backend_utils as pb_utils
from transformers import AutoModelForCausalLM, AutoTokenizer, StoppingCriteria, StoppingCriteriaList

FINAL = pb_utils.TRITONSERVER_RESPONSE_COMPLETE_FINAL


def settings(path):
    """The words and numbers at the top of model.yaml: what this model needs of it is no nested value."""
    found = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            key, colon, value = line.rstrip("\n").partition(":")
            if colon and key and not key[0].isspace() and not key.startswith(("#", "-")):
                found[key] = value.strip().strip('"')
    return found


def scalar(request, name, default):
    tensor = pb_utils.get_input_tensor_by_name(request, name)
    return default if tensor is None else tensor.as_numpy().reshape(-1)[0]


def texts(name, text):
    return pb_utils.Tensor(name, np.array([text.encode()], dtype=object))


class Streaming(StoppingCriteria):
    """Sends the text so far after each token, and ends the generation at a cancel or a stop word."""

    def __init__(self, model, request, sender, begun, stops):
        self.model, self.request, self.sender, self.begun, self.stops = model, request, sender, begun, stops
        self.stopped = False
        self.text = ""

    def __call__(self, ids, scores, **more):
        text = self.model.tokenizer.decode(ids[0][self.begun :], skip_special_tokens=True)
        at = min((text.find(stop) for stop in self.stops if stop in text), default=-1)
        self.stopped = at >= 0
        self.text = text[:at] if self.stopped else text
        # An unfinished character is decoded as U+FFFD, which the next token would take back.
        if not self.stopped and self.text and not self.text.endswith("\ufffd"):
            self.sender.send(pb_utils.InferenceResponse(output_tensors=[texts("text_output", self.text)]))
        cancelled = self.request.is_cancelled()
        return torch.tensor([self.stopped or cancelled])


class TritonPythonModel:
    def initialize(self, args):
        folder = os.path.join(args["model_repository"], args["model_version"])
        told = settings(os.path.join(folder, "model.yaml"))
        self.longest = int(told["max_seq_len"])
        self.slots = threading.Semaphore(int(told["max_batch_size"]))
        self.tokenizer = AutoTokenizer.from_pretrained(told["model"])
        model = AutoModelForCausalLM.from_pretrained(told["model"], dtype=torch.float32).eval()
        layers = {name for name, each in model.named_modules() if isinstance(each, torch.nn.Linear) and name != "lm_head"}
        # In place: a copy beside it would need the memory of two models of 32 bit.
        self.model = torch.ao.quantization.quantize_dynamic(
            model, {name: torch.ao.quantization.default_dynamic_qconfig for name in layers}, dtype=torch.qint8, inplace=True
        )

    def execute(self, requests):
        for request in requests:
            threading.Thread(target=self.answer, args=(request, request.get_response_sender()), daemon=True).start()

    def answer(self, request, sender):
        try:
            with self.slots:
                self.generate(request, sender)
        except Exception as failure:  # the server waits for an end, whatever happened
            message = "Error generating request: " + type(failure).__name__
            sender.send(pb_utils.InferenceResponse(output_tensors=[], error=pb_utils.TritonError(message)), flags=FINAL)

    def generate(self, request, sender):
        prompt = scalar(request, "text_input", b"").decode()
        ids = self.tokenizer(prompt, return_tensors="pt").input_ids
        room = self.longest - ids.shape[1]
        if room < 1:
            message = "Error generating request: the prompt has %d tokens of %d" % (ids.shape[1], self.longest)
            sender.send(pb_utils.InferenceResponse(output_tensors=[], error=pb_utils.TritonError(message)), flags=FINAL)
            return
        limit = min(int(scalar(request, "sampling_param_max_tokens", 16)), room)
        stops = pb_utils.get_input_tensor_by_name(request, "sampling_param_stop")
        stops = [] if stops is None else [stop.decode() for stop in stops.as_numpy().reshape(-1)]
        streaming = Streaming(self, request, sender, ids.shape[1], [stop for stop in stops if stop])
        with torch.inference_mode():
            out = self.model.generate(ids, max_new_tokens=limit, stopping_criteria=StoppingCriteriaList([streaming]), **self.sampling(request))
        length = out.shape[1] - ids.shape[1] >= limit and not streaming.stopped
        ended = texts("finish_reason", "length" if length else "stop")
        sender.send(pb_utils.InferenceResponse(output_tensors=[texts("text_output", streaming.text), ended]), flags=FINAL)

    def sampling(self, request):
        temperature = float(scalar(request, "sampling_param_temperature", 1.0))
        if temperature <= 0:
            return {"do_sample": False}
        top_k = int(scalar(request, "sampling_param_top_k", 0))
        top_p = float(scalar(request, "sampling_param_top_p", 1.0))
        return {"do_sample": True, "temperature": temperature, "top_k": top_k, "top_p": top_p}
