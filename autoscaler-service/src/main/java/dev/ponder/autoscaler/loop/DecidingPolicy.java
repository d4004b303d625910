package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.ScalingPolicy;
import java.util.List;
import java.util.stream.Stream;

/** Which policy decided, in a word for meters: reasons are for people and have no end of forms. Pure. */
final class DecidingPolicy {

    /** Reasons begin with the name of the policy, or of the guard above them, and a colon; others say why nothing could be decided. */
    private static final List<String> NAMES = Stream.concat(ScalingPolicy.NAMES.stream(), Decision.GUARDS.stream())
            .toList();

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
