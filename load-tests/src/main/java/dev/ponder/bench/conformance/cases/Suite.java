package dev.ponder.bench.conformance.cases;

import java.util.ArrayList;
import java.util.List;

/** All cases. */
public final class Suite {

    private Suite() {}

    /** Cases that leave a server as it was, in the order in which they run. */
    public static List<Case> running() {
        List<Case> cases = new ArrayList<>(ServiceCases.all());
        cases.addAll(BareCases.all());
        cases.addAll(UnaryCases.all());
        cases.addAll(StreamCases.all());
        cases.addAll(OrderCases.all());
        cases.addAll(SizeCases.all());
        cases.addAll(CancelCases.all());
        cases.addAll(ClientCases.all());
        return cases;
    }

    /** Cases that end a server that has served nothing else. */
    public static List<Case> leaving() {
        return new LeavingCases().all();
    }
}
