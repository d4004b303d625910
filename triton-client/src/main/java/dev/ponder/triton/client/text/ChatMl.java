package dev.ponder.triton.client.text;

import java.util.List;

/**
 * ChatML, as Qwen2.5 and what was trained from it (QwQ, K2-Think) use it: {@code <|im_start|>role\ncontent<|im_end|>\n}.
 *
 * @param defaultSystem put in front where the conversation has no system turn; empty is none
 * @param opensThought whether the assistant is made to begin with a thought
 * @param dropsThoughts whether earlier answers lose their thoughts
 */
record ChatMl(String defaultSystem, boolean opensThought, boolean dropsThoughts) implements ChatTemplate {

    static final ChatMl PLAIN = new ChatMl("", false, false);

    private static final String ASSISTANT = "assistant";
    private static final String THOUGHT_ENDS = "</think>";

    @Override
    public String prompt(List<Turn> turns) {
        StringBuilder prompt = new StringBuilder();
        boolean hasSystem = !turns.isEmpty() && turns.getFirst().role().equals("system");
        if (!hasSystem && !defaultSystem.isEmpty()) {
            append(prompt, "system", defaultSystem);
        }
        turns.forEach(turn -> append(prompt, turn.role(), content(turn)));
        prompt.append("<|im_start|>assistant\n");
        return opensThought ? prompt.append("<think>\n").toString() : prompt.toString();
    }

    private String content(Turn turn) {
        int end = turn.content().lastIndexOf(THOUGHT_ENDS);
        boolean drops = dropsThoughts && turn.role().equals(ASSISTANT) && end >= 0;
        return drops ? withoutNewlines(turn.content().substring(end + THOUGHT_ENDS.length())) : turn.content();
    }

    private static String withoutNewlines(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\n') {
            from++;
        }
        return text.substring(from);
    }

    private static void append(StringBuilder prompt, String role, String content) {
        prompt.append("<|im_start|>").append(role).append('\n').append(content).append("<|im_end|>\n");
    }
}
