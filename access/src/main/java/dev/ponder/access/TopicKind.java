package dev.ponder.access;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import java.util.Optional;
import java.util.stream.Stream;

/** What a topic is for. */
enum TopicKind {
    REQUESTS(Topics.requests(TenantId.DEFAULT), true),
    RESULTS(Topics.results(TenantId.DEFAULT), true),
    CHUNKS(Topics.chunks(TenantId.DEFAULT), true),
    DEAD_LETTERS(Topics.deadLetters(TenantId.DEFAULT), true),
    CONTROL(Topics.control(TenantId.DEFAULT), true),
    WORK(Topics.WORK, true),
    OUTCOMES(Topics.OUTCOMES, false),
    REGISTER(Topics.REGISTER, false),
    PROGRESS(Topics.PROGRESS, false),
    CHAINS(Topics.CHAINS, false);

    private final String base;
    private final boolean many;

    TopicKind(String base, boolean many) {
        this.base = base;
        this.many = many;
    }

    static Optional<TopicKind> of(String topic) {
        return Stream.of(values()).filter(kind -> kind.includes(topic)).findFirst();
    }

    private boolean includes(String topic) {
        return topic.equals(base) || (many && topic.startsWith(base + "."));
    }
}
