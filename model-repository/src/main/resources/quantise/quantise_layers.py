"""Quantises a Hugging Face model with a precision for each layer, by NVIDIA's ModelOpt, and writes a Hugging Face checkpoint.

    quantise_layers.py --model FOLDER --rules rules.json --calibration FOLDER --out FOLDER [--samples N] [--device cuda|cpu]

rules.json is a list, one entry a block: {"layer": 0, "block": "attention"|"mlp", "precision": "bf16"|"fp8"|"int4-awq"}.
The calibration folder holds texts: *.txt, a sample a file, or *.jsonl with a key "text" (or "article") a line.
"""

import argparse
import glob
import json
import os

import modelopt.torch.quantization as mtq
import torch
from modelopt.torch.export import export_hf_checkpoint
from transformers import AutoModelForCausalLM, AutoTokenizer

BLOCKS = {"attention": "self_attn", "mlp": "mlp"}
QUANTIZERS = {
    "fp8": {"weight_quantizer": {"num_bits": (4, 3), "axis": None}, "input_quantizer": {"num_bits": (4, 3), "axis": None}},
    "int4-awq": {"weight_quantizer": {"num_bits": 4, "block_sizes": {-1: 128, "type": "static"}}},
}


def configuration(rules, precision, algorithm):
    """ModelOpt's own, in the form of the version that is installed: a list of entries since 0.4x, a map before."""
    entries = []
    for rule in rules:
        if rule["precision"] == precision:
            for quantizer, settings in QUANTIZERS[precision].items():
                name = "*layers.%d.%s.*%s" % (rule["layer"], BLOCKS[rule["block"]], quantizer)
                entries.append((name, settings))
    if isinstance(mtq.FP8_DEFAULT_CFG["quant_cfg"], list):
        return {"quant_cfg": [{"quantizer_name": name, "cfg": settings} for name, settings in entries], "algorithm": algorithm}
    return {"quant_cfg": {name: dict(settings, enable=True) for name, settings in entries}, "algorithm": algorithm}


def everything_off(configured):
    off = {"quantizer_name": "*", "enable": False}
    if isinstance(configured["quant_cfg"], list):
        return dict(configured, quant_cfg=[off] + configured["quant_cfg"])
    return dict(configured, quant_cfg=dict(configured["quant_cfg"], default={"enable": False}))


def texts(folder, samples):
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        with open(path, encoding="utf-8") as file:
            found.append(file.read())
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
            found += [row.get("text") or row["article"] for row in rows]
    if not found:
        raise SystemExit("quantise_layers: %s holds no *.txt and no *.jsonl with texts" % folder)
    return found[:samples]


def main():
    parser = argparse.ArgumentParser()
    for name in ("--model", "--rules", "--calibration", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--samples", type=int, default=128)
    parser.add_argument("--device", choices=["cuda", "cpu"], default="cuda")
    given = parser.parse_args()
    with open(given.rules, encoding="utf-8") as file:
        rules = json.load(file)
    where = "auto" if given.device == "cuda" else "cpu"
    model = AutoModelForCausalLM.from_pretrained(given.model, torch_dtype="auto", device_map=where)
    tokenizer = AutoTokenizer.from_pretrained(given.model)
    samples = texts(given.calibration, given.samples)

    def calibrate(calibrated):
        with torch.no_grad():
            for text in samples:
                ids = tokenizer(text, return_tensors="pt", truncation=True, max_length=512).input_ids
                calibrated(ids.to(calibrated.device))

    # AWQ gives an input factor to every layer that is quantised while it runs, and no server takes one beside fp8: so it runs alone.
    awq = configuration(rules, "int4-awq", {"method": "awq_lite", "alpha_step": 0.1})
    model = mtq.quantize(model, everything_off(awq), forward_loop=calibrate)
    mtq.set_quantizer_by_cfg(model, configuration(rules, "fp8", "max")["quant_cfg"])
    mtq.calibrate(model, "max", forward_loop=calibrate)
    export_hf_checkpoint(model, export_dir=given.out)
    tokenizer.save_pretrained(given.out)


if __name__ == "__main__":
    main()
