package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.DeadlineBatch;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.QpsTarget;
import dev.ponder.scaling.decision.Schedule;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.decision.WarmSpares;
import java.util.List;

/** Which policy decided, in a word for meters: reasons are for people and have no end of forms. Pure. */
final class DecidingPolicy {

    /** Reasons begin with the policy's name and a colon; others say why nothing could be decided. */
    private static final List<String> NAMES = List.of(
            TokenWork.NAME,
            SloFeedback.NAME,
            QpsTarget.NAME,
            WarmSpares.NAME,
            Schedule.NAME,
            DeadlineBatch.NAME,
            CostCap.NAME,
            "more did less");

    private DecidingPolicy() {}

    static String of(Decision decided) {
        return decided.reasons().stream()
                .findFirst()
                .flatMap(reason -> NAMES.stream()
                        .filter(name -> reason.startsWith(name + ":"))
                        .findFirst())
                .map(name -> name.replace(' ', '-'))
                .orElse("none");
    }
}
