package dev.ponder.triton.client.text;

import dev.ponder.triton.client.jinja.Callable;
import dev.ponder.triton.client.jinja.JinjaException;
import dev.ponder.triton.client.jinja.JinjaTemplate;
import dev.ponder.triton.client.jinja.None;
import dev.ponder.triton.client.jinja.RaisedException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model's own template, run with what Hugging Face's transformers give one. Immutable. */
final class JinjaChat implements ChatTemplate {

    private final String source;
    private final JinjaTemplate template;
    private final Map<String, Object> variables;
    private final boolean opensThought;

    private JinjaChat(String source, JinjaTemplate template, Map<String, Object> variables, boolean opensThought) {
        this.source = source;
        this.template = template;
        this.variables = variables;
        this.opensThought = opensThought;
    }

    /**
     * Parses and tries a template.
     *
     * @param clock whose day a template may write
     * @throws IOException if it can't be run here
     */
    static JinjaChat of(ModelFiles files, Clock clock) throws IOException {
        Map<String, Object> variables = new HashMap<>(files.specialTokens());
        variables.put("add_generation_prompt", true);
        variables.put("tools", None.NONE);
        variables.put("documents", None.NONE);
        variables.put("strftime_now", now(clock));
        try {
            JinjaTemplate template = JinjaTemplate.parse(files.template());
            boolean opensThought = TemplateProbe.opensThought(turns -> render(template, variables, turns));
            return new JinjaChat(files.template(), template, Map.copyOf(variables), opensThought);
        } catch (JinjaException fault) {
            throw new IOException(
                    files.origin() + ": the chat template can't be run, " + fault.getMessage()
                            + ". Put one that does without into chat_template.jinja beside tokenizer_config.json: it is taken instead",
                    fault);
        }
    }

    private static Callable now(Clock clock) {
        return arguments -> Strftime.of(String.valueOf(arguments.at(0, "format")), LocalDateTime.now(clock));
    }

    @Override
    public String prompt(List<Turn> turns) {
        try {
            return render(template, variables, turns);
        } catch (RaisedException refusal) {
            throw new TurnsRefusedException(reason(refusal));
        } catch (JinjaException fault) {
            throw new TurnsRefusedException("it can't be run on them, " + fault.getMessage());
        }
    }

    /** Only words that stand in the template as they are: those put together may quote the turns. */
    private String reason(RaisedException refusal) {
        String words = String.valueOf(refusal.getMessage());
        return source.contains(words) ? words : "it says why in words that may quote them";
    }

    private static String render(JinjaTemplate template, Map<String, Object> variables, List<Turn> turns) {
        List<Map<String, String>> messages = new ArrayList<>();
        for (Turn turn : turns) {
            Map<String, String> message = new LinkedHashMap<>(); // A template may write it whole, so its order counts.
            message.put("role", turn.role());
            message.put("content", turn.content());
            messages.add(message);
        }
        Map<String, Object> all = new HashMap<>(variables);
        all.put("messages", messages);
        return template.render(all);
    }

    @Override
    public boolean opensThought() {
        return opensThought;
    }
}
