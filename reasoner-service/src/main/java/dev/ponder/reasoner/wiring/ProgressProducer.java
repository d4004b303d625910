package dev.ponder.reasoner.wiring;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.emission.Emission;
import dev.ponder.reasoner.intake.IntakeConfig;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.ProgressConfig;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.reasoner.recall.ProgressTopic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes what keeps and finds progress. */
@Singleton
public final class ProgressProducer {

    /** The topic to look into; opened when a job comes again. */
    @Produces
    @Singleton
    ProgressTopic topic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new ProgressTopic(kafka);
    }

    /** Keeps the progress of all jobs. */
    @Produces
    @Singleton
    ProgressKeeper keeper(ProgressConfig config, IntakeConfig intake, Emission emission, ProgressTopic topic) {
        return new ProgressKeeper(
                emission::keep,
                topic,
                new Pace(config.every(), config.tokens()),
                config.patience(),
                intake.queue().adapter() == IntakeConfig.Adapter.SHARE_GROUP,
                Ticker.system());
    }

    void close(@Disposes ProgressTopic topic) {
        topic.close();
    }
}
