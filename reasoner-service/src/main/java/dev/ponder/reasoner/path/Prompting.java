package dev.ponder.reasoner.path;

import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.work.Task;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Prefix;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.text.TurnsRefusedException;
import dev.ponder.triton.client.token.TokenCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** Makes generation requests of tasks. Thread-safe. */
public final class Prompting {

    private final ChatTemplate template;
    private final TokenCodec codec;
    private final String process;
    private final AtomicLong count = new AtomicLong();

    /**
     * Makes requests.
     *
     * @param process a name that no other process of the house has now, so that generation ids stay unique
     */
    public Prompting(ChatTemplate template, TokenCodec codec, String process) {
        this.template = template;
        this.codec = codec;
        this.process = process;
    }

    /**
     * The generation of a task; its id is new each time, since engines confuse two alike.
     *
     * @param begun what it goes on from
     */
    GenerationRequest request(Task task, BegunChain begun, Duration deadline) {
        Sampling sampling = task.sampling();
        return new GenerationRequest(
                process + "-" + count.incrementAndGet(),
                prompt(task),
                sampling.maxCompletionTokens(),
                sampling.temperature(),
                sampling.topP(),
                null,
                sampling.seed(),
                sampling.stop(),
                deadline,
                new Prefix(begun.text(), begun.tokens()));
    }

    private String prompt(Task task) {
        List<ChatTemplate.Turn> turns = task.messages().stream()
                .map(message -> new ChatTemplate.Turn(role(message.role()), message.content()))
                .toList();
        try {
            return template.prompt(turns);
        } catch (TurnsRefusedException refused) {
            throw new UnfitTurnsException(refused);
        }
    }

    /** How many tokens a task's prompt has. */
    int promptTokens(Task task) {
        return codec.count(prompt(task));
    }

    /** OpenAI's newer word for the system. */
    private static String role(String role) {
        return role.equals("developer") ? "system" : role;
    }

    /** Whether answers begin inside a thought. */
    boolean opensThought() {
        return template.opensThought();
    }

    ToIntFunction<String> tokens() {
        return codec::count;
    }
}
