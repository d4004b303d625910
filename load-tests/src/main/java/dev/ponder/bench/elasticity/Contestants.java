package dev.ponder.bench.elasticity;

import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.DynamoLoadLoop;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.fleet.scaler.HpaOnWaiting;
import dev.ponder.fleet.scaler.KedaLag;
import dev.ponder.fleet.scaler.Kpa;
import dev.ponder.fleet.scaler.LawScaler;
import dev.ponder.fleet.scaler.LlmdSloAware;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.LawSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who is compared: the law as it ships, and what others publish. Each is made anew for each run. */
public final class Contestants {

    /** The name of the law that ships. */
    public static final String OURS = "ours";
    /** The name of Kubernetes' HPA. */
    public static final String HPA = "HPA, 5 waiting a replica";
    /** The name of llm-d's law. */
    public static final String LLM_D = "llm-d SLO-aware law";

    private static final double WAITING_A_REPLICA = 5;

    private Contestants() {}

    static Supplier<FleetScaler> ours(FleetSettings fleet) {
        return () -> new LawScaler(
                LawSettings.standard(new Bounds(fleet.min(), fleet.max()), fleet.model(), fleet.coldStart()));
    }

    /** All of them by name, ours first. */
    public static Map<String, Supplier<FleetScaler>> all(FleetSettings fleet) {
        int begin = Math.max(1, fleet.begin());
        Map<String, Supplier<FleetScaler>> all = new LinkedHashMap<>();
        all.put(OURS, ours(fleet));
        all.put(HPA, () -> new HpaOnWaiting(begin, WAITING_A_REPLICA));
        all.put("KEDA, lag 10", () -> new KedaLag(begin));
        all.put("Knative KPA", () -> new Kpa(fleet.model().slots()));
        all.put(LLM_D, () -> new LlmdSloAware(begin));
        all.put("Dynamo load loop", () -> new DynamoLoadLoop(begin, fleet.model()));
        return all;
    }
}
