"""A STAND-IN for TensorRT-LLM's engine, to try a layout on a server without a GPU: it repeats the prompt's ids, one an answer."""

import threading

import numpy as np
import triton_python_backend_utils as pb_utils

FINAL = pb_utils.TRITONSERVER_RESPONSE_COMPLETE_FINAL


def values(request, name, default):
    tensor = pb_utils.get_input_tensor_by_name(request, name)
    return default if tensor is None else tensor.as_numpy().reshape(-1)


class TritonPythonModel:
    def execute(self, requests):
        for request in requests:
            threading.Thread(target=self.answer, args=(request, request.get_response_sender()), daemon=True).start()

    def answer(self, request, sender):
        ids = values(request, "input_ids", [0])
        limit = int(values(request, "request_output_len", [0])[0])
        given = ids[:limit]
        for i, token in enumerate(given):
            if request.is_cancelled():
                break
            outputs = [
                pb_utils.Tensor("output_ids", np.array([[[token]]], dtype=np.int32)),
                pb_utils.Tensor("sequence_length", np.array([[1]], dtype=np.int32)),
            ]
            sender.send(pb_utils.InferenceResponse(output_tensors=outputs), flags=FINAL if i == len(given) - 1 else 0)
        else:
            if len(given):
                return
        sender.send(flags=FINAL)
