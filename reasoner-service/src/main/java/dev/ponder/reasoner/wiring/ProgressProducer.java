package dev.ponder.reasoner.wiring;

import dev.ponder.reasoner.emission.Emission;
import dev.ponder.reasoner.intake.IntakeConfig;
import dev.ponder.reasoner.intake.Predecessor;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.ProgressConfig;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.reasoner.recall.EarlierHolder;
import dev.ponder.reasoner.recall.OutcomeTopic;
import dev.ponder.reasoner.recall.ProgressTopic;
import dev.ponder.reasoner.recall.Recall;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes what keeps and finds progress. */
@Singleton
public final class ProgressProducer {

    /** What looks into topics; opened when a job comes again. */
    @Produces
    @Singleton
    Recall recall(@Identifier("default-kafka-broker") Map<String, Object> kafka, ReasonerRim rim) {
        return new Recall(kafka, rim.ticker());
    }

    /** Keeps the progress of all jobs. */
    @Produces
    @Singleton
    ProgressKeeper keeper(
            ProgressConfig config, IntakeConfig intake, Emission emission, Recall recall, ReasonerRim rim) {
        return new ProgressKeeper(
                emission::keep,
                new ProgressTopic(recall),
                new Pace(config.every(), config.tokens()),
                config.patience(),
                intake.queue().adapter() == IntakeConfig.Adapter.SHARE_GROUP,
                rim.ticker());
    }

    /** Who held a job before. */
    @Produces
    @Singleton
    Predecessor predecessor(ProgressConfig config, ProgressKeeper keeper, Recall recall, ReasonerRim rim) {
        return new EarlierHolder(new OutcomeTopic(recall, config.patience()), keeper, rim.ticker(), rim.pauser());
    }

    void close(@Disposes Recall recall) {
        recall.close();
    }
}
