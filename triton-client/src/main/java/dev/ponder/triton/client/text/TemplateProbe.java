package dev.ponder.triton.client.text;

import dev.ponder.triton.client.jinja.RaisedException;
import dev.ponder.triton.client.text.ChatTemplate.Turn;
import java.util.List;
import java.util.function.Function;

/** Tries a template on conversations as they come. Pure. */
final class TemplateProbe {

    private static final String ASK = "And 3+4?";
    private static final List<Turn> TALK =
            List.of(new Turn("user", "1+1?"), new Turn("assistant", "2"), new Turn("user", ASK));
    private static final List<Turn> RULED =
            List.of(new Turn("system", "Be brief."), TALK.get(0), TALK.get(1), TALK.get(2));

    private TemplateProbe() {}

    /**
     * Whether the prompt ends inside a thought. A template may refuse a system turn, and even answers: that is then an error of requests
     * that have one, and none of the start.
     */
    static boolean opensThought(Function<List<Turn>, String> template) {
        RaisedException refusal = null;
        for (List<Turn> turns : List.of(RULED, TALK, List.of(new Turn("user", ASK)))) {
            try {
                return endsInside(template.apply(turns));
            } catch (RaisedException raised) {
                refusal = raised;
            }
        }
        throw refusal == null ? new IllegalStateException("nothing was tried") : refusal;
    }

    /** Only what follows the question counts: a system turn may speak of thoughts too. */
    private static boolean endsInside(String prompt) {
        String tail = prompt.substring(Math.max(0, prompt.lastIndexOf(ASK)));
        return tail.lastIndexOf("<think>") > tail.lastIndexOf("</think>");
    }
}
