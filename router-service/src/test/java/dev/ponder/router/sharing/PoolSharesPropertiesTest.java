package dev.ponder.router.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds whoever asks for how much in whatever order. */
final class PoolSharesPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant DEADLINE = NOW.plusSeconds(60);
    private static final long WINDOW = 1_000;
    private static final List<TenantId> TENANTS =
            Stream.of("a", "b", "c").map(TenantId::new).toList();

    @Property
    void nobodyHoldsMoreThanItMayButForOneRequest(
            @ForAll @Size(max = 100) List<@IntRange(min = 1, max = 700) Integer> asked) {
        PoolShares shares = shares();
        for (int i = 0; i < asked.size(); i++) {
            TenantId tenant = TENANTS.get(i % TENANTS.size());
            long before = shares.held(tenant);
            long most = shares.most(tenant, NOW);

            Share share = shares.place("r" + i, tenant, asked.get(i), DEADLINE, NOW);

            boolean fits = before == 0 || before + asked.get(i) <= most;
            assertThat(share).isEqualTo(fits ? Share.WITHIN : Share.BEYOND);
        }
    }

    @Property
    void whoHoldsNothingIsNeverBeyond(
            @ForAll @IntRange(min = 0, max = 500) int flood, @ForAll @IntRange(min = 1) int tokens) {
        PoolShares shares = shares();
        for (int i = 0; i < flood; i++) {
            shares.place("f" + i, TENANTS.getFirst(), 10, DEADLINE, NOW);
        }

        assertThat(shares.place("mine", TENANTS.getLast(), tokens, DEADLINE, NOW))
                .isEqualTo(Share.WITHIN);
    }

    /** However often it asks: what counts is how much of the window it holds over time. */
    @Property(tries = 50)
    void aFloodHoldsItsPartInTheLongRun(
            @ForAll @IntRange(min = 1, max = 100) int perSecond,
            @ForAll @IntRange(min = 1, max = 20) int lastsSeconds) {
        PoolShares shares = shares();
        Instant end = NOW.plusSeconds(120);
        double heldSeconds = 0;
        for (int second = 0; second < 120; second++) {
            Instant now = NOW.plusSeconds(second);
            shares.place("calm" + second, TENANTS.getLast(), 1, end, now);
            shares.settled("calm" + second, now);
            for (int i = 0; i < perSecond; i++) {
                shares.place("f" + second + "-" + i, TENANTS.getFirst(), 50, end, now);
            }
            for (int i = 0; i < perSecond && second >= lastsSeconds; i++) {
                shares.settled("f" + (second - lastsSeconds) + "-" + i, now);
            }
            heldSeconds += second >= 60 ? shares.held(TENANTS.getFirst()) : 0;
        }

        long part = shares.part(TENANTS.getFirst(), end);
        assertThat(heldSeconds / 60).isLessThanOrEqualTo(part * 1.5);
    }

    @Property
    void whatIsSettledIsHeldNoMore(@ForAll @Size(max = 60) List<@IntRange(min = 1, max = 300) Integer> asked) {
        PoolShares shares = shares();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            all.add("r" + i);
            shares.place("r" + i, TENANTS.get(i % TENANTS.size()), asked.get(i), DEADLINE, NOW);
        }

        all.forEach(digest -> shares.settled(digest, NOW));

        assertThat(TENANTS).allMatch(tenant -> shares.held(tenant) == 0);
    }

    @Property
    void partsOfAllWhoWantSomeNeverExceedTheWindow(
            @ForAll @IntRange(min = 1, max = 1_000) int first, @ForAll @IntRange(min = 1, max = 1_000) int second) {
        Weights weights = new Weights(Map.of(TENANTS.get(0), first, TENANTS.get(1), second));

        long parts = TENANTS.stream()
                .mapToLong(tenant -> weights.part(WINDOW, tenant, TENANTS))
                .sum();

        assertThat(parts).isBetween(WINDOW - TENANTS.size(), WINDOW);
    }

    private static PoolShares shares() {
        return new PoolShares(WINDOW, new Weights(Map.of()));
    }
}
