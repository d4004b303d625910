package dev.ponder.triton.client.text;

import dev.ponder.triton.client.jinja.RaisedException;
import dev.ponder.triton.client.text.ChatTemplate.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tries a template on conversations as they come. Pure. */
final class TemplateProbe {

    private static final Turn RULES = new Turn("system", "Be brief.");
    private static final Turn FIRST = new Turn("user", "1+1?");
    private static final Turn SAID = new Turn("assistant", "2");
    private static final Turn THOUGHT = new Turn("assistant", "<think>\nOne and one.\n</think>\n\n2");
    private static final Turn ASK = new Turn("user", "And 3+4?");

    private static final List<List<Turn>> CONVERSATIONS = List.of(
            List.of(RULES, FIRST, SAID, ASK),
            List.of(RULES, ASK),
            List.of(FIRST, THOUGHT, ASK),
            List.of(FIRST, SAID, ASK),
            List.of(ASK));

    private TemplateProbe() {}

    /**
     * Whether the prompt ends inside a thought. A template may refuse a system turn, and even answers: that is then an error of requests
     * that have one, and none of the start.
     */
    static boolean opensThought(Function<List<Turn>, String> template) {
        List<String> prompts = new ArrayList<>();
        List<RaisedException> refusals = new ArrayList<>();
        for (List<Turn> turns : CONVERSATIONS) {
            try {
                prompts.add(template.apply(turns));
            } catch (RaisedException raised) {
                refusals.add(raised);
            }
        }
        if (prompts.isEmpty()) {
            throw refusals.getLast();
        }
        return endsInside(prompts.getFirst());
    }

    /** Only what follows the question counts: a system turn may speak of thoughts too. */
    private static boolean endsInside(String prompt) {
        String tail = prompt.substring(Math.max(0, prompt.lastIndexOf(ASK.content())));
        return tail.lastIndexOf(ThinkSplitter.OPEN) > tail.lastIndexOf(ThinkSplitter.CLOSE);
    }
}
