package dev.ponder.router.admission;

import dev.ponder.contracts.plan.SloClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;

/** What is let in. */
@ConfigMapping(prefix = "router.admission")
public interface AdmissionConfig {

    /** The largest request value in bytes; larger ones are dead letters. */
    @WithDefault("1048576")
    @Min(1)
    int maxValueBytes();

    /** The model's context in tokens, prompt and completion together. */
    @WithDefault("32768")
    @Min(2)
    int contextTokens();

    /**
     * The largest work of single classes in tokens, prompt and completion of a first wave's chains together, at most what reasoners keep
     * room for ({@code reasoner.binding.largest-work.<class>}). Less lets their slots poll with less room. Without one a class takes what
     * the context does.
     */
    Map<SloClass, @Min(2) Integer> largestWork();

    /** The shortest time in which any answer can come; a nearer deadline is refused at once. */
    @WithDefault("200ms")
    Duration leastAnswerTime();

    /**
     * How long after its reading a request may be due; later deadlines are cut down to that, since whoever names the year 9999 means that
     * there is no hurry. Requests are kept for a week, and nobody asks after an answer to one that is gone. More lets work wait longer for
     * shards that don't come back.
     */
    @WithDefault("7d")
    Duration longestAnswerTime();

    /** Tokens that a tenant may ask for a minute, in this router; as many may come in one burst. */
    @WithDefault("20000000")
    @Min(1)
    long tokensPerMinute();
}
