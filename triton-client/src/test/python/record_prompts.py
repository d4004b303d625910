#!/usr/bin/env python3
"""Records what Python's jinja2 makes of the templates in ../resources/chat-templates, for PromptsAsInPythonTest and
PhrasesAsInPythonTest: prompts.json of each *.jinja with each conversation, rendered.json of each template in phrases.json.

Not run by the build. After a template or a conversation has changed:

    python3 -m venv /tmp/jinja && /tmp/jinja/bin/pip install jinja2
    /tmp/jinja/bin/python triton-client/src/test/python/record_prompts.py

The environment is the one in which Hugging Face's transformers render a chat template.
"""

import datetime
import json
import pathlib

from jinja2 import TemplateError
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "chat-templates"
DAY = datetime.datetime(2026, 3, 7, 9, 5, 4)


def environment():
    def raise_exception(message):
        raise TemplateError(message)

    def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(
            value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
        )

    jinja = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
    jinja.filters["tojson"] = tojson
    jinja.globals["raise_exception"] = raise_exception
    jinja.globals["strftime_now"] = DAY.strftime
    return jinja


def prompt(template, turns):
    try:
        return {
            "prompt": template.render(
                messages=turns,
                tools=None,
                documents=None,
                add_generation_prompt=True,
                bos_token="<s>",
                eos_token="</s>",
            )
        }
    except TemplateError as refusal:
        return {"refused": str(refusal)}


def phrase(jinja, template, variables):
    try:
        return {"template": template, "text": jinja.from_string(template).render(**variables)}
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError):  # Any refusal will do; the words are Python's.
        return {"template": template, "refused": True}


def save(name, recorded):
    text = json.dumps(recorded, ensure_ascii=False, indent=1)
    (FOLDER / name).write_text(text + "\n", "utf-8")


def main():
    jinja = environment()
    conversations = json.loads((FOLDER / "conversations.json").read_text("utf-8"))
    recorded = {}
    for file in sorted(FOLDER.glob("*.jinja")):
        template = jinja.from_string(file.read_text("utf-8"))
        recorded[file.name] = {name: prompt(template, turns) for name, turns in conversations.items()}
    save("prompts.json", recorded)
    phrases = json.loads((FOLDER / "phrases.json").read_text("utf-8"))
    save("rendered.json", [phrase(jinja, template, phrases["variables"]) for template in phrases["templates"]])


if __name__ == "__main__":
    main()
