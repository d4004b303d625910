"""A stand-in with the inputs and outputs of TensorRT-LLM's llmapi model, for a real Triton server's python backend.

It answers as the simulated shard's synthetic brain does (a prompt that says tokens=N gets N tokens), so that our client can be
driven against both. The file that PONDER_FAULTS names switches faults: error=N, stall=N, wrong-datatype.
"""

import os
import re
import threading
import time

import numpy as np
import triton_python_backend_utils as pb_utils

FINAL = pb_utils.TRITONSERVER_RESPONSE_COMPLETE_FINAL
DELAY_S = 0.002


def scalar(request, name, default):
    tensor = pb_utils.get_input_tensor_by_name(request, name)
    return default if tensor is None else tensor.as_numpy().reshape(-1)[0]


def tokens(prompt):
    named = re.search(r"\btokens=(\d{1,6})\b", prompt)
    n = int(named.group(1)) if named else 200
    answer = ["\n" if i % 10 == 9 else " hm" for i in range(n - 3)] + ["</think>", "\\boxed{", "42}"]
    answer[0] = "<think>"
    return answer[:n]


def faults():
    path = os.environ.get("PONDER_FAULTS")
    text = open(path).read() if path else ""
    return {k: float(v or 1) for k, _, v in (f.strip().partition("=") for f in text.split(",") if f.strip())}


def texts(name, text):
    return pb_utils.Tensor(name, np.array([text.encode()], dtype=object))


class TritonPythonModel:
    def execute(self, requests):
        for request in requests:
            threading.Thread(target=self.answer, args=(request, request.get_response_sender()), daemon=True).start()

    def answer(self, request, sender):
        prompt = scalar(request, "text_input", b"").decode()
        limit = int(scalar(request, "sampling_param_max_tokens", 16))
        fault = faults()
        script = tokens(prompt)
        given = script[:limit]
        for i in range(len(given)):
            while i >= fault.get("stall", 1e9) and not request.is_cancelled():
                time.sleep(DELAY_S)
            if request.is_cancelled():
                sender.send(flags=FINAL)
                return
            time.sleep(DELAY_S)
            if i >= fault.get("error", 1e9):
                message = "Error generating request: simulated backend error"
                sender.send(pb_utils.InferenceResponse(output_tensors=[], error=pb_utils.TritonError(message)), flags=FINAL)
                return
            self.send(sender, "".join(given[: i + 1]), i == len(given) - 1, len(given) < len(script), fault)

    def send(self, sender, text, last, cut, fault):
        if "wrong-datatype" in fault:
            outputs = [pb_utils.Tensor("text_output", np.array([0.5], dtype=np.float32))]
        else:
            outputs = [texts("text_output", text)]
        if last:
            outputs.append(texts("finish_reason", "length" if cut else "stop"))
        sender.send(pb_utils.InferenceResponse(output_tensors=outputs), flags=FINAL if last else 0)
