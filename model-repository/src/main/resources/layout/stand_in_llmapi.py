"""A STAND-IN for TensorRT-LLM's llmapi model, to try a layout on a server without a GPU: it repeats the prompt's words, cumulatively."""

import threading

import numpy as np
import triton_python_backend_utils as pb_utils

FINAL = pb_utils.TRITONSERVER_RESPONSE_COMPLETE_FINAL


def scalar(request, name, default):
    tensor = pb_utils.get_input_tensor_by_name(request, name)
    return default if tensor is None else tensor.as_numpy().reshape(-1)[0]


def texts(name, text):
    return pb_utils.Tensor(name, np.array([text.encode()], dtype=object))


class TritonPythonModel:
    def execute(self, requests):
        for request in requests:
            threading.Thread(target=self.answer, args=(request, request.get_response_sender()), daemon=True).start()

    def answer(self, request, sender):
        words = scalar(request, "text_input", b"").decode("utf-8", "replace").split() or ["-"]
        limit = int(scalar(request, "sampling_param_max_tokens", 16))
        given = words[:limit]
        text = ""
        for i, word in enumerate(given):
            if request.is_cancelled():
                sender.send(flags=FINAL)
                return
            last = i == len(given) - 1
            text += word + ("" if last else " ")
            outputs = [texts("text_output", text)]
            if last:
                outputs.append(texts("finish_reason", "length" if len(given) < len(words) else "stop"))
            sender.send(pb_utils.InferenceResponse(output_tensors=outputs), flags=FINAL if last else 0)
