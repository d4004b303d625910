package dev.ponder.triton.client.text;

import java.util.List;

/** ChatML without a system turn of its own: {@code <|im_start|>role\ncontent<|im_end|>\n}. What is spoken without a model's file. */
enum ChatMl implements ChatTemplate {
    PLAIN;

    @Override
    public String prompt(List<Turn> turns) {
        StringBuilder prompt = new StringBuilder();
        for (Turn turn : turns) {
            prompt.append("<|im_start|>")
                    .append(turn.role())
                    .append('\n')
                    .append(turn.content())
                    .append("<|im_end|>\n");
        }
        return prompt.append("<|im_start|>assistant\n").toString();
    }

    @Override
    public boolean opensThought() {
        return false;
    }
}
